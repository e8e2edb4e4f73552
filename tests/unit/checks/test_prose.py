"""Summaries, sentences and abbreviations of entries."""

from __future__ import annotations

import pytest

from kb.checks.prose import check_abbreviations, check_sentences, check_summaries, known_abbreviations
from kb.corpus import Corpus, LocatedData
from kb.markdown import outline
from kb.model import Glossary
from tests.unit.checks.conftest import MakeEntry, Places


def test_known_abbreviations_come_from_terms_and_synonyms() -> None:
    """Without a readable glossary nothing can be called unknown."""
    term = {"term": "SPUK DOS", "long_form": "ABC", "meaning": "DEF.", "synonyms": ["de IZA-regeling"]}
    data = LocatedData(Glossary.model_validate({"terms": [term]}), "schema/glossary.yml", Places({}))
    assert known_abbreviations(Corpus((), data=(data,))) == frozenset({"SPUK", "DOS", "IZA"})
    assert known_abbreviations(Corpus(())) is None


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ("x" * 59 + ".", []),
        ("x" * 58 + ".", ["KB421"]),
        ("x" * 299 + ".", []),
        ("x" * 300 + ".", ["KB421"]),
        ("x" * 60, ["KB422"]),
        ("x" * 60 + ".)", []),
        ("x" * 60 + "”", ["KB422"]),
        (("woord " * 26).strip() + ".", ["KB423"]),
        ("’", ["KB421", "KB422"]),
    ],
)
def test_check_summaries_finds(entry: MakeEntry, summary: str, found: list[str]) -> None:
    """Length, end and sentences of a summary are checked apart."""
    assert [d.code for d in check_summaries(Corpus((entry("tool", "a", summary=summary),)))] == found


def test_check_sentences_points_at_the_sentence(entry: MakeEntry) -> None:
    """The place is where the long sentence starts, behind the short one before it."""
    body = "Kort. **Deze** zin " + "woord " * 24 + "."
    (found,) = check_sentences(entry("tool", "a", body=body), outline(body))
    assert (found.span.start.line, found.span.start.column) == (20, 9)


def test_check_abbreviations_reports_each_once(entry: MakeEntry) -> None:
    """The first place is told: title, then summary, then body."""
    body = "De IZA, het XYZ en nog eens XYZ en RIVM."
    located = entry("tool", "a", title="De IZA", body=body)
    found = list(check_abbreviations(located, outline(body), frozenset({"RIVM"})))
    assert [(d.field, d.span.start.column) for d in found] == [("title", 1), (None, 13)]
