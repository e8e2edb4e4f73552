"""The inverted index: which entries have a word, and how much it is worth there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from kb.dutch import SMALL_WORDS, Analysis, Word, tokens
from kb.outputs.search.concepts import Concepts
from kb.outputs.search.documents import Document, Field
from kb.outputs.search.weights import PART, STEPS, impact, weight
from kb.parallel import processes_for, together


class Posting(NamedTuple):
    """A word in the entry with this number; ``named``: the title of the entry has it."""

    document: int
    impact: int
    named: bool


@dataclass(frozen=True, slots=True)
class Index:
    """``postings`` by term, entries in order; ``name_lengths``: different telling words in each title."""

    postings: Mapping[str, Sequence[Posting]]
    name_lengths: Sequence[int]


class _Counted(NamedTuple):
    """Words of one document by field, each with how often; ``lengths`` of the fields in words."""

    words: dict[Field, Counter[str]]
    lengths: dict[Field, int]
    title: int


def build_index(documents: Sequence[Document], analysis: Analysis, concepts: Concepts) -> Index:
    """Return the index of ``documents``, which are numbered by their place."""
    counted = _count_all(documents, analysis, concepts)
    averages = {
        field: max(1.0, sum(c.lengths.get(field, 0) for c in counted) / max(1, len(counted)))
        for field in Field
    }
    postings: dict[str, list[Posting]] = {}
    for number, one in enumerate(counted):
        names = one.words.get(Field.TITLE, Counter())
        for term, frequency in _frequencies(one, averages).items():
            named = names[term] >= 1
            postings.setdefault(term, []).append(Posting(number, impact(frequency), named))
    _explain(postings, documents, concepts)
    return Index(postings, [one.title for one in counted])


def _explain(postings: dict[str, list[Posting]], documents: Sequence[Document], concepts: Concepts) -> None:
    """Give the entry that explains a concept all the worth a word can have, as if it were its title."""
    places = {document.located.slug: number for number, document in enumerate(documents)}
    for term, slug in concepts.explained_by.items():
        if slug in places:
            others = [p for p in postings.get(term, ()) if p.document != places[slug]]
            postings[term] = sorted([*others, Posting(places[slug], STEPS, named=True)])


def _count_all(documents: Sequence[Document], analysis: Analysis, concepts: Concepts) -> Sequence[_Counted]:
    count = processes_for(len(documents))
    size = -(-len(documents) // count) or 1
    shares = [documents[start : start + size] for start in range(0, len(documents), size)]
    done = together([partial(_count_some, share, analysis, concepts) for share in shares], count)
    return [one for share in done for one in share]


def _count_some(documents: Iterable[Document], analysis: Analysis, concepts: Concepts) -> list[_Counted]:
    return [_count(document, analysis, concepts) for document in documents]


def _count(document: Document, analysis: Analysis, concepts: Concepts) -> _Counted:
    words: dict[Field, Counter[str]] = {}
    lengths: Counter[Field] = Counter()
    for field, text in document.texts:
        found = [analysis.word(token) for token in tokens(text)]
        lengths[field] += len(found)
        telling = [word for word in found if word.lemma not in SMALL_WORDS]
        held = words.setdefault(field, Counter())
        _add(held, telling)
        held.update(concepts.named([word.lemma for word in telling]))
    title = len(set(analysis.telling(document.located.entry.title)))
    return _Counted(words, dict(lengths), title)


def _add(held: Counter[str], words: Iterable[Word]) -> None:
    """Count words, and their parts for less."""
    for (lemma, parts), times in Counter(words).items():
        held[lemma] += times
        for part in parts:
            if part != lemma and part not in SMALL_WORDS:
                held[part] += PART * times  # type: ignore[assignment]


def _frequencies(one: _Counted, averages: Mapping[Field, float]) -> dict[str, float]:
    """Return the weighted frequency of every word over all fields."""
    found: dict[str, float] = {}
    for field, words in one.words.items():
        worth = weight(field, one.lengths[field], averages[field])
        for term, times in words.items():
            found[term] = found.get(term, 0.0) + worth * times
    return found
