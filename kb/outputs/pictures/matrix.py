"""Where the knowledge lies and where it does not: what there is for every topic in every phase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import TYPE_BY_NAME, EntryType
from kb.outputs import urls

COUNTED = ("tool", "case", "gap")
"""The types that are counted, in the order of the columns."""

SHADES = 4


class Amount(NamedTuple):
    """How many entries of a type there are; ``address`` is the list of just these, when there is one."""

    type: EntryType
    number: int
    address: str
    shade: int


class Square(NamedTuple):
    """What there is for a topic in one phase; without a phase: what nobody placed in any."""

    phase: LocatedEntry | None
    amounts: tuple[Amount, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing at all."""
        return not any(amount.number for amount in self.amounts)


class Row(NamedTuple):
    """A topic with a square for each phase and one for what has no phase."""

    topic: LocatedEntry
    squares: tuple[Square, ...]


class Shade(NamedTuple):
    """What a shade stands for: the lowest and highest number that has it."""

    level: int
    low: int
    high: int


class Matrix(NamedTuple):
    """All topics; ``phases`` are the columns, each divided by ``types``."""

    phases: tuple[LocatedEntry, ...]
    types: tuple[EntryType, ...]
    rows: tuple[Row, ...]
    shades: tuple[Shade, ...]

    @property
    def squares(self) -> int:
        """How many pairs of a topic and a phase there are."""
        return len(self.rows) * len(self.phases)

    @property
    def empty(self) -> int:
        """How many of these have nothing."""
        return sum(square.empty for row in self.rows for square in row.squares if square.phase)


def matrix(kb: KnowledgeBase) -> Matrix:
    """Return what there is for every topic in every phase."""
    counts = Counter(_places(kb))
    most = max((n for (_, _, phase), n in counts.items() if phase), default=0)
    shades = tuple(_shades(most))
    types = tuple(TYPE_BY_NAME[name] for name in COUNTED)

    def square(topic: LocatedEntry, phase: LocatedEntry | None) -> Square:
        where = phase.slug if phase else ""
        return Square(
            phase, tuple(_amount(t, topic, phase, counts[t.name, topic.slug, where], shades) for t in types)
        )

    rows = (Row(topic, tuple(square(topic, phase) for phase in (*kb.phases, None))) for topic in kb.topics)
    return Matrix(kb.phases, types, tuple(rows), shades)


def said(kb: KnowledgeBase) -> str:
    """Return how much of the matrix is empty."""
    drawn = matrix(kb)
    return f"Voor {drawn.empty} van de {drawn.squares} combinaties van thema en fase kennen wij nog niets."


def _places(kb: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    """Yield type, topic and phase (or nothing) for every square that an entry stands in."""
    for name in COUNTED:
        for located in kb.of_type(name):
            for topic in located.entry.topics:
                for phase in located.entry.phases or ("",):
                    yield name, topic, phase


def _amount(
    entry_type: EntryType,
    topic: LocatedEntry,
    phase: LocatedEntry | None,
    count: int,
    shades: tuple[Shade, ...],
) -> Amount:
    if not count or phase is None:
        return Amount(entry_type, count, "", 0)
    address = urls.combined_address(entry_type, {"phases": phase.slug, "topics": topic.slug})
    level = next(shade.level for shade in shades if count <= shade.high)
    return Amount(entry_type, count, address, level)


def _shades(most: int) -> Iterator[Shade]:
    """Yield what the shades mean; most numbers are small, so low shades hold fewer of them."""
    low = 1
    for level in range(1, SHADES + 1):
        high = most if level == SHADES else round(most * (level / SHADES) ** 2)
        if high >= low:
            yield Shade(level, low, high)
            low = high + 1
