"""Forms of one word share a dictionary form; words that have nothing to do with each other do not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kb.dutch import Lemmas

_COUNT_READS = """
from simplemma.strategies.dictionaries import dictionary_factory
read, load = [], dictionary_factory._load_dictionary_from_disk
dictionary_factory._load_dictionary_from_disk = lambda language: read.append(language) or load(language)
from kb.dutch import Lemmas
assert Lemmas().of("netwerken") == "netwerk" and Lemmas().knows("netwerk")
print(read)
"""


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("netwerken", "netwerk"),
        ("patiënten", "patiënt"),
        ("lokale", "lokaal"),
        ("liep", "lopen"),
        ("regio's", "regio"),
        ("netwerk", "netwerk"),
    ],
)
def test_dictionary_form(form: str, lemma: str) -> None:
    """Plurals, adjectives and verbs come back to what a dictionary lists."""
    assert Lemmas().of(form) == lemma


@pytest.mark.parametrize("word", ["reablementen", "jzojp", "88,1", "2026", "b2b"])
def test_unknown_words_stay_as_they_are(word: str) -> None:
    """Nothing is guessed."""
    lemmas = Lemmas()
    assert lemmas.of(word) == word
    assert not lemmas.knows(word)


@pytest.mark.parametrize("word", ["samenwerken", "samenwerkt", "samenwerkende"])
def test_verbs_of_two_pieces_are_one_word(word: str) -> None:
    """Some forms of a verb have it in two pieces in the dictionary."""
    assert Lemmas().of(word) == "samenwerken"


def test_exceptions_go_before_the_dictionary() -> None:
    """An exception changes its own word only, and makes it known."""
    plain, reviewed = Lemmas(), Lemmas({"data": "data", "reablementen": "reablement"})
    assert (plain.of("data"), reviewed.of("data")) == ("datum", "data")
    assert reviewed.of("datums") == plain.of("datums") == "datum"
    assert reviewed.of("reablementen") == "reablement"
    assert reviewed.knows("reablementen")


def test_forms_are_those_of_the_dictionary() -> None:
    """Every form of the asked words, in lower case, without rows of words."""
    found = list(Lemmas().forms({"netwerk", "samenwerken"}))
    assert {"netwerken", "netwerk"} <= {form for form, lemma in found if lemma == "netwerk"}
    assert {"samenwerkt", "samenwerken"} <= {form for form, lemma in found if lemma == "samenwerken"}
    assert {lemma for _, lemma in found} == {"netwerk", "samenwerken"}
    assert not [form for form, _ in found if form != form.lower() or " " in form]


def test_forms_follow_the_exceptions() -> None:
    """A form with an exception is no longer a form of the word the dictionary gives."""
    assert "data" in dict(Lemmas().forms({"datum"}))
    lemmas = Lemmas({"data": "data"})
    assert "data" not in dict(lemmas.forms({"datum"}))
    assert list(lemmas.forms({"data"})) == [("data", "data")]


def test_dictionary_is_read_once() -> None:
    """It takes a third of a second and 45 MiB, so whoever looks something up shares it."""
    done = subprocess.run((sys.executable, "-c", _COUNT_READS), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['nl']"
