"""Tools side by side: what is known, what is not, and where they differ."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Locator, Page, expect

from scripts.screenshots import SCHEMES
from tests.functional.browser import Scheme, Visit, focused, tab_to, wait_until
from tests.functional.selection import keep

pytestmark = pytest.mark.browser

THREE = "vergelijken/?tools=T0001,T0005,T0009"


def entry(site: Path, number: str) -> dict[str, Any]:
    """Return an entry as data."""
    found: dict[str, Any] = json.loads((site / f"api/v1/entries/{number}.json").read_text("utf-8"))
    return found


def table(page: Page) -> Locator:
    """Return the comparison."""
    return page.get_by_role("region", name="De vergelijking").get_by_role("table")


def columns(page: Page) -> list[str]:
    """Return the titles of the tools that are compared."""
    return table(page).get_by_role("columnheader").get_by_role("link").all_inner_texts()


def cells(page: Page, label: str) -> list[str]:
    """Return what stands in the row of a fact."""
    row = (
        table(page)
        .get_by_role("row")
        .filter(has=page.get_by_role("rowheader", name=re.compile(f"^{label}( verschilt)?$")))
    )
    return row.get_by_role("cell").all_inner_texts()


def status(page: Page) -> Locator:
    """Return what a screen reader speaks after a change."""
    return page.locator("[data-kb-status]")


def test_every_fact_of_every_tool_has_a_cell(visit: Visit, real_site: Path) -> None:
    """A row for each fact in the words of the page; what is not known says ‘onbekend’."""
    page = visit(THREE)
    tools = [entry(real_site, number) for number in ("T0001", "T0005", "T0009")]
    assert columns(page) == [tool["title"] for tool in tools]
    rows = table(page).get_by_role("rowheader")
    assert rows.count() == len(tools[0]["facts"])
    for index, fact in enumerate(tools[0]["facts"]):
        expected = [
            "; ".join(value["text"] for value in tool["facts"][index]["values"]) or "onbekend"
            for tool in tools
        ]
        assert cells(page, fact["label"]) == expected


def test_facts_are_what_the_issue_asks_for(visit: Visit) -> None:
    """Kind, audience, effort, evidence, origin, phase, theme, maker, year and the rest."""
    page = visit(THREE)
    shown = [text.split("\n")[0] for text in table(page).get_by_role("rowheader").all_inner_texts()]
    assert set(shown) == {
        *("Soort", "Voor wie", "Wat het vraagt", "Waar het op rust", "Komt uit", "Fase", "Thema"),
        *("Gemaakt door", "Jaar", "Over welke mensen", "Niveau", "Nodig", "Beperkingen"),
        *("Praktijkvoorbeelden", "Link"),
    }


def test_only_differences_can_be_shown(visit: Visit) -> None:
    """A row that differs says so in words; a toggle leaves only those, and brings the others back."""
    page = visit(THREE)
    rows = table(page).get_by_role("rowheader")
    everything = rows.count()
    differing = rows.filter(has_text="verschilt").count()
    assert 0 < differing < everything
    for label in rows.all_inner_texts():
        name, *mark = label.split("\n")
        assert bool(mark) == (len(set(cells(page, name))) > 1)
    expect(status(page)).to_have_text(
        f"3 hulpmiddelen; {differing} van de {everything} kenmerken verschillen."
    )
    toggle = page.get_by_role("button", name="Alleen verschillen")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    expect(rows).to_have_count(differing)
    toggle.click()
    expect(rows).to_have_count(everything)


def test_tools_are_added_and_taken_away_by_keyboard(visit: Visit, real_site: Path) -> None:
    """The list has every tool once; the address follows, so that it can be shared and stepped back."""
    page = visit("vergelijken/")
    expect(status(page)).to_have_text("Kies een hulpmiddel om te beginnen.")
    one, two = (entry(real_site, number)["title"] for number in ("T0001", "T0005"))
    choose = page.get_by_label("Voeg een hulpmiddel toe")
    for title in (one, two):
        choose.select_option(label=title)
        tab_to(page, "Voeg toe")
        page.keyboard.press("Enter")
        expect(status(page)).to_contain_text(f"‘{title}’ staat erbij.")
        assert focused(page) == "Voeg een hulpmiddel toe"
    expect(page).to_have_url(re.compile(r"\?tools=T0001,T0005$"))
    assert columns(page) == [one, two]
    assert columns(visit(page.url.removeprefix(visit.host))) == [one, two]
    tab_to(page, f"Haal weg: ‘{one}’")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(f"‘{one}’ is weggehaald. Kies nog een hulpmiddel om te vergelijken.")
    assert focused(page) == f"Haal weg: ‘{two}’"
    page.go_back()
    expect(table(page).get_by_role("columnheader")).to_have_count(2)
    assert columns(page) == [one, two]


def test_four_is_the_most(visit: Visit) -> None:
    """With four there is nothing to add; a fifth in the address is named, not silently dropped."""
    page = visit("vergelijken/?tools=T0001,T0005,T0009,T0002,T0003")
    assert len(columns(page)) == 4
    expect(page.get_by_label("Voeg een hulpmiddel toe")).to_be_hidden()
    expect(status(page)).to_contain_text("past er niet meer bij: vier is het meeste.")


def test_what_is_no_tool_is_named(visit: Visit, real_site: Path) -> None:
    """An unknown number and another type stay out, and the page says which and why."""
    page = visit("vergelijken/?tools=T0001,T9999,P0003")
    assert columns(page) == [entry(real_site, "T0001")["title"]]
    expect(status(page)).to_contain_text("Wij vinden geen item met nummer T9999.")
    case = entry(real_site, "P0003")["title"]
    expect(status(page)).to_contain_text(f"‘{case}’ is geen hulpmiddel")


def test_page_of_a_tool_leads_to_the_comparison(visit: Visit) -> None:
    """From a tool one click starts a comparison with it; what was kept is first in the list to add."""
    page = visit("id/T0005/")
    page.wait_for_url("**/tools/**")
    title = page.get_by_role("heading", level=1).inner_text()
    keep(page, "T0001", "P0003")
    page.get_by_role("link", name="Vergelijk met een ander hulpmiddel").click()
    expect(page).to_have_url(re.compile(r"/vergelijken/\?tools=T0005$"))
    expect(table(page)).to_be_visible()
    assert columns(page) == [title]
    kept = page.locator("optgroup[label='Uit mijn selectie'] option")
    expect(kept).to_have_count(1)
    assert kept.get_attribute("value") == "T0001"
    other = visit("id/P0003/")
    other.wait_for_url("**/praktijk/**")
    expect(other.get_by_role("button", name="Bewaar in mijn selectie")).to_be_visible()
    assert other.get_by_role("link", name="Vergelijk met een ander hulpmiddel").count() == 0


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 1280])
def test_comparison_is_accessible_and_fits(visit: Visit, width: int, scheme: Scheme) -> None:
    """Wide tables scroll in a frame of their own that the keyboard reaches; a narrow one stays a table."""
    page = visit("vergelijken/?tools=T0001,T0005,T0009,T0002", width=width, scheme=scheme)
    expect(table(page)).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    frame = page.get_by_role("region", name="De vergelijking")
    frame.focus()
    page.keyboard.press("ArrowDown")
    wait_until(page, "document.activeElement.scrollTop > 0")
    assert table(page).get_by_role("columnheader").first.bounding_box() is not None
    heads = [head.bounding_box() for head in table(page).get_by_role("columnheader").all()[:2]]
    assert all(box and box["width"] >= 120 for box in heads)
    assert len(table(page).get_by_role("row").nth(1).get_by_role("cell").all()) == 4
