"""The account of how well search answers shows each kind of query, and the worst answers first."""

from __future__ import annotations

from benchmarks.search.gold import Query
from benchmarks.search.quality import Answer, by_kind, table, worst


def answer(kind: str, *found: str, text: str = "vraag") -> Answer:
    """Return an answer to a query for which only the entry ``right`` is right."""
    return Answer(Query(text, kind, "Wil iets weten.", {}, {"right": 3}), found)


def test_kinds_are_measured_apart() -> None:
    """Each kind of query has the mean of its own answers."""
    measured = by_kind([answer("typo", "right"), answer("topic", "other", "right"), answer("topic", "right")])
    assert {kind: scores.reciprocal_rank for kind, scores in measured.items()} == {"typo": 1, "topic": 0.75}


def test_table_begins_with_the_total() -> None:
    """The first row counts all queries, and a row for each kind follows."""
    rows = table([answer("typo", "right"), answer("topic")]).splitlines()[2:]
    assert rows == [
        "| all | 2 | 0.500 | 0.500 | 0.500 | 0.500 |",
        "| typo | 1 | 1.000 | 1.000 | 1.000 | 1.000 |",
        "| topic | 1 | 0.000 | 0.000 | 0.000 | 0.000 |",
    ]


def test_worst_answers_come_worst_first() -> None:
    """The asked number of answers is shown, those with the least gain, the least first."""
    second, first, good = answer("topic", "other", "right"), answer("topic"), answer("topic", "right")
    assert worst([good, second, first], 2) == [first, second]
    assert worst([good], 0) == []
