"""References over a whole corpus."""

from __future__ import annotations

import pytest

from kb.checks.references import check_references
from kb.corpus import BrokenEntry, Corpus, LocatedData
from kb.model import TYPE_BY_NAME, Glossary
from tests.unit.checks.conftest import MakeEntry, Places


def codes(corpus: Corpus) -> list[tuple[str, str | None]]:
    return [(found.code, found.field) for found in check_references(corpus)]


def test_check_references_accepts_what_exists(entry: MakeEntry) -> None:
    """A reference to a readable or a broken entry is no finding."""
    broken = BrokenEntry(TYPE_BY_NAME["tool"], "kapot", "content/tools/kapot.md")
    corpus = Corpus(
        (entry("tool", "a", topics=["t"], related=["t", "kapot"]), entry("topic", "t")), (broken,)
    )
    assert codes(corpus) == []


@pytest.mark.parametrize(
    ("own", "other", "found"),
    [
        ("published", "published", []),
        ("published", "draft", ["KB305"]),
        ("published", "retired", ["KB304"]),
        ("draft", "draft", []),
        ("draft", "retired", ["KB304"]),
        ("retired", "draft", ["KB305"]),
        ("retired", "retired", []),
    ],
)
def test_check_references_minds_what_readers_see(
    entry: MakeEntry, own: str, other: str, found: list[str]
) -> None:
    """Who can read an entry must be able to follow its references."""
    corpus = Corpus(
        (
            entry("tool", "a", topics=[], status=own, related=["b"]),
            entry("tool", "b", topics=[], status=other),
        )
    )
    assert [code for code, _ in codes(corpus)] == found


def test_check_references_lets_a_successor_be_retired(entry: MakeEntry) -> None:
    """A chain of successors stays as it was."""
    old = entry("tool", "oud", topics=[], status="retired", replaced_by="nieuw")
    assert codes(Corpus((old, entry("tool", "nieuw", topics=[], status="retired")))) == []


def test_check_references_finds_the_own_slug_in_any_field(entry: MakeEntry) -> None:
    """A topic below itself, and a gap answered by itself, are no less wrong than related."""
    answer = {"entry": "k", "how": "Zo.", "remains": "Niets."}
    corpus = Corpus(
        (entry("topic", "t", broader="t"), entry("gap", "k", topics=["t"], addressed_by=[answer]))
    )
    assert codes(corpus) == [("KB303", "broader"), ("KB303", "addressed_by.0.entry")]


def test_check_references_looks_into_lists(entry: MakeEntry) -> None:
    """A list has no status: readers always see it."""
    terms = [{"term": slug, "meaning": "Iets.", "entry": slug} for slug in ("a", "b", "c")]
    data = LocatedData(Glossary.model_validate({"terms": terms}), "schema/glossary.yml", Places({}))
    corpus = Corpus(
        (entry("tool", "a", topics=[]), entry("tool", "b", topics=[], status="draft")), data=(data,)
    )
    assert codes(corpus) == [("KB305", "terms.1.entry"), ("KB301", "terms.2.entry")]


def test_check_references_suggests_only_what_fits(entry: MakeEntry) -> None:
    """A near name of a type that cannot stand there is no help."""
    corpus = Corpus((entry("tool", "preventie-2", topics=["preventie"]), entry("topic", "reventie")))
    (found,) = check_references(corpus)
    assert found.hint.startswith("Bedoelde je ‘reventie’?")
