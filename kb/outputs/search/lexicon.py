"""All words the index knows, in every form, so that a browser needs no Dutch to find a word.

``terms`` are the words of the index; ``forms`` are other spellings with the term each stands for;
``kin`` are terms that are nearly the same: a verb and its noun, a compound and its parts; ``small``
are small words in all their forms, so that ``bent`` is no unknown word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kb.dutch import SMALL_WORDS, Analysis
from kb.folding import fold
from kb.outputs.search.concepts import MARK

_VERBS = (
    ("isatie", "iseren"), ("catie", "ceren"), ("atie", "eren"), ("ering", "eren"), ("ing", "en"),
    ("ie", "eren"), ("heid", ""), ("er", "en"),
)  # fmt: skip
"""Endings of a noun with that of the word it is made from; both words must be in the index."""
FAMILY = 60
PART_OF_QUESTION = 30
"""Worth of a match with a kin word, in hundredths of a match with the word itself."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``of``: for each of ``forms`` the place of its term; ``kin``: by term, other terms with their worth."""

    terms: tuple[str, ...]
    forms: tuple[str, ...]
    of: tuple[int, ...]
    kin: Mapping[int, tuple[tuple[int, int], ...]]
    small: tuple[str, ...]


def build_lexicon(terms: Collection[str], analysis: Analysis, texts: Collection[str]) -> Lexicon:
    """Return the lexicon of the index's ``terms``; ``texts``: all words as they stand in the entries."""
    ordered = tuple(sorted(terms))
    places = {term: place for place, term in enumerate(ordered)}
    forms, small = _forms(places, analysis, texts)
    kin = {place: found for term, place in places.items() if (found := _kin(term, places, analysis))}
    return Lexicon(ordered, tuple(forms), tuple(forms.values()), kin, tuple(small))


def _forms(
    places: Mapping[str, int], analysis: Analysis, texts: Collection[str]
) -> tuple[dict[str, int], list[str]]:
    """Return the places by form, and the small words in all their forms; the dictionary is read once."""
    found: dict[str, int] = {}
    small = set(SMALL_WORDS)
    for text in texts:
        _note(found, text, analysis.word(text).lemma, places)
    # Dictionary forms have accents, terms have none.
    lemmas = SMALL_WORDS.union(analysis.lemmas.of(text) for text in texts)
    for form, lemma in analysis.lemmas.forms(lemmas):
        if lemma in SMALL_WORDS:
            small.add(fold(form))
        else:
            _note(found, form, fold(lemma), places)
    return dict(sorted(found.items())), sorted(small.difference(places, found))


def _note(found: dict[str, int], form: str, term: str, places: Mapping[str, int]) -> None:
    place = places.get(term)
    if place is None:
        return
    plain = fold(form)
    for spelling in {plain, plain.replace("'", "")}:
        if spelling not in places:
            found.setdefault(spelling, place)


def _kin(term: str, places: Mapping[str, int], analysis: Analysis) -> tuple[tuple[int, int], ...]:
    if term.startswith(MARK):
        return ()
    found: dict[int, int] = {}
    for other in _family(term):
        if other in places:
            found[places[other]] = FAMILY
    for part in analysis.word(term).parts:
        if part in places and part != term:
            found.setdefault(places[part], PART_OF_QUESTION)
    return tuple(found.items())


def _family(term: str) -> Iterator[str]:
    """Yield the words a term may be made from, and those that may be made from it."""
    for ending, other in _VERBS:
        if term.endswith(ending) and len(term) - len(ending) >= 3:
            yield term.removesuffix(ending) + other
        if other and term.endswith(other) and len(term) - len(other) >= 3:
            yield term.removesuffix(other) + ending
