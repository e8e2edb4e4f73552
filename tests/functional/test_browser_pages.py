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
from tests.functional.browser import CONTRAST, Scheme, Seen, Visit, tab_to, wait_until
from tests.functional.selection import mine

pytestmark = pytest.mark.browser

AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
}
WIDTHS = (320, 768, 1280)
STATES = {
    "list-cases": "praktijk/",
    "list-gaps": "kennishiaten/",
    "list-models": "modellen/",
    "list-sources": "bronnen/",
    "list-topics": "themas/",
    "list-phases": "fasen/",
    "list-syntheses": "syntheses/",
    "list-none-left": "tools/?fase=initiatief-en-ontwerp&soort=spel",
    "search-nothing": "zoeken/?q=qxqxqx",
    "search-glossary": "zoeken/?q=positieve+gezondheid",
    "resting": "syntheses/vilans/rust-hierop/",
    "compare-empty": "vergelijken/",
    "about": "over/",
    "contribute": "over/meedoen/",
    "privacy": "over/privacy/",
    "accessibility": "over/toegankelijkheid/",
}
"""Pages and filtered states beside those of `TEMPLATES`."""
SHOWS = {
    "list-with-filter": "[data-kb-chosen] li",
    "list-none-left": "[data-kb-none]",
    "search-with-results": "[data-kb-results] > li",
    "search-with-filters": "[data-kb-chosen] li",
    "search-empty": "[data-kb-none]",
    "search-nothing": "[data-kb-none]",
    "search-glossary": "[data-kb-terms]",
    "selection": "[data-kb-shared]",
    "selection-empty": "[data-kb-empty]",
    "selection-kept": "[data-pick]",
    "compare": "[data-kb-table] table",
    "finder-list": "[data-kb-narrowing]",
}
"""What a state has that the page without it has not: a test of another state would prove nothing."""

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

FAINT = (
    "() => {"
    + CONTRAST
    + """
    const painted = element => {
        const {fill, backgroundColor} = getComputedStyle(element);
        return element instanceof SVGGeometryElement ? fill : backgroundColor;
    };
    const ground = (text, style) => {
        if (style.stroke !== "none" && parseFloat(style.strokeWidth) > 0) return style.stroke;
        const {left, top, width, height} = text.getBoundingClientRect();
        return document.elementsFromPoint(left + width / 2, top + height / 2)
            .filter(element => !(element instanceof SVGTextContentElement)).map(painted)
            .find(color => color !== "none" && color !== "rgba(0, 0, 0, 0)");
    };
    return [...document.querySelectorAll("main svg text")].filter(text => {
        if (!text.checkVisibility() || !text.textContent.trim()) return false;
        text.scrollIntoView({block: "center", inline: "center"});
        const style = getComputedStyle(text);
        return contrast(style.fill, ground(text, style)) < 4.5;
    }).map(text => `faint: ${text.textContent.trim()}`);
}"""
)
"""JavaScript that lists words in drawings too faint for what is below: axe passes them by."""


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
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(options).then(result => result.violations)", AXE_OPTIONS)
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]


def sideways(page: Page) -> list[str]:
    """Return what asks for scrolling sideways or is cut off at the right."""
    page.evaluate("scrollTo(1000, 0)")
    moved = page.evaluate("[scrollX, document.documentElement.scrollWidth - innerWidth]")
    page.evaluate("scrollTo(0, 0)")
    return [*([f"{moved} pixels too wide"] if max(moved) > 0 else []), *page.evaluate(STICKS_OUT)]


def colour(page: Page, scheme: Scheme) -> None:
    """Choose the colours as a reader does, also where the button is out of sight."""
    name = {"light": "default", "dark": "slate"}[scheme]
    wait_until(page, "'document$' in window")
    page.locator(f"input[data-md-color-scheme={name}]").evaluate("choice => choice.click()")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)


@pytest.mark.parametrize("state", [*TEMPLATES, *STATES, "selection-kept"])
def test_page_is_accessible(visit: Visit, at: dict[str, str], state: str) -> None:
    """No page breaks a rule of WCAG 2.2 A or AA that a machine can see, on any width in any colours.

    One visit a page: what a width or colours change is looked at where it changes. At 320 pixels
    nothing asks for scrolling sideways and nothing is cut off, folded or not.
    """
    if state == "selection-kept":
        page = mine(visit, "T0001", "P0003", "T0005", notes={"T0001": "Bespreken"}, width=WIDTHS[0])
    else:
        page = visit((at | STATES)[state], width=WIDTHS[0])
    expect(page.locator(SHOWS.get(state, "h1")).first).to_be_visible()
    found = {"folded": sideways(page)}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        settle(page)
        page.evaluate(SEE_ALL)
        for scheme in SCHEMES:
            colour(page, scheme)
            found[f"{width} {scheme}"] = [*violations(page), *page.evaluate(FAINT)]
        if width == WIDTHS[0]:
            found["unfolded"] = sideways(page)
    assert {where: faults for where, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ("plant.style.color = '#999', plant.style.background = '#fff'", "color-contrast"),
        ("plant.innerHTML = '<img src=../assets/images/favicon.svg>'", "image-alt"),
        ("plant.innerHTML = '<svg><text y=20 fill=#999>Flets</text></svg>'", "faint: Flets"),
        ("plant.style.width = '400px'", "pixels too wide"),
        ("plant.style.width = '400px', plant.parentElement.style.overflow = 'clip'", "Geplant"),
    ],
)
def test_what_is_wrong_is_seen(visit: Visit, planted: str, fault: str) -> None:
    """The test above can fail: each kind of fault is found where it is planted, and only there."""
    page = visit("over/", width=WIDTHS[0])
    assert [*violations(page), *page.evaluate(FAINT), *sideways(page)] == []
    page.evaluate(
        f"""() => {{
            const plant = document.createElement("p");
            plant.textContent = "Geplant";
            document.querySelector("article").append(plant);
            {planted};
        }}"""
    )
    assert fault in str([*violations(page), *page.evaluate(FAINT), *sideways(page)])


@in_both_schemes
def test_colours_of_the_device_are_followed(visit: Visit, scheme: Scheme) -> None:
    """Who asks the device for dark or light gets that at the first visit."""
    expect(visit(scheme=scheme).locator("body")).to_have_attribute(
        "data-md-color-scheme", {"light": "default", "dark": "slate"}[scheme]
    )


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
