"""One table of all engines, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.report import Goal, goal_table
from benchmarks.search.engine import Engine, compressed
from benchmarks.search.metrics import Scores
from benchmarks.search.ours import WHOLE
from benchmarks.search.reader import SLOW_DOWN, FirstResult

_HEAD = """\
| entries | engine | hit@5 | MRR | nDCG@10 | recall@8 | index kB | gzip | cold kB | first ms | CPU s |
| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""
_MOST_REAL = 5_000
_LIMITS, _LARGE_LIMITS = (300, 500), (1_000, 1_000)
"""The most kB and milliseconds, up to `_MOST_REAL` entries and above."""
LEGEND = f"""\
index kB, gzip: all files of the index, plain and compressed. cold kB: compressed bytes of every answer that
a new reader's browser gets, the page itself included, the most of all questions. first ms: time to the first
result, median over the questions, the processor slowed {SLOW_DOWN} times, from a server on the same machine.
CPU s: to make the index. Unless it says "whole", the page has nothing but the engine."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of an engine; ``scores`` only where there are judged queries."""

    entries: int
    engine: str
    raw: int
    gzipped: int
    first: FirstResult
    built: float
    scores: Scores | None = None


def row(entries: int, engine: Engine, first: FirstResult, scores: Scores | None) -> Row:
    """Return the row of an engine, with the size of its index."""
    files = [path.read_bytes() for path in engine.index]
    gzipped = sum(len(compressed(data)) for data in files)
    return Row(entries, engine.name, sum(map(len, files)), gzipped, first, engine.built, scores)


def goals(rows: Sequence[Row]) -> Iterator[Goal]:
    """Yield the goals for the search page of this site, on the real content and on a large one."""
    for one in rows:
        if one.engine == WHOLE:
            kilobytes, milliseconds = _LARGE_LIMITS if one.entries > _MOST_REAL else _LIMITS
            name = f"search page, {one.entries:,} entries"
            yield Goal(f"{name}, cold kB", one.first.bytes / 1000, kilobytes)
            yield Goal(f"{name}, ms to the first result", one.first.milliseconds, milliseconds)


def table(rows: Sequence[Row]) -> str:
    """Return all rows, and the goals, as Markdown."""
    return "\n".join((_HEAD, *map(line, rows), "", *goal_table(goals(rows))))


def line(one: Row) -> str:
    """Return a row of the table."""
    found = one.scores
    measures = (found.hit, found.reciprocal_rank, found.gain, found.recall) if found else ()
    cells = [
        f"{one.entries:,}",
        one.engine,
        *([f"{measure:.3f}" for measure in measures] or ["-"] * 4),
        *(f"{size / 1000:,.0f}" for size in (one.raw, one.gzipped, one.first.bytes)),
        f"{one.first.milliseconds:,.0f}",
        f"{one.built:.1f}",
    ]
    return f"| {' | '.join(cells)} |"
