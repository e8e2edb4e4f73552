"""What a page costs a reader: bytes, patience while it settles, and what it is without its scripts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from scripts.screenshots import addresses, settle
from tests.functional.browser import Seen, Visit, wait_until

pytestmark = pytest.mark.browser

PAGE_BYTES = 20_000
COLD_BYTES = 250_000
"""Compressed, for the page alone and for all that a first visit fetches."""
LEVEL = 6
"""How hard hosts press when nobody tells them."""
PRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt"}

SHIFT = 0.005
"""Half a per cent of the screen: a line at its lower edge that grows by a pixel, and nothing one can see."""
ENTRIES = ("tool", "case", "gap", "model", "source", "topic", "phase", "synthesis")
STEADY = (
    *ENTRIES, "home", "list", "search", "search-with-results", "glossary", "compare", "selection",
    "finder-list",
)  # fmt: skip
SCRIPTED = {"Bewaar", "Bewaar in mijn selectie", "Vergelijk met een ander hulpmiddel"}
"""What only a script can do, and only a script adds."""

TEXT = """() => {
    document.querySelectorAll("details").forEach(fold => fold.open = true);
    return document.querySelector(".md-content").innerText;
}"""
SHIFTS = """() => new Promise(done => {
    const seen = [];
    const watch = new PerformanceObserver(list => seen.push(...list.getEntries()));
    watch.observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(seen.filter(shift => !shift.hadRecentInput).map(shift =>
        [shift.value, ...shift.sources.map(({node}) => node?.outerHTML?.slice(0, 120))])), 100);
})"""
"""JavaScript that lists what moved without the reader asking for it: how much, and what."""


@pytest.fixture(scope="session")
def at(real_site: Path) -> dict[str, str]:
    """Return the address of a page of every kind, of entries the fullest."""
    return addresses(real_site)


def pressed(file: Path) -> int:
    """Return how many bytes a host sends for a file."""
    data = file.read_bytes()
    return len(gzip.compress(data, LEVEL)) if file.suffix in PRESSED else len(data)


def sent(site: Path, url: str) -> int:
    """Return how many bytes a host sends for an address of the site."""
    file = site / urlsplit(url).path[1:]
    return pressed(file / "index.html" if file.is_dir() else file)


class LateScripts:
    """Holds the scripts of a page back until it has been drawn."""

    def __init__(self, page: Page) -> None:
        """Begin; nothing may be open yet."""
        self._page = page
        self._held: list[Route] | None = []
        page.route("**/*.js", self._asked)

    def _asked(self, route: Route) -> None:
        if self._held is None:
            route.continue_()
        else:
            self._held.append(route)

    def let_come(self) -> None:
        """Wait until the page has been drawn without them; from then on they come."""
        wait_until(self._page, "performance.getEntriesByName('first-contentful-paint').length > 0")
        held, self._held = self._held, None
        assert held
        for route in held:
            route.continue_()


def shift(page: Page) -> tuple[float, list[list[object]]]:
    """Return how much moved so far, as part of the screen, and what."""
    shifts = page.evaluate(SHIFTS)
    return sum(amount for amount, *_ in shifts), shifts


def test_no_page_of_an_entry_is_heavy(
    real_site: Path, record_property: Callable[[str, object], None]
) -> None:
    """Every one stays within 20 kB as a host sends it."""
    listed = json.loads((real_site / "api/v1/entries.json").read_text(encoding="utf-8"))
    weights = {entry["page_url"]: sent(real_site, entry["page_url"]) for entry in listed}
    heaviest = dict(sorted(weights.items(), key=lambda row: -row[1])[:3])
    record_property("heaviest pages of entries in bytes", heaviest)
    assert len(weights) > 500
    assert {page: weight for page, weight in weights.items() if weight > PAGE_BYTES} == {}


@pytest.mark.parametrize("template", STEADY)
def test_page_is_light_and_stands_still(
    visit: Visit,
    real_site: Path,
    at: dict[str, str],
    template: str,
    record_property: Callable[[str, object], None],
) -> None:
    """A first visit fetches little, and nothing moves when scripts come after the page has been drawn."""
    moved = {}
    for width in (360, 1280):
        page = visit.blank(width=width)
        seen = Seen(page)
        scripts = LateScripts(page)
        page.goto(visit.host + at[template], wait_until="commit")
        scripts.let_come()
        settle(page)
        page.wait_for_load_state("networkidle")
        moved[width] = shift(page)
        weight = sum(sent(real_site, url) for url in seen.arrived if url.startswith(visit.host))
        assert "assets/javascripts/kb.js" in str(seen.arrived)
        assert weight <= COLD_BYTES
    amounts = {width: round(amount, 5) for width, (amount, _) in moved.items()}
    record_property(f"{template}: bytes and shift", (weight, amounts))
    assert {width: what for width, (amount, what) in moved.items() if amount >= SHIFT} == {}


def test_what_moves_is_seen(visit: Visit) -> None:
    """The test above can fail: a line that a script puts above the rest is a shift."""
    page = visit("over/methode/", width=360)
    assert shift(page)[0] < SHIFT
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforebegin', '<h2>Ik kom later</h2>')"
    )
    amount, what = shift(page)
    assert amount > SHIFT
    assert "<article" in str(what)


@pytest.mark.parametrize("template", ENTRIES)
def test_entry_is_complete_before_any_script(visit: Visit, at: dict[str, str], template: str) -> None:
    """Scripts add buttons to the page of an entry, and no word of knowledge."""
    texts = []
    for javascript in (True, False):
        page = visit(at[template], javascript=javascript)
        page.wait_for_load_state("networkidle")
        lines = (" ".join(line.split()) for line in page.evaluate(TEXT).splitlines())
        texts.append([line for line in lines if line])
    with_scripts, without = texts
    assert [line for line in with_scripts if line not in SCRIPTED] == without
    assert SCRIPTED.isdisjoint(without)
