"""What editors write down about words decides how search reads them."""

from __future__ import annotations

from dataclasses import replace

from kb.dutch import Word
from kb.model import Vocabularies
from kb.model.search_data import SearchWords
from kb.outputs.search import analysis_for
from kb.pipeline import Checked


def with_words(vocabularies: Vocabularies, **words: object) -> Vocabularies:
    """Return the vocabularies with other words for search."""
    return replace(vocabularies, search_words=SearchWords.model_validate(words))


def test_words_of_the_project(minimal: Checked) -> None:
    """Forms, compounds, words that stay whole and short parts are all used."""
    analysis = analysis_for(minimal.corpus.vocabularies)
    assert analysis.word("voorbeeldjes") == Word("voorbeeld")
    assert analysis.word("voorbeeldnetwerk") == Word("voorbeeldnetwerk", ("voorbeeld", "netwerk"))
    assert analysis.word("voorbeeldig") == Word("voorbeeldig")
    assert analysis.word("wmoaanpak").parts == ("wmo", "aanpak")


def test_without_words_of_the_project(minimal: Checked) -> None:
    """The same words by rules alone: what the list changes is not what they would have been."""
    analysis = analysis_for(with_words(minimal.corpus.vocabularies))
    assert analysis.word("voorbeeldjes") != Word("voorbeeld")
    assert analysis.word("wmoaanpak").parts == ()


def test_a_whole_word_is_not_split(minimal: Checked) -> None:
    """Also one that the rules would split."""
    vocabularies = minimal.corpus.vocabularies
    assert analysis_for(with_words(vocabularies)).word("zorgnetwerken").parts == ("zorg", "netwerk")
    whole = with_words(vocabularies, whole=["zorgnetwerk", "zorgnetwerken"])
    assert analysis_for(whole).word("zorgnetwerken").parts == ()
