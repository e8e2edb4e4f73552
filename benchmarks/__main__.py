"""`python -m benchmarks`: generate projects, measure `kb` and plain MkDocs on them, report."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.generate import generate_site
from benchmarks.measure import CommandFailedError, best_of, measure
from benchmarks.peers import write_mkdocs_config
from benchmarks.report import BUILD, CHECK, MKDOCS, Measurement, as_data, table

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "build" / "benchmarks"
SIZES = (500, 1_000, 2_000, 5_000, 10_000)
PEER_SIZES = (500, 2_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the command line asks for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="numbers of entries")
    parser.add_argument("--runs", type=int, default=2, help="runs of each kb command; the cheapest counts")
    parser.add_argument("--full", action="store_true", help="plain MkDocs at 10,000 entries too")
    options = parser.parse_args(arguments)
    measurements: list[Measurement] = []
    try:
        for size in sorted(options.sizes):
            peer = size in PEER_SIZES or (options.full and size == max(SIZES))
            for measurement in _measure_size(size, runs=options.runs, peer=peer):
                measurements.append(measurement)
                print(f"{measurement.tool}, {size:,}: {measurement.cost.cpu:.2f} s CPU", file=sys.stderr)
    except CommandFailedError as failure:
        print(failure, file=sys.stderr)
        return 2
    finally:
        for size in options.sizes:
            shutil.rmtree(OUTPUT / str(size), ignore_errors=True)
    print(table(measurements))
    report = OUTPUT / "results.json"
    report.write_text(json.dumps(as_data(measurements), indent=2) + "\n", encoding="utf-8")
    print(f"\nWritten: {report.relative_to(ROOT)}")
    return 0


def _measure_size(size: int, *, runs: int, peer: bool) -> Iterator[Measurement]:
    """Yield what each tool costs.

    Every build has a folder of its own and nothing is removed before the last one: ext4 makes files
    several times slower in the minutes after many were deleted.
    """
    project = OUTPUT / str(size)
    generate_site(project, size, root=ROOT)
    kb = (sys.executable, "-m", "kb")
    builds = ((*kb, "build", "--no-search", "--site", f"site-{run}") for run in range(runs))
    yield Measurement(CHECK, size, best_of(((*kb, "check") for _ in range(runs)), cwd=project))
    yield Measurement(BUILD, size, best_of(builds, cwd=project))
    if peer:
        config = write_mkdocs_config(project)
        mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", config)
        yield Measurement(MKDOCS, size, measure(mkdocs, cwd=project))


if __name__ == "__main__":
    sys.exit(main())
