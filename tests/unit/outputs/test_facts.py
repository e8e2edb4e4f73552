"""What is known of an entry, once in words, for its page and for data."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, EntryType, Publication
from kb.outputs import facts

Make = Callable[..., LocatedEntry]
Full = Callable[[EntryType], LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

EMPTY: dict[str, object] = {
    "audiences": [],
    "effort": None,
    "evidence": "onbekend",
    "publisher": None,
    "year": None,
    "target_groups": [],
    "layers": [],
    "requirements": None,
    "limitations": None,
    "links": [],
}


def publication(located: LocatedEntry) -> Publication:
    """Return the source that an entry is."""
    assert isinstance(located.entry, Publication)
    return located.entry


def said(found: tuple[facts.Fact, ...]) -> dict[str, list[str]]:
    """Return the texts of facts by name."""
    return {fact.name: [value.text for value in fact.values] for fact in found}


def test_unknown_facts_say_where_they_are_told(make: Make, knowledge: Knowledge) -> None:
    """No value is no text; each fact says whether the page has a row for it, one for all, or none."""
    kb = knowledge(make("tool", "x", **EMPTY))
    found = facts.on_page(kb.by_slug["x"], kb)
    without = {fact.name: fact.unknown for fact in found if not fact.values}
    assert without.keys() == EMPTY.keys() - {"links"}
    assert {name for name, where in without.items() if where == "row"} == {"evidence"}
    together = {name for name, where in without.items() if where == "together"}
    assert together == {"audiences", "effort", "publisher", "year"}


def test_facts_are_words_not_codes(make: Make, knowledge: Knowledge) -> None:
    """Terms are labels, entries are their titles with the entry at hand, links keep their address."""
    link = {"url": "https://a.example/", "label": "Lees"}
    tool = make("tool", "x", audiences=["bestuurder"], evidence="onderzocht", year=2024, links=[link])
    kb = knowledge(tool, make("case", "a", title="Een", related=["x"]))
    found = {fact.name: fact for fact in facts.everything(kb.by_slug["x"], kb)}
    assert found["kind"].values == (facts.Value("Handreiking"),)
    assert found["audiences"].values == (facts.Value(kb.vocabularies.label("audiences", "bestuurder")),)
    assert found["year"].values == (facts.Value("2024"),)
    assert found["evidence"].note
    assert found["links"].values == (facts.Value("Lees", url="https://a.example/"),)
    assert found["cases"].values == (facts.Value("Een", kb.by_slug["a"]),)
    assert [value.entry and value.entry.slug for value in found["phases"].values] == ["voorbeeldfase"]


def test_provenance_names_each_source_once(make: Make, knowledge: Knowledge) -> None:
    """Two places in one source are one source."""
    places = [{"source": "voorbeeldbron", "section": place} for place in ("1", "2")]
    kb = knowledge(make("gap", "x", provenance=places))
    assert len(said(facts.on_page(kb.by_slug["x"], kb))["provenance"]) == 1


@pytest.mark.parametrize(("value", "shown"), [("Niet bekend.", []), ("Te duur.", ["Te duur."])])
def test_what_did_not_work_can_be_unknown(
    make: Make, knowledge: Knowledge, value: str, shown: list[str]
) -> None:
    """The sentence that stands for unknown is no fact."""
    kb = knowledge(make("case", "x", did_not_work=value))
    assert said(facts.on_page(kb.by_slug["x"], kb))["did_not_work"] == shown


def test_gap_says_how_the_source_puts_it_and_what_came_since(make: Make, knowledge: Knowledge) -> None:
    """Listed or read between the lines; no answer is said, not left out."""
    kb = knowledge(make("gap", "x", explicit=False, addressed_by=[]))
    found = said(facts.on_page(kb.by_slug["x"], kb))
    assert found["explicit"] == ["Staat er terloops; wij lezen het als kennishiaat."]
    assert found["addressed_by"] == ["Nog geen"]


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_facts_of_a_full_entry_are_all_known(row: EntryType, full: Full, knowledge: Knowledge) -> None:
    """Every type has its facts; with a value in every field none is unknown."""
    kb = knowledge(full(row))
    found = facts.everything(kb.by_slug[f"vol-{row.name}"], kb)
    missing = {fact.name for fact in found if not fact.values}
    assert missing <= {"cases", "links"} | ({"evidence"} if row.name in {"tool", "case"} else set())
    names = [fact.name for fact in found]
    assert len(set(names)) == len(names)
    assert {"phases", "topics", "links"} <= set(names)
    assert bool(facts.on_page(kb.by_slug[f"vol-{row.name}"], kb)) == (row.name not in {"topic", "phase"})


def test_container_says_what_is_known(make: Make) -> None:
    """Volume, issue and pages with a word each; nothing for what is not known."""
    full = make("source", "a", container_title="Blad", volume="3", issue="2", pages="1-9")
    assert facts.container(publication(full)) == "Blad, jaargang 3, nummer 2, bladzijde 1-9"
    partly = make("source", "b", container_title="Blad", pages="4")
    assert facts.container(publication(partly)) == "Blad, bladzijde 4"
    assert facts.container(publication(make("source", "c", volume="3"))) == ""


def test_source_links_begin_with_the_main_address(make: Make) -> None:
    """The address of the work itself, in its language, then the others; none when there is none."""
    other = {"url": "https://b.example/", "label": "Kort"}
    source = make("source", "a", url="https://a.example/", language="en", links=[other])
    assert [(link.url, link.label, link.language) for link in facts.source_links(publication(source))] == [
        ("https://a.example/", "Lees de bron", "en"),
        ("https://b.example/", "Kort", "nl"),
    ]
    assert facts.source_links(publication(make("source", "b"))) == ()


def test_using_finds_entries_of_a_type_in_both_directions(make: Make, knowledge: Knowledge) -> None:
    """Who mentions the entry and whom it relates to, once, and only of the asked type."""
    kb = knowledge(
        make("tool", "x", related=["a", "b"]),
        make("case", "a", related=["x"]),
        make("case", "b"),
        make("case", "c", body="[x](../tools/x.md)"),
        make("gap", "d", related=["x"]),
    )
    found = facts.using(kb, kb.by_slug["x"], "case")
    assert sorted(located.slug for located in found) == ["a", "b", "c"]
