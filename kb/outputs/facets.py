"""The facets of a list: which values occur, how often, and where their own pages are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import EntryType
from kb.model.facet_words import facet_word
from kb.outputs import labels, urls


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet with the entries that have it; ``here``: this list shows it."""

    value: str
    label: str
    entries: tuple[LocatedEntry, ...]
    address: str
    here: bool = False

    @property
    def count(self) -> int:
        """How many entries have the value."""
        return len(self.entries)


@dataclass(frozen=True, slots=True)
class Group:
    """A facet with its values; ``word`` stands for it in addresses."""

    field: str
    word: str
    label: str
    options: tuple[Option, ...]


def groups(kb: KnowledgeBase, entry_type: EntryType) -> tuple[Group, ...]:
    """Return the facets of a type, values in the order of their list; facets without values are left out."""
    found = (_group(kb, entry_type, field) for field in entry_type.facets)
    return tuple(group for group in found if group.options)


def at(found: tuple[Group, ...], here: Option) -> tuple[Group, ...]:
    """Return the same facets for the list of one of their options."""
    return tuple(
        replace(group, options=tuple(replace(o, here=True) if o is here else o for o in group.options))
        if any(o is here for o in group.options)
        else group
        for group in found
    )


def _group(kb: KnowledgeBase, entry_type: EntryType, field: str) -> Group:
    held: dict[str, list[LocatedEntry]] = {}
    for located in kb.of_type(entry_type.name):
        for value in labels.facet_values(located, field):
            held.setdefault(value, []).append(located)
    options = tuple(
        Option(value, label, tuple(held[value]), urls.facet_address(entry_type, field, value))
        for value, label in _ordered(kb, entry_type, field, held)
    )
    label = labels.facet_name(entry_type, field, kb.vocabularies)
    return Group(field, facet_word(field), label, options)


def _ordered(
    kb: KnowledgeBase, entry_type: EntryType, field: str, held: Collection[str]
) -> list[tuple[str, str]]:
    """Return the values that occur, with labels: phases by number, years newest first, others by label."""
    titled: tuple[LocatedEntry, ...] = {"phases": kb.phases, "topics": kb.topics}.get(field, ())
    if titled:
        return [(e.slug, e.entry.title) for e in titled if e.slug in held]
    pairs = [(value, labels.facet_label(entry_type, field, value, kb.vocabularies)) for value in held]
    return sorted(pairs, key=lambda pair: pair[1].casefold(), reverse=field == "year")
