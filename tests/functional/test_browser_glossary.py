"""Explained words in running text: with keyboard, mouse and finger, and without a script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect

from kb.outputs.glossary_terms import MOST
from scripts.screenshots import SCHEMES
from tests.functional.browser import PATIENCE, Scheme, Visit, tab_to

pytestmark = pytest.mark.browser

PLACE = "modellen/population-health-management/"
"""A page with several explained words, one of them in its summary or body as DSV's."""
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
OUTSIDE = """element => {
    const box = element.getBoundingClientRect();
    return box.left < 0 || box.right > document.documentElement.clientWidth || box.height === 0
        || document.documentElement.scrollWidth > innerWidth;
}"""
"""JavaScript that says whether an element sticks out at the side, or is not there to see."""


def words(page: Page) -> Locator:
    """Return the explained words of a page."""
    return page.locator(".kb-word")


def meaning(page: Page, word: Locator) -> Locator:
    """Return what explains a word."""
    return page.locator(f'[id="{word.get_attribute("aria-describedby")}"]')


def shown(page: Page) -> Locator:
    """Return all meanings that a reader sees."""
    return page.locator(".kb-meaning:visible")


def test_word_is_a_link_without_a_script(visit: Visit) -> None:
    """Without JavaScript a word leads to its place in the glossary; no meaning lies over the page."""
    page = visit(PLACE, javascript=False)
    expect(shown(page)).to_have_count(0)
    words(page).filter(has_text="DSV's").click()
    expect(page).to_have_url(re.compile(r"/begrippen/#dsv$"))
    expect(page.locator(".kb-term:target dt")).to_contain_text("DSV")


def test_word_says_its_meaning_to_assistive_technology(visit: Visit) -> None:
    """The meaning is the description of the link, also while it is not shown."""
    page = visit(PLACE, javascript=False)
    word = words(page).filter(has_text="DSV's")
    expect(word).to_have_accessible_description(re.compile("^DSV: Domeinoverstijgend samenwerkingsverband"))
    expect(word).to_have_role("link")
    expect(word).not_to_have_attribute("title", re.compile(".*"))


def test_keyboard_shows_and_escape_hides(visit: Visit) -> None:
    """The focus shows the meaning, Escape hides it and the focus stays, Enter follows the link."""
    page = visit(PLACE)
    tab_to(page, "DSV's")
    expect(shown(page)).to_have_count(1)
    expect(shown(page)).to_contain_text("samenwerkingsverband")
    page.keyboard.press("Escape")
    expect(shown(page)).to_have_count(0)
    expect(words(page).filter(has_text="DSV's")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/begrippen/#dsv$"))


def test_meaning_goes_with_the_focus(visit: Visit) -> None:
    """What is shown for the focus hides when the focus moves on."""
    page = visit(PLACE)
    tab_to(page, "DSV's")
    expect(shown(page)).to_have_count(1)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(shown(page).filter(has_text="samenwerkingsverband.")).to_have_count(0)


def test_meaning_stays_while_the_pointer_is_on_it(visit: Visit) -> None:
    """A reader can bring the pointer to the meaning; it hides when the pointer has left both."""
    page = visit(PLACE)
    word = words(page).filter(has_text="DSV's")
    word.hover()
    said = meaning(page, word)
    expect(said).to_be_visible()
    said.hover()
    page.wait_for_timeout(900)
    expect(said).to_be_visible()
    page.locator("h1").hover()
    expect(said).to_be_hidden()


def test_escape_hides_what_the_pointer_shows(visit: Visit) -> None:
    """Escape hides the meaning under the pointer, without moving the pointer or the focus."""
    page = visit(PLACE)
    words(page).first.hover()
    expect(shown(page)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(shown(page)).to_have_count(0)
    page.wait_for_timeout(500)
    expect(shown(page)).to_have_count(0)


def test_one_meaning_at_a_time(visit: Visit) -> None:
    """A second word takes the place of the first, also of one that has the focus."""
    page = visit(PLACE)
    tab_to(page, "DSV's")
    words(page).first.hover()
    expect(meaning(page, words(page).first)).to_be_visible()
    expect(shown(page)).to_have_count(1)


def test_first_tap_shows_and_second_follows(browser: Browser, host: str) -> None:
    """On a touch screen the first tap shows the meaning, a tap beside it hides it, a second tap is a link."""
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(host + PLACE, wait_until="networkidle")
    word = words(page).filter(has_text="DSV's")
    word.tap()
    expect(shown(page)).to_contain_text("Tik nog eens")
    page.locator("h2").first.tap()
    expect(shown(page)).to_have_count(0)
    word.tap()
    expect(shown(page)).to_have_count(1)
    word.tap()
    expect(page).to_have_url(re.compile(r"/begrippen/#dsv$"))
    context.close()


@pytest.mark.parametrize("width", [320, 768])
def test_meaning_is_inside_the_window(visit: Visit, width: int) -> None:
    """On a narrow screen no meaning sticks out at the side or makes the page scroll that way."""
    page = visit(PLACE, width=width)
    for word in words(page).all():
        word.hover()
        said = meaning(page, word)
        expect(said).to_be_visible()
        assert not said.evaluate(OUTSIDE)
        page.keyboard.press("Escape")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_open_meaning_is_accessible(visit: Visit, scheme: Scheme) -> None:
    """With a meaning shown no rule that a machine can see is broken."""
    page = visit(PLACE, scheme=scheme)
    words(page).first.hover()
    expect(shown(page)).to_have_count(1)
    assert Axe().run(page, context=".kb-entry", options=AXE_OPTIONS).response["violations"] == []


def test_meaning_has_an_edge_in_forced_colours(visit: Visit) -> None:
    """Where colours are forced, a border still tells the meaning from the text below it."""
    page = visit(PLACE)
    page.emulate_media(forced_colors="active")
    words(page).first.hover()
    expect(shown(page)).not_to_have_css("border-top-width", "0px")


def test_paper_has_no_dotted_lines(visit: Visit) -> None:
    """Printed, an explained word looks like the words around it."""
    page = visit(PLACE)
    page.emulate_media(media="print")
    expect(words(page).first).to_have_css("text-decoration-line", "none")


def test_words_are_few_and_lead_somewhere(real_site: Path) -> None:
    """No page explains more than eight words, none twice, and each has its place in the glossary."""
    places = set(
        re.findall(r' id="([^"]+)"', (real_site / "begrippen/index.html").read_text(encoding="utf-8"))
    )
    pages = 0
    for file in real_site.rglob("index.html"):
        found = re.findall(
            r'<a class="kb-word" href="[./]*begrippen/#([^"]+)"', file.read_text(encoding="utf-8")
        )
        pages += bool(found)
        assert len(found) == len(set(found)) <= MOST, file
        assert places.issuperset(found), file
    assert pages > 100
