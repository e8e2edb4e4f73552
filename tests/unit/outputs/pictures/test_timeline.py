"""The timeline has every work once, in its year, and marks what stands out."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs import urls
from kb.outputs.pages import plan_pages
from kb.outputs.pictures.timeline import (
    AGREEMENT,
    LAW,
    OTHER,
    PROGRAMME,
    ROOM,
    STUDY,
    SYNTHESIS,
    Mark,
    mark_of,
    said,
    timeline,
)
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]


@pytest.fixture(scope="module")
def kb(make: Make, knowledge: Knowledge) -> KnowledgeBase:
    """Return works of several years, one without a year and one that is no longer shown."""
    return knowledge(
        make("source", "oud", year=2001, csl_type="book", title="Een boek"),
        make("source", "iza", year=2004, csl_type="report", title="Groot zorgakkoord: samen"),
        make("source", "brief", year=2004, csl_type="document", title="Brief"),
        make("source", "jaarloos", year=None, csl_type="webpage", title="Zonder jaar"),
        make("source", "weg", year=2003, csl_type="book", status="retired"),
    )


def test_every_work_stands_in_its_year(kb: KnowledgeBase) -> None:
    """All published sources and syntheses are there once, old to new, the undated last."""
    drawn = timeline(kb)
    works = [work.entry.slug for year in drawn.years for work in year.works]
    assert sorted(works) == sorted(e.slug for name in ("source", "synthesis") for e in kb.of_type(name))
    years = [year.year for year in drawn.years]
    dated = [year for year in years if year is not None]
    assert dated == sorted(dated)
    assert years[-1] is None
    for year in drawn.years:
        assert all(getattr(work.entry.entry, "year", None) == year.year for work in year.works)
    assert drawn.total == len(works)
    assert drawn.undated == len(drawn.years[-1].works)
    assert 2003 not in dated


def test_numbers_of_legend_columns_and_years_agree(kb: KnowledgeBase) -> None:
    """Counted by mark, by column or by year it is as many; a year without a work keeps its place."""
    drawn = timeline(kb)
    assert sum(count for _, count in drawn.marks) == drawn.total
    assert sum(column.number for column in drawn.columns) == drawn.total - drawn.undated
    first, last = drawn.columns[0].year, drawn.columns[-1].year
    assert [column.year for column in drawn.columns] == list(range(first, last + 1))
    assert next(column for column in drawn.columns if column.year == 2003).top == 0
    assert all(column.left >= 0 and column.left + column.width <= 100 for column in drawn.columns)


def test_columns_are_as_high_as_they_are_many(make: Make, knowledge: Knowledge) -> None:
    """Twice as many works are twice as high, and the fullest year still fits."""
    many = (make("source", f"s{n}", year=2001 + (n % 3 > 0), csl_type="book") for n in range(90))
    columns = {column.year: column for column in timeline(knowledge(*many)).columns}
    assert columns[2002].studies == pytest.approx(2 * columns[2001].studies, abs=0.2)
    assert max(column.studies + column.others for column in columns.values()) <= ROOM


@pytest.mark.parametrize(
    ("fields", "mark"),
    [
        ({"csl_type": "report", "title": "Integraal zorgakkoord: samen werken"}, AGREEMENT),
        ({"csl_type": "report", "title": "Gezond en Actief Leven Akkoord (GALA)"}, AGREEMENT),
        ({"csl_type": "document", "title": "Kamerbrief over voortgang integraal zorgakkoord"}, OTHER),
        ({"csl_type": "report", "title": "Akkoorden lezen"}, STUDY),
        ({"csl_type": "article-journal", "title": "Zorgakkoord"}, STUDY),
        ({"csl_type": "report", "title": "Programma Ouderen", "organisation": "Rijksoverheid"}, PROGRAMME),
        ({"csl_type": "report", "title": "Programma Ouderen", "organisation": "Vilans"}, STUDY),
        ({"csl_type": "bill", "title": "Wetsvoorstel"}, LAW),
        ({"csl_type": "legislation", "title": "Wet"}, LAW),
        ({"csl_type": "webpage", "title": "Pagina"}, OTHER),
    ],
)
def test_mark_follows_kind_and_title(fields: dict[str, str], mark: Mark, make: Make) -> None:
    """An agreement is what calls itself one, not what tells about one."""
    assert mark_of(make("source", "werk", **fields)) is mark


def test_synthesis_is_marked(kb: KnowledgeBase) -> None:
    """Every synthesis stands out."""
    assert {mark_of(e) for e in kb.of_type("synthesis")} == {SYNTHESIS}


def test_page_says_what_it_draws(kb: KnowledgeBase) -> None:
    """Each year names its number; what stands out says so in a word, with a shape; all are linked."""
    html = plan_pages(kb, Settings())[urls.TIMELINE]().html
    for year in timeline(kb).years:
        heading = re.search(rf'<h3 id="jaar-{year.year or "onbekend"}">.*?</h3>', html)
        assert heading is not None
        assert f">{len(year.works)} " in heading[0]
        for work in year.works:
            assert f'/{work.entry.slug}/">' in html
    assert '<strong class="kb-landmark__word">Akkoord</strong> <a href="../../bronnen/iza/">' in html


def test_long_year_is_folded(make: Make, knowledge: Knowledge) -> None:
    """Of a year with many works all are there, most behind a click."""
    kb = knowledge(*(make("source", f"s{n}", year=2001, csl_type="book") for n in range(20)))
    html = plan_pages(kb, Settings())[urls.TIMELINE]().html
    assert "Toon nog 8 uit 2001" in html
    assert all(html.count(f"bronnen/s{n}/") == 1 for n in range(20))


def test_fact_counts_all(kb: KnowledgeBase) -> None:
    """The one fact says how many works, and of which years."""
    assert said(kb).startswith(f"{timeline(kb).total} werken van 2001 tot en met ")
