"""Suggestions below the search fields in the header and on the home page."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Locator, Page, expect

from scripts.screenshots import SCHEMES
from tests.functional.browser import PATIENCE, Scheme, Seen, Visit

pytestmark = pytest.mark.browser

FIELDS = pytest.mark.parametrize(
    ("address", "label"), [("over/methode/", "Zoek op deze site"), ("", "Zoek in alles")]
)


def begin(page: Page, label: str, text: str) -> tuple[Locator, Locator]:
    """Type in a search field; return the field and its suggestions when they are there."""
    field = page.get_by_label(label)
    field.click()
    page.keyboard.type(text)
    options = page.get_by_role("listbox", name="Suggesties").get_by_role("option")
    expect(options.first).to_be_visible(timeout=PATIENCE)
    return field, options


@FIELDS
def test_field_suggests_while_a_reader_types(visit: Visit, address: str, label: str) -> None:
    """At most six entries, their number is announced, and the field says that a list belongs to it."""
    page = visit(address)
    field, options = begin(page, label, "samenwerkingsv")
    expect(options).to_have_count(6)
    expect(page.get_by_role("status")).to_have_text("6 suggesties, kies met de pijltoetsen")
    expect(field).to_have_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    listbox = page.get_by_role("listbox", name="Suggesties")
    expect(field).to_have_attribute("aria-controls", str(listbox.get_attribute("id")))


@FIELDS
def test_arrow_keys_choose_and_enter_opens(visit: Visit, address: str, label: str) -> None:
    """The focus stays in the field; the chosen suggestion is marked and named, and Enter leads to it."""
    page = visit(address)
    field, options = begin(page, label, "doelen")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("option", selected=True)).to_have_count(1)
    expect(field).to_have_attribute("aria-activedescendant", str(options.nth(1).get_attribute("id")))
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    target = urljoin(page.url, str(options.last.get_attribute("data-url")))
    page.keyboard.press("Enter")
    page.wait_for_url(target)


@FIELDS
def test_enter_without_a_choice_searches(visit: Visit, address: str, label: str) -> None:
    """Whoever chooses nothing comes to the search page with the question."""
    page = visit(address)
    begin(page, label, "doelen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=doelen")


def test_click_opens(visit: Visit) -> None:
    """A suggestion works with a mouse or a finger."""
    page = visit("tools/", width=360)
    _, options = begin(page, "Zoek op deze site", "doelenboom")
    options.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Doelenboom")


def test_escape_closes_and_keeps_the_text(visit: Visit) -> None:
    """Escape takes the list away, not what was typed; so does leaving the field."""
    page = visit("over/")
    field, options = begin(page, "Zoek op deze site", "doelen")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_have_value("doelen")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    page.keyboard.press("Tab")
    expect(options.first).to_be_hidden()


def test_word_that_is_nowhere_is_announced(visit: Visit) -> None:
    """No list appears, and a screen reader says so."""
    page = visit("over/")
    begin(page, "Zoek op deze site", "doelen")
    page.get_by_label("Zoek op deze site").fill("xqzvwk")
    expect(page.get_by_role("status")).to_have_text("Geen suggesties")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_engine_comes_with_the_first_focus(visit: Visit) -> None:
    """A page fetches nothing of the engine or its index until a reader is about to search."""
    page = visit.blank()
    seen = Seen(page)
    visit.go(page, "over/")
    page.wait_for_load_state("networkidle")
    assert [url for url in seen.asked if re.search(r"search/(client|worker|engine)|zoekindex/", url)] == []
    begin(page, "Zoek op deze site", "doelen")
    assert [url for url in seen.asked if "zoekindex/" in url]
    assert seen.complaints == []


def test_field_is_a_plain_form_without_javascript(visit: Visit) -> None:
    """Without JavaScript the field is no combobox, and leads to the search page."""
    page = visit("over/", javascript=False)
    expect(page.get_by_role("combobox")).to_have_count(0)
    page.get_by_label("Zoek op deze site").fill("doelen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=doelen")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 1280])
def test_open_suggestions_are_accessible(visit: Visit, width: int, scheme: Scheme) -> None:
    """With a choice made, axe finds nothing wrong and nothing sticks out."""
    page = visit("over/", width=width, scheme=scheme)
    begin(page, "Zoek op deze site", "samenwerkingsv")
    page.keyboard.press("ArrowDown")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    inside = [node for rule in found for node in rule["nodes"] if "kb-find" in str(node["target"])]
    assert inside == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.get_by_role("listbox").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
