"""The live preview as an editor uses it: a browser beside a file that changes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.functional.browser import Visit

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PARTS = ("content", "schema", "site_overrides")
RELOAD_WITHIN = 60_000
"""Milliseconds; a change takes a fraction of a second on a machine that does nothing else."""

TOOL = "tools/doelenboom/"
TITLE = re.compile(r"^title: .*$", re.MULTILINE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the project to change."""
    copy = tmp_path / "project"
    for part in PARTS:
        shutil.copytree(ROOT / part, copy / part)
    shutil.copyfile(ROOT / "mkdocs.yml", copy / "mkdocs.yml")
    return copy


@pytest.fixture
def served(root: Path) -> Iterator[str]:
    """Return the address that ``kb serve`` prints, with the preview running until the test ends."""
    command = (sys.executable, "-m", "kb", "serve", "--port", "0", "--root", root)
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE) as server:
        assert server.stdout
        address = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
        assert address
        yield address[0]
        server.terminate()
        assert "Gestopt." in server.stdout.read()
    assert server.returncode == 0


@pytest.fixture
def editor(browser: Browser, served: str) -> Iterator[Page]:
    """Return the page of a tool in the preview, when it listens for changes."""
    visits = Visit(browser, served)
    page = visits.blank()
    page.set_default_timeout(RELOAD_WITHIN)
    with page.expect_response("**/_kb/events*"):
        page.goto(served + TOOL)
    assert page.get_by_role("alert").all_inner_texts() == [], "the real content has errors"
    yield page
    visits.leave()


def test_preview_follows_changes_and_mistakes(editor: Page, root: Path) -> None:
    """A new title appears by itself; a mistake is shown over the last good page until it is mended."""
    heading = editor.get_by_role("heading", level=1)
    overlay = editor.get_by_role("alert")
    expect(heading).to_have_text("Doelenboom")
    entry = root / "content" / "tools" / "doelenboom.md"
    text = entry.read_text(encoding="utf-8")

    with editor.expect_response("**/_kb/events*"):
        entry.write_text(TITLE.sub("title: Boom van doelen", text), encoding="utf-8")
    expect(heading).to_have_text("Boom van doelen", timeout=RELOAD_WITHIN)
    expect(overlay).to_have_count(0)

    line = text[: text.index("\nkind:")].count("\n") + 2
    broken = TITLE.sub("title: Doelen in een boom", text).replace("\nkind:", "\nsoort:")
    with editor.expect_response("**/_kb/events*"):
        entry.write_text(broken, encoding="utf-8")
    expect(overlay).to_contain_text(f"content/tools/doelenboom.md:{line}:", timeout=RELOAD_WITHIN)
    expect(overlay).to_contain_text(re.compile(r"KB\d{3}"))
    expect(overlay).to_contain_text("‘soort’")
    expect(heading).to_have_text("Boom van doelen")

    entry.write_text(TITLE.sub("title: Doelen in een boom", text), encoding="utf-8")
    expect(heading).to_have_text("Doelen in een boom", timeout=RELOAD_WITHIN)
    expect(overlay).to_have_count(0)


def test_preview_searches_and_redirects(editor: Page, served: str) -> None:
    """In the preview search and permanent addresses work as on the site."""
    editor.goto(f"{served}id/T0002/")
    expect(editor).to_have_url(served + TOOL)
    first = editor.locator("[data-kb-results] a").first
    for _ in range(60):  # the index comes a moment after the pages
        editor.goto(f"{served}zoeken/?q=doelenboom")
        editor.locator("[data-kb-results] a:visible, [data-kb-error]:visible").first.wait_for()
        if first.is_visible():
            break
    expect(first).to_have_text("Doelenboom")
