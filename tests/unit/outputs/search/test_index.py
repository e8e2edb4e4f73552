"""Which entries have a word, and how much it is worth there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import parallel
from kb.corpus import LocatedEntry
from kb.dutch import Analysis
from kb.model import Glossary
from kb.outputs.search.concepts import Concepts
from kb.outputs.search.documents import Document, Field
from kb.outputs.search.index import Index, build_index
from kb.outputs.search.weights import STEPS

Make = Callable[..., LocatedEntry]
TERM = {"term": "AB", "meaning": "Iets.", "synonyms": ["alfabet", "rij van letters"]}
ANALYSIS = Analysis()
CONCEPTS = Concepts(Glossary.model_validate({"terms": [TERM]}), ANALYSIS)
TEXTS = st.lists(st.tuples(st.sampled_from(Field), st.text("zorg netwerken de é'1,."), st.text()), max_size=5)


@pytest.fixture
def index(make: Make) -> Callable[..., Index]:
    """Return ``index(texts, texts, ...)``: of documents that have these texts by field, and nothing else."""

    def build(*texts: dict[Field, str]) -> Index:
        made = [
            Document(make("tool", f"t{number}", title=held.get(Field.TITLE, "Titel")), tuple(held.items()))
            for number, held in enumerate(texts)
        ]
        return build_index(made, ANALYSIS, CONCEPTS)

    return build


def order(index: Index, term: str) -> list[int]:
    """Return the documents that have a term, the one where it is worth most first."""
    return [p.document for p in sorted(index.postings.get(term, ()), key=lambda p: -p.impact)]


def test_a_word_in_each_form_is_one_term(index: Callable[..., Index]) -> None:
    """Small words are none; entries are in the order of their numbers."""
    found = index({Field.TEXT: "De netwerken"}, {Field.TEXT: "iets"}, {Field.TEXT: "een Netwerk, zeker"})
    assert [p.document for p in found.postings["netwerk"]] == [0, 2]
    assert not {"de", "een", "netwerken", "Netwerk"} & set(found.postings)


def test_a_word_is_worth_more_in_a_better_field(index: Callable[..., Index]) -> None:
    """From the title down to the text."""
    found = index(*({field: "netwerk"} for field in reversed(Field)))
    assert order(found, "netwerk") == list(reversed(range(len(Field))))


def test_only_the_title_names(index: Callable[..., Index]) -> None:
    """A compound in it has the part as a word, but is not called so."""
    found = index(
        {Field.TITLE: "Netwerk", Field.TEXT: "zorg"}, {Field.TEXT: "netwerk"}, {Field.TITLE: "Zorgnetwerk"}
    )
    assert [p.named for p in found.postings["netwerk"]] == [True, False, False]
    assert [p.named for p in found.postings["zorg"]] == [False, False]
    assert [p.named for p in found.postings["zorgnetwerk"]] == [True]


def test_a_part_is_worth_less_than_the_word(index: Callable[..., Index]) -> None:
    """And is found all the same."""
    found = index({Field.TEXT: "zorgnetwerk"}, {Field.TEXT: "netwerk"})
    assert order(found, "netwerk") == [1, 0]


def test_more_of_a_word_is_worth_more_and_a_long_text_less(index: Callable[..., Index]) -> None:
    """By how often it is there, in texts as long."""
    found = index(
        {Field.TEXT: "netwerk netwerk blad"},
        {Field.TEXT: "netwerk boom blad"},
        {Field.TEXT: "netwerk " + "boom " * 90},
    )
    assert order(found, "netwerk") == [0, 1, 2]


def test_fields_add_up(index: Callable[..., Index]) -> None:
    """A word in the summary and in the text is worth more than in the summary alone."""
    both, one = (
        {Field.SUMMARY: "netwerk", Field.TEXT: "netwerk"},
        {Field.SUMMARY: "netwerk", Field.TEXT: "boom"},
    )
    assert order(index(one, both), "netwerk") == [1, 0]


def test_names_of_a_concept_stand_for_it(index: Callable[..., Index]) -> None:
    """Beside their own words."""
    found = index({Field.TEXT: "het alfabet"}, {Field.TEXT: "een rij van letters"}, {Field.TEXT: "rij, huis"})
    assert sorted(order(found, "#0")) == [0, 1]
    assert order(found, "alfabet") == [0]


def test_name_lengths_count_different_telling_words(index: Callable[..., Index]) -> None:
    """Small words do not count, nor does a word that comes again."""
    found = index(
        {Field.TITLE: "De zorg van een netwerk"}, {Field.TITLE: "Zorg is zorg"}, {Field.TITLE: "Wat?"}
    )
    assert list(found.name_lengths) == [2, 1, 0]


def test_index_of_nothing() -> None:
    """A site without entries has an empty index."""
    assert build_index([], ANALYSIS, CONCEPTS) == Index({}, [])


@given(held=TEXTS)
def test_every_impact_is_a_step(make: Make, held: list[tuple[Field, str, str]]) -> None:
    """Whatever the texts; and a word that is there has a posting, once for each entry, in order."""
    located = make("tool", "a")
    documents = [Document(located, ((field, f"{one} {other}"),)) for field, one, other in held]
    for term, postings in build_index(documents, ANALYSIS, CONCEPTS).postings.items():
        assert term
        assert " " not in term
        assert all(1 <= posting.impact <= STEPS for posting in postings)
        numbers = [posting.document for posting in postings]
        assert numbers == sorted(set(numbers))


def test_processes_give_the_same_index(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in forks or here."""
    words = ("netwerk", "zorg", "zorgnetwerk", "huis")
    documents = [
        Document(make("tool", f"t{n}"), ((Field.TEXT, f"{words[n % 4]} {words[n % 3]}"),)) for n in range(20)
    ]
    alone = build_index(documents, ANALYSIS, CONCEPTS)
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 7)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    assert parallel.processes_for(len(documents)) == 2
    assert build_index(documents, ANALYSIS, CONCEPTS) == alone
