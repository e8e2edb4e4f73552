"""Work is done once for every item, in one process or in several, and a failure is never lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kb import parallel
from kb.parallel import for_each, together


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.parametrize("count", [0, 3, 2 * parallel.WORTH_A_PROCESS + 1])
def test_for_each_does_every_item_once(tmp_path: Path, count: int) -> None:
    """Few items and many give the same files."""

    def work(number: int) -> None:
        with (tmp_path / str(number)).open("x", encoding="ascii") as file:
            file.write("x")

    for_each(work, range(count))
    assert {int(path.name) for path in tmp_path.iterdir()} == set(range(count))


@pytest.mark.parametrize("number", [0, 1])
def test_for_each_raises_what_failed_in_any_process(number: int) -> None:
    """One failing item among thousands stops the build, whichever process had it."""

    def work(item: int) -> None:
        if item == number:
            raise ValueError("stuk")

    with pytest.raises(ValueError, match="stuk"):
        for_each(work, range(2 * parallel.WORTH_A_PROCESS))


def test_together_returns_results_in_order() -> None:
    """Results come back as they were asked for, from other processes too."""
    here = os.getpid()
    first, second, third = together([os.getpid, os.getpid, lambda: -1], processes=2)
    assert (first, third) == (here, -1)
    assert second != here
    assert together([os.getpid, os.getpid], processes=1) == [here, here]


def test_together_notices_a_process_that_dies() -> None:
    """A process that ends without an answer is an error, not a missing result."""
    with pytest.raises(RuntimeError, match="ended before"):
        together([os.getpid, lambda: os._exit(3)], processes=2)
