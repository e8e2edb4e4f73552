"""One table of all engines, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.search.engine import Engine, compressed
from benchmarks.search.metrics import Scores
from benchmarks.search.reader import SLOW_DOWN, FirstResult

_HEAD = """\
| entries | engine | hit@5 | MRR | nDCG@10 | recall@8 | index kB | gzip | cold kB | first ms | index s |
| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""
LEGEND = f"""\
index kB, gzip: all files of the index, plain and compressed. cold kB: compressed bytes of every answer that
a new reader's browser gets, the page itself included, the most of all questions. first ms: time to the first
result, median over the questions, the processor slowed {SLOW_DOWN} times, from a server on the same machine.
index s: wall time to make the index. Unless it says "whole", the page has nothing but the engine."""


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


def table(rows: Sequence[Row]) -> str:
    """Return all rows as Markdown."""
    return "\n".join((_HEAD, *map(_line, rows)))


def _line(one: Row) -> str:
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
