"""The measures of a ranked answer against judgements, as the literature defines them.

``found`` is a ranked answer, best first; ``grades`` has the grade (1 to 3) of each judged entry,
and an entry that is not in it is worth nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean

HIT_AT, GAIN_AT, RECALL_AT = 5, 10, 8
_RIGHT = 2
"""An entry of this grade or better is a right answer."""

Grades = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one answer, or their means; each from 0 to 1."""

    hit: float
    reciprocal_rank: float
    gain: float
    recall: float


def scores(found: Sequence[str], grades: Grades) -> Scores:
    """Return all measures of one answer."""
    right = right_answers(grades)
    places = [place for place, entry in enumerate(found, start=1) if entry in right]
    return Scores(
        hit=float(any(place <= HIT_AT for place in places)),
        reciprocal_rank=1 / places[0] if places else 0.0,
        gain=normalised_gain(found, grades),
        recall=sum(place <= RECALL_AT for place in places) / min(RECALL_AT, len(right)),
    )


def right_answers(grades: Grades) -> frozenset[str]:
    """Return the entries that answer a query; the best there are when none is clearly useful."""
    least = min(_RIGHT, max(grades.values()))
    return frozenset(entry for entry, grade in grades.items() if grade >= least)


def normalised_gain(found: Sequence[str], grades: Grades) -> float:
    """Return nDCG@10: gain 2^grade - 1, discounted by log2 of the place, against the best order of all."""
    best = sorted(grades.values(), reverse=True)
    return _discounted(grades.get(entry, 0) for entry in found[:GAIN_AT]) / _discounted(best[:GAIN_AT])


def _discounted(grades: Iterable[int]) -> float:
    return sum(((1 << grade) - 1) / log2(place + 1) for place, grade in enumerate(grades, start=1))


def mean(several: Sequence[Scores]) -> Scores:
    """Return the mean of each measure over queries, each query counting once."""
    return Scores(
        hit=fmean(one.hit for one in several),
        reciprocal_rank=fmean(one.reciprocal_rank for one in several),
        gain=fmean(one.gain for one in several),
        recall=fmean(one.recall for one in several),
    )
