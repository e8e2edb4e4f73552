"""A selection as a link: for others to look at, and to take over when they want."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.functional.browser import Seen, Visit
from tests.functional.selection import kept, mine, status

pytestmark = pytest.mark.browser


def test_link_shows_the_selection_to_somebody_else(visit: Visit) -> None:
    """Another reader sees the list, may not change it, and keeps his own until he takes it over."""
    page = mine(visit, "T0005", "T0001", notes={"T0001": "Van mij & privé"})
    page.get_by_text("Deel als link").click()
    link = page.get_by_label("De link naar deze selectie")
    assert link.input_value() == f"{visit.host}selectie/#ids=T0005,T0001"
    theirs = mine(visit, "T0001", "P0003", notes={"T0001": "Mijn eigen notitie"})
    visit.go(theirs, link.input_value().removeprefix(visit.host))
    expect(theirs.get_by_role("heading", level=1)).to_have_text("Gedeelde selectie")
    expect(theirs.locator("[data-pick]")).to_have_count(2)
    assert kept(theirs) == ["T0005", "T0001"]
    assert theirs.get_by_label("Notitie bij").first.is_hidden()
    assert theirs.locator("[data-do]:visible").count() == 0
    theirs.get_by_role("button", name="Neem over in mijn selectie").click()
    expect(status(theirs)).to_have_text("1 item overgenomen; 1 had je al.")
    expect(theirs.get_by_role("heading", level=1)).to_have_text("Mijn selectie")
    assert kept(theirs) == ["T0001", "P0003", "T0005"]
    expect(theirs.get_by_label("Notitie bij").first).to_have_value("Mijn eigen notitie")
    theirs.go_back()
    expect(theirs.get_by_role("heading", level=1)).to_have_text("Gedeelde selectie")


def test_shared_selection_leaves_mine_alone(visit: Visit) -> None:
    """Looking is not keeping: the reader's own list is as it was, one click away."""
    page = mine(visit, "P0003")
    visit.go(page, "selectie/?ids=T0001,T0005")
    expect(page.locator("[data-pick]")).to_have_count(2)
    page.get_by_role("link", name="Toon mijn eigen selectie").click()
    expect(page.locator("[data-pick]")).to_have_count(1)
    assert kept(page) == ["P0003"]


def test_notes_are_in_the_link_only_when_asked(visit: Visit) -> None:
    """A note may be private; ticked, it comes along, and nothing of it reaches the server."""
    page = mine(visit, "T0001", notes={"T0001": "Eerst bellen: 50% + koffie & taart"})
    page.get_by_text("Deel als link").click()
    link = page.get_by_label("De link naar deze selectie")
    assert "bellen" not in unquote(link.input_value())
    page.get_by_label("Zet mijn notities in de link").check()
    assert "bellen" in unquote(link.input_value())
    theirs = visit.blank()
    seen = Seen(theirs)
    visit.go(theirs, link.input_value().removeprefix(visit.host))
    expect(theirs.get_by_text("Notitie: Eerst bellen: 50% + koffie & taart")).to_be_visible()
    assert not [address for address in seen.asked if "bellen" in unquote(address) or "ids=" in address]
    assert seen.complaints == []
