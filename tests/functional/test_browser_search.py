"""Finding something: search as readers and as other scripts use it, and the way of a practitioner."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.functional.browser import Visit, focused, tab_to, titles

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


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("doelenboom", "tools/doelenboom/"),
        ("spuk dos", "tools/spuk-dos/"),
        ("netwerkzorg", "tools/netwerkzorg-dichtbij-wijzer/"),
    ],
)
def test_search_page_finds(visit: Visit, query: str, expected: str) -> None:
    """Typing shows results at once, says how many, and puts the question in an address to share."""
    page = visit("zoeken/")
    page.get_by_label("Wat zoek je?").fill(query)
    assert re.match(rf"\d+ resulta\w+ voor ‘{query}’$", status(page))
    links = [str(link.get_attribute("href")) for link in page.locator("[data-kb-results] a").all()]
    assert f"/{expected}" in [urljoin("/zoeken/", link) for link in links[:5]]
    shared = visit(page.url.removeprefix(visit.host))
    expect(shared.get_by_label("Wat zoek je?")).to_have_value(query)
    assert titles(shared) == titles(page)


def test_search_page_helps_who_finds_nothing(visit: Visit) -> None:
    """A word that is nowhere gives that message, tips and the lists, and no results."""
    page = visit("zoeken/?q=doelen")
    assert titles(page)
    page.get_by_label("Wat zoek je?").fill("xqzvwk")
    expect(page.get_by_role("status")).to_have_text("Niets gevonden voor ‘xqzvwk’")
    assert titles(page) == []
    expect(page.get_by_text("Probeer dit:")).to_be_visible()
    expect(page.get_by_role("heading", name="Of blader")).to_be_visible()


def test_search_page_takes_some_words_when_none_has_all(visit: Visit) -> None:
    """When no entry has all words, the page says so and shows what has some."""
    page = visit("zoeken/?q=doelenboom+erickson")
    assert status(page).startswith("Niets met al deze woorden; ")
    assert "Doelenboom" in titles(page)


def test_search_page_filters_by_keyboard(visit: Visit, entries: dict[str, dict[str, Any]]) -> None:
    """Kind and phase are chosen by keyboard, narrow the results and stay in the address."""
    page = visit("zoeken/?q=doelen")
    all_of_them = status(page)
    tab_to(page, "Soort")
    page.keyboard.type("Hulp")
    expect(page).to_have_url(re.compile(r"\?q=doelen&type=tool$"))
    expect(page.get_by_role("status")).not_to_have_text(all_of_them)
    tools = {entry["title"] for entry in entries.values() if entry["type"] == "tool"}
    assert set(titles(page)) <= tools
    page.keyboard.press("Tab")
    assert focused(page) == "Fase"
    page.keyboard.type("1")
    expect(page).to_have_url(re.compile(r"&phase=initiatief-en-ontwerp$"))
    asked = ask(page, "doelen", type="tool", phase="initiatief-en-ontwerp", limit=10)
    started = {e["title"] for e in entries.values() if "initiatief-en-ontwerp" in e["phases"]}
    shown = [entry["title"] for entry in entries.values() if entry["id"] in {hit["id"] for hit in asked}]
    expect(page.locator("[data-kb-results] a")).to_have_count(len(asked))
    assert sorted(titles(page)) == sorted(shown)
    assert set(shown) <= tools & started


def test_search_page_follows_the_back_button(visit: Visit) -> None:
    """Back brings the question before this one, and its results."""
    page = visit("zoeken/?q=doelenboom")
    before = titles(page)
    page.get_by_label("Soort").select_option("gap")
    expect(page.get_by_role("status")).not_to_have_text(re.compile("^Zoeken"))
    page.go_back()
    expect(page.get_by_label("Soort")).to_have_value("")
    expect(page.locator("[data-kb-results] a")).to_have_text(before)
    expect(page.get_by_label("Wat zoek je?")).to_have_value("doelenboom")


def test_search_page_shows_more(visit: Visit) -> None:
    """More results come after the first ones, and the focus goes to the first new one."""
    page = visit("zoeken/?q=netwerk")
    first = titles(page)
    page.get_by_role("button", name="Toon meer").click()
    expect(page.locator("[data-kb-results] a").nth(len(first))).to_be_focused()
    assert titles(page)[: len(first)] == first


def test_search_page_says_when_the_index_fails(visit: Visit) -> None:
    """When the index does not load, the page says so instead of claiming that nothing is there."""
    page = visit.blank()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{visit.host}zoeken/?q=doelen")
    expect(page.get_by_text("Zoeken lukt nu niet.")).to_be_visible()
    expect(page.get_by_text("Probeer dit:")).to_be_hidden()


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
    page.get_by_role("searchbox", name="Zoek in alles").fill("doelenboom")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=doelenboom")
    assert status(page)
    assert titles(page)[0] == "Doelenboom"
