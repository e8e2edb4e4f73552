"""Which entries fit the answers of a reader in the finder, in an order that can be explained.

An entry fits when it has the topic and is not placed in other phases only; where nobody placed it,
it may fit. More answers go before fewer. After that what is known of an entry counts, never a
judgement of its effect: described by a source before only named, with an example before without.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase, references
from kb.model import Case, Gap, Phase, Tool
from kb.model.vocabulary import Term

_GAP_STATES = ("open", "in-onderzoek", "deels-beantwoord")
"""States of gaps that still have something open, the most open first."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a reader answered so far; ``None`` for a question that was skipped or is still to come."""

    phase: LocatedEntry | None
    topic: LocatedEntry
    audience: Term | None = None

    @property
    def given(self) -> int:
        """How many questions have an answer."""
        return 1 + (self.phase is not None) + (self.audience is not None)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tools there are for answers, by the slugs of phase and topic and the id of the audience.

    ``fitting`` has ``None`` for a phase that was skipped; ``placed`` counts only who is in the phase.
    """

    fitting: Counter[tuple[str | None, str, str | None]] = field(default_factory=Counter)
    placed: Counter[tuple[str, str]] = field(default_factory=Counter)
    cases: Counter[tuple[str | None, str]] = field(default_factory=Counter)


@dataclass(frozen=True)
class Ranking:
    """The entries of a knowledge base in the order of the finder."""

    kb: KnowledgeBase

    def ranked(self, type_name: str, answers: Answers) -> Iterator[LocatedEntry]:
        """Yield the entries of a type that fit, the best first."""
        audience = answers.audience.id if answers.audience else None
        fitting = self._fitting(type_name, answers.phase, answers.topic)
        for wanted in range(answers.given - 1, -1, -1):
            for placed, located in fitting:
                if placed + (audience in located.entry.audiences) == wanted:
                    yield located

    def elsewhere(self, answers: Answers) -> list[LocatedEntry]:
        """Return the tools with the topic that are placed in other phases only."""
        if answers.phase is None:
            return []
        tools = self._known_best("tool", answers.topic)
        return [e for e in tools if e.entry.phases and answers.phase.slug not in e.entry.phases]

    def examples(self, tool: LocatedEntry) -> int:
        """Return how many practice examples there are with a tool."""
        both = (*self.kb.mentioned_in(tool.slug), *self.kb.related(tool.slug))
        return len({e.slug for e in both if e.type.name == "case"})

    @cached_property
    def counts(self) -> Counts:
        """How many tools and cases there are for any answers."""
        found = Counts()
        everywhere: tuple[str | None, ...] = (None, *(phase.slug for phase in self.kb.phases))
        for located in self.kb.of_type("tool"):
            entry = located.entry
            for topic in entry.topics:
                for phase in (None, *entry.phases) if entry.phases else everywhere:
                    for audience in (None, *entry.audiences):
                        found.fitting[phase, topic, audience] += 1
                for phase in entry.phases:
                    found.placed[phase, topic] += 1
        for located in self.kb.of_type("case"):
            entry = located.entry
            for topic in entry.topics:
                for phase in (None, *entry.phases) if entry.phases else everywhere:
                    found.cases[phase, topic] += 1
        return found

    @cached_property
    def _fits(self) -> dict[tuple[str, str | None, str], list[tuple[bool, LocatedEntry]]]:
        return {}

    def _fitting(
        self, type_name: str, phase: LocatedEntry | None, topic: LocatedEntry
    ) -> list[tuple[bool, LocatedEntry]]:
        """Return the entries with a topic that fit a phase, and whether they are placed in it."""
        slug = phase.slug if phase else None
        key = (type_name, slug, topic.slug)
        known = self._fits.get(key)
        if known is None:
            first = first_tools(phase)
            known = [
                (slug in located.entry.phases, located)
                for located in self._known_best(type_name, topic)
                if slug is None or not located.entry.phases or slug in located.entry.phases
            ]
            known.sort(key=lambda found: (_is_bare(found[1]), found[1].slug not in first))
            self._fits[key] = known
        return known

    @cached_property
    def _ordered(self) -> dict[tuple[str, str], list[LocatedEntry]]:
        return {}

    def _known_best(self, type_name: str, topic: LocatedEntry) -> list[LocatedEntry]:
        """Return the entries with a topic of which most is known first, whatever the other answers."""
        key = (type_name, topic.slug)
        known = self._ordered.get(key)
        if known is None:
            named = {slug for _, slug in references(topic)}
            ranks = [
                (rank, located.entry.title.casefold(), located)
                for located in self.kb.find(type_name, topic=topic.slug)
                for rank in self._rank(located, named)
            ]
            known = [located for *_, located in sorted(ranks, key=lambda found: found[:2])]
            self._ordered[key] = known
        return known

    def _rank(self, located: LocatedEntry, named: set[str]) -> Iterator[tuple[int, int, int]]:
        """Yield what orders an entry among its type, low first; nothing when it cannot be advice.

        ``named`` are the entries that the page of the topic refers to.
        """
        match located.entry:
            case Tool() as tool:
                yield _is_bare(located), self._evidence.get(tool.evidence, 99), not self.examples(located)
            case Case() as example:
                yield self._evidence.get(example.evidence, 99), not example.results, located.slug not in named
            case Gap() as gap:
                if gap.state in _GAP_STATES:
                    yield _GAP_STATES.index(gap.state), not gap.explicit, located.slug not in named
            case _:
                yield located.slug not in named, 0, 0

    @cached_property
    def audiences(self) -> tuple[Term, ...]:
        """The roles that a reader can have."""
        listed = self.kb.vocabularies.lists.get("audiences")
        return listed.terms if listed else ()

    @cached_property
    def _evidence(self) -> dict[str, int]:
        listed = self.kb.vocabularies.lists.get("evidence")
        return {term.id: place for place, term in enumerate(listed.terms)} if listed else {}


def _is_bare(located: LocatedEntry) -> bool:
    """Whether only the name of a tool is known."""
    return isinstance(located.entry, Tool) and located.entry.described_by == "title-only"


def first_tools(phase: LocatedEntry | None) -> frozenset[str]:
    """Return the tools that the editors named to begin with in a phase."""
    return frozenset(phase.entry.first_tools) if phase and isinstance(phase.entry, Phase) else frozenset()
