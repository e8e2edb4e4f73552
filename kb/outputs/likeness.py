"""Which entries are alike although nobody linked them, and what makes them so.

Telling words of names and summaries are compared, rare words counting most; themes, a source and a
tool that both have come on top. The work for one entry is bounded, so it stays cheap with many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from math import log, sqrt

from kb.corpus import LocatedEntry
from kb.dutch import Analysis
from kb.knowledge_base import KnowledgeBase
from kb.outputs.telling_words import TellingWords

MOST = 4
"""How many entries one entry is said to be like."""
ENOUGH = 0.27
"""Entries that are less alike than this are not worth a reader's time."""

COMPARED = frozenset({"tool", "case", "gap", "model", "source"})
"""Types that are compared; pages of themes, phases and syntheses list all that belongs to them."""

_FOR_TOPICS, _FOR_SOURCE, _FOR_TOOL = 0.25, 0.05, 0.1
"""What all the same themes, the same little used source and the same tool add to a likeness."""
_RARE_SHARE, _RARE = 0.02, 40
"""A word in a larger share of the entries, and in more of them, tells nothing of what is alike."""
_RARE_SOURCE = 12
_WORK = 600_000
"""How many places of words may be looked at for all entries together."""
_LOOKED_AT = 80_000
"""How many pairs of entries may be looked at in full, for all entries together."""
_SHOWN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Alike:
    """An entry that is like another, with what both have: telling words, themes, a source, a tool."""

    entry: LocatedEntry
    score: float
    words: tuple[str, ...]
    topics: tuple[str, ...]
    source: str | None
    tool: str | None


@dataclass(slots=True)
class _Compared:
    """What is compared of one entry; its words go from rare to common, as a vector of length 1."""

    located: LocatedEntry
    words: dict[str, float]
    rare_sources: frozenset[str] = frozenset()
    topics: dict[str, float] = field(default_factory=dict)
    all_topics: float = 0.0
    tools: set[str] = field(default_factory=set)
    linked: set[str] = field(default_factory=set)


class Likeness:
    """The likeness of all published entries to each other; ask it for one entry at a time."""

    def __init__(self, kb: KnowledgeBase, analysis: Analysis) -> None:
        """Read what is compared; ``analysis`` knows the dictionary form and the parts of words."""
        self._telling = TellingWords(kb.vocabularies, analysis)
        self._all = {
            located.slug: _Compared(located, self._telling.of(located), linked={located.slug})
            for located in kb.published
            if located.type.name in COMPARED
        }
        self._link(kb)
        self._places = self._weigh()
        self._note_sources()

    def of(self, slug: str) -> tuple[Alike, ...]:
        """Return the entries most like ``slug`` that no link leads to from it or back, the best first."""
        here = self._all.get(slug)
        if here is None:
            return ()
        scored = [(self._score(here, other, words), other) for other, words in self._candidates(here)]
        enough = [pair for pair in scored if pair[0] >= ENOUGH]
        enough.sort(key=lambda pair: (-pair[0], pair[1].located.slug))
        found = (self._alike(here, other, score) for score, other in enough)
        return tuple(islice(filter(_has_reasons, found), MOST))

    def _link(self, kb: KnowledgeBase) -> None:
        """Note of every entry what links to it or is linked from it, and which tools."""
        for target in kb.published:
            is_tool = target.type.name == "tool"
            there = self._all.get(target.slug)
            for mention in kb.mentions(target.slug):
                here = self._all.get(mention.source.slug)
                if here is not None:
                    here.linked.add(target.slug)
                    if is_tool:
                        here.tools.add(target.slug)
                if there is not None:
                    there.linked.add(mention.source.slug)

    def _note_sources(self) -> None:
        """Note of every entry on which sources it rests that few others do."""
        named = {slug: {p.source for p in e.located.entry.provenance} for slug, e in self._all.items()}
        counts = Counter(source for sources in named.values() for source in sources)
        for slug, entry in self._all.items():
            entry.rare_sources = frozenset(s for s in named[slug] if counts[s] <= _RARE_SOURCE)

    def _weigh(self) -> dict[str, dict[str, float]]:
        """Weigh words and themes by how rare they are; return where each word stands, with its weight."""
        counts = Counter(word for e in self._all.values() for word in e.words)
        weights = self._rarity(counts, max(_RARE, int(_RARE_SHARE * len(self._all))))
        rarity = self._rarity(Counter(t for e in self._all.values() for t in e.located.entry.topics))
        places: dict[str, dict[str, float]] = {word: {} for word in weights}
        for slug, entry in self._all.items():
            kept = [word for word in entry.words if word in weights]
            kept.sort(key=counts.__getitem__)
            raw = [entry.words[word] * weights[word] for word in kept]
            length = sqrt(sum(weight * weight for weight in raw))
            entry.words = {word: weight / length for word, weight in zip(kept, raw, strict=True)}
            entry.topics = {topic: rarity.get(topic, 0.0) for topic in entry.located.entry.topics}
            entry.all_topics = sum(entry.topics.values())
            for word, weight in entry.words.items():
                places[word][slug] = weight
        return places

    def _rarity(self, counts: Counter[str], most: int | None = None) -> dict[str, float]:
        """Return how telling each name is that more than one entry has, but not all, nor over ``most``."""
        total = len(self._all)
        limit = min(most or total, total - 1)
        return {name: log(total / n) for name, n in counts.items() if 1 < n <= limit}

    def _candidates(self, here: _Compared) -> Iterator[tuple[_Compared, float]]:
        """Yield the entries with most in common by their rarest words, each with how alike all words are."""
        left = max(_WORK // len(self._all), _RARE)
        found: dict[str, float] = {}
        ours = list(here.words.items())
        rest: list[tuple[str, float]] = []
        for number, (word, weight) in enumerate(ours):
            places = self._places[word]
            left -= len(places)
            if left < 0:
                rest = ours[number:]
                break
            for slug, theirs in places.items():
                found[slug] = found.get(slug, 0.0) + weight * theirs
        for slug in here.linked & found.keys():
            del found[slug]
        most = max(_LOOKED_AT // len(self._all), MOST)
        for slug in sorted(found, key=found.__getitem__, reverse=True)[:most]:
            other = self._all[slug]
            words = other.words
            yield other, found[slug] + sum([weight * words[word] for word, weight in rest if word in words])

    def _score(self, here: _Compared, other: _Compared, words: float) -> float:
        """Return how alike two entries are; ``words`` is how alike their words are."""
        score = words
        if both := here.topics.keys() & other.topics.keys():
            shared = sum([here.topics[topic] for topic in both])
            total = here.all_topics + other.all_topics - shared
            score += _FOR_TOPICS * shared / total if total else 0.0
        score += _FOR_SOURCE * (not here.rare_sources.isdisjoint(other.rare_sources))
        return round(score + _FOR_TOOL * (not here.tools.isdisjoint(other.tools)), 9)

    def _alike(self, here: _Compared, other: _Compared, score: float) -> Alike:
        shared = here.words.keys() & other.words.keys()
        words = sorted(shared, key=lambda word: (-here.words[word] * other.words[word], word))
        return Alike(
            other.located,
            score,
            tuple(self._telling.shown(words)[:_SHOWN_WORDS]),
            tuple(topic for topic in here.topics if topic in other.topics),
            min(here.rare_sources & other.rare_sources, default=None),
            min(here.tools & other.tools, default=None),
        )


def _has_reasons(alike: Alike) -> bool:
    """Whether there is more to say than that both have one word."""
    others: Iterable[object] = (*alike.words[1:], *alike.topics, alike.source, alike.tool)
    return bool(alike.words) and any(others)
