"""Mistakes in real entries are found at their place: each alone, and all of them in one run."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb import pipeline

ROOT = Path(__file__).parents[2]
MUTATIONS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "mutations.yml").read_text(encoding="utf-8")
)


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """Return a copy of the real content to break."""
    for part in ("content", "schema"):
        shutil.copytree(ROOT / part, tmp_path / part)
    return tmp_path


def mutate(project: Path, mutation: Mapping[str, Any]) -> tuple[str, int, str]:
    """Make the mistake; return path, line and code of the finding it must give."""
    path = f"content/{mutation['file']}"
    file = project / path
    text = file.read_text(encoding="utf-8")
    for find, put in (("find", "put"), ("find2", "put2")):
        if find in mutation:
            assert mutation[find] in text, (path, mutation[find])
            text = text.replace(mutation[find], mutation[put], 1)
    file.write_text(text, encoding="utf-8")
    return path, int(mutation.get("line") or line_of(text, mutation)), mutation["code"]


def line_of(text: str, mutation: Mapping[str, Any]) -> int:
    """Return the number of the line that the finding must stand on."""
    wanted = mutation.get("at") or mutation["put"].splitlines()[0]
    lines = [number for number, line in enumerate(text.splitlines(), 1) if wanted in line]
    return lines[int(mutation.get("nth", 1)) - 1]


def findings(project: Path) -> dict[str, set[tuple[int, str]]]:
    """Return (line, code) of all findings by path."""
    found: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for diagnostic in pipeline.check(project).diagnostics:
        found[diagnostic.path].add((diagnostic.span.start.line, diagnostic.code))
    return found


def test_there_are_thirty_mutations_of_every_type() -> None:
    """The list is long enough and leaves no type out."""
    assert len(MUTATIONS) >= 30
    assert {m["file"].split("/")[0] for m in MUTATIONS} == {
        "tools", "cases", "gaps", "models", "sources", "topics", "phases", "syntheses",
    }  # fmt: skip


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda m: f"{m['file']}-{m['code']}")
def test_mutation_is_reported_at_its_line(real: Path, mutation: dict[str, Any]) -> None:
    """One mistake gives its code on its line, and nothing is found in files that were not touched."""
    path, line, code = mutate(real, mutation)
    found = findings(real)
    assert (line, code) in found[path], found
    elsewhere = {place for place in found if place != path}
    assert elsewhere <= ({"content/tools/handreiking-doelen-stellen.md"} if code == "KB202" else set())


def test_all_mutations_are_reported_in_one_run(real: Path) -> None:
    """Every mistake is found while all the others are there too, unless its file cannot be read at all."""
    expected = [
        mutate(real, m) for m in MUTATIONS if m["file"] != "tools/doelenboom.md" or m["code"] == "KB401"
    ]
    found = findings(real)
    missing = [(path, line, code) for path, line, code in expected if (line, code) not in found[path]]
    assert missing == []


def test_the_real_content_has_no_finding() -> None:
    """What is published is clean, warnings included."""
    assert pipeline.check(ROOT).diagnostics == ()
