"""Every kind of page in a real browser: accessible, self-sufficient, readable on every screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from scripts.screenshots import SCHEMES, TEMPLATES, addresses, serve, settle
from tests.functional.browser import Scheme, Seen, Visit, tab_to, wait_until

pytestmark = pytest.mark.browser

AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
}
AT_768 = ("home", "list-with-filter", "source", "matrix", "map", "gap-tracker")

every_template = pytest.mark.parametrize("template", TEMPLATES)
in_both_schemes = pytest.mark.parametrize("scheme", SCHEMES)

SEE_ALL = """async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
        scrollTo(0, y);
        await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
}"""
"""Cards far down a list are drawn when they come in sight; until then their place is a guess."""
STICKS_OUT = """() => [...document.querySelectorAll(".md-content *")].filter(element => {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || box.right <= innerWidth + 1) return false;
    for (let up = element.parentElement; up; up = up.parentElement)
        if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return false;
    return !element.closest("svg");
}).map(element => element.outerHTML.slice(0, 120))"""
"""JavaScript that lists what lies beyond the right edge, outside frames that scroll by themselves."""


@pytest.fixture(scope="session")
def at(real_site: Path) -> dict[str, str]:
    """Return the address of a page of every kind."""
    return addresses(real_site)


@pytest.fixture(scope="session")
def deep_host(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the same site on a host where it lies below a path."""
    host = tmp_path_factory.mktemp("host")
    (host / "onder").mkdir()
    (host / "onder" / "pad").symlink_to(real_site)
    (host / "_headers").symlink_to(real_site / "_headers")
    with serve(host) as address:
        yield f"{address}onder/pad/"


@pytest.fixture
def deep_visit(browser: Browser, deep_host: str) -> Iterator[Visit]:
    """Return the function that opens a page of the site below a path."""
    visits = Visit(browser, deep_host)
    yield visits
    visits.leave()


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong, with all that is folded opened."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    found = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]


@in_both_schemes
@every_template
def test_page_is_accessible(visit: Visit, at: dict[str, str], template: str, scheme: Scheme) -> None:
    """No kind of page breaks a rule of WCAG 2.2 A or AA that a machine can see, on any width."""
    page = visit(at[template], scheme=scheme)
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-scheme", {"light": "default", "dark": "slate"}[scheme]
    )
    found = {}
    for width in (1280, 768, 320) if template in AT_768 else (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        settle(page)
        page.evaluate(SEE_ALL)
        found[width] = violations(page)
    assert not any(found.values()), found


@in_both_schemes
def test_menu_is_accessible(visit: Visit, scheme: Scheme) -> None:
    """The menu of a small screen is accessible when it is open."""
    page = visit("tools/", width=360, scheme=scheme)
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator(".md-nav--primary").get_by_role("link", name="Kennishiaten")).to_be_in_viewport()
    assert violations(page) == []


def test_tabs_come_back_at_the_top(visit: Visit) -> None:
    """Who scrolls down and up again still has the sections of the site in sight."""
    page = visit("tools/")
    tabs = page.locator(".md-tabs").get_by_role("link", name="Kennishiaten")
    page.mouse.wheel(0, 600)
    wait_until(page, "scrollY > 300")
    expect(tabs).not_to_be_in_viewport()
    page.mouse.wheel(0, -2000)
    wait_until(page, "scrollY === 0")
    expect(tabs).to_be_in_viewport()


@pytest.mark.parametrize(
    "template", ["home", "list", "facet", "tool", "glossary", "search-with-results", "selection"]
)
def test_page_works_below_a_path(deep_visit: Visit, at: dict[str, str], template: str) -> None:
    """Below a path of a host a page loads its own styles and scripts, and search answers.

    Except the 404 page: without a site address it cannot know where the site begins.
    """
    page = deep_visit.blank()
    seen = Seen(page)
    deep_visit.go(page, at[template])
    below = f"{deep_visit.host}assets/"
    assert {f"{below}stylesheets/kb.css", f"{below}javascripts/kb.js"} <= set(seen.arrived)
    found = page.evaluate("window.kb.search('doelenboom')")
    assert urljoin(deep_visit.host, found[0]["url"]) == f"{deep_visit.host}tools/doelenboom/"
    assert [url for url in seen.asked if not url.startswith((deep_visit.host, "data:"))] == []
    assert seen.complaints == []


@every_template
def test_page_fits_a_screen_of_320(visit: Visit, at: dict[str, str], template: str) -> None:
    """At 320 pixels nothing asks for scrolling sideways, and nothing is cut off."""
    page = visit(at[template], width=320)
    page.evaluate("window.scrollTo(1000, 0)")
    assert page.evaluate("window.scrollX") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(STICKS_OUT) == []


@pytest.mark.parametrize("template", ["home", "tool", "by-hand", "404"])
def test_skip_link_leads_to_the_content(visit: Visit, at: dict[str, str], template: str) -> None:
    """The first Tab shows a link past the menu; Enter goes to the content, so the next Tab is inside it."""
    page = visit(at[template])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-content') !== null")


@pytest.mark.parametrize("width", [360, 1280])
def test_header_searches_by_keyboard(visit: Visit, at: dict[str, str], width: int) -> None:
    """From any page the search field in the header leads to results, without a mouse."""
    page = visit(at["gap"], width=width)
    tab_to(page, "Zoek op deze site")
    page.keyboard.type("doelen stellen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=doelen+stellen")
    expect(page.get_by_label("Wat zoek je?")).to_have_value("doelen stellen")
    expect(page.locator("[data-kb-results] a").first).to_be_visible()


def test_dark_mode_is_remembered(visit: Visit) -> None:
    """Who chooses the dark colours keeps them on the next page, and can go back."""
    page = visit()
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    page.get_by_title("Donkere weergave").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    visit.go(page, "tools/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate(background) != light
    page.get_by_title("Lichte weergave").click()
    visit.go(page, "over/")
    assert page.evaluate(background) == light


@every_template
def test_page_is_readable_without_javascript(visit: Visit, at: dict[str, str], template: str) -> None:
    """Without JavaScript a page in Dutch shows its one heading and a text or links below it."""
    page = visit(at[template], javascript=False)
    assert page.locator("html").get_attribute("lang") == "nl"
    assert page.locator("h1").count() == 1
    assert page.title() not in {"", "De juiste kennis op de juiste plek"} or template == "home"
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    content = page.locator(".md-content")
    assert len(content.inner_text()) > 150
    assert content.get_by_role("link").first.is_visible()


def test_search_page_without_javascript_leads_to_the_lists(visit: Visit) -> None:
    """Without JavaScript the search page says so and offers the lists instead."""
    page = visit("zoeken/?q=doelen", javascript=False)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_have_text(re.compile("Zoeken werkt alleen met JavaScript"))
    page.locator(".md-content").get_by_role("link", name="Hulpmiddelen", exact=True).click()
    expect(page).to_have_url(re.compile(r"/tools/$"))
    expect(page.locator(".kb-card").first).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_permanent_link_leads_to_the_tool(visit: Visit, *, javascript: bool) -> None:
    """The permanent address of a tool leads to its page, which shows that same address."""
    page = visit.blank(javascript=javascript)
    page.goto(f"{visit.host}id/T0001/")
    page.wait_for_url("**/tools/*/")
    expect(page.locator(".kb-permalink")).to_have_attribute("href", re.compile(r"/id/T0001/$"))
