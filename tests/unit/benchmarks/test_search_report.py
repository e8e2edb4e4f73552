"""The table of search engines says what was measured of each, and what was not."""

from __future__ import annotations

import gzip
from pathlib import Path

from benchmarks.report import Goal
from benchmarks.search.engine import Engine
from benchmarks.search.metrics import Scores
from benchmarks.search.ours import WHOLE
from benchmarks.search.reader import FirstResult
from benchmarks.search.report import goals, row, table


def test_row_has_the_size_of_every_file_of_the_index(tmp_path: Path) -> None:
    """Plain and compressed sizes are sums over the files, each compressed by itself."""
    files = (tmp_path / "a.json", tmp_path / "b.json")
    for path in files:
        path.write_bytes(b"woord " * 100)
    measured = row(5, Engine("X", tmp_path, files, 1.0), FirstResult(9.0, 7), None)
    assert measured.raw == 1200
    assert measured.gzipped == 2 * len(gzip.compress(b"woord " * 100, 6, mtime=0))


def test_table_shows_measures_where_there_are_judged_queries(tmp_path: Path) -> None:
    """A row of generated entries has dashes for the measures, as nobody judged queries on those."""
    engine = Engine("X", tmp_path, (), 1.25)
    judged = row(568, engine, FirstResult(120.4, 99_600), Scores(1, 0.9, 0.8, 0.7))
    generated = row(10_000, engine, FirstResult(1200, 1_000_000), None)
    assert table([judged, generated]).splitlines()[2:4] == [
        "| 568 | X | 1.000 | 0.900 | 0.800 | 0.700 | 0 | 0 | 100 | 120 | 1.2 |",
        "| 10,000 | X | - | - | - | - | 0 | 0 | 1,000 | 1,200 | 1.2 |",
    ]


def test_goals_are_those_of_the_search_page(tmp_path: Path) -> None:
    """The page readers get has limits, looser with 10,000 entries; other engines have none."""
    first = FirstResult(600, 290_000)
    page, other = Engine(WHOLE, tmp_path, (), 1.0), Engine("X", tmp_path, (), 1.0)
    assert list(goals([row(568, page, first, None), row(568, other, first, None)])) == [
        Goal("search page, 568 entries, cold kB", 290, 300),
        Goal("search page, 568 entries, ms to the first result", 600, 500),
    ]
    assert [goal.limit for goal in goals([row(10_000, page, first, None)])] == [1_000, 1_000]
    assert "MISSED" in table([row(568, page, first, None)])
