"""The matrix counts what there is, says where there is nothing, and leads to lists of just that."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs import urls
from kb.outputs.pages import plan_pages
from kb.outputs.pictures.matrix import Matrix, matrix, said
from kb.settings import Settings
from tests.unit.outputs.pictures.tables import rows

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

PHASE, TOPIC = "voorbeeldfase", "voorbeeldthema"
UNPLACED: dict[str, Any] = {"phases": [], "phase_basis": None}


@pytest.fixture(scope="module")
def kb(make: Make, knowledge: Knowledge) -> KnowledgeBase:
    """Return entries in some squares of two topics and two phases."""
    return knowledge(
        make("phase", "laat", number=3, title="Laat"),
        make("topic", "leeg", title="Leeg thema"),
        make("tool", "a", phases=["laat"], topics=[TOPIC]),
        make("tool", "b", phases=["laat", PHASE], topics=[TOPIC]),
        make("tool", "c", topics=[TOPIC], **UNPLACED),
        make("tool", "weg", topics=[TOPIC], status="retired"),
        make("gap", "g", phases=["laat"], topics=[TOPIC, "leeg"]),
    )


def numbers(drawn: Matrix) -> dict[tuple[str, str], list[int]]:
    """Return the numbers of every square by topic and phase."""
    return {
        (row.topic.slug, square.phase.slug if square.phase else ""): [a.number for a in square.amounts]
        for row in drawn.rows
        for square in row.squares
    }


def test_squares_hold_what_the_lists_hold(kb: KnowledgeBase) -> None:
    """Every number is that of the list of that type, topic and phase."""
    drawn = matrix(kb)
    for row in drawn.rows:
        for square in row.squares:
            for amount in square.amounts:
                held = kb.find(amount.type.name, topic=row.topic.slug)
                inside = [
                    e
                    for e in held
                    if (square.phase.slug in e.entry.phases if square.phase else not e.entry.phases)
                ]
                assert amount.number == len(inside)
    assert numbers(drawn)[TOPIC, "laat"] == [2, 0, 1]
    assert numbers(drawn)["leeg", PHASE] == [0, 0, 0]
    assert numbers(drawn)[TOPIC, ""][0] == 1


def test_numbers_lead_to_lists_of_as_many(kb: KnowledgeBase) -> None:
    """A number is a link to a page that exists and shows so many entries; none has no link."""
    plan = plan_pages(kb, Settings())
    for row in matrix(kb).rows:
        for square in row.squares:
            for amount in square.amounts:
                assert bool(amount.address) == bool(amount.number and square.phase)
                if amount.address:
                    assert plan[amount.address]().html.count('<li class="kb-card') == amount.number


def test_page_shows_the_numbers_of_the_matrix(kb: KnowledgeBase) -> None:
    """The table says what was counted; an empty square is one cell that invites."""
    html = plan_pages(kb, Settings())[urls.MATRIX]().html
    table = rows(html)
    assert table[0][0] == "Thema"
    by_topic = {cells[0]: cells[1:] for cells in table[2:]}
    assert by_topic["Leeg thema"] == [
        "geen, help mee",
        "geen hulpmiddelen: help mee", "geen voorbeelden: help mee", "1 kennishiaat",
        "geen hulpmiddelen", "geen voorbeelden", "geen kennishiaten",
    ]  # fmt: skip
    assert 'href="../../over/meedoen/">geen' in html


def test_every_header_says_what_it_is_the_header_of(kb: KnowledgeBase) -> None:
    """Columns, groups of columns and rows are marked as such."""
    html = plan_pages(kb, Settings())[urls.MATRIX]().html
    scopes = re.findall(r'<th scope="(\w+)"', html)
    assert len(scopes) == html.count("<th ")
    assert (scopes.count("colgroup"), scopes.count("col"), scopes.count("row")) == (3, 1 + 9, 2)


def test_shades_follow_each_other(make: Make, knowledge: Knowledge) -> None:
    """Each number has one shade, and more is never lighter; the legend tells them all."""
    kb = knowledge(*(make("tool", f"t{n}", phases=[PHASE], topics=[TOPIC]) for n in range(30)))
    shades = matrix(kb).shades
    assert [shade.level for shade in shades] == [1, 2, 3, 4]
    spans = [number for shade in shades for number in range(shade.low, shade.high + 1)]
    assert spans == list(range(1, max(spans) + 1))
    assert max(spans) == len(kb.find("tool", topic=TOPIC, phase=PHASE))


def test_few_entries_need_few_shades(kb: KnowledgeBase) -> None:
    """No shade stands for nothing."""
    assert all(shade.low <= shade.high for shade in matrix(kb).shades)


def test_empty_squares_are_counted(kb: KnowledgeBase) -> None:
    """The one fact of the matrix is how much of it is empty."""
    drawn = matrix(kb)
    empty = [key for key, held in numbers(drawn).items() if key[1] and not any(held)]
    assert drawn.empty == len(empty) == 1
    assert said(kb) == "Voor 1 van de 4 combinaties van thema en fase kennen wij nog niets."
