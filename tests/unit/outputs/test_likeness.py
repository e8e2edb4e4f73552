"""Which entries are said to be alike, which are not, and with what reasons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kb.corpus import LocatedEntry
from kb.dutch import Analysis
from kb.knowledge_base import KnowledgeBase
from kb.outputs.likeness import ENOUGH, MOST, Alike, Likeness
from kb.outputs.pages import plan_pages
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

OTHERS = ("Fietsen door Drenthe", "Vliegwiel en kompas", "Tuinieren voor beginners", "Brood en soep")


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    """Return the analysis of Dutch; it reads a dictionary, so once."""
    return Analysis(compounds={"dementienetwerk": ("dementie", "netwerk")})


@pytest.fixture
def alike(make: Make, knowledge: Knowledge, analysis: Analysis) -> Callable[..., tuple[Alike, ...]]:
    """Return ``alike(first, second, ...)``: what the first entry is like, among these and others."""

    def compare(first: LocatedEntry, *more: LocatedEntry) -> tuple[Alike, ...]:
        others = [entry(make, f"ander-{number}", title) for number, title in enumerate(OTHERS)]
        return Likeness(knowledge(first, *more, *others), analysis).of(first.slug)

    return compare


def entry(make: Make, slug: str, title: str, kind: str = "case", **fields: object) -> LocatedEntry:
    """Return an entry whose title and summary are all there is to compare."""
    bare = {"topics": [], "related": [], "aliases": [], "provenance": [], "summary": f"{title}."}
    return make(kind, slug, title=title, body="Tekst.", **{**bare, **fields})


def names(found: tuple[Alike, ...]) -> list[str]:
    """Return the slugs of what was found."""
    return [item.entry.slug for item in found]


def test_rare_words_make_alike(make: Make, alike: Callable[..., tuple[Alike, ...]]) -> None:
    """Entries that have rare words in common are alike, in whatever form the words stand."""
    found = alike(
        entry(make, "a", "Casemanagers bij dementie", summary="De casemanager."),
        entry(make, "b", "De casemanager en de dementie"),
        entry(make, "c", "Heel iets anders"),
    )
    assert names(found) == ["b"]
    assert set(found[0].words) == {"casemanager", "dementie"}
    assert found[0].score >= ENOUGH


def test_part_of_a_compound_counts(make: Make, alike: Callable[..., tuple[Alike, ...]]) -> None:
    """A word and a compound with it are alike; the reason names the word, never a bare part."""
    found = alike(
        entry(make, "a", "Dementie in Gouda"),
        entry(make, "b", "Dementienetwerk Gouda"),
    )
    assert names(found) == ["b"]
    assert set(found[0].words) == {"gouda", "dementie"}


def test_linked_entries_are_left_out(make: Make, alike: Callable[..., tuple[Alike, ...]]) -> None:
    """What a link leads to, from either side, a reader finds already."""
    first = entry(make, "a", "Casemanagers bij dementie", related=["b"])
    back = make("case", "c", title="Casemanager dementie", summary="Dementie.", body="[a](../cases/a.md)")
    assert names(alike(first, entry(make, "b", "De casemanager en dementie"), back)) == []


def test_one_word_is_no_reason(make: Make, alike: Callable[..., tuple[Alike, ...]]) -> None:
    """One shared word is not enough, one word and a theme is."""
    words = ("Casemanager", "Casemanager")
    bare = [entry(make, slug, word) for slug, word in zip("ab", words, strict=True)]
    assert alike(*bare) == ()
    tagged = [
        entry(make, slug, word, topics=["voorbeeldthema"]) for slug, word in zip("ab", words, strict=True)
    ]
    found = alike(*tagged)
    assert names(found) == ["b"]
    assert found[0].topics == ("voorbeeldthema",)


def test_themes_alone_make_nothing_alike(make: Make, alike: Callable[..., tuple[Alike, ...]]) -> None:
    """The same themes without a word in common are what lists are for."""
    first = entry(make, "a", "Appels plukken", topics=["voorbeeldthema"])
    assert alike(first, entry(make, "b", "Kaas maken", topics=["voorbeeldthema"])) == ()


def test_shared_source_and_tool_are_reasons(make: Make, alike: Callable[..., tuple[Alike, ...]]) -> None:
    """A source that both rest on and a tool that both name are given as reasons."""
    rest: dict[str, Any] = {"provenance": [{"source": "bron-x", "section": "1"}], "related": ["tool-x"]}
    found = alike(
        entry(make, "a", "Casemanagers in Gouda", **rest),
        entry(make, "b", "Casemanager te Gouda", **rest),
        entry(make, "tool-x", "Meetlat", "tool"),
        make("source", "bron-x", title="Jaarboek", summary="Jaarboek.", related=[], topics=[]),
    )
    assert [(item.source, item.tool) for item in found] == [("bron-x", "tool-x")]


def test_at_most_four_in_a_fixed_order(make: Make, alike: Callable[..., tuple[Alike, ...]]) -> None:
    """Of equals the first by name are taken, the same at every build."""
    same = [entry(make, f"zelfde-{number}", "Casemanagers bij dementie") for number in range(7)]
    found = alike(*reversed(same))
    assert names(found) == [f"zelfde-{number}" for number in range(MOST)]


def test_common_words_tell_nothing(make: Make, alike: Callable[..., tuple[Alike, ...]]) -> None:
    """Words that say how a thing is described, and words that all entries have, make nothing alike."""
    assert alike(entry(make, "a", "Rapport over de aanpak"), entry(make, "b", "Het rapport, de aanpak")) == ()


def test_only_growing_types_are_compared(knowledge: Knowledge, analysis: Analysis) -> None:
    """Pages of themes, phases and syntheses list what is theirs; an unknown entry is like nothing."""
    likeness = Likeness(knowledge(), analysis)
    assert likeness.of("voorbeeldthema") == likeness.of("bestaat-niet") == ()


def test_retired_entries_are_not_compared(make: Make, alike: Callable[..., tuple[Alike, ...]]) -> None:
    """What was retired is not recommended."""
    first = entry(make, "a", "Casemanagers bij dementie")
    assert alike(first, entry(make, "b", "Casemanager dementie", status="retired")) == ()


def test_names_keep_their_capitals(make: Make, alike: Callable[..., tuple[Alike, ...]]) -> None:
    """A province in a reason is spelled as a name."""
    found = alike(entry(make, "a", "Kaas uit Zeeland"), entry(make, "b", "Zeeland en de kaas"))
    assert set(found[0].words) == {"kaas", "Zeeland"}


def test_page_says_why_and_who_chose(make: Make, knowledge: Knowledge) -> None:
    """The page of an entry shows what it is like, with the reason, and that no editor chose it."""
    others = [entry(make, f"ander-{number}", title) for number, title in enumerate(OTHERS)]
    kaas = [entry(make, slug, "Kaas uit Zeeland", topics=["voorbeeldthema"]) for slug in "ab"]
    html = plan_pages(knowledge(*kaas, *others), Settings())["praktijk/a/"]().html
    section = html[html.index('id="lijkt-hierop"') :].partition("</section>")[0]
    assert "niet gekozen door de redactie" in section
    assert '<a href="../../praktijk/b/">Kaas uit Zeeland</a>' in section
    assert "Gedeelde woorden: kaas, Zeeland. Zelfde thema: Voorbeeldthema." in section


def test_page_of_what_is_like_nothing_has_no_section(make: Make, knowledge: Knowledge) -> None:
    """Without likeness there is no empty heading."""
    html = plan_pages(knowledge(entry(make, "a", "Kaas uit Zeeland")), Settings())["praktijk/a/"]().html
    assert "lijkt-hierop" not in html
