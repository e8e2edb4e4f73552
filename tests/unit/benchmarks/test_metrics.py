"""The measures are those of the literature, worked out here by hand."""

from __future__ import annotations

from math import log2

import pytest

from benchmarks.search.metrics import Scores, mean, normalised_gain, right_answers, scores

GRADES = {"best": 3, "good": 2, "fair": 1}


def test_perfect_answer_has_every_measure_one() -> None:
    """Judged entries in the order of their grades, before all others, cannot be better."""
    assert scores(["best", "good", "fair", "other"], GRADES) == Scores(1, 1, 1, 1)


def test_nothing_found_has_every_measure_zero() -> None:
    """No answer, and an answer of entries that nobody judged, are worth nothing."""
    assert scores([], GRADES) == scores(["other"], GRADES) == Scores(0, 0, 0, 0)


def test_hit_counts_the_first_five() -> None:
    """A right answer on place 5 is a hit; on place 6 it is none."""
    assert scores([*"abcd", "good"], GRADES).hit == 1
    assert scores([*"abcde", "good"], GRADES).hit == 0


def test_somewhat_useful_is_no_right_answer() -> None:
    """An entry of grade 1 is neither a hit nor something to recall, but does add gain."""
    found = scores(["fair"], GRADES)
    assert (found.hit, found.reciprocal_rank, found.recall) == (0, 0, 0)
    assert found.gain > 0


def test_somewhat_useful_is_right_where_nothing_is_better() -> None:
    """A query that nothing answers well is answered by what comes nearest."""
    assert right_answers({"fair": 1, "fine": 1}) == {"fair", "fine"}
    assert right_answers(GRADES) == {"best", "good"}


def test_reciprocal_rank_is_that_of_the_first_right_answer() -> None:
    """The first right answer on place 3 gives a third, whatever comes after it."""
    assert scores(["a", "b", "good", "best"], GRADES).reciprocal_rank == pytest.approx(1 / 3)


def test_gain_is_discounted_by_place_and_measured_against_the_best_order() -> None:
    """Grades 1 and 3 on places 1 and 2 give 1 + 7 / log2(3), of at best 7 + 3 / log2(3) + 1 / log2(4)."""
    reached, best = 1 + 7 / log2(3), 7 + 3 / log2(3) + 1 / 2
    assert normalised_gain(["fair", "best"], GRADES) == pytest.approx(reached / best)


def test_gain_counts_the_first_ten() -> None:
    """Place 10 counts and place 11 does not, in the answer and in the best order alike."""
    assert normalised_gain([*"abcdefghi", "best"], GRADES) > 0
    assert normalised_gain([*"abcdefghij", "best"], GRADES) == 0
    many = {f"entry-{number}": 2 for number in range(15)}
    assert normalised_gain(list(many)[:10], many) == pytest.approx(1)


def test_recall_is_the_part_of_the_right_answers_in_the_first_eight() -> None:
    """One of two right answers on place 8 is half; on place 9 it is none."""
    assert scores([*"abcdefg", "best"], GRADES).recall == 0.5
    assert scores([*"abcdefgh", "best"], GRADES).recall == 0


def test_recall_can_be_complete_with_more_right_answers_than_places() -> None:
    """With ten right answers, eight of them on the first eight places are all that can be."""
    many = {f"entry-{number}": 2 for number in range(10)}
    assert scores(list(many), many).recall == 1


def test_mean_counts_every_query_once() -> None:
    """The mean of a perfect and an empty answer is a half."""
    assert mean([Scores(1, 1, 1, 1), Scores(0, 0, 0, 0)]) == Scores(0.5, 0.5, 0.5, 0.5)
