"""Lists that filter in place, and the same filters as pages for who has no JavaScript."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.functional.browser import Visit, focused, titles

pytestmark = pytest.mark.browser

LISTS = ("tools/", "praktijk/", "kennishiaten/", "modellen/", "bronnen/")
NARROWED = ("tools/fase/initiatief-en-ontwerp/", "bronnen/thema/governance/", "praktijk/bewijs/onderzocht/")
TITLES_OF_ITS_PAGE = """async link => {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    return [...page.querySelectorAll(".kb-card__title a")].map(title => title.textContent);
}"""
STILL_POSSIBLE = "a[data-value][aria-pressed=false]:not([data-empty])"
MODEL = "Ik ken de fasen van"


def open_all(page: Page) -> None:
    """Unfold every group of filters."""
    page.evaluate("document.querySelectorAll('.kb-facet').forEach(group => group.open = true)")


def group(page: Page, word: str) -> Locator:
    """Return the filters of one facet."""
    return page.locator(f"[data-param={word}] .kb-options:not([hidden])")


def count(option: Locator) -> int:
    """Return the number beside a filter."""
    return int(option.locator(".kb-count").inner_text())


def label(option: Locator) -> str:
    """Return the text of a filter."""
    return option.locator(".kb-facet__label").inner_text()


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
    options = page.locator(".kb-options:not([hidden]) a[data-value]").all()
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
    page.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name="Hulpmiddelen").click()
    assert titles(page) == everything


def test_phase_and_topic_combine_without_javascript(visit: Visit) -> None:
    """A phase's page leads on to a topic within it; the topic's page leads to the same by the phase."""
    page = visit("tools/fase/initiatief-en-ontwerp/", javascript=False)
    in_phase = titles(page)
    page.get_by_text("Thema", exact=True).click()
    topic = group(page, "thema").locator("a", has_text="Governance")
    said = count(topic)
    topic.click()
    expect(page).to_have_url(re.compile("/tools/fase/initiatief-en-ontwerp/thema/governance/$"))
    both = titles(page)
    assert len(both) == said
    assert set(both) < set(in_phase)
    page.locator(".kb-wider").get_by_role("link", name="Governance").click()
    expect(page).to_have_url(re.compile("/tools/thema/governance/$"))
    in_topic = titles(page)
    group(page, "fase").locator("a", has_text="Initiatief").click()
    assert titles(page) == both
    assert set(both) == set(in_phase) & set(in_topic)


@pytest.mark.parametrize("address", NARROWED)
def test_narrowed_list_hides_without_javascript_what_needs_it(visit: Visit, address: str) -> None:
    """Every filter that is shown there is a link to a page of its own with as many entries as it says."""
    page = visit(address, javascript=False)
    open_all(page)
    options = page.locator(".kb-options a[data-value]:visible").all()
    assert options
    assert page.locator(".kb-facet:visible").count() < page.locator(".kb-facet").count()
    for option in options:
        assert urlsplit(str(option.get_attribute("href"))).query == ""
        assert len(option.evaluate(TITLES_OF_ITS_PAGE)) == count(option)


def test_narrowed_list_filters_further_in_place(visit: Visit) -> None:
    """With JavaScript the page of a phase takes more filters, as the whole list would with that phase on."""
    page = visit("tools/fase/initiatief-en-ontwerp/")
    open_all(page)
    option = group(page, "soort").locator(STILL_POSSIBLE).first
    said = count(option)
    option.click()
    here = titles(page)
    assert len(here) == said == announced(page)
    expect(page).to_have_url(re.compile(r"/tools/fase/initiatief-en-ontwerp/\?soort=[a-z-]+$"))
    assert titles(visit(page.url.removeprefix(visit.host))) == here
    query = urlsplit(page.url).query
    assert titles(visit(f"tools/?fase=initiatief-en-ontwerp&{query}")) == here


def test_narrowed_list_widens_to_the_list_of_all(visit: Visit) -> None:
    """Taking away what the page stands for leads to the whole list, and keeps the other filters."""
    page = visit("tools/fase/initiatief-en-ontwerp/?soort=handreiking")
    page.get_by_role("button", name="Fase: Initiatief en ontwerp, haal weg").click()
    expect(page).to_have_url(re.compile(r"/tools/\?soort=handreiking$"))
    assert chosen(page) == {"soort": ["handreiking"]}
    page.go_back()
    open_all(page)
    group(page, "fase").locator("a").nth(1).click()
    page.wait_for_url("**/tools/?*")
    assert chosen(page)["fase"] == ["initiatief-en-ontwerp", "experiment-en-uitvoering"]


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


def test_phases_of_another_model_stand_for_ours(visit: Visit) -> None:
    """Who knows the RIVM phases filters by them: each shows what is in the phases of ours it stands for."""
    page = visit("tools/")
    model = page.get_by_label(MODEL)
    model.select_option(label="het RIVM-model")
    expect(page).to_have_url(re.compile(r"\?fasemodel=rivm$"))
    expect(page.get_by_text("De vertaling is van de redactie.")).to_be_visible()
    wide = group(page, "fase").locator("a", has_text="Fase 3-4")
    said = count(wide)
    wide.click()
    assert chosen(page) == {"fasemodel": ["rivm"], "fase": ["rivm:fase-3-4"]}
    here = titles(page)
    assert len(here) == said == announced(page)
    assert here == titles(visit("tools/?fase=uitbouw-en-monitoring&fase=verduurzaming-en-transformatie"))
    assert titles(visit(page.url.removeprefix(visit.host))) == here
    model.select_option("")
    assert chosen(page) == {"fase": ["uitbouw-en-monitoring", "verduurzaming-en-transformatie"]}
    assert titles(page) == here
    page.go_back()
    expect(model).to_have_value("rivm")
    assert titles(page) == here


def test_filters_that_leave_nothing_say_so(visit: Visit) -> None:
    """In a short facet a filter that leaves nothing says 0; in a long one it makes room."""
    page = visit("tools/?fase=verduurzaming-en-transformatie")
    open_all(page)
    none = page.get_by_text("Niets past bij al deze filters samen")
    expect(none).to_be_hidden()
    empty = group(page, "bewijs").locator("a[data-empty]").first
    assert count(empty) == 0
    topics = group(page, "thema").locator("a")
    assert topics.locator("visible=true").count() < topics.count()
    empty.click()
    assert titles(page) == []
    assert announced(page) == 0
    expect(none).to_be_visible()


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_filter_works_by_keyboard(visit: Visit, key: str) -> None:
    """From the phase model, Tab leads to a filter; Space and Enter choose it and take it away again."""
    page = visit("tools/")
    everything = titles(page)
    page.locator(".kb-facet summary").first.focus()
    page.keyboard.press("Tab")
    assert focused(page) == MODEL
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
    assert page.locator("[aria-pressed=true][data-value]:visible").count() == 2


def test_filters_that_do_not_exist_are_left_out(visit: Visit) -> None:
    """An address with a value or a model that is in no list shows the list without it."""
    page = visit("tools/?fase=bestaat-niet&fasemodel=bestaat-niet&jaar=%22%3E")
    assert announced(page) == len(titles(page)) == len(titles(visit("tools/")))
    expect(page.get_by_role("button", name="Wis alles")).to_be_hidden()


def test_back_button_takes_the_last_filter_away(visit: Visit) -> None:
    """Back undoes one choice at a time; forward brings it back."""
    page = visit("tools/")
    lists = [titles(page)]
    for option in group(page, "fase").locator("a").all()[:2]:
        option.click()
        lists.append(titles(page))
    assert len({len(shown) for shown in lists}) == 3
    pressed = page.locator("[data-value][aria-pressed=true]")
    page.go_back()
    expect(pressed).to_have_count(1)
    assert titles(page) == lists[1]
    page.go_back()
    expect(pressed).to_have_count(0)
    assert titles(page) == lists[0]
    page.go_forward()
    expect(pressed).to_have_count(1)
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
    page.get_by_role("button", name=f"Fase: {label(second)}, haal weg").click()
    assert titles(page) == in_first
    assert focused(page).startswith("Fase: ")
    page.get_by_role("button", name=focused(page)).click()
    expect(first).to_be_focused()
    assert chosen(page) == {}


def test_filters_fold_into_one_on_a_small_screen(visit: Visit) -> None:
    """At 320 pixels one line says how many filters are on; it opens by keyboard, and everything fits."""
    page = visit("tools/?fase=initiatief-en-ontwerp&thema=governance", width=320)
    option = group(page, "fase").locator("a").first
    expect(option).to_be_hidden()
    fold = page.locator(".kb-facets > summary")
    expect(fold).to_have_text("Filters (2)")
    fold.focus()
    page.keyboard.press("Enter")
    expect(option).to_be_visible()
    open_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    option.click()
    expect(fold).to_have_text("Filters (1)")
    page.get_by_role("button", name="Wis alles").click()
    expect(fold).to_be_focused()
    expect(fold).to_have_text("Filters")


def test_filters_are_unfolded_on_a_wide_screen(visit: Visit) -> None:
    """On a wide screen the filters stand beside the list, with and without JavaScript."""
    for javascript in (True, False):
        page = visit("tools/", javascript=javascript)
        expect(group(page, "fase").locator("a").first).to_be_visible()
        expect(page.locator(".kb-facets > summary")).to_be_hidden()


def test_filter_opens_as_a_link_in_a_new_tab(visit: Visit) -> None:
    """With Ctrl a filter is the link it is without JavaScript, and the list stays as it was."""
    page = visit("tools/")
    with page.context.expect_page() as opened:
        group(page, "fase").locator("a").first.click(modifiers=["Control"])
    expect(opened.value).to_have_url(re.compile(r"/tools/fase/[a-z-]+/$"))
    assert chosen(page) == {}
