"""From a text to words that can be compared: dictionary forms without accents, and their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kb.dutch.compounds import Splitter
from kb.dutch.lemmas import Lemmas
from kb.dutch.tokens import SMALL_WORDS, tokens
from kb.folding import fold


class Word(NamedTuple):
    """A word as search knows it, without accents; ``parts`` are those of a compound, else none."""

    lemma: str
    parts: tuple[str, ...] = ()


class Analysis:
    """Analyses Dutch words; each different word once."""

    def __init__(
        self,
        lemmas: Mapping[str, str] | None = None,
        compounds: Mapping[str, Sequence[str]] | None = None,
        short_parts: Sequence[str] = (),
    ) -> None:
        """Take the reviewed exceptions: dictionary forms, and compounds with their parts."""
        self.lemmas = Lemmas(lemmas)
        self.splitter = Splitter(self.lemmas.knows, self.lemmas.of, compounds, short_parts)
        self._words: dict[str, Word] = {}

    def word(self, token: str) -> Word:
        """Return what a word in lower case, accents kept, is to search."""
        found = self._words.get(token)
        if found is None:
            found = self._words[token] = self._analysed(token)
        return found

    def words(self, text: str) -> list[Word]:
        """Return the words of a text in order, small words too."""
        return [self.word(token) for token in tokens(text)]

    def telling(self, text: str) -> list[Word]:
        """Return the words of a text that say what it is about."""
        return [word for word in self.words(text) if word.lemma not in SMALL_WORDS]

    def _analysed(self, token: str) -> Word:
        lemma = self.lemmas.of(token)
        parts = self.splitter.split(lemma)
        if parts and not self.lemmas.knows(token):
            # The dictionary has no form of this compound; it has one of its last part.
            last = self.lemmas.of(parts[-1])
            lemma = lemma.removesuffix(parts[-1]) + last
            if self.splitter.is_reviewed(lemma):
                parts = self.splitter.split(lemma)
        return Word(fold(lemma), tuple(dict.fromkeys(self._all_parts(parts))))

    def _all_parts(self, parts: Sequence[str]) -> Iterator[str]:
        """Yield the dictionary forms of parts, and of the parts of a part that is a compound itself."""
        for part in parts:
            word = self.word(part)
            yield word.lemma
            yield from word.parts
