"""Turns measured costs into the table, the ratios and the goals that a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from benchmarks.measure import Cost

CHECK, BUILD, MKDOCS = "kb check", "kb build", "MkDocs + Material"


@dataclass(frozen=True, slots=True)
class Measurement:
    """The cost of ``tool`` on a project of ``entries`` entries."""

    tool: str
    entries: int
    cost: Cost


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit that the project set itself: ``measured`` must not be over ``limit``."""

    name: str
    measured: float
    limit: float


_WALL_LIMITS = {(CHECK, 10_000): 3.0, (BUILD, 10_000): 12.0}
_SMALL, _LARGE, _MOST_GROWTH = 1_000, 5_000, 6.0


def goals(measurements: Sequence[Measurement]) -> Iterator[Goal]:
    """Yield every goal that ``measurements`` can answer."""
    by_run = _by_run(measurements)
    for (tool, entries), limit in _WALL_LIMITS.items():
        if cost := by_run.get((tool, entries)):
            yield Goal(f"{tool}, {entries:,} entries, wall seconds", cost.wall, limit)
    for tool in (CHECK, BUILD):
        small, large = by_run.get((tool, _SMALL)), by_run.get((tool, _LARGE))
        if small and large:
            yield Goal(f"{tool}, CPU({_LARGE:,}) / CPU({_SMALL:,})", large.cpu / small.cpu, _MOST_GROWTH)


def table(measurements: Sequence[Measurement]) -> str:
    """Return all costs, beside plain MkDocs where that was measured, and the goals, as Markdown."""
    by_run = _by_run(measurements)
    lines = [
        "| tool | entries | CPU s | wall s | peak MiB | MkDocs CPU / this CPU |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for run in measurements:
        peer = by_run.get((MKDOCS, run.entries))
        ratio = f"{peer.cpu / run.cost.cpu:.1f}" if peer and run.tool != MKDOCS else "-"
        cost = f"{run.cost.cpu:.2f} | {run.cost.wall:.2f} | {run.cost.peak_mib:.0f}"
        lines.append(f"| {run.tool} | {run.entries:,} | {cost} | {ratio} |")
    return "\n".join((*lines, "", *goal_table(goals(measurements))))


def goal_table(goals: Iterable[Goal]) -> Iterator[str]:
    """Yield the lines of a Markdown table that says which goals are met."""
    yield "| goal | measured | limit | |"
    yield "| --- | ---: | ---: | --- |"
    for goal in goals:
        verdict = "met" if goal.measured <= goal.limit else "MISSED"
        yield f"| {goal.name} | {goal.measured:.2f} | {goal.limit:.0f} | {verdict} |"


def as_data(measurements: Sequence[Measurement]) -> dict[str, object]:
    """Return measurements and goals as data for a JSON file."""
    return {
        "measurements": [asdict(measurement) for measurement in measurements],
        "goals": [asdict(goal) for goal in goals(measurements)],
    }


def _by_run(measurements: Sequence[Measurement]) -> Mapping[tuple[str, int], Cost]:
    return {(run.tool, run.entries): run.cost for run in measurements}
