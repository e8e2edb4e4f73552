"""Figures that can be compared over the years, with where sources contradict them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import Publication, Synthesis
from kb.model.entry import Discrepancy, Series, SeriesItem, SeriesPoint

LABELS = 15
"""How many percent of the drawing is for the years before the bars."""


class Bar(NamedTuple):
    """A value as it is drawn; ``width`` in percent. ``turn`` counts the years from the oldest."""

    point: SeriesPoint
    turn: int
    width: float


class Row(NamedTuple):
    """What was measured, with a bar for each year that has a value, and whether a source doubts one."""

    label: str
    bars: tuple[Bar, ...]
    doubted: bool

    def at(self, year: int) -> SeriesPoint | None:
        """Return the value of a year."""
        return next((bar.point for bar in self.bars if bar.point.year == year), None)


class Doubt(NamedTuple):
    """A contradiction that names one of the values, and who tells it."""

    what: Discrepancy
    source: LocatedEntry


class Comparison(NamedTuple):
    """A series with its rows in the order of the source, its years from old to new."""

    series: Series
    source: LocatedEntry
    years: tuple[int, ...]
    rows: tuple[Row, ...]
    doubts: tuple[Doubt, ...]

    def points(self, year: int) -> list[SeriesPoint]:
        """Return all values of a year."""
        return [bar.point for row in self.rows for bar in row.bars if bar.point.year == year]


class Drawn(NamedTuple):
    """All series of all sources and syntheses."""

    comparisons: tuple[Comparison, ...]

    @property
    def doubts(self) -> int:
        """How many contradictions are about these values."""
        return len({id(doubt.what) for held in self.comparisons for doubt in held.doubts})


def comparisons(kb: KnowledgeBase) -> Drawn:
    """Return all published series."""
    doubts = tuple(Doubt(what, source) for source, entry in _speaking(kb) for what in entry.discrepancies)
    return Drawn(
        tuple(
            _compared(kb, series, source, doubts)
            for source, entry in _speaking(kb)
            for series in entry.series
        )
    )


def said(kb: KnowledgeBase) -> str:
    """Return how many questions can be compared, and how many values are contradicted."""
    drawn = comparisons(kb)
    questions = len(drawn.comparisons)
    asked = "vraag is" if questions == 1 else "vragen zijn"
    places = "plaats" if drawn.doubts == 1 else "plaatsen"
    return f"{questions} {asked} in meer dan één jaar gesteld. Op {drawn.doubts} {places} is er tegenspraak."


def _speaking(kb: KnowledgeBase) -> Iterator[tuple[LocatedEntry, Publication | Synthesis]]:
    for located in (*kb.of_type("synthesis"), *kb.of_type("source")):
        if isinstance(located.entry, Publication | Synthesis):
            yield located, located.entry


def _compared(
    kb: KnowledgeBase, series: Series, source: LocatedEntry, doubts: tuple[Doubt, ...]
) -> Comparison:
    points = [point for item in series.items for point in item.points]
    years = tuple(sorted({point.year for point in points}))
    whole = 100.0 if series.unit == "%" else max(map(_number, points)) or 1.0
    about = {
        id(point): [doubt for doubt in doubts if _names(kb, doubt, point, series.unit)] for point in points
    }

    def row(item: SeriesItem) -> Row:
        bars = (
            Bar(point, years.index(point.year), _width(_number(point) / whole))
            for point in sorted(item.points, key=lambda point: point.year)
        )
        return Row(item.label, tuple(bars), any(about[id(point)] for point in item.points))

    named = {id(doubt.what): doubt for point in points for doubt in about[id(point)]}
    return Comparison(series, source, years, tuple(map(row, series.items)), tuple(named.values()))


def _number(point: SeriesPoint) -> float:
    return float(point.value.replace(",", "."))


def _width(share: float) -> float:
    return round(max(0.0, min(1.0, share)) * (100 - LABELS), 2)


def _names(kb: KnowledgeBase, doubt: Doubt, point: SeriesPoint, unit: str) -> bool:
    """Whether a contradiction is about this value: it gives it at its place, or names it as a figure."""
    what, teller = doubt.what, doubt.source.slug
    value = f"{point.value}{'' if unit == '%' else ' '}{unit}"
    if teller == point.source and (what.place_a, what.value_a) == (point.locator, value):
        return True
    if (what.other_source or teller) == point.source and (what.place_b, what.value_b) == (
        point.locator,
        value,
    ):
        return True
    entry = kb.by_slug[teller].entry
    return (
        teller == point.source
        and isinstance(entry, Publication | Synthesis)
        and any(
            figure.statement in what.figures
            and (figure.value, figure.unit, figure.locator) == (point.value, unit, point.locator)
            for figure in entry.figures
        )
    )
