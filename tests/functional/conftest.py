"""A small project with the real theme and the real hand-written pages, and engines to build it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.generate import generate
from scripts.screenshots import chromium, serve
from tests.functional.browser import Visit

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


@pytest.fixture(scope="session")
def real_site(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site built from the real content; nobody may change it."""
    site = tmp_path_factory.mktemp("real") / "site"
    done = run(ROOT, "kb", "build", "--site", site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a running Chromium.

    One a module, not a session: while it runs, nothing in this thread can use ``asyncio.run``.
    """
    try:
        with chromium() as running:
            yield running
    except FileNotFoundError as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(scope="session")
def host(real_site: Path) -> Iterator[str]:
    """Return the address at which the real site is served."""
    with serve(real_site) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, host: str) -> Iterator[Visit]:
    """Return the function that opens a page of the real site."""
    visits = Visit(browser, host)
    yield visits
    visits.leave()
