"""The parts of compounds: ``samenwerkingsverbanden`` is ``samenwerking`` and ``verband``.

A word is split where all parts are known words, with at most a linking letter between them. Fewest
parts win. What this gets wrong is put right by the reviewed list in ``schema/search-words.yml``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache

SHORTEST_PART = 4
SHORTEST_COMPOUND = 8
_LINKS = ("", "s", "en", "n", "e")
_NOT_WORDS = frozenset(
    {
        "aard", "achter", "achtig", "aren", "atie", "baar", "binnen", "boven", "buiten", "chap", "ding",
        "door", "eerd", "enen", "eren", "erij", "haar", "haft", "heden", "heid", "hier", "ingen",
        "isme", "iteit", "kenen", "lende", "lijk", "lijke", "loos", "loze", "matig", "mede", "midden",
        "neder", "ning", "onder", "over", "ring", "samen", "schap", "schappen", "sief", "sing", "tegen",
        "teit", "terug", "tief", "tisch", "tussen", "vast", "voor", "voort", "waar", "zaam", "zame",
    }
)  # fmt: skip
"""Endings and prefixes that are words too: as a part they would split what is no compound."""


class Splitter:
    """Splits compounds; ``reviewed`` gives words with their parts, words without parts stay whole.

    ``knows`` tells whether something is a word, ``lemma`` gives its dictionary form.
    """

    def __init__(
        self,
        knows: Callable[[str], bool],
        lemma: Callable[[str], str],
        reviewed: Mapping[str, Sequence[str]] | None = None,
        short_parts: Collection[str] = (),
    ) -> None:
        """Remember what is known; ``short_parts`` are parts of fewer than four letters that may stand."""
        self._knows, self._lemma = knows, lemma
        self._reviewed = {word: tuple(parts) for word, parts in (reviewed or {}).items()}
        self._short = frozenset(short_parts)
        self.split = lru_cache(maxsize=None)(self._split)

    def is_reviewed(self, word: str) -> bool:
        """Tell whether the reviewed list decides on the word."""
        return word in self._reviewed

    def _split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a word in order, the last as it stands; none when it is no compound."""
        if word in self._reviewed:
            return self._reviewed[word]
        if len(word) < SHORTEST_COMPOUND or not word.isalpha():
            return ()
        best = self._best(word)
        return best if len(best) > 1 else ()

    def _best(self, word: str) -> tuple[str, ...]:
        """Return the split with fewest parts, then the longest last part; by dynamic programming."""
        best: dict[int, tuple[str, ...]] = {len(word): ()}
        for start in range(len(word) - 1, -1, -1):
            for part, after in self._parts_at(word, start):
                rest = best.get(after)
                if rest is None:
                    continue
                known = best.get(start)
                if known is None or len(rest) + 1 < len(known):
                    best[start] = (part, *rest)
        return best.get(0, ())

    def _parts_at(self, word: str, start: int) -> list[tuple[str, int]]:
        """Return the words that begin at ``start`` with where the next part begins, shortest first."""
        found = []
        for end in range(start + 2, len(word) + 1):
            part = word[start:end]
            if not self._may_be_part(part) or (start == 0 and end == len(word)):
                continue
            if end == len(word):
                found.append((part, end))
                continue
            found += [
                (part, end + len(link))
                for link in _LINKS
                if word.startswith(link, end) and end + len(link) < len(word)
            ]
        return found

    def _may_be_part(self, part: str) -> bool:
        if len(part) < SHORTEST_PART:
            return part in self._short
        return part not in _NOT_WORDS and self._knows(part)
