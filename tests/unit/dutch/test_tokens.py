"""Words begin and end where a reader sees them, in texts and in questions alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("Cafe\u0301 Zoe\u0308 i\u0301\u0308s", ["café", "zoë", "ís"]),
        ("samen\u00adwerking", ["samenwerking"]),
        ("Zorgpad™ in m² en №1", ["zorgpad", "in", "m", "en", "1"]),
        ("Łukasz Ștefan Nguyễn", ["łukasz", "ștefan", "nguyễn"]),
        ("β-blokker, Привет", ["blokker"]),
        ("", []),
        (" … – !", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    """Lower case with accents; apostrophes stay inside words, commas and points inside numbers."""
    assert tokens(text) == words


@given(st.text())
def test_every_word_has_plain_letters(text: str) -> None:
    """No word is empty without its accents, and none has a space: the index keeps words in one line."""
    for word in tokens(text):
        assert re.fullmatch(r"[a-z0-9]+(?:'[a-z0-9]+)*(?:[.,][0-9]+)*", fold(word))
        assert tokens(word) == [word]


@pytest.mark.parametrize("letter", [chr(code) for code in range(0xDF, 0x1F00) if tokens(chr(code))])
def test_every_letter_folds(letter: str) -> None:
    """A letter that folds to nothing would make words the same that are not."""
    assert fold(letter)


def test_small_words_are_compared_without_accents() -> None:
    """A small word with an accent or a capital could never match."""
    assert {fold(word) for word in SMALL_WORDS} == SMALL_WORDS
    assert all(tokens(word) == [word] for word in SMALL_WORDS)
