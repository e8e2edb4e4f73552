"""A measured command gives its cost, and a failing one never gives numbers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.measure import CommandFailedError, measure


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
