"""Words begin and end where a reader sees them, in texts and in questions alike."""

from __future__ import annotations

import pytest

from kb.dutch import SMALL_WORDS, tokens
from kb.folding import fold


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wat kost dat?", ["wat", "kost", "dat"]),
        ("de regio's", ["de", "regio's"]),
        ("de regio’s", ["de", "regio's"]),
        ("'s avonds en 'zorg'", ["s", "avonds", "en", "zorg"]),
        ("88,1 procent", ["88,1", "procent"]),
        ("1.000.000 euro in 2026.", ["1.000.000", "euro", "in", "2026"]),
        ("stap 1, 2 en 3.", ["stap", "1", "2", "en", "3"]),
        ("eerste- en tweedelijnszorg", ["eerste", "en", "tweedelijnszorg"]),
        ("zorg/welzijn (WMO) snake_case", ["zorg", "welzijn", "wmo", "snake", "case"]),
        ("Coördinatie van patiënten", ["coördinatie", "van", "patiënten"]),
        ("", []),
        (" … – !", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    """Lower case with accents; apostrophes stay inside words, commas and points inside numbers."""
    assert tokens(text) == words


def test_small_words_are_compared_without_accents() -> None:
    """A small word with an accent or a capital could never match."""
    assert {fold(word) for word in SMALL_WORDS} == SMALL_WORDS
    assert all(tokens(word) == [word] for word in SMALL_WORDS)
