"""The map shows the whole country: every region and province once, none on top of another."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest

from kb.outputs.pictures.country import (
    AROUND_PROVINCES,
    AROUND_REGIONS,
    COLUMNS,
    PROVINCES,
    REGIONS,
    ROWS,
    Place,
)
from kb.pipeline import Checked

maps = pytest.mark.parametrize(
    ("name", "places", "around"),
    [("regions", REGIONS, AROUND_REGIONS), ("provinces", PROVINCES, AROUND_PROVINCES)],
)


def squares(place: Place) -> set[tuple[int, int]]:
    """Return the columns and rows that a tile covers."""
    columns = range(place.column, place.column + place.width)
    return set(product(columns, range(place.row, place.row + place.height)))


@maps
def test_map_has_a_tile_for_every_term(
    name: str, places: Mapping[str, Place], around: Mapping[str, Place], minimal: Checked
) -> None:
    """The list of the real site and the map name the same places."""
    listed = minimal.corpus.vocabularies.lists[name]
    assert {term.id for term in listed.terms} == places.keys()
    assert around


@maps
def test_tiles_lie_beside_each_other(
    name: str, places: Mapping[str, Place], around: Mapping[str, Place]
) -> None:
    """No tile or name around them covers another, and none lies outside the map."""
    taken: dict[tuple[int, int], str] = {}
    for where, place in {**places, **around}.items():
        for square in squares(place):
            assert square not in taken, f"{name}: {where} on {taken[square]}"
            taken[square] = where
    assert {column for column, _ in taken} == set(range(1, COLUMNS + 1))
    assert {row for _, row in taken} == set(range(1, ROWS + 1))


@maps
def test_country_is_in_one_piece(name: str, places: Mapping[str, Place], around: Mapping[str, Place]) -> None:
    """From any tile one can walk to any other, except over the IJsselmeer to the north of Holland."""
    del around
    land = {square: where for where, place in places.items() for square in squares(place)}
    start = next(iter(land))
    reached, edge = {start}, [start]
    while edge:
        column, row = edge.pop()
        for near in ((column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)):
            if near in land and near not in reached:
                reached.add(near)
                edge.append(near)
    assert {land[square] for square in reached} == places.keys(), name


@pytest.mark.parametrize(
    ("north", "south"),
    [
        ("groningen", "drenthe"),
        ("drenthe", "zwolle"),
        ("noord-holland-noord", "amsterdam"),
        ("utrecht", "midden-brabant"),
        ("rotterdam", "zeeland"),
        ("noord-en-midden-limburg", "zuid-limburg"),
    ],
)
def test_north_is_up(north: str, south: str) -> None:
    """What lies north stands higher."""
    assert REGIONS[north].row < REGIONS[south].row


@pytest.mark.parametrize(
    ("west", "east"),
    [
        ("noord-holland-noord", "friesland"),
        ("friesland", "groningen"),
        ("haaglanden", "utrecht"),
        ("utrecht", "arnhem"),
        ("amsterdam", "twente"),
        ("zeeland", "west-brabant"),
        ("west-brabant", "zuidoost-brabant"),
        ("zuidoost-brabant", "noord-en-midden-limburg"),
    ],
)
def test_west_is_left(west: str, east: str) -> None:
    """What lies west stands further to the left."""
    assert REGIONS[west].column < REGIONS[east].column


def test_short_names_differ() -> None:
    """On a small screen tiles have short names, which fit and tell them apart."""
    for places in (REGIONS, PROVINCES):
        shorts = [place.short for place in places.values()]
        assert len(set(shorts)) == len(shorts)
        assert all(len(place.short) <= 3 * place.width for place in places.values())
