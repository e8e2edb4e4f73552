"""What words are worth: more in a title, less for every next one, and always a step the index can hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.outputs.search.documents import Field
from kb.outputs.search.weights import PART, PRIORS, SATURATION, STEPS, WEIGHTS, impact, prior, weight

FREQUENCIES = st.floats(0, 1e9)
FIELDS = st.sampled_from(Field)


@given(FREQUENCIES)
def test_impact_is_a_step(frequency: float) -> None:
    """A whole number that fits in the index, and never nothing for a word that is there."""
    assert 1 <= impact(frequency) <= STEPS
    assert isinstance(impact(frequency), int)


@given(FREQUENCIES, FREQUENCIES)
def test_impact_grows_with_the_frequency(one: float, other: float) -> None:
    """More of a word is never worth less."""
    low, high = sorted((one, other))
    assert impact(low) <= impact(high)


def test_impact_levels_off() -> None:
    """Half of what there is to get comes with the first few, and the rest with ever more."""
    assert impact(SATURATION) == pytest.approx(STEPS / 2, abs=1)
    assert impact(2 * SATURATION) - impact(SATURATION) > impact(3 * SATURATION) - impact(2 * SATURATION)


def test_every_field_has_a_weight_and_titles_the_most() -> None:
    """In the order in which the fields are listed."""
    assert set(WEIGHTS) == set(Field)
    boosts = [WEIGHTS[field].boost for field in Field]
    assert all(one > other for one, other in pairwise(boosts))
    assert 0 < PART < 1


@given(FIELDS, st.floats(1, 1e4), st.integers(1, 10_000))
def test_weight_is_less_in_a_long_field(field: Field, average: float, length: int) -> None:
    """A word says more of a short text; at the usual length it is worth what the table says."""
    assert weight(field, length + 1, average) < weight(field, length, average)
    assert weight(field, 7, 7.0) == pytest.approx(WEIGHTS[field].boost)


def test_prior() -> None:
    """By type, and better for what others refer to and what leads to the thing itself."""
    assert prior("case", 0, linked=False) == 1
    assert prior("tool", 0, linked=False) == PRIORS["tool"] > 1
    assert prior("source", 0, linked=False) == PRIORS["source"] < 1
    assert prior("case", 5, linked=False) > prior("case", 1, linked=False) > 1
    assert prior("case", 0, linked=True) > 1
    assert prior("case", 100_000, linked=False) < 2
