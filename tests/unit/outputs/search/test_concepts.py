"""Any name of a glossary term stands for the term."""

from __future__ import annotations

import pytest

from kb.dutch import Analysis
from kb.model import Glossary
from kb.outputs.search.concepts import Concepts, names_of

TERMS = [
    {
        "term": "IZA",
        "long_form": "Integraal Zorgakkoord",
        "meaning": "Een akkoord.",
        "synonyms": ["het zorgakkoord"],
        "english": "care agreement",
    },
    {"term": "plek", "meaning": "Een plaats.", "synonyms": ["zorgakkoord", "juiste plek"]},
    {"term": "de", "meaning": "Niets."},
]
GLOSSARY = Glossary.model_validate({"terms": TERMS})
ANALYSIS = Analysis()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Het IZA van 2022", {"#0": 1}),
        ("het Integraal Zorgakkoord", {"#0": 2, "#1": 1}),
        ("een zorgakkoord", {"#0": 1, "#1": 1}),
        ("integraal of niet", {}),
        ("integraal beleid en zorgakkoord", {"#0": 1, "#1": 1}),
        ("op de juiste plekken", {"#1": 2}),
        ("care agreement, agreement care", {"#0": 1}),
        ("iza en IZA", {"#0": 2}),
        ("de", {}),
        ("", {}),
    ],
)
def test_named(text: str, named: dict[str, int]) -> None:
    """Names in any form, words of a name in a row; a name that several terms have stands for all."""
    lemmas = [word.lemma for word in ANALYSIS.telling(text)]
    assert Concepts(GLOSSARY, ANALYSIS).named(lemmas) == named


def test_names_of() -> None:
    """All of them, the term itself first."""
    assert list(names_of(GLOSSARY.terms[0])) == [
        "IZA",
        "Integraal Zorgakkoord",
        "het zorgakkoord",
        "care agreement",
    ]
    assert list(names_of(GLOSSARY.terms[2])) == ["de"]


def test_names_are_rows_of_telling_words() -> None:
    """A name of small words alone names nothing; two spellings of one name count once."""
    names = Concepts(GLOSSARY, ANALYSIS).names
    assert names[("zorgakkoord",)] == [0, 1]
    assert all(row and "de" not in row for row in names)
