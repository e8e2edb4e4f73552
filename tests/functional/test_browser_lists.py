"""Lists that filter in place, and the same filters as pages for who has no JavaScript."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.functional.browser import Visit, focused, titles

pytestmark = pytest.mark.browser

LISTS = ("tools/", "praktijk/", "kennishiaten/", "bronnen/")
TITLES_OF_ITS_PAGE = """async link => {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    return [...page.querySelectorAll(".kb-card__title a")].map(title => title.textContent);
}"""
STILL_POSSIBLE = "a[data-value][aria-pressed=false]:not([data-empty])"


def open_all(page: Page) -> None:
    """Unfold every group of filters."""
    page.evaluate("document.querySelectorAll('.kb-facet').forEach(group => group.open = true)")


def group(page: Page, word: str) -> Locator:
    """Return the filters of one facet."""
    return page.locator(f"[data-param={word}]")


def count(option: Locator) -> int:
    """Return the number beside a filter."""
    return int(option.locator(".kb-count").inner_text())


def announced(page: Page) -> int:
    """Return the number in the text that a screen reader speaks after a change."""
    return int(page.get_by_role("status").inner_text().split()[0])


def chosen(page: Page) -> dict[str, list[str]]:
    """Return the filters that the address holds."""
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize("section", LISTS)
def test_every_filter_shows_what_its_page_shows(visit: Visit, section: str) -> None:
    """Each filter, clicked in the list, shows the entries of its own page, as many as it says."""
    page = visit(section)
    open_all(page)
    options = page.locator("a[data-value]").all()
    assert options
    for option in options:
        said = count(option)
        option.click()
        here = titles(page)
        assert here == option.evaluate(TITLES_OF_ITS_PAGE)
        assert len(here) == said == announced(page)
        option.click()


def test_filter_without_javascript_leads_to_a_page(visit: Visit) -> None:
    """Without JavaScript a filter is a link to a page with its entries, and from there back to all."""
    page = visit("tools/", javascript=False)
    everything = titles(page)
    option = group(page, "fase").locator("a").first
    said = count(option)
    option.click()
    expect(page).to_have_url(re.compile(r"/tools/fase/[a-z-]+/$"))
    assert len(titles(page)) == said
    assert set(titles(page)) < set(everything)
    page.get_by_role("link", name="Alle hulpmiddelen").click()
    assert titles(page) == everything


def test_filters_of_one_facet_add_and_of_two_narrow(visit: Visit) -> None:
    """Two phases show what is in either; a phase and a theme show what is in both, as counted before."""
    page = visit("tools/")
    open_all(page)
    first, second = group(page, "fase").locator("a").all()[:2]
    first.click()
    in_first = set(titles(page))
    second.click()
    in_either = set(titles(page))
    assert len(in_either) == count(first) + len(in_either - in_first)
    first.click()
    in_second = set(titles(page))
    assert in_first | in_second == in_either
    theme = group(page, "thema").locator(STILL_POSSIBLE).first
    said = count(theme)
    theme.click()
    assert set(titles(page)) < in_either
    assert len(titles(page)) == said == announced(page)


def test_filters_that_leave_nothing_say_so(visit: Visit) -> None:
    """A filter that leaves nothing says 0 beforehand; choosing it explains the empty list."""
    page = visit("tools/?fase=initiatief-en-ontwerp")
    open_all(page)
    none = page.get_by_text("Niets past bij al deze filters samen")
    expect(none).to_be_hidden()
    empty = page.locator("a[data-value][data-empty]").first
    assert count(empty) == 0
    empty.click()
    assert titles(page) == []
    assert announced(page) == 0
    expect(none).to_be_visible()


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_filter_works_by_keyboard(visit: Visit, key: str) -> None:
    """From its heading, Tab leads to a filter; Space and Enter choose it and take it away again."""
    page = visit("tools/")
    everything = titles(page)
    page.locator(".kb-facet summary").first.focus()
    page.keyboard.press("Tab")
    option = group(page, "fase").locator("a").first
    expect(option).to_be_focused()
    page.keyboard.press(key)
    expect(option).to_have_attribute("aria-pressed", "true")
    expect(option).to_be_focused()
    assert len(titles(page)) == count(option) < len(everything)
    page.keyboard.press(key)
    expect(option).to_have_attribute("aria-pressed", "false")
    assert titles(page) == everything


def test_filters_stay_in_the_address(visit: Visit) -> None:
    """The address holds the filters, so a colleague and a reload see the same list."""
    page = visit("tools/")
    open_all(page)
    group(page, "fase").locator("a").first.click()
    group(page, "thema").locator(STILL_POSSIBLE).first.click()
    assert {"fase", "thema"} == chosen(page).keys()
    before = titles(page)
    page.reload()
    assert titles(page) == before
    assert titles(visit(page.url.removeprefix(visit.host))) == before
    assert page.locator("[aria-pressed=true]:visible").count() == 2


def test_back_button_takes_the_last_filter_away(visit: Visit) -> None:
    """Back undoes one choice at a time; forward brings it back."""
    page = visit("tools/")
    lists = [titles(page)]
    for option in group(page, "fase").locator("a").all()[:2]:
        option.click()
        lists.append(titles(page))
    assert len({len(shown) for shown in lists}) == 3
    page.go_back()
    expect(page.locator("[aria-pressed=true]")).to_have_count(1)
    assert titles(page) == lists[1]
    page.go_back()
    expect(page.locator("[aria-pressed=true]")).to_have_count(0)
    assert titles(page) == lists[0]
    page.go_forward()
    expect(page.locator("[aria-pressed=true]")).to_have_count(1)
    assert titles(page) == lists[1]


def test_clear_all_shows_everything_again(visit: Visit) -> None:
    """‘Wis alles’ takes every filter away, also from the address, and the focus stays at the filters."""
    page = visit("tools/")
    everything = titles(page)
    clear = page.get_by_role("button", name="Wis alles")
    expect(clear).to_be_hidden()
    group(page, "fase").locator("a").first.click()
    clear.click()
    assert titles(page) == everything
    assert announced(page) == len(everything)
    assert chosen(page) == {}
    assert focused(page) == "Fase"
    expect(clear).to_be_hidden()


def test_chosen_filter_can_be_taken_away_where_it_is_named(visit: Visit) -> None:
    """Above the list every chosen filter is a button that takes it away; the focus goes on from there."""
    page = visit("tools/")
    first, second = group(page, "fase").locator("a").all()[:2]
    first.click()
    in_first = titles(page)
    second.click()
    label = second.locator(".kb-facet__label").inner_text()
    page.get_by_role("button", name=f"Fase: {label}, haal weg").click()
    assert titles(page) == in_first
    assert focused(page).startswith("Fase: ")
    page.get_by_role("button", name=focused(page)).click()
    expect(first).to_be_focused()
    assert chosen(page) == {}


def test_filter_opens_as_a_link_in_a_new_tab(visit: Visit) -> None:
    """With Ctrl a filter is the link it is without JavaScript, and the list stays as it was."""
    page = visit("tools/")
    with page.context.expect_page() as opened:
        group(page, "fase").locator("a").first.click(modifiers=["Control"])
    expect(opened.value).to_have_url(re.compile(r"/tools/fase/[a-z-]+/$"))
    assert chosen(page) == {}
