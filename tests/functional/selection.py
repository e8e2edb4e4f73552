"""My selection as a reader sees it: filled for a test, and read back."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator, Page

from tests.functional.browser import Scheme, Visit

KEEP = "items => localStorage.setItem('kb-selection', JSON.stringify(items))"


def keep(page: Page, *ids: str, notes: Mapping[str, str] | None = None) -> None:
    """Put entries in the selection of this reader."""
    noted = notes or {}
    page.evaluate(KEEP, [{"id": i, "note": noted.get(i, ""), "title": f"Toen {i}"} for i in ids])


def mine(
    visit: Visit,
    *ids: str,
    notes: Mapping[str, str] | None = None,
    width: int = 1280,
    scheme: Scheme = "light",
) -> Page:
    """Return the page of a selection that holds these entries."""
    page = visit("over/privacy/", width=width, scheme=scheme)
    keep(page, *ids, notes=notes)
    visit.go(page, "selectie/")
    return page


def kept(page: Page) -> list[str]:
    """Return the numbers of the entries that the page shows, in order."""
    return [str(item.get_attribute("data-pick")) for item in page.locator("[data-pick]").all()]


def status(page: Page) -> Locator:
    """Return what a screen reader speaks after a change."""
    return page.locator("[data-kb-status]")
