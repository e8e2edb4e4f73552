"""What an entry rests on is counted, never judged, and unknown where it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs import facts
from kb.outputs.standing import other_facts, standing

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

ROOT = Path(__file__).parents[3]
SAID = (
    *sorted((ROOT / "kb" / "templates").rglob("*.html")),
    *sorted((ROOT / "site_overrides").rglob("*.html")),
    *sorted((ROOT / "site_overrides/assets/javascripts").rglob("*.js")),
    *sorted((ROOT / "kb" / "outputs").rglob("*.py")),
    *(file for file in sorted((ROOT / "schema").glob("*.yml")) if file.name != "search-words.yml"),
    *sorted((ROOT / "content" / "pages").rglob("*.md")),
)
"""Every file with words of ours that a reader sees; what sources say is not ours."""

PROVENANCE = [{"source": "rapport", "section": "Een"}, {"source": "rapport", "section": "Twee"}]


def said(kb: KnowledgeBase, slug: str) -> dict[str, str]:
    """Return what the page says on how firm an entry stands, by name; empty where that is unknown."""
    return {f.name: "; ".join(value.text for value in f.values) for f in standing(kb.by_slug[slug], kb)}


def test_sources_are_counted_once_each(make: Make, knowledge: Knowledge) -> None:
    """Two places in one report are one source; what an entry is only related to is none."""
    kb = knowledge(
        make("source", "rapport", year=2021),
        make("source", "artikel", year=2026),
        make("tool", "a", provenance=PROVENANCE, related=["artikel"]),
    )
    assert said(kb, "a")["sources"] == "1 bron"
    assert said(kb, "a")["newest"] == "uit 2021"


@pytest.mark.parametrize(("number", "named"), [(1, True), (2, True), (3, False)])
def test_many_sources_are_counted_not_named(
    number: int, make: Make, knowledge: Knowledge, *, named: bool
) -> None:
    """The panel stays short; the page lists all of them further down."""
    sources = [make("source", f"rapport-{n}") for n in range(number)]
    places = [{"source": source.slug, "section": "Een"} for source in sources]
    kb = knowledge(*sources, make("tool", "a", provenance=places))
    assert ("provenance" in said(kb, "a")) is named
    assert said(kb, "a")["sources"].split()[0] == str(number)


def test_results_of_a_case_count_as_sources(make: Make, knowledge: Knowledge) -> None:
    """A case rests on where its outcomes come from, and is itself the example."""
    result = {"statement": "Minder spoed.", "source": "artikel"}
    kb = knowledge(
        make("source", "rapport", year=2021),
        make("source", "artikel", year=2026),
        make("case", "a", provenance=PROVENANCE, results=[result]),
    )
    assert said(kb, "a")["sources"] == "2 bronnen"
    assert said(kb, "a")["newest"] == "uit 2026"
    assert "examples" not in said(kb, "a")


def test_later_answers_are_no_ground_of_a_gap(make: Make, knowledge: Knowledge) -> None:
    """The study that answers a question did not ask it."""
    answer = {"entry": "artikel", "how": "Het meet.", "remains": "De rest."}
    kb = knowledge(
        make("source", "rapport", year=2021),
        make("source", "artikel", year=2026),
        make("gap", "a", provenance=PROVENANCE, addressed_by=[answer], state="deels-beantwoord"),
    )
    assert said(kb, "a")["sources"] == "1 bron"
    assert said(kb, "a")["explicit"]


def test_examples_are_cases_that_name_it(make: Make, knowledge: Knowledge) -> None:
    """None is said, not left out."""
    kb = knowledge(make("tool", "a"), make("tool", "b"), make("case", "c", related=["a"]))
    assert said(kb, "a")["examples"] == "1 praktijkvoorbeeld"
    assert said(kb, "b")["examples"] == "Wij kennen nog geen voorbeeld"


def test_what_is_unknown_has_its_own_row(make: Make, knowledge: Knowledge) -> None:
    """Kind of evidence, and the year of sources without one."""
    kb = knowledge(make("source", "rapport", year=None), make("tool", "a", provenance=PROVENANCE))
    unknown = {f.name: f.unknown for f in standing(kb.by_slug["a"], kb) if not f.values}
    assert unknown == {"evidence": "row", "newest": "row"}
    (evidence,) = (f for f in standing(kb.by_slug["a"], kb) if f.name == "evidence")
    assert evidence.note == "Wij weten niet waar het op rust."


def test_who_checked_is_a_role_and_a_day(make: Make, knowledge: Knowledge) -> None:
    """As a reader writes dates, with the role from its list."""
    kb = knowledge(make("model", "a", last_reviewed="2025-03-01", reviewed_by="bronhouder"))
    assert said(kb, "a")["reviewed"] == "1 maart 2025, door de bronhouder"
    assert said(kb, "a")["evidence"] == ""


@pytest.mark.parametrize("slug", ["voorbeeldtool", "voorbeeldcase", "voorbeeldgat", "voorbeeldmodel"])
def test_a_page_says_every_fact_once(knowledge: Knowledge, slug: str) -> None:
    """What is known of an entry is in one of the two lists, nothing in both."""
    kb = knowledge()
    located = kb.by_slug[slug]
    apart = [fact.name for fact in (*standing(located, kb), *other_facts(located, kb))]
    assert len(set(apart)) == len(apart)
    assert {fact.name for fact in facts.on_page(located, kb)} <= set(apart)


@pytest.mark.parametrize("file", SAID, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_of_ours_is_called_effective(file: Path) -> None:
    """The word stands only where we say that we do not use it (R3.2)."""
    text = file.read_text(encoding="utf-8")
    for sentence in re.split(r"[.!?]\s", text):
        if re.search(r"\beffectie(?:f|ve)\b", sentence, re.IGNORECASE):
            assert re.search(r"\b(?:niet|nooit)\b[^.]*‘effectief’", sentence), sentence
