"""`python -m benchmarks.search`: our search beside others, on the same queries and the same content."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.generate import generate_site
from benchmarks.search import material, minisearch, ours, pagefind
from benchmarks.search.engine import Engine
from benchmarks.search.gold import Query, gold_set
from benchmarks.search.host import host
from benchmarks.search.reader import first_result, quality
from benchmarks.search.report import LEGEND, Row, line, row, table
from benchmarks.search.texts import entry_texts
from kb import pipeline
from scripts.screenshots import chromium

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = ROOT / "build" / "benchmarks" / "search"
_LARGE = 10_000
_QUESTIONS = (
    "bekostiging",
    "positieve gezondheid",
    "spuk iza",
    "zorgverzekeraar wil overleg niet betalen",
    "oudere cliënt met psychische problemen valt tussen wal en schip",
)
"""Questions to time on the real content, short and long."""
_LARGE_QUESTIONS = (
    "wijkplan",
    "overleg met de verzekeraar",
    "netwerkgesprek",
    "vertrouwen contactpersoon",
    "welke aanpak van het zorgprogramma werkt in overleg met de gemeente en de wijkcoach",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare the engines; return the exit code."""
    parser = argparse.ArgumentParser(prog="make bench-search", description=__doc__)
    parser.add_argument("--queries", type=Path, help="other judged queries, of the same form")
    parser.add_argument("--large", type=int, default=_LARGE, metavar="N", help="generated entries; 0: none")
    options = parser.parse_args(arguments)
    shutil.rmtree(OUTPUT, ignore_errors=True)
    script = minisearch.install(OUTPUT / "npm")
    rows = list(_real(gold_set(pipeline.check(ROOT).knowledge_base(), options.queries), script))
    if options.large:
        rows += _generated(options.large, script)
    print(f"{table(rows)}\n\n{LEGEND}")
    (OUTPUT / "results.json").write_text(
        json.dumps([asdict(one) for one in rows], indent=2) + "\n", encoding="utf-8"
    )
    return 0


def _real(queries: Sequence[Query], script: Path) -> Iterator[Row]:
    texts = entry_texts(pipeline.check(ROOT).knowledge_base())
    engines = [
        *ours.build(ROOT, OUTPUT / "ours"),
        material.build(texts, OUTPUT / "material"),
        pagefind.build(texts, OUTPUT / "pagefind", analysed=False),
        pagefind.build(texts, OUTPUT / "pagefind-analysed", analysed=True),
        minisearch.build(texts, OUTPUT / "minisearch", script, analysed=False),
        minisearch.build(texts, OUTPUT / "minisearch-analysed", script, analysed=True),
    ]
    yield from _measured(len(texts), engines, _QUESTIONS, queries)


def _generated(count: int, script: Path) -> Iterator[Row]:
    project, folder = OUTPUT / "large-project", OUTPUT / "large"
    generate_site(project, count, root=ROOT)
    texts = entry_texts(pipeline.check(project).knowledge_base())
    engines = [
        *ours.build(project, folder / "ours"),
        pagefind.build(texts, folder / "pagefind", analysed=True),
        minisearch.build(texts, folder / "minisearch", script, analysed=True),
    ]
    print("Material's own search is left out here: its index is one file with every text.", file=sys.stderr)
    yield from _measured(len(texts), engines, _LARGE_QUESTIONS, ())


def _measured(
    entries: int, engines: Sequence[Engine], questions: Sequence[str], queries: Sequence[Query]
) -> Iterator[Row]:
    with chromium() as browser:
        for engine in engines:
            with host(engine.folder) as serving:
                found = quality(browser, serving, engine, queries) if queries else None
                one = row(entries, engine, first_result(browser, serving, engine, questions), found)
            print(line(one), engine.note, file=sys.stderr, flush=True)
            yield one


if __name__ == "__main__":
    sys.exit(main())
