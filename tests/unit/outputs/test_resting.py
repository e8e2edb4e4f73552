"""What rests on a work is on its own page, or on a page beside it when it is a lot."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs import resting
from kb.outputs.pages import plan_pages
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]
CHAPTERS = [{"title": title, "summary": "S."} for title in ("Een", "Twee", "Leeg")]


@pytest.fixture
def many(make: Make, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> KnowledgeBase:
    """Return a synthesis and a source on which more rests than fits, and a source on which less does."""
    monkeypatch.setattr(resting, "MANY", 1)

    def rests(*places: tuple[str, str]) -> list[dict[str, str]]:
        return [{"source": source, "section": section} for source, section in places]

    return knowledge(
        make("synthesis", "werk", title="Werk", chapters=CHAPTERS),
        make("source", "bron", title="Bron"),
        make("source", "stil", title="Stil"),
        make(
            "tool", "a", title="Aa", provenance=rests(("werk", "Een > Kader"), ("bron", "1"), ("stil", "1"))
        ),
        make("case", "b", title="Bb", provenance=rests(("werk", "Voorwoord"), ("bron", "2"))),
    )


def test_a_lot_has_a_page_and_little_has_none(many: KnowledgeBase) -> None:
    """Only works on which more rests than fits have one, and their own page leads there."""
    plan = plan_pages(many, Settings())
    beside = {at for at in plan if at.endswith("rust-hierop/")}
    assert {"syntheses/werk/rust-hierop/", "bronnen/bron/rust-hierop/"} <= beside
    assert "bronnen/stil/rust-hierop/" not in beside
    assert "bronnen/bron/rust-hierop/" in plan["bronnen/bron/"]().html
    assert "syntheses/werk/rust-hierop/#een" in plan["syntheses/werk/"]().html
    assert "rust-hierop" not in plan["bronnen/stil/"]().html


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("werk", [("Een", ["a"]), ("Elders in de synthese", ["b"])]),
        ("bron", [("Hulpmiddelen", ["a"]), ("Praktijkvoorbeelden", ["b"])]),
    ],
)
def test_nothing_is_left_out(many: KnowledgeBase, slug: str, expected: list[tuple[str, list[str]]]) -> None:
    """A synthesis is by chapter, what names no chapter included; a source is by type; no part is empty."""
    located = many.by_slug[slug]
    found = resting.parts(many, located)
    assert [(part.title, [entry.slug for entry in part.entries]) for part in found] == expected
    page = plan_pages(many, Settings())[resting.address(located)]()
    assert page.title == f"Wat rust op: {located.entry.title}"
    assert "steunen 2 items op" in page.html
    assert "Aa" in page.html
    assert "Bb" in page.html
    assert [crumb.name for crumb in page.crumbs][-1] == located.entry.title
