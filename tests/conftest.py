"""A project to test on: any files, or the valid project of ``tests/minimal/`` with changes."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent

settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")

_SMALL_LISTS = (
    "generated", "glossary.yml", "phase-crosswalk.yml", "excluded-links.yml", "search-*.yml",
)  # fmt: skip
"""What the minimal project does not take from the real ``schema/``: those name real entries."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests measured (``record_property``), also when they pass."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")


class WriteProject(Protocol):
    """Writes a project into a fresh folder and returns that folder."""

    def __call__(self, files: Mapping[str, str | bytes | None], *, minimal: bool = False) -> Path:
        """Write ``files`` by path, text as UTF-8; ``None`` takes a file of the minimal project away."""
        ...


@pytest.fixture
def write_project(tmp_path: Path) -> WriteProject:
    """Return the function that writes a project for this test."""

    def write(files: Mapping[str, str | bytes | None], *, minimal: bool = False) -> Path:
        root = tmp_path / "project"
        if minimal:
            shutil.copytree(TESTS / "minimal", root)
            ignore = shutil.ignore_patterns(*_SMALL_LISTS)
            shutil.copytree(TESTS.parent / "schema", root / "schema", dirs_exist_ok=True, ignore=ignore)
        (root / "content").mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            target = root / path
            if content is None:
                target.unlink()
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write
