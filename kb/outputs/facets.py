"""The facets of a list: which values occur, how often, and where the lists of fewer entries are.

Every value has a list of its own, and so has every phase with every topic. Further choices are
made by the script on the list.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import EntryType
from kb.model.facet_words import facet_word
from kb.outputs import labels, urls
from kb.outputs.search.facets import search_facets

COMBINED = ("phases", "topics")
"""The facets whose values have lists together, in the order of the address."""

SEARCH_WORDS = {
    "type": "type",
    "phase": facet_word("phases"),
    "topic": facet_word("topics"),
    "audience": facet_word("audiences"),
    "kind": facet_word("kind"),
    "evidence": facet_word("evidence"),
    "province": facet_word("provinces"),
    "year": facet_word("year"),
}
"""The word in the address of a search for each facet of the search page."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet with the entries that have it.

    ``here``: this list shows it. ``heading``: what it stands under in its facet, when there are several.
    """

    value: str
    label: str
    entries: tuple[LocatedEntry, ...]
    address: str
    here: bool = False
    heading: str = ""

    @property
    def count(self) -> int:
        """How many entries have the value."""
        return len(self.entries)


@dataclass(frozen=True, slots=True)
class Group:
    """A facet with its values; ``word`` stands for it in addresses.

    ``linked``: what is counted is what the address of an option shows. Without it only a script
    can say what an option leaves of the list.
    """

    field: str
    word: str
    label: str
    options: tuple[Option, ...]
    linked: bool = True


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The list of the entries that have all ``chosen`` options, by field."""

    address: str
    chosen: Mapping[str, Option]
    entries: tuple[LocatedEntry, ...]


class Facets:
    """The facets of one type."""

    def __init__(self, kb: KnowledgeBase, entry_type: EntryType) -> None:
        """Count all values; facets without values are left out, values are in the order of their list."""
        found = (_group(kb, entry_type, field) for field in entry_type.facets)
        self.groups = tuple(group for group in found if group.options)
        self._type = entry_type
        self._combined = _combined(entry_type, self.groups)

    def narrowed(self) -> Iterator[Narrowed]:
        """Yield every list of fewer entries."""
        for group in self.groups:
            for option in group.options:
                yield Narrowed(option.address, {group.field: option}, option.entries)
        yield from self._combined.values()

    def at(self, chosen: Mapping[str, Option]) -> tuple[Group, ...]:
        """Return the facets as they are on the list of the ``chosen`` options."""
        return tuple(self._at(group, chosen) for group in self.groups)

    def _at(self, group: Group, chosen: Mapping[str, Option]) -> Group:
        if set(chosen) == {group.field}:
            options = tuple(replace(o, here=o is chosen[group.field]) for o in group.options)
            return replace(group, options=options)
        if {group.field, *chosen} == set(COMBINED):
            return replace(group, options=tuple(self._together(group, chosen)))
        return replace(group, linked=False)

    def _together(self, group: Group, chosen: Mapping[str, Option]) -> Iterator[Option]:
        """Yield the options of a group that go with what is chosen of the other."""
        for option in group.options:
            address = _address(self._type, {**chosen, group.field: option})
            if narrowed := self._combined.get(address):
                here = option is chosen.get(group.field)
                yield replace(option, entries=narrowed.entries, address=address, here=here)


def of_search(kb: KnowledgeBase) -> tuple[Group, ...]:
    """Return the facets of the search page: values of all types together, without lists of their own."""
    return tuple(
        Group(
            facet.name,
            SEARCH_WORDS[facet.name],
            facet.label,
            tuple(Option(o.value, o.label, (), "", heading=o.group) for o in facet.options),
            linked=False,
        )
        for facet in search_facets(kb)
        if facet.options
    )


def _address(entry_type: EntryType, chosen: Mapping[str, Option]) -> str:
    return urls.combined_address(entry_type, {f: chosen[f].value for f in COMBINED if f in chosen})


def _combined(entry_type: EntryType, groups: Sequence[Group]) -> dict[str, Narrowed]:
    """Return the list of every phase with every topic that have entries together, by address."""
    by_field = {group.field: group.options for group in groups}
    found: dict[str, Narrowed] = {}
    for phase in by_field.get("phases", ()):
        held: dict[str, list[LocatedEntry]] = {}
        for located in phase.entries:
            for topic in located.entry.topics:
                held.setdefault(topic, []).append(located)
        for topic_option in by_field.get("topics", ()):
            if entries := held.get(topic_option.value):
                chosen = {"phases": phase, "topics": topic_option}
                address = _address(entry_type, chosen)
                found[address] = Narrowed(address, chosen, tuple(entries))
    return found


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
