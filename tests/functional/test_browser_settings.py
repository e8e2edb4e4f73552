"""What readers set on their device is followed: forced colours, less motion, larger text, and their clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from kb.outputs.labels import LICENCE
from scripts.screenshots import addresses, settle
from tests.functional.browser import PATIENCE, Visit

pytestmark = pytest.mark.browser

SHOWN = """() => {
    document.querySelectorAll("details").forEach(fold => fold.open = true);
    return [...document.querySelectorAll(".md-content :is(h1, h2, h3, a, button, input, summary)")]
    .filter(element => element.checkVisibility() && !element.closest(".kb-web"))
    .map(element => element.tagName + " " + (element.textContent.trim() || element.name));
}"""
"""JavaScript that lists what a reader can use; filters that fold on a small screen are a click away.

The web of relations is only for wide screens: its links stand in the list beside it too.
"""
STICKS_OUT = """() => [...document.querySelectorAll("body *")].filter(element => {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || box.right <= innerWidth + 1 || !element.checkVisibility()) return false;
    for (let up = element.parentElement; up; up = up.parentElement)
        if (/auto|scroll|hidden/.test(getComputedStyle(up).overflowX)) return false;
    return !element.closest("svg, .md-sidebar");
}).map(element => element.outerHTML.slice(0, 120))"""
MOVES = """() => [...document.querySelectorAll("*")].flatMap(e => [null, "::before", "::after"].map(part => {
    const style = getComputedStyle(e, part);
    const lasts = text => text.split(",").some(time => parseFloat(time) > 0);
    const animated = style.animationName !== "none" && lasts(style.animationDuration);
    return animated || lasts(style.transitionDuration) ? `${e.outerHTML.slice(0, 80)} ${part}` : "";
})).filter(Boolean)"""
EDGE = """(element) => {
    const style = getComputedStyle(element);
    return ["Top", "Right", "Bottom", "Left"].every(side =>
        parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] === "solid");
}"""


@pytest.fixture(scope="session")
def at(real_site: Path) -> dict[str, str]:
    """Return the address of a page of every kind."""
    return addresses(real_site)


@contextmanager
def opened(browser: Browser, address: str, **settings: Any) -> Iterator[Page]:
    """Give a page of a reader with settings of their own."""
    with browser.new_context(**settings) as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(address)
        settle(page)
        page.wait_for_load_state("networkidle")
        yield page


@pytest.mark.parametrize(
    ("template", "selector"),
    [
        ("tool", ".kb-firm"),
        ("tool", ".kb-save"),
        ("tool", ".kb-chip"),
        ("home", ".kb-start"),
        ("home", ".kb-hero__search input"),
        ("list", ".kb-card"),
        ("list", ".kb-find__button"),
    ],
)
def test_forced_colours_leave_edges(
    visit: Visit, browser: Browser, at: dict[str, str], template: str, selector: str
) -> None:
    """Where backgrounds are taken away, panels, buttons and fields still have a line around them."""
    with opened(browser, visit.host + at[template], forced_colors="active") as page:
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        shown = page.locator(selector).first
        expect(shown).to_be_visible()
        assert shown.evaluate(EDGE)


def test_forced_colours_show_where_the_reader_is(visit: Visit, browser: Browser, at: dict[str, str]) -> None:
    """The section of the page, what has the focus and the mark on a button do not rest on a background."""
    with opened(browser, visit.host + at["tool"], forced_colors="active") as page:
        outline = "e => [getComputedStyle(e).outlineStyle, parseFloat(getComputedStyle(e).outlineWidth) > 0]"
        assert page.locator(".md-tabs__item--active a").evaluate(outline) == ["solid", True]
        page.keyboard.press("Tab")
        assert page.locator(":focus").evaluate(outline) == ["solid", True]
        colours = page.locator(".kb-save").first.evaluate(
            "e => [getComputedStyle(e, '::before').backgroundColor, getComputedStyle(e).color]"
        )
        assert colours[0] == colours[1]


@pytest.mark.parametrize("template", ["home", "tool", "search-with-results", "selection", "matrix"])
def test_nothing_moves_for_who_asks_that(
    visit: Visit, browser: Browser, at: dict[str, str], template: str
) -> None:
    """With less motion no element has a transition or an animation that takes time."""
    with opened(browser, visit.host + at[template], reduced_motion="reduce") as page:
        assert page.evaluate(MOVES) == []


@pytest.mark.parametrize(
    "template", ["home", "tool", "case", "gap", "model", "list", "search-with-results", "matrix", "by-hand"]
)
def test_twice_as_large_loses_nothing(
    visit: Visit, browser: Browser, at: dict[str, str], template: str
) -> None:
    """At 200 % on a screen of 1280 a page has the same headings, links and controls, and fits."""
    address = visit.host + at[template]
    with opened(browser, address, viewport={"width": 1280, "height": 800}) as page:
        usual = sorted(page.evaluate(SHOWN))
    zoomed = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
    with opened(browser, address, **zoomed) as page:
        shown = page.evaluate(SHOWN)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
        assert page.evaluate(STICKS_OUT) == []
        expect(page.locator("label.md-header__button[for=__drawer]")).to_be_in_viewport()
    # What folds on a small screen has a line to open it in the place of its heading.
    assert [name for name in usual if name not in shown and name != "H2 Filter"] == []
    assert any(name.startswith("SUMMARY Filter") for name in shown) is ("H2 Filter" in usual)


@pytest.mark.parametrize(
    ("days", "shown"), [(-1, False), (0, False), (1, True)], ids=["before", "last day", "after"]
)
def test_notice_comes_when_a_check_is_too_old(
    visit: Visit, at: dict[str, str], days: int, *, shown: bool
) -> None:
    """The reader's own clock decides, to the day."""
    page = visit(at["tool"])
    ends = page.locator("[data-kb-check-by]").get_attribute("data-kb-check-by")
    noon = datetime.fromisoformat(f"{ends}T12:00:00+00:00")
    page.clock.set_fixed_time(noon + timedelta(days=days))
    page.reload()
    page.wait_for_load_state("networkidle")
    notice = page.locator("[data-kb-check-by]")
    assert notice.is_visible() is shown
    assert "Langer dan twee jaar niet gecontroleerd" in (notice.text_content() or "")


def test_evidence_is_there_before_any_script(visit: Visit, at: dict[str, str]) -> None:
    """What it rests on, how much, how new, who checked it: on the page of every kind of entry that claims."""
    for template in ("tool", "case", "model"):
        panel = visit(at[template], javascript=False).locator(".kb-firm")
        rows = panel.locator("dt").all_text_contents()
        assert {"Waar het op rust", "Aantal bronnen", "Nieuwste bron", "Laatst gecontroleerd"} <= set(rows)
        assert panel.locator("dd").count() == len(rows)


def test_footer_has_statement_and_licence(visit: Visit, at: dict[str, str]) -> None:
    """On any page, without a script."""
    for template in ("home", "tool", "404"):
        page = visit(at[template], javascript=False)
        footer = page.locator("footer").last
        link = footer.get_by_role("link", name="Toegankelijkheid")
        assert (link.get_attribute("href") or "").endswith("over/toegankelijkheid/")
        expect(footer.locator("[rel~=license]")).to_have_text(LICENCE)
