"""What readers can narrow a search by: values of all entries together, whatever their type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES
from kb.outputs import labels


class Option(NamedTuple):
    """A value of a facet; ``group`` says under which heading it stands, when there are several."""

    value: str
    label: str
    group: str = ""


class SearchFacet(NamedTuple):
    """A facet; ``values`` gives those of an entry."""

    name: str
    label: str
    options: tuple[Option, ...]
    values: Callable[[LocatedEntry], tuple[str, ...]]


_FIELDS = (
    ("phase", "phases"),
    ("topic", "topics"),
    ("audience", "audiences"),
    ("kind", "kind"),
    ("evidence", "evidence"),
    ("province", "provinces"),
    ("year", "year"),
)


def search_facets(kb: KnowledgeBase) -> tuple[SearchFacet, ...]:
    """Return the facets with the options that occur, in the order of their lists."""
    types = tuple(Option(t.name, t.plural) for t in ENTRY_TYPES if kb.of_type(t.name))
    by_type = SearchFacet("type", "Soort item", types, lambda e: (e.type.name,))
    return (by_type, *(_facet(kb, name, field) for name, field in _FIELDS))


def _facet(kb: KnowledgeBase, name: str, field: str) -> SearchFacet:
    def values(located: LocatedEntry) -> tuple[str, ...]:
        return labels.facet_values(located, field)

    present = {value for located in kb.published for value in values(located)}
    options = tuple(dict.fromkeys(_options(kb, field, present)))
    return SearchFacet(name, labels.FACETS[field], options, values)


def _options(kb: KnowledgeBase, field: str, present: set[str]) -> Iterator[Option]:
    if field in {"phases", "topics"}:
        for e in kb.phases if field == "phases" else kb.topics:
            # Phases are asked for by number too, so all have a place.
            if field == "phases" or e.slug in present:
                yield Option(e.slug, e.entry.title)
    elif field == "year":
        for year in sorted(present, reverse=True):
            yield Option(year, year)
    elif field == "kind":
        yield from _of_list(kb, "tool-kinds", present, "Hulpmiddelen")
        yield from _of_list(kb, "model-kinds", present, "Modellen")
    else:
        yield from _of_list(kb, field, present)


def _of_list(kb: KnowledgeBase, name: str, present: set[str], group: str = "") -> Iterator[Option]:
    listed = kb.vocabularies.lists.get(name)
    for term in listed.terms if listed else ():
        if term.id in present:
            yield Option(term.id, term.label, group)
