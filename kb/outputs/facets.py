"""The facets of a list: which values occur, how often, and where their own pages are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import EntryType
from kb.outputs import labels, urls


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet with the number of entries that have it; ``here``: this list shows it."""

    value: str
    label: str
    count: int
    address: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A facet with its values."""

    field: str
    label: str
    options: tuple[Option, ...]


def groups(
    kb: KnowledgeBase, entry_type: EntryType, here: tuple[str, str] | None = None
) -> tuple[Group, ...]:
    """Return the facets of a type, values in the order of their list; facets without values are left out."""
    found = (_group(kb, entry_type, field, here) for field in entry_type.facets)
    return tuple(group for group in found if group.options)


def _group(kb: KnowledgeBase, entry_type: EntryType, field: str, here: tuple[str, str] | None) -> Group:
    counts = Counter(
        value for located in kb.of_type(entry_type.name) for value in labels.facet_values(located, field)
    )
    options = [
        Option(
            value=value,
            label=label,
            count=counts[value],
            address=urls.facet_address(entry_type, field, value),
            here=here == (field, value),
        )
        for value, label in _ordered(kb, entry_type, field, counts)
    ]
    return Group(field, labels.FACETS[field], tuple(options))


def _ordered(
    kb: KnowledgeBase, entry_type: EntryType, field: str, counts: Counter[str]
) -> list[tuple[str, str]]:
    """Return the values that occur, with labels: phases by number, years newest first, others by label."""
    titled: tuple[LocatedEntry, ...] = {"phases": kb.phases, "topics": kb.topics}.get(field, ())
    if titled:
        return [(e.slug, e.entry.title) for e in titled if e.slug in counts]
    pairs = [(value, labels.facet_label(entry_type, field, value, kb.vocabularies)) for value in counts]
    return sorted(pairs, key=lambda pair: pair[1].casefold(), reverse=field == "year")
