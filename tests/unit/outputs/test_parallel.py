"""Work is done once for every item, in one process or in several, and a failure is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.outputs.parallel import for_each


@pytest.mark.parametrize("count", [0, 3, 2500])
def test_for_each_does_every_item_once(tmp_path: Path, count: int) -> None:
    """Few items and many give the same files."""

    def work(number: int) -> None:
        with (tmp_path / str(number)).open("x", encoding="ascii") as file:
            file.write("x")

    for_each(work, range(count))
    assert {int(path.name) for path in tmp_path.iterdir()} == set(range(count))


def test_for_each_raises_what_failed_in_a_process() -> None:
    """One failing item among thousands stops the build."""

    def work(number: int) -> None:
        if number == 1234:
            raise ValueError(number)

    with pytest.raises((RuntimeError, ValueError)):
        for_each(work, range(3000))
