"""Finding something: search as readers and as other scripts use it, and the way of a practitioner."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.functional.browser import Visit, titles

pytestmark = pytest.mark.browser

ASK = "([query, filters]) => window.kb.search(query, filters)"


@pytest.fixture(scope="module")
def entries(real_site: Path) -> dict[str, dict[str, Any]]:
    """Return every published entry by id."""
    published = json.loads((real_site / "api" / "v1" / "entries.json").read_text(encoding="utf-8"))
    return {entry["id"]: entry for entry in published}


def ask(page: Page, query: str, **filters: str | list[str] | int) -> list[dict[str, Any]]:
    """Return what ``window.kb.search`` resolves to."""
    found: list[dict[str, Any]] = page.evaluate(ASK, [query, filters])
    return found


def status(page: Page) -> str:
    """Return the text that a screen reader speaks when results come in, once they are there."""
    expect(page.get_by_role("status")).to_have_text(re.compile("resulta|Niets"))
    return page.get_by_role("status").inner_text()


@pytest.mark.parametrize("address", ["", "tools/fase/initiatief-en-ontwerp/", "over/methode/"])
def test_search_answers_on_every_page(visit: Visit, entries: dict[str, dict[str, Any]], address: str) -> None:
    """`window.kb.search` tells which entries match, best first, with the address of their pages."""
    page = visit(address)
    found = ask(page, "doelen")
    assert len(found) > 3
    for hit in found:
        entry = entries[hit["id"]]
        assert {"type": entry["type"], "title": entry["title"]}.items() <= hit.items()
        assert urljoin(page.url, hit["url"]).endswith(f"/{entry['slug']}/")
    scores = [hit["score"] for hit in found]
    assert scores == sorted(scores, reverse=True)
    best = ask(page, "doelenboom")[0]
    page.goto(urljoin(page.url, best["url"]))
    expect(page.get_by_role("heading", level=1)).to_have_text("Doelenboom")


def test_search_filters(visit: Visit, entries: dict[str, dict[str, Any]]) -> None:
    """Filters of `window.kb.search` leave entries that have the value, or one of the values."""
    page = visit()
    assert {hit["type"] for hit in ask(page, "doelen")} > {"tool", "case"}
    assert {hit["type"] for hit in ask(page, "doelen", type="tool")} == {"tool"}
    assert {hit["type"] for hit in ask(page, "doelen", type=["tool", "case"])} == {"tool", "case"}
    for field, value in (
        ("phase", "uitbouw-en-monitoring"),
        ("topic", "governance"),
        ("audience", "bestuurder"),
    ):
        found = ask(page, "netwerk", **{field: value})
        assert found
        assert all(value in entries[hit["id"]][f"{field}s"] for hit in found)
        assert not all(value in entries[hit["id"]][f"{field}s"] for hit in ask(page, "netwerk"))
    both = ask(page, "", type="case", phase="initiatief-en-ontwerp", limit=100)
    expected = {
        entry["id"]
        for entry in entries.values()
        if entry["type"] == "case" and "initiatief-en-ontwerp" in entry["phases"]
    }
    assert {hit["id"] for hit in both} == expected


def test_search_without_a_match_is_empty(visit: Visit) -> None:
    """A word that is nowhere, and no question at all, give an empty list."""
    page = visit()
    assert ask(page, "xqzvwk") == []
    assert ask(page, "  ") == []


def test_practitioner_finds_a_tool_in_three_clicks(visit: Visit) -> None:
    """From home, phase 1 leads to a tool, and that to where the tool is and what it comes from."""
    page = visit()
    page.locator(".md-content").get_by_role("link", name=re.compile("Fase 1")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Initiatief en ontwerp")
    tool = page.locator(".kb-card--tool a").first
    title = tool.inner_text()
    tool.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator(".kb-actions a[rel~=external]").first).to_have_attribute(
        "href", re.compile("^https?://")
    )
    page.locator(".kb-fact", has_text="Komt uit").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/(syntheses|bronnen)/"))


def test_home_searches(visit: Visit) -> None:
    """The search field of the home page leads to results."""
    page = visit()
    page.get_by_label("Zoek in alles").fill("doelenboom")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=doelenboom")
    assert status(page)
    assert titles(page)[0] == "Doelenboom"
