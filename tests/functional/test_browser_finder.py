"""The finder leads from three questions to a short list: without a script, by keyboard, by an address."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.functional.browser import Visit, focused, tab_to

pytestmark = pytest.mark.browser

FIRST_PHASE = "wegwijzer/initiatief-en-ontwerp/"
STUCK = "Partners doen niet mee of haken af, of wij weten niet wie erbij moet."
LIST = f"{FIRST_PHASE}draagvlak-en-partners/bestuurder/"
ABOUT_A_GROUP = "wegwijzer/fase-onbekend/integrale-zorg/"


def shown(page: Page) -> list[str]:
    """Return the titles of the tools that a reader sees with their reasons."""
    return page.locator(".kb-advised--tool:visible .kb-advised__title a").all_text_contents()


def choose(page: Page, name: str) -> None:
    """Follow an answer and wait for its page."""
    page.locator(".kb-choice").get_by_role("link", name=name, exact=True).click()


def narrow(page: Page, question: str, answer: str) -> None:
    """Choose an answer to one of the questions that narrow the list."""
    page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()


@pytest.mark.parametrize("javascript", [True, False])
def test_stuck_network_is_led_from_home_to_a_tool(visit: Visit, *, javascript: bool) -> None:
    """Four links lead from home to a list in which each tool says why it is there."""
    page = visit(javascript=javascript)
    page.get_by_role("link", name="Start de wegwijzer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("In welke fase zit je netwerk?")
    choose(page, "Fase 1 Initiatief en ontwerp")
    expect(page.get_by_text("vraag 2 van 3")).to_be_visible()
    choose(page, STUCK)
    assert shown(page), "the list is there before the last question"
    choose(page, "Bestuurder")
    expect(page).to_have_url(re.compile(f"/{LIST}$"))
    assert 3 <= len(shown(page)) <= 7
    for tool in page.locator(".kb-advised--tool").all():
        expect(tool.get_by_text("Waarom dit advies?")).to_be_visible()
        assert tool.locator(".kb-reasons > li").count() >= 3
        expect(tool.get_by_text("Tijd en geld")).to_be_visible()
    assert 1 <= page.locator(".kb-advised--case").count() <= 3
    for section in ("Lees dit eerst", "Wat nog niemand zeker weet"):
        expect(page.get_by_role("heading", name=section)).to_be_visible()
    page.locator(".kb-advised--tool .kb-advised__title a").first.click()
    expect(page).to_have_url(re.compile(r"/tools/[a-z0-9-]+/$"))


def test_tools_that_fit_more_answers_stand_higher(visit: Visit) -> None:
    """The number of ticks never rises on the way down."""
    page = visit(LIST)
    reasons = [
        tool.locator(".kb-reasons__yes").count() for tool in page.locator(".kb-advised--tool").all()
    ]  # an extra tick is for a tool to begin with, among those that fit all
    assert reasons == sorted(reasons, reverse=True)
    assert len(set(reasons)) > 1


@pytest.mark.parametrize(
    ("summary", "link", "leads_to"),
    [
        ("Ik ken het RIVM-model", "Ga verder met fase 2", "experiment-en-uitvoering"),
        ("Ik ken de woorden van het DMIC", "Ga verder met fase 4", "verduurzaming-en-transformatie"),
        ("Waaraan herken ik mijn fase?", "Kies fase 3", "uitbouw-en-monitoring"),
    ],
)
def test_phase_is_found_in_other_words(visit: Visit, summary: str, link: str, leads_to: str) -> None:
    """Who knows another model, or no model, comes to the same second question."""
    page = visit("wegwijzer/", javascript=False)
    page.locator("summary", has_text=summary).click()
    page.get_by_role("link", name=link).locator("visible=true").first.click()
    expect(page).to_have_url(re.compile(f"/wegwijzer/{leads_to}/$"))


@pytest.mark.parametrize(
    ("answer", "leads_to"),
    [("Wij zijn nog niet begonnen", "initiatief-en-ontwerp"), ("Weet ik niet", "fase-onbekend")],
)
def test_no_phase_is_an_answer_too(visit: Visit, answer: str, leads_to: str) -> None:
    """Not begun is the first phase; not known skips the question."""
    page = visit("wegwijzer/", javascript=False)
    choose(page, answer)
    expect(page).to_have_url(re.compile(f"/wegwijzer/{leads_to}/$"))


def test_mapping_of_phases_is_said_to_be_ours(visit: Visit) -> None:
    """Under each other model it says that the translation is of the editors."""
    page = visit("wegwijzer/")
    for details in page.locator("details", has_text="Ik ken").all():
        details.locator("summary").click()
        expect(details.get_by_text("De vertaling is van de redactie")).to_be_visible()


def test_every_answer_can_be_changed(visit: Visit) -> None:
    """The answers stand above the list, each with a link back to its question."""
    page = visit(LIST, javascript=False)
    given = page.get_by_role("navigation", name="Je antwoorden tot nu toe")
    expect(given.get_by_role("listitem")).to_have_count(3)
    for name, title in (
        ("Wijzig rol", "Wat is jouw rol?"),
        ("Wijzig thema", "Waar loopt je netwerk tegenaan?"),
        ("Wijzig fase", "In welke fase zit je netwerk?"),
    ):
        page.goto(visit.host + LIST)
        given.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_finder_is_walked_by_keyboard(visit: Visit) -> None:
    """Tab reaches an answer, Enter gives it; nothing needs a mouse."""
    page = visit("wegwijzer/")
    for name, heading in (
        ("Weet ik niet", "Waar loopt je netwerk tegenaan?"),
        (STUCK, "Wat is jouw rol?"),
        ("Bestuurder", "Hier kun je beginnen"),
    ):
        tab_to(page, name)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    page.locator("[data-kb-narrow] input").first.focus()
    before = shown(page)
    page.keyboard.press("ArrowDown")
    assert focused(page) != "Elke vorm"
    assert len(shown(page)) < len(before)


def test_narrowing_is_announced_and_hides_nothing_in_silence(visit: Visit) -> None:
    """The number in view and the number hidden are all that the page had."""
    page = visit(LIST)
    everything = page.locator("[data-vorm]").count()
    status = page.locator("[data-kb-count]")
    expect(status).to_be_empty()
    page.locator("[data-kb-narrow=vorm] input").nth(1).check()
    in_view, hidden = map(int, re.findall(r"\d+", status.inner_text())[:2])
    assert in_view + hidden == everything
    assert page.locator("li:not([hidden]) > [data-vorm]").count() == in_view > 0


def test_who_it_is_about_puts_the_sure_first_and_keeps_the_unknown(visit: Visit) -> None:
    """A tool of which the group is not known stays, behind those that are surely about the group."""
    page = visit(ABOUT_A_GROUP)
    known = page.locator("[data-kb-narrow=over] input").nth(1)
    group = known.get_attribute("value")
    known.check()
    order = page.locator("li:not([hidden]) > [data-vorm]").evaluate_all(
        "found => found.map(e => e.dataset.over)"
    )
    assert any(group in values.split() for values in order)
    assert "" in order
    assert not any(values and group not in values.split() for values in order)
    expect(page.locator("[data-kb-count]")).to_contain_text("niet bekend")


def test_narrowed_list_is_in_the_address(visit: Visit) -> None:
    """A colleague with the address sees the same; the link to share is that address; back undoes it."""
    page = visit(LIST)
    everything = shown(page)
    choice = page.locator("[data-kb-narrow=vorm] input").nth(1)
    value = choice.get_attribute("value")
    choice.check()
    narrowed = shown(page)
    assert parse_qs(urlsplit(page.url).query) == {"vorm": [value]}
    expect(page.locator("[data-kb-link]")).to_have_text(page.url)
    other = visit(page.url.removeprefix(visit.host))
    expect(other.locator("[data-kb-narrow=vorm] input").nth(1)).to_be_checked()
    assert shown(other) == narrowed
    page.go_back()
    expect(page.locator("[data-kb-narrow=vorm] input").first).to_be_checked()
    assert shown(page) == everything
    page.go_forward()
    expect(choice).to_be_checked()
    assert shown(page) == narrowed


def test_address_with_an_answer_that_does_not_exist_shows_all(visit: Visit) -> None:
    """A link that somebody changed by hand, or that is old, still shows the list."""
    page = visit(f"{LIST}?vorm=bestaat-niet")
    assert shown(page) == shown(visit(LIST))


def test_without_javascript_nothing_is_offered_that_does_not_work(visit: Visit) -> None:
    """The questions that narrow in place and the copy button stay away; the address is there as text."""
    page = visit(LIST, javascript=False)
    expect(page.locator("[data-kb-narrowing]")).to_be_hidden()
    expect(page.locator("[data-kb-copy]")).to_be_hidden()
    expect(page.locator("[data-kb-link]")).to_contain_text(LIST)


def test_something_else_leads_to_search_in_the_phase(visit: Visit) -> None:
    """Whose problem is not listed searches in own words, and the phase goes along."""
    page = visit(FIRST_PHASE)
    choose(page, "Iets anders")
    expect(page).to_have_url(re.compile(r"/zoeken/\?fase=initiatief-en-ontwerp"))


def test_paper_has_the_list_and_no_controls(visit: Visit) -> None:
    """Printed, the answers and the advice are left; what can only be clicked is gone."""
    page = visit(f"{FIRST_PHASE}draagvlak-en-partners/")
    page.emulate_media(media="print")
    assert shown(page)
    expect(page.get_by_text("Draagvlak en partners kiezen", exact=True).first).to_be_visible()
    for control in (".kb-narrow", ".kb-choices", ".kb-finder__on", ".kb-answers a"):
        assert page.locator(f"{control}:visible").count() == 0
