"""My selection: collecting, ordering, noting and removing, kept in the reader's browser only."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from scripts.screenshots import SCHEMES
from tests.functional.browser import Scheme, Visit, focused, tab_to, titles
from tests.functional.selection import kept, mine, status

pytestmark = pytest.mark.browser


def test_button_on_a_page_keeps_the_entry(visit: Visit) -> None:
    """‘Bewaar’ is a toggle; what it keeps is counted in the header and there after a reload."""
    page = visit("id/T0001/")
    page.wait_for_url("**/tools/**")
    way = page.get_by_role("banner").get_by_role("link", name="Mijn selectie")
    button = page.get_by_role("button", name="Bewaar in mijn selectie")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(way).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(way).to_have_text("Mijn selectie (1)")
    title = page.get_by_role("heading", level=1).inner_text()
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    way.click()
    expect(page.locator(".kb-pick__title a")).to_have_text(title)
    page.go_back()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(way).to_be_hidden()


def test_button_on_a_card_keeps_without_opening(visit: Visit) -> None:
    """A card in a list has its own button, named after the entry; the card still opens the entry."""
    page = visit("tools/")
    title = titles(page)[1]
    page.get_by_role("button", name=f"Bewaar ‘{title}’ in mijn selectie").click()
    expect(page).to_have_url(re.compile("/tools/$"))
    expect(page.get_by_role("banner").get_by_text("Mijn selectie (1)")).to_be_visible()
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_role("button", name="Bewaar in mijn selectie")).to_have_attribute(
        "aria-pressed", "true"
    )


@pytest.mark.parametrize(
    "address",
    [
        "zoeken/?q=doelen",
        "wegwijzer/initiatief-en-ontwerp/draagvlak-en-partners/bestuurder/",
        "fasen/initiatief-en-ontwerp/",
    ],
)
def test_every_entry_that_is_shown_can_be_kept(visit: Visit, address: str) -> None:
    """Results of search and finder, and cards on other pages, have the same button, once."""
    page = visit(address)
    buttons = page.get_by_role("button", name=re.compile("^Bewaar ‘"))
    expect(buttons.first).to_be_visible()
    ids = [str(button.get_attribute("data-save")) for button in buttons.all()]
    shown = page.locator(".kb-card:visible, .kb-advised:visible")
    assert len(ids) == shown.count()
    buttons.first.click()
    visit.go(page, "selectie/")
    expect(page.locator("[data-pick]")).to_have_count(1)
    assert kept(page) == ids[:1]


def test_nothing_is_dead_without_javascript(visit: Visit) -> None:
    """No button without the script that makes it work; the pages say what they need."""
    assert visit("tools/", javascript=False).get_by_role("button", name="Bewaar").count() == 0
    for address in ("selectie/", "vergelijken/"):
        page = visit(address, javascript=False)
        expect(page.locator("noscript p")).to_have_text(re.compile("werkt alleen met JavaScript"))
        assert page.locator("main").get_by_role("button").count() == 0


def test_page_shows_what_was_kept(visit: Visit) -> None:
    """Title, kind, summary, phase and source of each entry, in the order of keeping."""
    page = mine(visit, "T0005", "T0001")
    assert kept(page) == ["T0005", "T0001"]
    expect(status(page)).to_have_text("2 items")
    item = page.locator("[data-pick=T0001]")
    entry = visit("id/T0001/")
    entry.wait_for_url("**/tools/**")
    expect(item.get_by_role("heading")).to_have_text(entry.get_by_role("heading", level=1).inner_text())
    expect(item).to_contain_text(entry.locator(".kb-lead").inner_text())
    expect(item).to_contain_text("Hulpmiddel: ")
    expect(item).to_contain_text("Fase: ")
    expect(item).to_contain_text("Komt uit: ")


def test_tabs_keep_in_step(visit: Visit) -> None:
    """What one tab keeps, another shows at once, and a note that is being typed stays."""
    page = mine(visit, "T0001")
    note = page.get_by_label("Notitie bij")
    note.fill("Half")
    other = page.context.new_page()
    other.goto(f"{visit.host}id/T0005/")
    other.get_by_role("button", name="Bewaar in mijn selectie").click()
    expect(page.locator("[data-pick]")).to_have_count(2)
    expect(note.first).to_be_focused()
    expect(note.first).to_have_value("Half")
    page.get_by_role("button", name=re.compile("^Haal weg")).last.click()
    expect(other.get_by_role("button", name="Bewaar in mijn selectie")).to_have_attribute(
        "aria-pressed", "false"
    )


def test_order_is_changed_by_keyboard(visit: Visit) -> None:
    """Up and down move an entry; the focus stays on the button and the new place is spoken."""
    page = mine(visit, "T0001", "T0005", "T0009")
    title = page.locator(".kb-pick__title a").first.inner_text()
    tab_to(page, f"Zet ‘{title}’ lager")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(f"‘{title}’ staat nu op plaats 2 van 3.")
    assert kept(page) == ["T0005", "T0001", "T0009"]
    assert focused(page) == f"Zet ‘{title}’ lager"
    page.keyboard.press("Space")
    expect(status(page)).to_have_text(f"‘{title}’ staat nu op plaats 3 van 3.")
    page.keyboard.press("Space")
    expect(status(page)).to_have_text(f"‘{title}’ staat al onderaan.")
    assert focused(page) == f"Zet ‘{title}’ lager"
    page.reload()
    expect(page.locator("[data-pick]")).to_have_count(3)
    assert kept(page) == ["T0005", "T0009", "T0001"]


def test_notes_stay(visit: Visit) -> None:
    """A note is kept while it is typed and there after a reload, also when the entry moves."""
    page = mine(visit, "T0001", "T0005")
    page.get_by_label("Notitie bij").first.fill("Regel een\nregel twee")
    page.get_by_role("button", name=re.compile("^Zet .* lager")).first.click()
    page.reload()
    expect(page.get_by_label("Notitie bij").last).to_have_value("Regel een\nregel twee")
    expect(page.get_by_label("Notitie bij").first).to_have_value("")


def test_removing_can_be_undone(visit: Visit) -> None:
    """In the place of an entry stands a way back, with the focus; each comes back where it was."""
    page = mine(visit, "T0001", "T0005", "T0009", notes={"T0005": "Blijft"})
    for _ in range(2):
        page.locator("[data-pick] [data-do=remove]").nth(1).click()
        expect(page.locator(".kb-pick--gone button:focus")).to_have_text("Zet terug")
    assert kept(page) == ["T0001"]
    page.locator(".kb-pick--gone button").first.click()
    expect(status(page)).to_have_text(re.compile("staat er weer"))
    assert kept(page) == ["T0001", "T0005"]
    assert focused(page).startswith("Haal weg: ")
    page.locator(".kb-pick--gone button").click()
    expect(page.locator("[data-pick]")).to_have_count(3)
    assert kept(page) == ["T0001", "T0005", "T0009"]
    expect(page.get_by_label("Notitie bij").nth(1)).to_have_value("Blijft")


def test_clearing_asks_first(visit: Visit) -> None:
    """‘Wis alles’ tells what is lost; Escape and no keep everything, yes empties the page and the browser."""
    page = mine(visit, "T0001", "T0005", notes={"T0001": "Iets"})
    wipe = page.get_by_role("button", name="Wis alles", exact=True)
    wipe.click()
    expect(page.get_by_role("dialog")).to_contain_text("Je raakt 2 items en 1 notitie kwijt.")
    page.keyboard.press("Escape")
    expect(wipe).to_be_focused()
    wipe.click()
    page.get_by_role("button", name="Nee, bewaar alles").click()
    assert kept(page) == ["T0001", "T0005"]
    wipe.click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Er staat nog niets in je selectie.")).to_be_visible()
    expect(status(page)).to_have_text("Je selectie is leeg.")
    assert focused(page) == "Mijn selectie"
    page.reload()
    expect(page.get_by_text("Er staat nog niets in je selectie.")).to_be_visible()


def test_selection_leads_to_the_comparison(visit: Visit) -> None:
    """Two to four tools can be compared; one cannot, and other types do not count."""
    page = mine(visit, "T0001", "P0003")
    expect(page.get_by_role("link", name="Vergelijk hulpmiddelen")).to_be_hidden()
    page = mine(visit, "T0001", "P0003", "T0005")
    page.get_by_role("main").get_by_role("link", name="Vergelijk hulpmiddelen").click()
    expect(page).to_have_url(re.compile(r"/vergelijken/\?tools=T0001,T0005$"))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_filled_page_is_accessible_and_fits(visit: Visit, scheme: Scheme) -> None:
    """Everything shown at once, at 320 pixels, gives axe nothing to report and no scrolling sideways."""
    page = mine(
        visit, "T0001", "P0003", "B0010", "T9999", width=320, scheme=scheme, notes={"P0003": "Een notitie"}
    )
    page.locator("[data-pick=B0010] [data-do=remove]").click()
    page.get_by_text("Deel als link").click()
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Wis alles", exact=True).click()
    assert Axe().run(page).response["violations"] == []
