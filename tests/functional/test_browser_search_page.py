"""The search page: what a reader asks, narrows and shares, with and without a mouse or JavaScript."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.functional.browser import Visit, focused, tab_to, titles

pytestmark = pytest.mark.browser

QUERY = "Wat zoek je?"
MODEL = "Ik ken de fasen van"


@pytest.fixture(scope="module")
def entries(real_site: Path) -> dict[str, dict[str, Any]]:
    """Return every published entry by title."""
    published = json.loads((real_site / "api" / "v1" / "entries.json").read_text(encoding="utf-8"))
    return {entry["title"]: entry for entry in published}


def status(page: Page) -> str:
    """Return the text that a screen reader speaks when results come in, once they are there."""
    expect(page.locator("[data-kb-results]")).to_have_attribute("aria-busy", "false")
    expect(page.get_by_role("status")).to_have_text(re.compile("resulta|Niets"))
    return page.get_by_role("status").inner_text()


def total(page: Page) -> int:
    """Return how many results the page announces."""
    said = status(page)
    return 0 if said.startswith("Niets gevonden") else int(re.sub(r"^Niets met.*?; ", "", said).split()[0])


def option(page: Page, word: str, label: str) -> Locator:
    """Return a filter, with its group unfolded."""
    group = page.locator(f"[data-param={word}]")
    group.evaluate("group => group.open = true")
    return group.locator(".kb-options:not([hidden]) a", has_text=label).first


def count(found: Locator) -> int:
    """Return the number beside a filter."""
    return int(found.locator(".kb-count").inner_text())


def asked(page: Page) -> dict[str, list[str]]:
    """Return what the address holds."""
    return parse_qs(urlsplit(page.url).query)


def values(held: object) -> list[str]:
    """Return what a field holds as texts."""
    return [str(value) for value in (held if isinstance(held, list) else [held])]


def all_titles(page: Page) -> list[str]:
    """Return the titles of all results, after asking for more until there are no more."""
    more = page.get_by_role("button", name="Toon meer")
    while more.is_visible():
        shown = len(titles(page))
        more.click()
        expect(page.locator("[data-kb-results] > li").nth(shown)).to_be_visible()
    return titles(page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("doelenboom", "tools/doelenboom/"),
        ("spuk dos", "tools/spuk-dos/"),
        ("netwerkzorg", "tools/netwerkzorg-dichtbij-wijzer/"),
    ],
)
def test_page_finds(visit: Visit, query: str, expected: str) -> None:
    """Typing shows results at once, says how many, and puts the question in an address to share."""
    page = visit("zoeken/")
    page.get_by_label(QUERY).fill(query)
    assert re.match(rf"\d+ resulta\w+ voor ‘{query}’$", status(page))
    links = [str(link.get_attribute("href")) for link in page.locator("[data-kb-results] h2 a").all()]
    assert f"/{expected}" in [urlsplit(urljoin(page.url, link)).path for link in links[:5]]
    assert asked(page) == {"q": [query]}
    shared = visit(page.url.removeprefix(visit.host))
    expect(shared.get_by_label(QUERY)).to_have_value(query)
    assert titles(shared) == titles(page)


def test_page_searches_off_the_main_thread(visit: Visit) -> None:
    """The work is done by a worker, so that typing never waits for it."""
    page = visit("zoeken/?q=doelen")
    assert [urlsplit(worker.url).path.rpartition("/")[2] for worker in page.workers] == ["worker.js"]


def test_whole_state_is_in_the_address(visit: Visit) -> None:
    """Question, filters, order and model of phases come back for whoever gets the address."""
    page = visit("zoeken/?q=netwerk")
    option(page, "type", "Praktijkvoorbeelden").click()
    page.get_by_label(MODEL).select_option(label="het RIVM-model")
    option(page, "fase", "Fase 3-4").click()
    page.get_by_label("Sorteer op").select_option("Titel")
    expect(page).to_have_url(re.compile("sorteer=titel"))
    assert asked(page) == {
        "q": ["netwerk"],
        "type": ["case"],
        "fasemodel": ["rivm"],
        "fase": ["rivm:fase-3-4"],
        "sorteer": ["titel"],
    }
    said, found = status(page), titles(page)
    shared = visit(page.url.removeprefix(visit.host))
    assert (status(shared), titles(shared)) == (said, found)
    expect(shared.get_by_label(MODEL)).to_have_value("rivm")
    expect(shared.get_by_label("Sorteer op")).to_have_value("titel")
    expect(shared.locator("[data-value][aria-pressed=true]:visible")).to_have_count(2)


def test_old_addresses_still_work(visit: Visit, entries: dict[str, dict[str, Any]]) -> None:
    """An address with `type` and `phase`, as handed out before, narrows and is written anew."""
    page = visit("zoeken/?q=doelen&type=tool&phase=initiatief-en-ontwerp")
    assert total(page) > 0
    for title in all_titles(page):
        assert entries[title]["type"] == "tool"
        assert "initiatief-en-ontwerp" in entries[title]["phases"]
    assert asked(page) == {"q": ["doelen"], "type": ["tool"], "fase": ["initiatief-en-ontwerp"]}


@pytest.mark.parametrize(
    ("word", "label", "field"),
    [
        ("type", "Kennishiaten", "type:gap"),
        ("fase", "Uitbouw en monitoring", "phases:uitbouw-en-monitoring"),
        ("thema", "Governance", "topics:governance"),
        ("voor", "Bestuurder", "audiences:bestuurder"),
        ("soort", "Handreiking", "kind:handreiking"),
        ("bewijs", "Onderzocht", "evidence:onderzocht"),
        ("provincie", "Limburg", "provinces:limburg"),
        ("jaar", "2023", "year:2023"),
    ],
)
def test_every_facet_leaves_what_it_says(
    visit: Visit, entries: dict[str, dict[str, Any]], word: str, label: str, field: str
) -> None:
    """Without a question a filter lists every entry that has the value, as many as it says."""
    page = visit("zoeken/")
    chosen = option(page, word, label)
    said = count(chosen)
    chosen.click()
    assert total(page) == said > 0
    name, _, value = field.partition(":")
    held = {title for title, entry in entries.items() if value in values(entry.get(name))}
    assert set(all_titles(page)) == held


def test_counts_follow_question_and_other_filters(visit: Visit) -> None:
    """A count says what is left when you choose that value as well; values of one facet add up."""
    page = visit("zoeken/?q=netwerk")
    option(page, "type", "Hulpmiddelen").click()
    status(page)
    expect(option(page, "type", "Hulpmiddelen")).to_have_attribute("aria-pressed", "true")
    tools = total(page)
    topic = option(page, "thema", "Governance")
    said = count(topic)
    assert 0 < said < tools
    topic.click()
    expect(topic).to_have_attribute("aria-pressed", "true")
    assert total(page) == said
    cases = count(option(page, "type", "Praktijkvoorbeelden"))
    option(page, "type", "Praktijkvoorbeelden").click()
    expect(page.get_by_role("status")).to_have_text(f"{said + cases} resultaten voor ‘netwerk’")


def test_phase_of_another_model_counts_what_it_finds(
    visit: Visit, entries: dict[str, dict[str, Any]]
) -> None:
    """A phase of the RIVM that stands for two of ours finds what is in either."""
    page = visit("zoeken/?q=netwerk&fasemodel=rivm")
    wide = option(page, "fase", "Fase 3-4")
    said = count(wide)
    wide.click()
    expect(wide).to_have_attribute("aria-pressed", "true")
    assert total(page) == said
    ours = {"uitbouw-en-monitoring", "verduurzaming-en-transformatie"}
    assert all(ours & set(entries[title]["phases"]) for title in titles(page))
    expect(page.get_by_text("De vertaling is van de redactie.")).to_be_visible()


def test_page_is_used_by_keyboard(visit: Visit) -> None:
    """From the question to a filter, to its chip and to a result, without a mouse."""
    page = visit("zoeken/")
    tab_to(page, QUERY)
    page.keyboard.type("doelen")
    status(page)
    before = total(page)
    tab_to(page, "Soort item")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?q=doelen&type=tool$"))
    expect(page.locator("[data-param=type] a").first).to_be_focused()
    expect(page.get_by_role("status")).not_to_have_text(re.compile(f"^{before} "))
    tab_to(page, "Soort item: Hulpmiddelen, haal weg")
    page.keyboard.press("Enter")
    expect(page.locator("[data-param=type] a").first).to_be_focused()
    assert total(page) == before
    first = titles(page)[0]
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(first)


def test_back_button_brings_the_question_before(visit: Visit) -> None:
    """Back undoes one choice at a time, and comes back from an entry to the same results."""
    page = visit("zoeken/?q=doelen")
    before = (status(page), titles(page))
    option(page, "type", "Kennishiaten").click()
    expect(page.get_by_role("status")).not_to_have_text(before[0])
    narrowed = (status(page), titles(page))
    page.get_by_label(QUERY).fill("governance")
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.get_by_role("status")).to_have_text(re.compile("governance"))
    page.locator("[data-kb-results] a").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Zoeken")
    page.go_back()
    expect(page.get_by_label(QUERY)).to_have_value("governance")
    expect(page.get_by_role("status")).to_have_text(re.compile("governance"))
    page.go_back()
    expect(page.get_by_label(QUERY)).to_have_value("doelen")
    expect(page.get_by_role("status")).to_have_text(narrowed[0])
    assert titles(page) == narrowed[1]
    page.go_back()
    expect(page.get_by_role("status")).to_have_text(before[0])
    assert titles(page) == before[1]
    expect(page.locator("[data-value][aria-pressed=true]")).to_have_count(0)


def test_clear_all_keeps_the_question(visit: Visit) -> None:
    """‘Wis alles’ takes all filters away, not what was asked."""
    page = visit("zoeken/?q=doelen&type=tool&bewijs=beschreven")
    page.get_by_role("button", name="Wis alles").click()
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=doelen$"))
    assert focused(page) == "Soort item"
    expect(page.get_by_role("button", name="Wis alles")).to_be_hidden()


def test_results_are_sorted_as_asked(visit: Visit, entries: dict[str, dict[str, Any]]) -> None:
    """By title in alphabetical order; newest first with entries without a year at the end."""
    page = visit("zoeken/?q=governance&type=source")
    page.get_by_label("Sorteer op").select_option("Titel")
    expect(page).to_have_url(re.compile("sorteer=titel"))
    by_title = all_titles(page)
    assert by_title == sorted(by_title, key=str.casefold)
    page.get_by_label("Sorteer op").select_option("Nieuwste")
    expect(page.locator("[data-kb-results] a").first).not_to_have_text(by_title[0])
    years = [entries[title]["year"] or 0 for title in all_titles(page)]
    assert years == sorted(years, reverse=True)
    assert len(set(years)) > 2


def test_words_that_match_are_marked(visit: Visit) -> None:
    """Title and summary have marks on the words of the question, accents and case aside."""
    page = visit("zoeken/?q=COORDINATOREN")
    marks = [text.lower() for text in page.locator("[data-kb-results] mark").all_inner_texts()]
    assert any(text.startswith("coördinator") for text in marks)


@pytest.mark.parametrize(
    ("query", "reason"), [("verband", "samenwerkingsverband"), ("doelenbom", "doelenboom")]
)
def test_result_says_why_it_was_found(visit: Visit, query: str, reason: str) -> None:
    """What is not literally in an entry is explained: part of a longer word, another spelling."""
    page = visit(f"zoeken/?q={query}")
    expect(page.get_by_text(f"Gevonden via: {reason}").first).to_be_visible()


def test_literal_result_needs_no_reason(visit: Visit) -> None:
    """A word that stands there, or another form of it, is not explained."""
    page = visit("zoeken/?q=netwerken")
    assert titles(page)
    assert "netwerk" not in [
        text.removeprefix("Gevonden via: ") for text in page.locator(".kb-via:visible").all_inner_texts()
    ]


def test_term_of_the_glossary_is_explained(visit: Visit) -> None:
    """A question that names a term gets its meaning above the results, with the way to the glossary."""
    page = visit("zoeken/?q=iza")
    meaning = page.locator("[data-kb-terms]")
    expect(meaning).to_contain_text("IZA: Landelijk akkoord")
    meaning.get_by_role("link", name="IZA").click()
    expect(page).to_have_url(re.compile("/begrippen/#iza$"))
    assert visit("zoeken/?q=doelenboom").locator("[data-kb-terms]").is_hidden()


def test_page_shows_more(visit: Visit) -> None:
    """More results come after the first ones, the focus goes to the first new one, and back keeps them."""
    page = visit("zoeken/?q=netwerk")
    first = titles(page)
    page.get_by_role("button", name="Toon meer").click()
    expect(page.locator("[data-kb-results] h2 a").nth(len(first))).to_be_focused()
    more = titles(page)
    assert more[: len(first)] == first
    assert len(set(more)) == len(more)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(more[len(first)])
    page.go_back()
    expect(page.locator("[data-kb-results] h2 a")).to_have_text(more)


def test_page_takes_some_words_when_none_has_all(visit: Visit) -> None:
    """When no entry has all words, the page says so and shows what has some."""
    page = visit("zoeken/?q=doelenboom+nundy")
    assert status(page).startswith("Niets met al deze woorden; ")
    assert "Doelenboom" in titles(page)


def test_nothing_found_leads_on(visit: Visit) -> None:
    """A word that is nowhere gives that message, tips, the alphabet and a way to ask, and no results."""
    page = visit("zoeken/?q=doelen")
    page.get_by_label(QUERY).fill("xqzvwk")
    expect(page.get_by_role("status")).to_have_text("Niets gevonden voor ‘xqzvwk’")
    assert titles(page) == []
    expect(page.get_by_role("link", name="Laat ons weten wat je zocht")).to_be_visible()
    expect(page.get_by_text("Met minder filters is er wel iets")).to_be_hidden()
    page.get_by_role("link", name="alle titels van A tot Z").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alles van A tot Z")


def test_nothing_found_offers_fewer_filters(visit: Visit) -> None:
    """With filters on, the page tells which to drop and how many results that gives."""
    page = visit("zoeken/?q=doelenboom&type=gap&provincie=limburg")
    assert total(page) == 0
    offer = page.get_by_role("link", name=re.compile(r"^Zonder filters: \d+ resulta"))
    said = int(re.findall(r"\d+", offer.inner_text())[0])
    offer.click()
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=doelenboom$"))
    assert total(page) == said > 0


def test_nothing_found_offers_words_that_are_near(visit: Visit) -> None:
    """A word with too many mistakes leads to words that do occur."""
    page = visit("zoeken/?q=doelenbom&type=gap&jaar=2024")
    assert total(page) == 0
    page.locator("[data-kb-near]").get_by_role("link", name="doelenboom").click()
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=doelenboom$"))
    assert total(page) > 0
    assert "Doelenboom" in titles(page)


def test_question_is_prefilled_when_there_is_a_repository(visit: Visit) -> None:
    """Where issues can be filed, what was asked and chosen stands in the new one already."""
    page = visit.blank()

    def with_repository(route: Route) -> None:
        response = route.fetch()
        html = response.text()
        assert "Laat ons weten wat je zocht" in html
        link = '<a href="https://host.example/kb/issues/new" data-kb-question>Meld dit als kennisvraag</a>'
        route.fulfill(response=response, body=re.sub(r"<a [^>]*>Laat ons weten wat je zocht</a>", link, html))

    page.route("**/zoeken/?*", with_repository)
    visit.go(page, "zoeken/?q=xqzvwk+%26+zzqxz&type=gap")
    link = urlsplit(str(page.get_by_role("link", name="Meld dit als kennisvraag").get_attribute("href")))
    assert f"{link.netloc}{link.path}" == "host.example/kb/issues/new"
    filled = parse_qs(link.query)
    assert filled["title"] == ["Kennisvraag: xqzvwk & zzqxz"]
    assert "xqzvwk & zzqxz" in filled["body"][0]
    assert "Soort item: Kennishiaten" in filled["body"][0]


def test_page_says_when_the_index_fails(visit: Visit) -> None:
    """When the index does not load, the page says so instead of claiming that nothing is there."""
    page = visit.blank()
    page.route("**/search/worker.js", lambda route: route.abort())
    page.goto(f"{visit.host}zoeken/?q=doelen")
    expect(page.get_by_text("Zoeken lukt nu niet.")).to_be_visible()
    expect(page.get_by_text("Probeer dit")).to_be_hidden()


def test_small_screen_folds_the_filters(visit: Visit) -> None:
    """At 320 pixels results come first, one line says how many filters are on, and everything fits."""
    page = visit("zoeken/?q=netwerk&fasemodel=rivm&fase=rivm:fase-3-4&type=tool", width=320)
    fold = page.locator(".kb-facets > summary")
    expect(fold).to_have_text("Filters (2)")
    expect(page.get_by_label(MODEL)).to_be_hidden()
    fold.click()
    page.evaluate("document.querySelectorAll('.kb-facet').forEach(group => group.open = true)")
    expect(page.get_by_label(MODEL)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_alphabet_has_every_entry(visit: Visit, entries: dict[str, dict[str, Any]]) -> None:
    """Without JavaScript the search page leads to all titles, each below its letter."""
    page = visit("zoeken/", javascript=False)
    expect(page.get_by_label(MODEL)).to_be_hidden()
    page.locator("noscript").get_by_role("link", name="A tot Z").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alles van A tot Z")
    assert sorted(page.locator(".kb-links a").all_text_contents()) == sorted(entries)
    page.locator(".kb-letters").get_by_role("link", name="G", exact=True).click()
    expect(page.get_by_role("heading", name="G", exact=True)).to_be_in_viewport()
    for title in (
        page.locator("section", has=page.locator("#letter-g")).locator(".kb-links a").all_inner_texts()
    ):
        assert title.lstrip("‘'\"").upper().startswith("G")
