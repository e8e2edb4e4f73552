"""Sentences and abbreviations as readers see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.checks.language import MOST_WORDS, abbreviations, has_only, is_short, long_sentences

WORDS = " ".join(["woord"] * (MOST_WORDS - 1))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Zin {WORDS}.", []),
        (f"Zin {WORDS} meer.", [26]),
        (f"Kort. Zin {WORDS} meer! Kort.", [26]),
        (f"Zin {WORDS} – .", []),
        (f"Zin {WORDS}, zie nr. 5.", [28]),
        (f"De kortweg DSV’s. Zin {WORDS}.", []),
        (f"‘Zo is het.’ Zin {WORDS}.", []),
        (f"Volgens J. Jansen is zin {WORDS}.", [29]),
        (f"Waarom? Zin {WORDS}. 25 woorden {WORDS} is te veel.", [29]),
    ],
)
def test_long_sentences_counts_words_per_sentence(text: str, words: list[int]) -> None:
    """Only sentences of more than 25 words are given; a shortened word ends none, a dash is none."""
    assert [count for _, count in long_sentences(text)] == words


def test_is_short_takes_blocks_and_list_items_apart() -> None:
    """In Markdown a paragraph and a list item end a sentence without a full stop; a line does not."""
    half = " ".join(["woord"] * 15)
    assert is_short(f"{half}\n\n{half}")
    assert is_short(f"{half}\n- {half}\n- {half}")
    assert not is_short(f"{half}\n{half}")


def test_is_short_takes_rows_of_a_table_apart() -> None:
    """A table is no sentence, but a paragraph of lines with bars is one."""
    row = "| een cel met zes korte woorden | nog een cel met woorden |"
    assert is_short(f"{row}\n| --- | --- |\n{row}\n{row}")
    assert not is_short(f"{row}\n{row}\n{row}")
    assert not is_short(f"{row}\n| --- |\n{row}\n{row}")
    assert not is_short(f"| Kop |\n| --- |\n| {WORDS} en meer |")


@given(st.text(alphabet="ab A.!?’'(\"1,-", max_size=400))
def test_is_short_is_never_wrong(text: str) -> None:
    """A text that is short at a glance has no long sentence."""
    if is_short(text):
        assert not list(long_sentences(" ".join(text.split())))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De DSV en twee DSV’s, één DSV's", ("DSV",)),
        ("Een OMK-fase (IZA) en/of GGD’en", ("OMK", "IZA", "GGD")),
        ("In 8RHK in 2023, COVID-19 en H2O", ("8RHK", "COVID", "H2O")),
        ("Twee PDFs", ("PDF",)),
        ("Fase II, III, IV, IX en XIV", ()),
        ("Plan A van ZonMw, NZa en Nivel, T0042, a4 en A4", ()),
        ("Deel CD en MC", ("CD", "MC")),
    ],
)
def test_abbreviations_gives_capitals_with_digits(text: str, found: tuple[str, ...]) -> None:
    """Two capitals make an abbreviation, whatever stands behind; names and Roman numerals do not."""
    assert abbreviations(text) == found


@given(st.text(alphabet="aA1 B.’s-", max_size=60))
def test_has_only_is_never_wrong(text: str) -> None:
    """A text that has only known abbreviations at a glance has no others."""
    known = frozenset({"AB", "BA"})
    if has_only(known, text):
        assert known.issuperset(abbreviations(text))
