"""The pictures of the knowledge on a real screen: found, read and followed on any of them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from scripts.screenshots import SCHEMES
from tests.functional.browser import CONTRAST, Scheme, Visit, tab_to

pytestmark = pytest.mark.browser

MATRIX, MAP, GAPS = "overzicht/matrix/", "overzicht/kaart/", "kennishiaten/stand/"

at_every_width = pytest.mark.parametrize("width", [320, 768, 1280])
in_both_schemes = pytest.mark.parametrize("scheme", SCHEMES)

TILES = """() => [...document.querySelectorAll("section:has(#per-regio) .kb-tile")].map(tile => {
    const {left, top, right, bottom} = tile.getBoundingClientRect();
    const inside = tile.firstElementChild;
    const wide = inside.scrollWidth > inside.clientWidth + 1;
    const tight = wide || inside.scrollHeight > inside.clientHeight + 1;
    const name = tile.querySelector(".kb-tile__name").textContent.replaceAll("\\u00ad", "");
    return {name, left, top, right, bottom, tight};
})"""
"""JavaScript that tells where the regions stand, and whether a tile is too small for its words."""

CONTRASTS = (
    "() => {"
    + CONTRAST
    + """
    const page = getComputedStyle(document.body).backgroundColor;
    const found = {text: [], edge: []};
    for (const bar of document.querySelectorAll("svg.kb-bar")) {
        const parts = [...bar.querySelectorAll(".kb-part")];
        for (const part of parts) found.edge.push(contrast(getComputedStyle(part).stroke, page));
        for (const text of bar.querySelectorAll("text")) {
            const state = text.getAttribute("class").split("--")[1];
            const style = getComputedStyle(text);
            const part = getComputedStyle(bar.querySelector(`.kb-part--${state}`));
            const ground = parseFloat(style.strokeWidth) > 0 ? style.stroke : part.fill;
            found.text.push(contrast(style.fill, ground));
        }
    }
    return found;
}"""
)
"""JavaScript that measures the numbers in the bars against their part, and the edges against the page."""

OUTSIDE = """() => [...document.querySelectorAll("svg.kb-bar text")].filter(text => {
    const box = text.getBoundingClientRect();
    const state = text.getAttribute("class").split("--")[1];
    const part = text.closest("svg").querySelector(`.kb-part--${state}`).getBoundingClientRect();
    return part.width && (box.left < part.left - 1 || box.right > part.right + 1);
}).map(text => text.closest("svg").querySelector("title").textContent)"""
"""JavaScript that lists the bars in which a number sticks out of its part."""


def test_home_leads_to_all_pictures(visit: Visit) -> None:
    """Without JavaScript: home, the overview, and each picture on it."""
    page = visit(javascript=False)
    page.get_by_role("link", name="Bekijk het in beeld").click()
    expect(page).to_have_url(re.compile(r"/overzicht/$"))
    names = page.locator(".kb-exhibit__title a").all_text_contents()
    assert len(names) >= 3
    for name in names:
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        page.go_back()


@pytest.mark.parametrize(
    ("section", "invitation", "address"),
    [
        ("praktijk/", "Bekijk de voorbeelden op de kaart", MAP),
        ("kennishiaten/", "Bekijk hoe de kennishiaten ervoor staan", GAPS),
        ("tools/", "Bekijk wat er is per thema en fase", MATRIX),
    ],
)
def test_list_leads_to_its_picture(visit: Visit, section: str, invitation: str, address: str) -> None:
    """Who looks at a list can see the whole at once."""
    page = visit(section, javascript=False)
    page.get_by_role("link", name=invitation).click()
    expect(page).to_have_url(re.compile(f"{address}$"))


@at_every_width
def test_map_shows_the_country(visit: Visit, width: int) -> None:
    """On any screen tiles lie side by side, each with room for its words, as on a map."""
    tiles = visit(MAP, width=width).evaluate(TILES)
    assert [tile["name"] for tile in tiles if tile["tight"]] == []
    for tile in tiles:
        for other in tiles:
            beside = tile["right"] <= other["left"] + 1 or other["right"] <= tile["left"] + 1
            apart = tile["bottom"] <= other["top"] + 1 or other["bottom"] <= tile["top"] + 1
            assert tile is other or beside or apart, (tile, other)
    by_name = {tile["name"]: tile for tile in tiles}
    assert by_name["Groningen"]["bottom"] < by_name["Zuid-Limburg"]["top"]
    assert by_name["Zeeland"]["right"] < by_name["Twente"]["left"]
    assert max(tile["right"] for tile in tiles) <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_region_is_reached_by_keyboard(visit: Visit, width: int) -> None:
    """From a tile, Enter shows the region in the table; Tab goes on to its first case."""
    page = visit(MAP, width=width)
    tile = page.locator("section:has(#per-regio) .kb-tile a").first
    name = tile.evaluate("link => link.innerText.trim()")
    tab_to(page, name)
    expect(tile).to_be_focused()
    page.keyboard.press("Enter")
    target = page.locator("tr:target")
    expect(target).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(target.get_by_role("link").first).to_be_focused()


def cells(page: Page) -> list[str]:
    """Return the cells of the table of a picture as assistive technology finds them."""
    return [" ".join(text.split()) for text in page.get_by_role("cell").all_text_contents()]


@pytest.mark.parametrize("address", [MATRIX, MAP, GAPS])
def test_stacked_table_is_the_same_table(visit: Visit, address: str) -> None:
    """On a small screen rows are stacked; rows, headers and cells stay what they are."""
    small, large = visit(address, width=320), visit(address)
    for role in ("table", "row", "columnheader", "rowheader", "cell"):
        found = small.get_by_role(role).count()
        assert found == large.get_by_role(role).count() > 0, role
    assert cells(small) == cells(large)


def test_matrix_on_a_small_screen_says_what_it_counts(visit: Visit) -> None:
    """Where columns are gone, each number says what it is a number of."""
    page = visit(MATRIX, width=320)
    first = page.locator(".kb-matrix tbody td a:not(.kb-matrix__none)").first
    expect(first.locator(".kb-matrix__what")).to_be_visible()
    assert re.fullmatch(r"\d+\s+(hulpmiddel|voorbeeld|kennishiaat)(en)?", first.inner_text())
    phase = first.evaluate("link => getComputedStyle(link.closest('td'), '::before').content")
    assert phase.startswith('"Fase 1')


def test_number_leads_to_as_many(visit: Visit) -> None:
    """A number of the matrix is a link to a list of that many."""
    page = visit(MATRIX, javascript=False)
    link = page.locator(".kb-matrix tbody td a:not(.kb-matrix__none)").first
    number = link.inner_text().split()[0]
    link.click()
    expect(page.locator(".kb-card")).to_have_count(int(number))


def test_empty_square_invites(visit: Visit) -> None:
    """Where there is nothing the matrix says so, and leads to how to help."""
    page = visit(MATRIX, javascript=False)
    page.get_by_role("link", name="geen, help mee").first.click()
    expect(page).to_have_url(re.compile(r"/over/meedoen/$"))


@at_every_width
def test_numbers_fit_their_part_of_a_bar(visit: Visit, width: int) -> None:
    """A number that stands in a bar stands inside its part."""
    assert visit(GAPS, width=width).evaluate(OUTSIDE) == []


@in_both_schemes
def test_bars_can_be_seen(visit: Visit, scheme: Scheme) -> None:
    """Numbers have a contrast of 4.5 with their part, parts an edge of 3 with the page."""
    found = visit(GAPS, scheme=scheme).evaluate(CONTRASTS)
    assert min(found["text"]) >= 4.5
    assert min(found["edge"]) >= 3
