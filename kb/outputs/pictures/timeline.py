"""What came when: agreements, programmes and laws, syntheses, studies and other works, year by year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import Publication
from kb.outputs import labels


class Mark(NamedTuple):
    """What a work is on the timeline; what ``stands_out`` has a shape of its own."""

    name: str
    label: str
    stands_out: bool = False


AGREEMENT = Mark("akkoord", "Akkoord", stands_out=True)
PROGRAMME = Mark("programma", "Programma van het Rijk", stands_out=True)
LAW = Mark("wet", "Wet, regeling of wetsvoorstel", stands_out=True)
SYNTHESIS = Mark("synthese", "Kennissynthese", stands_out=True)
STUDY = Mark("studie", "Studie, rapport of boek")
OTHER = Mark("ander", "Ander werk")

MARKS = (AGREEMENT, PROGRAMME, LAW, SYNTHESIS, STUDY, OTHER)
"""All marks; of one year they stand in this order."""

ROOM = 120
"""How many pixels high the fullest year is drawn."""

MARGIN = 5
"""How many percent is free at either side, for the words under the first and last column."""

_MARK = 13
_LAWS = frozenset({"legislation", "bill"})
_STUDIES = frozenset({"report", "article-journal", "book", "chapter", "thesis"})
_STATE = ("Rijksoverheid", "Ministerie")
_names_itself_agreement = re.compile(r"(?:(?!over\b|bij\b)[\w-]+ )*[\w-]*akkoord\b", re.IGNORECASE).match


class Work(NamedTuple):
    """A source or synthesis; ``word`` says what it is, ``maker`` who made it as far as we know."""

    entry: LocatedEntry
    mark: Mark
    word: str
    maker: str


class Year(NamedTuple):
    """All works of a year; ``year`` is unknown for what bears none."""

    year: int | None
    works: tuple[Work, ...]

    @property
    def marked(self) -> tuple[Work, ...]:
        """The works that stand out."""
        return tuple(work for work in self.works if work.mark.stands_out)

    def number(self, mark: Mark) -> int:
        """How many works have a mark."""
        return sum(work.mark == mark for work in self.works)


class Column(NamedTuple):
    """A year as it is drawn: ``left`` and ``width`` in percent, from the ground up in pixels."""

    year: int
    number: int
    left: float
    width: float
    studies: float
    others: float
    marks: tuple[tuple[str, float], ...]
    top: float

    @property
    def middle(self) -> float:
        """Where the middle is, in percent."""
        return round(self.left + self.width / 2, 2)


class Drawn(NamedTuple):
    """The years that have a work, old to new, what bears no year last; and a column for every year."""

    years: tuple[Year, ...]
    columns: tuple[Column, ...]
    marks: tuple[tuple[Mark, int], ...]

    @property
    def height(self) -> float:
        """How high the highest column is."""
        return max((column.top for column in self.columns), default=0)

    @property
    def total(self) -> int:
        """How many works there are."""
        return sum(len(year.works) for year in self.years)

    @property
    def undated(self) -> int:
        """How many bear no year."""
        return sum(len(year.works) for year in self.years if year.year is None)


def timeline(kb: KnowledgeBase) -> Drawn:
    """Return all published sources and syntheses by year."""
    by_year: dict[int | None, list[Work]] = {}
    for located in (*kb.of_type("synthesis"), *kb.of_type("source")):
        by_year.setdefault(getattr(located.entry, "year", None), []).append(_work(located))
    order = (*sorted(year for year in by_year if year is not None), *([None] if None in by_year else []))
    years = tuple(Year(year, tuple(sorted(by_year[year], key=_place))) for year in order)
    numbers = ((mark, sum(year.number(mark) for year in years)) for mark in MARKS)
    return Drawn(years, tuple(_columns(years)), tuple((mark, count) for mark, count in numbers if count))


def said(kb: KnowledgeBase) -> str:
    """Return how much came, and from when to when."""
    drawn = timeline(kb)
    if not drawn.columns:
        return f"Van {drawn.total} werken weten wij geen jaar."
    first, last = drawn.columns[0].year, drawn.columns[-1].year
    deals = sum(count for mark, count in drawn.marks if mark in {AGREEMENT, PROGRAMME, LAW})
    return (
        f"{drawn.total} werken van {first} tot en met {last}, met {deals} akkoorden, programma's en wetten."
    )


def mark_of(located: LocatedEntry) -> Mark:
    """Return what a source or synthesis is, from its kind, and for agreements from how it calls itself."""
    entry = located.entry
    if not isinstance(entry, Publication):
        return SYNTHESIS
    if entry.csl_type in _LAWS:
        return LAW
    if entry.csl_type in {"report", "document"}:
        if _names_itself_agreement(entry.title):
            return AGREEMENT
        if entry.title.startswith("Programma ") and (entry.organisation or "").startswith(_STATE):
            return PROGRAMME
    return STUDY if entry.csl_type in _STUDIES else OTHER


def _work(located: LocatedEntry) -> Work:
    entry, mark = located.entry, mark_of(located)
    if not isinstance(entry, Publication):
        return Work(located, mark, mark.label, getattr(entry, "organisation", ""))
    named = mark in {AGREEMENT, PROGRAMME}
    return Work(
        located, mark, mark.label if named else labels.CSL_TYPES[entry.csl_type], labels.authors(entry)
    )


def _place(work: Work) -> tuple[int, str]:
    return MARKS.index(work.mark), work.entry.entry.title.casefold()


def _columns(years: Iterable[Year]) -> Iterator[Column]:
    """Yield a column for every year from the first to the last; a year without a work is empty."""
    held = {year.year: year for year in years if year.year is not None}
    if not held:
        return
    span = range(min(held), max(held) + 1)
    most = max(len(year.works) - len(year.marked) for year in held.values()) or 1
    unit = min(5.0, ROOM / most)
    for index, number in enumerate(span):
        year = held.get(number, Year(number, ()))
        studies, others = (round(year.number(mark) * unit, 1) for mark in (STUDY, OTHER))
        ground = studies + others
        marks = tuple((work.mark.name, ground + _MARK * (i + 0.5)) for i, work in enumerate(year.marked))
        each = (100 - 2 * MARGIN) / len(span)
        left, width = MARGIN + each * (index + 0.14), each * 0.72
        top = ground + _MARK * len(marks)
        yield Column(
            number, len(year.works), round(left, 2), round(width, 2), studies, others, marks, round(top, 1)
        )
