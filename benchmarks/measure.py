"""Runs one command and says what it cost, as the kernel counted it.

Python may keep what it compiled, as it does for users, also where the environment forbids it.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"


class CommandFailedError(Exception):
    """A measured command did not exit with 0, so its numbers mean nothing."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost, its child processes included.

    ``peak_mib`` is the largest resident size of any one process of the run.
    """

    cpu: float
    wall: float
    peak_mib: float


def measure(command: Sequence[str | Path], *, cwd: Path) -> Cost:
    """Run ``command`` in ``cwd`` and return its cost."""
    log = cwd / "benchmark.log"
    environment = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    with log.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    # The process has been waited for; without this Popen warns that it is still running.
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise CommandFailedError(f"exit {process.returncode}: {' '.join(map(str, command))}\n{tail}")
    return Cost(cpu=usage.ru_utime + usage.ru_stime, wall=wall, peak_mib=usage.ru_maxrss / 1024)


def best_of(commands: Iterable[Sequence[str | Path]], *, cwd: Path) -> Cost:
    """Return the cheapest in CPU of runs of the same work: what it costs with the least disturbance."""
    return min((measure(command, cwd=cwd) for command in commands), key=lambda cost: cost.cpu)
