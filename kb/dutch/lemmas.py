"""The dictionary form of words: ``patiënten`` and ``patiënt`` are one word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

_LANGUAGE = "nl"
_DICTIONARIES = DefaultDictionaryFactory()
"""Reads a dictionary when it is first asked for, and keeps it."""


def _dictionary() -> Mapping[str, str]:
    return _DICTIONARIES.get_dictionary(_LANGUAGE)


@lru_cache(maxsize=1)
def _lemmatizer() -> Lemmatizer:
    # Guessing would make one word of words that have nothing to do with each other.
    strategy = DefaultStrategy(greedy=False, dictionary_factory=_DICTIONARIES)
    return Lemmatizer(lemmatization_strategy=strategy)


class Lemmas:
    """Gives words their dictionary form; ``exceptions`` (word to form) go before the dictionary."""

    def __init__(self, exceptions: Mapping[str, str] | None = None) -> None:
        """Remember the exceptions; the dictionary is read when first needed."""
        self._exceptions = dict(exceptions or {})
        self._known: dict[str, str] = {}

    def of(self, word: str) -> str:
        """Return the dictionary form of a word in lower case; the word itself when it is in none."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._exceptions.get(word) or self._looked_up(word)
        return found

    def knows(self, word: str) -> bool:
        """Tell whether the dictionary has the word, as a form or as a dictionary form."""
        return word in self._exceptions or word in _dictionary()

    def forms(self, lemmas: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield ``(form, lemma)`` for every form the dictionary has of these dictionary forms."""
        for form, stored in _dictionary().items():
            lemma = _whole(stored)
            if lemma in lemmas and form not in self._exceptions and " " not in form:
                yield form.lower(), lemma
        for form, lemma in self._exceptions.items():
            if lemma in lemmas:
                yield form, lemma

    def _looked_up(self, word: str) -> str:
        if not word.isalpha() and not word.replace("'", "").isalpha():
            return word
        return _whole(_lemmatizer().lemmatize(word, lang=_LANGUAGE).lower())


def _whole(lemma: str) -> str:
    """Return a dictionary form in one piece; the dictionary has ``samen_werken`` beside ``samenwerken``."""
    return lemma.replace("_", "")
