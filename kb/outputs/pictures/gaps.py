"""How the gaps stand: their state, who asked, what has come since and what nobody answered yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import TYPE_BY_NAME, Gap
from kb.model.gap import Answer
from kb.outputs import labels, urls

GapState = Literal["open", "in-onderzoek", "deels-beantwoord", "beantwoord"]

STATES: tuple[GapState, ...] = ("open", "in-onderzoek", "deels-beantwoord", "beantwoord")
"""All states, from the least to the most answered."""

UNKNOWN = "Onbekend wie het vroeg"

_name_of = re.compile(r"[^,(]*").match
"""Who asks stands first; behind a comma or bracket stands where and when."""


class Part(NamedTuple):
    """How many gaps are in a state; ``start`` and ``share`` are percentages of the bar it is a part of."""

    state: str
    label: str
    number: int
    start: float
    share: float
    address: str = ""


class Bar(NamedTuple):
    """The states of some gaps side by side: all of them, those of a topic, or what someone asked."""

    name: str
    parts: tuple[Part, ...]
    about: LocatedEntry | None = None

    @property
    def total(self) -> int:
        """How many gaps there are."""
        return sum(part.number for part in self.parts)


class Come(NamedTuple):
    """Something that came since, with what it answers of which gaps."""

    entry: LocatedEntry
    year: int | None
    answers: tuple[tuple[LocatedEntry, Answer], ...]


class Year(NamedTuple):
    """All that came in a year; ``year`` is unknown for what bears none."""

    year: int | None
    came: tuple[Come, ...]

    @property
    def answers(self) -> int:
        """How many answers, whole or partial, that are."""
        return sum(len(come.answers) for come in self.came)


class Drawn(NamedTuple):
    """The state of all gaps; ``waiting`` are those for which nothing came.

    ``askers`` asked more than once; ``once`` is who asked a single time, with what.
    """

    whole: Bar
    topics: tuple[Bar, ...]
    askers: tuple[Bar, ...]
    once: tuple[tuple[str, LocatedEntry], ...]
    years: tuple[Year, ...]
    waiting: tuple[LocatedEntry, ...]

    @property
    def answered(self) -> int:
        """For how many gaps something came."""
        return self.whole.total - len(self.waiting)


def progress(kb: KnowledgeBase) -> Drawn:
    """Return how all published gaps stand."""
    gaps = [(located, located.entry) for located in kb.of_type("gap") if isinstance(located.entry, Gap)]
    by_topic: dict[str, list[Gap]] = {}
    by_asker: dict[str, list[tuple[LocatedEntry, Gap]]] = {}
    for located, gap in gaps:
        by_asker.setdefault(asker(gap), []).append((located, gap))
        for topic in gap.topics:
            by_topic.setdefault(topic, []).append(gap)
    askers = sorted(
        by_asker.items(), key=lambda pair: (pair[0] == UNKNOWN, -len(pair[1]), pair[0].casefold())
    )
    return Drawn(
        _bar("Alle kennishiaten", [gap for _, gap in gaps], linked=True),
        tuple(_bar(t.entry.title, by_topic[t.slug], t) for t in kb.topics if t.slug in by_topic),
        tuple(_bar(name, [gap for _, gap in held]) for name, held in askers if len(held) > 1),
        tuple((name, held[0][0]) for name, held in askers if len(held) == 1),
        _years(kb, gaps),
        tuple(located for located, gap in gaps if not gap.addressed_by),
    )


def asker(gap: Gap) -> str:
    """Return who asked, without where and when."""
    found = _name_of(gap.asked_by or "")
    return (found[0].strip() if found else "") or UNKNOWN


def said(kb: KnowledgeBase) -> str:
    """Return how many gaps are open, and for how many something came."""
    drawn = progress(kb)
    opened = next(part.number for part in drawn.whole.parts if part.state == "open")
    return (
        f"Van de {drawn.whole.total} kennishiaten staan er {opened} open. "
        f"Voor {drawn.answered} is er sindsdien iets gekomen."
    )


def _bar(name: str, gaps: Iterable[Gap], about: LocatedEntry | None = None, *, linked: bool = False) -> Bar:
    counts = Counter(gap.state for gap in gaps)
    total = counts.total() or 1
    parts: list[Part] = []
    before = 0
    for state in STATES:
        count = counts[state]
        address = urls.facet_address(TYPE_BY_NAME["gap"], "state", state) if linked and count else ""
        label = labels.GAP_STATES[state]
        parts.append(Part(state, label, count, _percent(before, total), _percent(count, total), address))
        before += count
    return Bar(name, tuple(parts), about)


def _percent(count: int, total: int) -> float:
    return round(100 * count / total, 2)


def _years(kb: KnowledgeBase, gaps: Iterable[tuple[LocatedEntry, Gap]]) -> tuple[Year, ...]:
    """Return what came, by the year of what answers; without a year it stands last."""
    held: dict[str, list[tuple[LocatedEntry, Answer]]] = {}
    for located, gap in gaps:
        for answer in gap.addressed_by:
            held.setdefault(answer.entry, []).append((located, answer))
    by_year: dict[int | None, list[Come]] = {}
    for slug, answers in held.items():
        entry = kb.by_slug[slug]
        year = getattr(entry.entry, "year", None)
        by_year.setdefault(year, []).append(Come(entry, year, tuple(answers)))
    known = sorted(year for year in by_year if year is not None)
    return tuple(
        Year(
            year, tuple(sorted(by_year[year], key=lambda come: (-len(come.answers), come.entry.entry.title)))
        )
        for year in (*known, *([None] if None in by_year else []))
    )
