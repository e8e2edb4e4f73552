"""A small project with the real theme and the real hand-written pages, and engines to build it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.generate import generate

ROOT = Path(__file__).parents[2]

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a generated project of ten entries with our theme; nobody may change it."""
    project = tmp_path_factory.mktemp("project") / "kb"
    generate(project, 10, schema=ROOT / "schema")
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    shutil.copytree(ROOT / "site_overrides", project / "site_overrides")
    shutil.copytree(ROOT / "content" / "pages", project / "content" / "pages")
    return project


@pytest.fixture
def project(untouched: Path, tmp_path: Path) -> Path:
    """Return a copy of the project for one test."""
    return Path(shutil.copytree(untouched, tmp_path / "kb"))


@pytest.fixture(scope="session")
def run() -> Run:
    """Return the function that runs ``python -m`` in a project; it never raises on an exit code."""

    def run_module(
        project: Path, *arguments: str | Path, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
            text=True,
            capture_output=True,
            check=False,
        )

    return run_module
