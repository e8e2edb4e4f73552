"""How the gaps stand: bars and tables agree, what came stands by year, and what waits is listed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import Gap
from kb.outputs import urls
from kb.outputs.pages import plan_pages
from kb.outputs.pictures.gaps import UNKNOWN, Bar, asker, progress, said
from kb.settings import Settings
from tests.unit.outputs.pictures.tables import rows

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

TOPIC = "voorbeeldthema"
_SVG = re.compile(r'<svg class="kb-bar".*?</svg>', re.DOTALL)
_COUNT = re.compile(r"<text [^>]*>(\d+)</text>")


def answer(entry: str) -> dict[str, str]:
    """Return that an entry answers a part."""
    return {"entry": entry, "how": "Een deel.", "remains": "De rest."}


@pytest.fixture(scope="module")
def kb(make: Make, knowledge: Knowledge) -> KnowledgeBase:
    """Return gaps in all but one state, two of them with answers."""
    return knowledge(
        make("topic", "ander", title="Ander"),
        make("source", "oud", title="Oud", year=2024),
        make("source", "nieuw", title="Nieuw", year=2025),
        make("tool", "los", title="Los"),
        make(
            "gap", "a", title="Aa", state="deels-beantwoord", topics=[TOPIC, "ander"],
            asked_by="RIVM, in een studie (2024)", addressed_by=[answer("nieuw"), answer("los")],
        ),
        make(
            "gap", "b", title="Bb", state="in-onderzoek", asked_by="RIVM (2022), evaluatie",
            addressed_by=[answer("nieuw"), answer("oud")],
        ),
        make("gap", "c", title="Cc", asked_by="Nivel"),
        make("gap", "weg", status="retired"),
    )  # fmt: skip


@pytest.fixture(scope="module")
def html(kb: KnowledgeBase) -> str:
    """Return the page."""
    return plan_pages(kb, Settings())[urls.PROGRESS]().html


def numbers(bars: tuple[Bar, ...]) -> dict[str, list[int]]:
    """Return the numbers of bars by name."""
    return {bar.name: [part.number for part in bar.parts] for bar in bars}


def test_bars_count_the_states(kb: KnowledgeBase) -> None:
    """All gaps, then by topic and by who asked: most first, unknown last; who asked once has no bar."""
    drawn = progress(kb)
    assert numbers((drawn.whole,)) == {"Alle kennishiaten": [2, 1, 1, 0]}
    assert numbers(drawn.topics) == {"Ander": [0, 0, 1, 0], "Voorbeeldthema": [2, 1, 1, 0]}
    assert numbers(drawn.askers) == {"RIVM": [0, 1, 1, 0]}
    assert [(name, gap.slug) for name, gap in drawn.once] == [("Nivel", "c"), (UNKNOWN, "voorbeeldgat")]


def test_parts_fill_the_bar(kb: KnowledgeBase) -> None:
    """Parts follow each other without a hole and end at the end."""
    drawn = progress(kb)
    for bar in (drawn.whole, *drawn.topics, *drawn.askers):
        at = 0.0
        for part in bar.parts:
            assert part.start == pytest.approx(at, abs=0.02)
            at += part.share
        assert at == pytest.approx(100, abs=0.05)


def test_states_lead_to_their_lists(kb: KnowledgeBase) -> None:
    """The list of a state exists and has as many gaps; a state without any has no link."""
    plan = plan_pages(kb, Settings())
    for part in progress(kb).whole.parts:
        assert bool(part.address) == bool(part.number)
        if part.address:
            assert plan[part.address]().html.count('<li class="kb-card') == part.number


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Nivel", "Nivel"),
        ("Vilans, in de kennissynthese (2024)", "Vilans"),
        ("RIVM (2022), evaluatie", "RIVM"),
        ("Onderzoekers van de Universiteit Twente, in opdracht", "Onderzoekers van de Universiteit Twente"),
        (None, UNKNOWN),
        ("(2024)", UNKNOWN),
    ],
)
def test_asker_is_named_without_where_and_when(given: str | None, name: str, make: Make) -> None:
    """Who asked twice, in two studies, is one."""
    gap = make("gap", "x", asked_by=given).entry
    assert isinstance(gap, Gap)
    assert asker(gap) == name


def test_what_came_stands_by_year(kb: KnowledgeBase) -> None:
    """Oldest first, without a year last; each names the gaps it answers."""
    found = [
        (year.year, come.entry.slug, [gap.slug for gap, _ in come.answers])
        for year in progress(kb).years
        for come in year.came
    ]
    assert found == [(2024, "oud", ["b"]), (2025, "nieuw", ["a", "b"]), (None, "los", ["a"])]
    assert [year.answers for year in progress(kb).years] == [1, 2, 1]


def test_gaps_without_an_answer_wait(kb: KnowledgeBase, html: str) -> None:
    """What has nothing yet is listed, with who asked; together with the rest it is all."""
    drawn = progress(kb)
    assert [gap.slug for gap in drawn.waiting] == ["c", "voorbeeldgat"]
    assert drawn.answered + len(drawn.waiting) == drawn.whole.total == 4
    waiting = html.partition('id="nog-niets"')[2]
    assert "open; gevraagd door Nivel" in waiting
    assert "open; onbekend wie het vroeg" in waiting
    assert said(kb) == "Van de 4 kennishiaten staan er 2 open. Voor 2 is er sindsdien iets gekomen."


def test_drawings_say_what_the_tables_say(kb: KnowledgeBase, html: str) -> None:
    """Each bar has the numbers of the row it stands in, in its parts and in its description."""
    drawn = progress(kb)
    bars = (drawn.whole, *drawn.topics, *drawn.askers)
    svgs = _SVG.findall(html)
    assert len(svgs) == len(bars)
    by_row = {row[0]: [int(cell) for cell in row[2:-1]] for row in rows(html) if row[-1].isdigit()}
    assert by_row == numbers(bars[1:])
    for bar, svg in zip(bars, svgs, strict=True):
        held = [part.number for part in bar.parts]
        assert [int(number) for number in _COUNT.findall(svg)] == [number for number in held if number]
        said_of = ", ".join(f"{part.number} {part.label}" for part in bar.parts)
        assert f">{said_of}.</desc>" in svg


def test_without_gaps_the_page_still_stands(make: Make, knowledge: Knowledge) -> None:
    """A project that has no gaps yet gets a page that says so."""
    kb = knowledge(make("gap", "voorbeeldgat", status="retired"))
    html = plan_pages(kb, Settings())[urls.PROGRESS]().html
    assert "Er staan 0 kennishiaten op deze site." in html
    assert "Per thema</h2>" not in html
