"""Figures of several years stand side by side as the source gives them, with what contradicts them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs import urls
from kb.outputs.pages import plan_pages
from kb.outputs.pictures.series import LABELS, comparisons, said
from kb.settings import Settings
from tests.unit.outputs.pictures.tables import rows

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]


def point(year: int, value: str, n: int | None, source: str, locator: str) -> dict[str, Any]:
    """Return a value of a series."""
    return {"year": year, "value": value, "n": n, "source": source, "locator": locator}


SERIES: dict[str, Any] = {
    "title": "Doelen",
    "question": "Waar richt je je op?",
    "unit": "%",
    "items": [
        {
            "label": "Kwaliteit",
            "points": [point(2024, "72", 116, "b", "p. 2"), point(2023, "88,1", 101, "a", "p. 1")],
        },
        {"label": "Kosten", "points": [point(2024, "33", 116, "b", "p. 2")]},
    ],
}
ROUNDED = {"claim": "Kwaliteit", "value_a": "88%", "place_a": "p. 9", "value_b": "88,1%", "place_b": "p. 1"}
NAMED: dict[str, Any] = {
    "claim": "Kosten",
    "value_a": "veel",
    "place_a": "x",
    "value_b": "weinig",
    "place_b": "y",
    "figures": ["Kosten dalen"],
}
UNRELATED = ROUNDED | {"claim": "Iets anders", "place_b": "p. 8"}
FIGURE = {"statement": "Kosten dalen", "value": "33", "unit": "%", "locator": "p. 2"}


@pytest.fixture(scope="module")
def kb(make: Make, knowledge: Knowledge) -> KnowledgeBase:
    """Return two sources whose figures are compared, with contradictions about some."""
    return knowledge(
        make("source", "a", discrepancies=[ROUNDED, UNRELATED]),
        make("source", "b", series=[SERIES], figures=[FIGURE], discrepancies=[NAMED]),
    )


def test_values_are_those_of_the_source(kb: KnowledgeBase) -> None:
    """Every value of every series is a bar of that width; years go from old to new."""
    (compared,) = comparisons(kb).comparisons
    assert compared.years == (2023, 2024)
    drawn = {(row.label, bar.point.year): bar for row in compared.rows for bar in row.bars}
    held = {(item.label, p.year): p for item in compared.series.items for p in item.points}
    assert {key: bar.point for key, bar in drawn.items()} == held
    for bar in drawn.values():
        value = float(bar.point.value.replace(",", "."))
        assert bar.width == pytest.approx(value / 100 * (100 - LABELS), abs=0.01)
    assert [bar.turn for bar in compared.rows[0].bars] == [0, 1]
    assert compared.rows[1].at(2023) is None


def test_other_units_are_drawn_against_the_most(make: Make, knowledge: Knowledge) -> None:
    """What is no percentage is compared with the highest value; below nothing there is no bar."""
    items = [
        {"label": "x", "points": [point(2023, "-4", None, "b", "p"), point(2024, "250", None, "b", "p")]}
    ]
    kb = knowledge(make("source", "b", series=[SERIES | {"unit": "euro", "items": items}]))
    (compared,) = comparisons(kb).comparisons
    assert [bar.width for bar in compared.rows[0].bars] == [0, 100 - LABELS]


def test_contradictions_are_those_of_these_figures(kb: KnowledgeBase) -> None:
    """One that gives the value at its place counts, and one that names the figure; no other."""
    (compared,) = comparisons(kb).comparisons
    assert [doubt.what.claim for doubt in compared.doubts] == ["Kwaliteit", "Kosten"]
    assert [row.doubted for row in compared.rows] == [True, True]
    assert comparisons(kb).doubts == 2


def test_contradiction_with_another_source_counts(make: Make, knowledge: Knowledge) -> None:
    """A source may contradict the value of another."""
    other = {**ROUNDED, "other_source": "a"}
    kb = knowledge(make("source", "a"), make("source", "b", series=[SERIES], discrepancies=[other]))
    (compared,) = comparisons(kb).comparisons
    assert [(doubt.what.claim, doubt.source.slug) for doubt in compared.doubts] == [("Kwaliteit", "b")]
    assert [row.doubted for row in compared.rows] == [True, False]


def test_page_has_the_same_values_as_table(kb: KnowledgeBase) -> None:
    """The table says every value, with n under the year; what is missing is called unknown."""
    html = plan_pages(kb, Settings())[urls.SERIES]().html
    assert rows(html) == [
        ["Wat", "Naast elkaar", "2023n = 101", "2024n = 116"],
        ["Kwaliteit Hier is tegenspraak", "", "88,1%", "72%"],
        ["Kosten Hier is tegenspraak", "", "onbekend", "33%"],
    ]
    assert '<desc id="reeks-1-1-d">2023: 88,1%; 2024: 72%.</desc>' in html
    for target in re.findall(r'class="kb-doubt" href="#([^"]+)"', html):
        assert f'id="{target}"' in html
    assert all(f'href="../../bronnen/{slug}/"' in html for slug in ("a", "b"))


def test_without_figures_the_page_invites(knowledge: Knowledge) -> None:
    """A site without series says so."""
    html = plan_pages(knowledge(), Settings())[urls.SERIES]().html
    assert "kb-empty" in html
    assert "<table" not in html


def test_fact_counts_questions_and_contradictions(kb: KnowledgeBase) -> None:
    """The one fact of the picture."""
    assert said(kb) == "1 vraag is in meer dan één jaar gesteld. Op 2 plaatsen is er tegenspraak."
