"""A measured command gives its cost, and a failing one never gives numbers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.measure import CommandFailedError, best_of, measure


def test_measure_returns_cpu_wall_and_memory(tmp_path: Path) -> None:
    """Every part of the cost of a real process is above zero."""
    cost = measure((sys.executable, "-c", "sum(range(100_000))"), cwd=tmp_path)
    assert cost.cpu > 0
    assert cost.wall > 0
    assert cost.peak_mib > 1


def test_measure_refuses_a_failed_command(tmp_path: Path) -> None:
    """The exit code and what the command printed are in the message."""
    with pytest.raises(CommandFailedError, match=r"exit 3: (?s:.*)niet gelukt"):
        measure((sys.executable, "-c", "print('niet gelukt'); raise SystemExit(3)"), cwd=tmp_path)


def test_measure_lets_python_keep_what_it_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A switch of the environment must not add compiling to every measured run."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    measure((sys.executable, "-c", "import sys; raise SystemExit(sys.dont_write_bytecode)"), cwd=tmp_path)


def test_best_of_returns_the_cheapest_run(tmp_path: Path) -> None:
    """Runs of the same work may differ in where they write; the one with the least CPU counts."""
    costly, cheap = ((sys.executable, "-c", f"sum(range({n}))") for n in (30_000_000, 1))
    assert best_of((costly, cheap), cwd=tmp_path).cpu < measure(costly, cwd=tmp_path).cpu / 2
