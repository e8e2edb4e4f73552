"""The map of cases: a tile says what the table says, and a case without a place is not lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs import urls
from kb.outputs.pages import plan_pages
from kb.outputs.pictures.cases import Area, case_maps, said
from kb.settings import Settings
from tests.unit.outputs.pictures.tables import plain, rows

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

_TILE = re.compile(r'<li class="kb-tile[^"]*">(.*?)</li>', re.DOTALL)
_SAID = re.compile(
    r'kb-tile__name">(?P<name>[^<]*)<.*?kb-tile__(?:count">(?P<number>\d+)|none">geen)', re.DOTALL
)


@pytest.fixture(scope="module")
def kb(make: Make, knowledge: Knowledge) -> KnowledgeBase:
    """Return cases in regions, in two at once, in a province only, with words only, and nowhere."""
    return knowledge(
        make("case", "a", title="Aa", place="Enschede", regions=["twente"], provinces=["overijssel"]),
        make("case", "b", title="Bb", place="Oost", regions=["twente", "zwolle"], provinces=["overijssel"]),
        make("case", "c", title="Cc", provinces=["limburg"]),
        make("case", "d", title="Dd", place="Een dorp"),
        make("case", "weg", place="Enschede", regions=["twente"], status="retired"),
    )


@pytest.fixture(scope="module")
def html(kb: KnowledgeBase) -> str:
    """Return the page."""
    return plan_pages(kb, Settings())[urls.MAP]().html


def held(areas: tuple[Area, ...]) -> dict[str, list[str]]:
    """Return the slugs of the cases of every area that has any."""
    return {area.term.id: [case.slug for case in area.cases] for area in areas if area.cases}


def test_areas_hold_their_cases(kb: KnowledgeBase) -> None:
    """A case stands in each of its regions and provinces; a retired one in none."""
    drawn = case_maps(kb)
    assert held(drawn.regions.areas) == {"twente": ["a", "b"], "zwolle": ["b"]}
    assert held(drawn.provinces.areas) == {"limburg": ["c"], "overijssel": ["a", "b"]}
    assert (len(drawn.regions.areas), len(drawn.provinces.areas)) == (31, 12)


def test_every_case_is_on_the_map_or_on_a_list(kb: KnowledgeBase) -> None:
    """Placed, somewhere and nowhere are all cases, each once."""
    drawn = case_maps(kb)
    assert [case.slug for case in drawn.somewhere] == ["c", "d"]
    assert [case.slug for case in drawn.nowhere] == ["voorbeeldcase"]
    assert drawn.placed == 2
    assert drawn.total == drawn.placed + len(drawn.somewhere) + len(drawn.nowhere)
    assert said(kb) == "Van 2 van de 5 voorbeelden weten wij de regio. In 2 van de 31 regio's is er een."


def test_tiles_say_what_the_tables_say(html: str) -> None:
    """The numbers on both maps are those in the tables; what has none is named below."""
    tiles = []
    for tile in _TILE.findall(html):
        found = _SAID.search(tile)
        assert found is not None
        tiles.append((plain(found["name"]).replace("\u200b", ""), "href=" in tile, int(found["number"] or 0)))
    in_tables = [(row[0], True, int(row[1])) for row in rows(html) if row[1].isdigit()]
    missing = re.findall(r'kb-places__none">(.*?)</span>', html)
    in_lists = [(plain(name), False, 0) for names in missing for name in names.split(", ")]
    assert len(tiles) == 31 + 12
    assert sorted(tiles) == sorted(in_tables + in_lists)


def test_tiles_lead_to_the_cases(html: str) -> None:
    """A region leads to its row on the page, a province to its list."""
    assert '<a class="kb-tile__in" href="#regio-twente">' in html
    assert 'id="regio-twente"' in html
    assert '<a class="kb-tile__in" href="../../praktijk/provincie/overijssel/">' in html


def test_cases_without_a_region_are_listed(html: str) -> None:
    """With the words that the source has for the place, or the province."""
    somewhere, _, nowhere = html.partition('id="wel-een-plaats"')[2].partition('id="zonder-plaats"')
    assert "Cc</a> <span" in somewhere
    assert ">Limburg</span>" in somewhere
    assert ">Een dorp</span>" in somewhere
    assert "Voorbeeldcase" in nowhere


def test_more_cases_than_fit_are_a_click_away(make: Make, knowledge: Knowledge) -> None:
    """A full region shows its start; no case is left out."""
    cases = (make("case", f"c{n}", title=f"Nummer {n}", regions=["twente"]) for n in range(20))
    html = plan_pages(knowledge(*cases), Settings())[urls.MAP]().html
    assert "en nog 14" in html
    assert all(html.count(f">Nummer {n}</a>") == 1 for n in range(20))


def test_a_region_without_a_place_is_in_the_table(make: Make, knowledge: Knowledge) -> None:
    """A project with a region that our map does not know shows it in words."""
    drawn = case_maps(knowledge(make("case", "a", regions=["twente"])))
    strange = drawn.regions.areas[0]._replace(place=None)
    assert strange not in drawn.regions._replace(areas=(strange,)).tiles
