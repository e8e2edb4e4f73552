"""Where the cases are: per region and per province, and which have no place we know for certain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import TYPE_BY_NAME, Case
from kb.model.vocabulary import Term
from kb.outputs import urls
from kb.outputs.pictures.country import (
    AROUND_PROVINCES,
    AROUND_REGIONS,
    PROVINCES,
    REGIONS,
    Place,
)

Field = Literal["regions", "provinces"]

SHADES = 3
"""1, 2 and more cases."""


class Area(NamedTuple):
    """A region or province with its cases; ``place`` is where it lies on the map, if that is known.

    ``address`` is the list of just these cases, when there is one elsewhere.
    """

    term: Term
    place: Place | None
    cases: tuple[LocatedEntry, ...]
    address: str = ""

    @property
    def shade(self) -> int:
        """How dark the tile is."""
        return min(len(self.cases), SHADES)


class CaseMap(NamedTuple):
    """Every area of one kind; ``around`` are names to find one's way by."""

    areas: tuple[Area, ...]
    around: Mapping[str, Place]

    @property
    def tiles(self) -> tuple[Area, ...]:
        """The areas on the map, row by row."""
        placed = (area for area in self.areas if area.place)
        return tuple(
            sorted(placed, key=lambda area: (area.place.row, area.place.column) if area.place else ())
        )

    @property
    def filled(self) -> int:
        """How many areas have a case."""
        return sum(bool(area.cases) for area in self.areas)


class Drawn(NamedTuple):
    """Both maps, and the cases that are in no region: of ``somewhere`` we only know a place in words."""

    total: int
    regions: CaseMap
    provinces: CaseMap
    somewhere: tuple[LocatedEntry, ...]
    nowhere: tuple[LocatedEntry, ...]

    @property
    def placed(self) -> int:
        """How many cases are in a region; a case in two counts once."""
        return self.total - len(self.somewhere) - len(self.nowhere)

    @property
    def in_province(self) -> int:
        """How many cases are in a province."""
        return len({case.slug for area in self.provinces.areas for case in area.cases})


def case_maps(kb: KnowledgeBase) -> Drawn:
    """Return where all published cases are."""
    cases = kb.of_type("case")
    loose = [case for case in cases if isinstance(case.entry, Case) and not case.entry.regions]
    return Drawn(
        len(cases),
        CaseMap(_areas(kb, "regions", REGIONS), AROUND_REGIONS),
        CaseMap(_areas(kb, "provinces", PROVINCES), AROUND_PROVINCES),
        tuple(case for case in loose if _named(case)),
        tuple(case for case in loose if not _named(case)),
    )


def said(kb: KnowledgeBase) -> str:
    """Return how many cases are on the map."""
    drawn = case_maps(kb)
    return (
        f"Van {drawn.placed} van de {drawn.total} voorbeelden weten wij de regio. "
        f"In {drawn.regions.filled} van de {len(drawn.regions.areas)} regio's is er een."
    )


def _areas(kb: KnowledgeBase, field: Field, places: Mapping[str, Place]) -> tuple[Area, ...]:
    held: dict[str, list[LocatedEntry]] = {}
    for case in kb.of_type("case"):
        for value in getattr(case.entry, field):
            held.setdefault(value, []).append(case)
    listed = kb.vocabularies.lists.get(field)
    return tuple(
        Area(term, places.get(term.id), tuple(held.get(term.id, ())), _address(field, term.id, held))
        for term in (listed.terms if listed else ())
    )


def _address(field: Field, value: str, held: Mapping[str, object]) -> str:
    case = TYPE_BY_NAME["case"]
    return urls.facet_address(case, field, value) if field in case.facets and value in held else ""


def _named(case: LocatedEntry) -> bool:
    """Whether a source names a place, or a province is known."""
    entry = case.entry
    return isinstance(entry, Case) and bool(entry.place or entry.provinces)
