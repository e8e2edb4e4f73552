"""Generated projects are valid, alike for the same seed, and shaped like the real content."""

from __future__ import annotations

import statistics
from collections import Counter
from pathlib import Path

import pytest
import yaml

from benchmarks.generate import generate
from kb.model import TYPE_BY_FOLDER

SCHEMA = Path(__file__).parents[3] / "schema"


def entry_files(project: Path) -> list[Path]:
    """Return every generated entry, the hand-written pages left out."""
    return sorted(path for path in (project / "content").glob("*/*.md") if path.parent.name != "pages")


def read(path: Path) -> tuple[dict[str, object], str]:
    """Return front matter, all scalars text, and body."""
    _, front_matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(front_matter, Loader=yaml.BaseLoader), body  # noqa: S506 - makes only text


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a generated project of 200 entries."""
    target = tmp_path_factory.mktemp("generated") / "project"
    generate(target, 200, schema=SCHEMA)
    return target


def test_generate_makes_entries_the_models_accept(project: Path) -> None:
    """Every generated entry passes its model, with the required headings in order."""
    for path in entry_files(project):
        row = TYPE_BY_FOLDER[path.parent.name]
        front_matter, body = read(path)
        row.model.model_validate(front_matter)
        headings = tuple(line.removeprefix("## ") for line in body.splitlines() if line.startswith("## "))
        assert headings == row.headings, path


def test_generate_keeps_the_proportions_of_the_content(project: Path) -> None:
    """Half of the entries are tools, a fifth cases, a tenth gaps and a fifth sources."""
    counts = Counter(path.parent.name for path in entry_files(project))
    assert {name: counts[name] for name in ("tools", "cases", "gaps", "sources")} == {
        "tools": 100,
        "cases": 40,
        "gaps": 20,
        "sources": 40,
    }


def test_generate_writes_bodies_as_long_as_real_ones(project: Path) -> None:
    """Bodies have 250 to 625 words with a median near 444, and entries about 25 fields."""
    documents = [read(path) for path in entry_files(project)]
    words = [len(body.split()) for _, body in documents]
    assert min(words) >= 245
    assert max(words) <= 640
    assert 425 <= statistics.median(words) <= 465
    assert statistics.median(len(front_matter) for front_matter, _ in documents) == 25


def test_generate_repeats_itself_for_one_seed(project: Path, tmp_path: Path) -> None:
    """The same count and seed give the same bytes."""
    again = tmp_path / "again"
    generate(again, 200, schema=SCHEMA)
    for path in sorted(project.rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (again / path.relative_to(project)).read_bytes(), path


def test_generate_refuses_more_entries_than_there_are_ids(tmp_path: Path) -> None:
    """Ids have four digits, so a count beyond them is a programmer's mistake."""
    with pytest.raises(ValueError, match="count must be between"):
        generate(tmp_path / "project", 20_000, schema=SCHEMA)
