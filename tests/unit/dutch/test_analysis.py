"""A word of a text becomes what the index and a question share."""

from __future__ import annotations

import pytest

from kb.dutch import Analysis, Word

ANALYSIS = Analysis(
    {"keten": "keten", "ketens": "keten", "ouderen": "oudere", "data": "data"},
    {
        "ouderenzorg": ("ouderen", "zorg"),
        "ouderenzorgnetwerk": ("ouderenzorg", "netwerk"),
        "zesknoppenmodel": ("zes", "knoppen", "model"),
        "dementieketens": ("dementie", "ketens"),
        "behandelen": (),
    },
    ("wmo",),
)


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("netwerken", Word("netwerk")),
        ("patiënten", Word("patient")),
        ("coördinator", Word("coordinator")),
        ("regio's", Word("regio")),
        ("88,1", Word("88,1")),
        ("data", Word("data")),
        ("behandelen", Word("behandelen")),
        ("jzojp", Word("jzojp")),
    ],
)
def test_words_without_parts(token: str, word: Word) -> None:
    """Dictionary form, without accents; numbers and unknown words as they are."""
    assert ANALYSIS.word(token) == word


@pytest.mark.parametrize(
    ("token", "lemma", "parts"),
    [
        ("zorgnetwerken", "zorgnetwerk", ("zorg", "netwerk")),
        ("ketentafels", "ketentafel", ("keten", "tafel")),
        ("wmoaanpakken", "wmoaanpak", ("wmo", "aanpak")),
        ("cliëntcoöperaties", "clientcooperatie", ("client", "cooperatie")),
    ],
)
def test_compounds_unknown_to_the_dictionary(token: str, lemma: str, parts: tuple[str, ...]) -> None:
    """Such a compound gets the dictionary form of its last part, and so singular and plural meet."""
    assert not ANALYSIS.lemmas.knows(token)
    assert ANALYSIS.word(token) == Word(lemma, parts)


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("ouderenzorg", Word("ouderenzorg", ("oudere", "zorg"))),
        ("zesknoppenmodel", Word("zesknoppenmodel", ("zes", "knop", "model"))),
        ("dementieketens", Word("dementieketen", ("dementie", "keten"))),
    ],
)
def test_reviewed_compounds(token: str, word: Word) -> None:
    """Parts of the list are put in dictionary form like any other word."""
    assert ANALYSIS.word(token) == word


def test_singular_and_plural_of_a_compound_are_one_word() -> None:
    """Also when the dictionary has neither."""
    assert ANALYSIS.word("cliëntcoöperaties") == ANALYSIS.word("cliëntcoöperatie")


def test_parts_of_a_part() -> None:
    """A part that is a compound gives its own parts too, each once."""
    assert ANALYSIS.word("ouderenzorgnetwerk").parts == ("ouderenzorg", "oudere", "zorg", "netwerk")


def test_words_of_a_text() -> None:
    """All words in order, or only those that tell what the text is about."""
    assert [word.lemma for word in ANALYSIS.words("De zorg voor ouderen")] == ["de", "zorg", "voor", "oudere"]
    assert [word.lemma for word in ANALYSIS.telling("De zorg voor ouderen")] == ["zorg", "oudere"]
