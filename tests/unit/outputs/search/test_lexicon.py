"""A browser finds the term of a word in any form, without knowing Dutch."""

from __future__ import annotations

import pytest

from kb.dutch import SMALL_WORDS, Analysis
from kb.outputs.search.lexicon import FAMILY, PART_OF_QUESTION, Lexicon, build_lexicon

ANALYSIS = Analysis({"zorgjes": "zorg"})


def lexicon(terms: str, texts: str = "") -> Lexicon:
    """Return the lexicon of an index with these terms and these words in its texts."""
    return build_lexicon(terms.split(), ANALYSIS, texts.split())


def of(found: Lexicon) -> dict[str, str]:
    """Return forms with the term of each."""
    return {form: found.terms[place] for form, place in zip(found.forms, found.of, strict=True)}


def kin(found: Lexicon, term: str) -> dict[str, int]:
    """Return the kin of a term with their worth."""
    place = found.terms.index(term)
    return {found.terms[other]: worth for other, worth in found.kin.get(place, ())}


def test_terms_are_sorted() -> None:
    """So that what is made of the same terms is the same."""
    found = lexicon("zorg #1 boom netwerk")
    assert found.terms == ("#1", "boom", "netwerk", "zorg")


def test_forms_of_the_texts_and_of_the_dictionary() -> None:
    """Those that were written, and all that could be typed; without accents."""
    forms = of(lexicon("netwerk patient cooperatie", "netwerken patiënten coöperatie"))
    assert forms["netwerken"] == "netwerk"
    assert forms["netwerkje"] == "netwerk"
    assert (forms["patienten"], forms["patientje"]) == ("patient", "patient")
    assert forms["cooperaties"] == "cooperatie"
    assert list(forms) == sorted(forms)


def test_forms_with_an_apostrophe_are_found_without() -> None:
    """Many readers leave it out."""
    forms = of(lexicon("regio", "regio's"))
    assert (forms["regio's"], forms["regios"]) == ("regio", "regio")


def test_forms_of_exceptions() -> None:
    """What editors wrote down counts like the dictionary."""
    assert of(lexicon("zorg", "zorg"))["zorgjes"] == "zorg"


def test_a_term_is_no_form() -> None:
    """A word that is in the index itself never stands for another."""
    forms = of(lexicon("netwerk netwerken", "netwerk netwerken"))
    assert "netwerken" not in forms
    assert "netwerk" not in forms


def test_words_that_are_not_in_the_index_have_no_forms() -> None:
    """Nothing could be found with them."""
    assert of(lexicon("netwerk", "bomen")) == {}


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("organisatie", "organiseren"),
        ("communicatie", "communiceren"),
        ("evaluatie", "evalueren"),
        ("financiering", "financieren"),
        ("samenwerking", "samenwerken"),
        ("gezondheid", "gezond"),
        ("onderzoeker", "onderzoeken"),
    ],
)
def test_kin_of_one_root(noun: str, verb: str) -> None:
    """A noun brings its verb and the other way round, when the index has both."""
    found = lexicon(f"{noun} {verb} boom")
    assert kin(found, noun) == {verb: FAMILY}
    assert kin(found, verb) == ({} if verb == "gezond" else {noun: FAMILY})
    assert kin(lexicon(f"{noun} boom"), noun) == {}


def test_small_words_in_all_forms() -> None:
    """But for what is a word of its own in the index, or a form of one."""
    small = set(lexicon("netwerk hadde").small)
    assert small > SMALL_WORDS
    assert {"ben", "heb", "zouden"} <= small
    assert not {"netwerk", "netwerken", "hadde"} & small
    exception = Analysis({"zouden": "zout"})
    assert "zouden" not in build_lexicon(["zout"], exception, ["zout"]).small


def test_kin_of_a_compound() -> None:
    """Its parts, for less; a part does not bring all compounds."""
    found = lexicon("zorgnetwerk zorg netwerk")
    assert kin(found, "zorgnetwerk") == {"zorg": PART_OF_QUESTION, "netwerk": PART_OF_QUESTION}
    assert kin(found, "zorg") == {}


def test_kin_of_short_words_and_concepts() -> None:
    """What is left of a short word says nothing; a concept has no kin."""
    found = lexicon("ring ren #1 #1ing")
    assert found.kin == {}


def test_lexicon_of_nothing() -> None:
    """A site without entries has an empty one."""
    found = lexicon("")
    assert found == Lexicon((), (), (), {}, found.small)
