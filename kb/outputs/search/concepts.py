"""Concepts of the glossary: one thing under several names, so that any name finds all of them.

The glossary is the only source of synonyms (requirement R4.2). A text that has one of the names has
the concept; a question that has one asks for the concept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kb.dutch import Analysis
from kb.model.vocabulary import Glossary, GlossaryTerm

MARK = "#"
"""Begins the term that stands for a concept; no word begins with it."""


class Concepts:
    """The concepts of a glossary by their names, each name a row of telling dictionary forms.

    ``explained_by``: the slug of the entry that explains a concept, by the concept's term.
    """

    def __init__(self, glossary: Glossary, analysis: Analysis) -> None:
        """Analyse all names."""
        self.names: dict[tuple[str, ...], list[int]] = {}
        self.explained_by = {
            f"{MARK}{number}": term.entry for number, term in enumerate(glossary.terms) if term.entry
        }
        self.spelled = [name for term in glossary.terms for name in names_of(term)]
        for number, term in enumerate(glossary.terms):
            rows = {tuple(w.lemma for w in analysis.telling(name)) for name in names_of(term)}
            for row in sorted(rows):
                if row:
                    self.names.setdefault(row, []).append(number)
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for row in sorted(self.names, key=len, reverse=True):
            self._by_first.setdefault(row[0], []).append(row)

    def named(self, lemmas: Sequence[str]) -> Counter[str]:
        """Return the terms of the concepts that a row of telling words names, with how often."""
        return Counter(f"{MARK}{number}" for number in self._numbers(lemmas))

    def _numbers(self, lemmas: Sequence[str]) -> Iterator[int]:
        for start, lemma in enumerate(lemmas):
            for row in self._by_first.get(lemma, ()):
                if len(row) == 1 or tuple(lemmas[start : start + len(row)]) == row:
                    yield from self.names[row]


def names_of(term: GlossaryTerm) -> Iterator[str]:
    """Yield every name of a glossary term."""
    yield term.term
    if term.long_form:
        yield term.long_form
    yield from term.synonyms
    if term.english:
        yield term.english
