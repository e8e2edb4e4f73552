"""The timeline, the figures of several years and the drawings of models on a real screen."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from scripts.screenshots import SCHEMES
from tests.functional.browser import Scheme, Visit

pytestmark = pytest.mark.browser

TIMELINE, FIGURES = "overzicht/tijdlijn/", "overzicht/cijfers/"
RAINBOW, KNOBS, STEPS = (
    f"modellen/{slug}/"
    for slug in ("regenboogmodel", "limburgse-zesknoppenmodel", "ontwikkelingsmodel-ketenzorg")
)

AXE_OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

at_every_width = pytest.mark.parametrize("width", [320, 768, 1280])
in_both_schemes = pytest.mark.parametrize("scheme", SCHEMES)

OUTSIDE = """() => [...document.querySelectorAll("svg[role=img] text")].filter(text => {
    const box = text.getBoundingClientRect();
    const drawing = text.closest("[role=img]").getBoundingClientRect();
    return box.width && (box.left < drawing.left - 1 || box.right > drawing.right + 1);
}).map(text => text.textContent)"""
"""JavaScript that lists the texts that stick out of their drawing."""

OVERLAPPING = """() => [...document.querySelectorAll("svg[role=img]")].flatMap(drawing => {
    const texts = [...drawing.querySelectorAll("text")].map(text => [text, text.getBoundingClientRect()]);
    const shared = (a, b, from, to) => Math.min(a[to], b[to]) - Math.max(a[from], b[from]);
    const over = (a, b) => a.width && b.width && shared(a, b, "left", "right") > 1
        && shared(a, b, "top", "bottom") > a.height / 3;
    return texts.flatMap(([one, a], i) => texts.slice(i + 1).filter(([, b]) => over(a, b))
        .map(([other]) => `${one.textContent} / ${other.textContent}`));
})"""
"""JavaScript that lists the pairs of texts that are drawn over each other."""


@in_both_schemes
@pytest.mark.parametrize("address", [TIMELINE, FIGURES, RAINBOW, KNOBS, STEPS])
def test_drawings_are_accessible(visit: Visit, address: str, scheme: Scheme) -> None:
    """On the smallest screen, with all that is folded opened, axe finds nothing and nothing sticks out."""
    page = visit(address, width=320, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    found = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    assert [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@at_every_width
@pytest.mark.parametrize("address", [TIMELINE, FIGURES, RAINBOW, KNOBS, STEPS])
def test_words_fit_the_drawing(visit: Visit, address: str, width: int) -> None:
    """At any width the words in a drawing stay inside it, clear of each other."""
    page = visit(address, width=width)
    assert page.locator("svg[role=img] text").count() > 0
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(OVERLAPPING) == []


@pytest.mark.parametrize(("address", "number"), [(RAINBOW, 5), (KNOBS, 6), (STEPS, 4)])
def test_model_is_drawn_with_its_parts(visit: Visit, address: str, number: int) -> None:
    """The models that our sources draw have a drawing that names each numbered part."""
    page = visit(address, javascript=False)
    drawing = page.get_by_role("img", name=re.compile("^Tekening: "))
    expect(drawing).to_be_visible()
    described = drawing.locator("desc").evaluate("desc => desc.textContent")
    assert len(re.findall(r"(?:Laag|Knop|Fase) \d", described)) == number
    for nth in range(1, number + 1):
        assert f" {nth}: " in described


def test_agreement_is_found_on_the_timeline(visit: Visit) -> None:
    """The agreements everybody works with stand out by a word, and lead to their page."""
    page = visit(TIMELINE, javascript=False)
    landmarks = page.locator("section:has(#akkoorden) .kb-landmark")
    iza = landmarks.filter(has_text="Integraal zorgakkoord")
    expect(iza).to_contain_text("Akkoord")
    expect(iza).to_contain_text("2022")
    for name in ("GALA", "WOZO"):
        expect(landmarks.filter(has_text=name)).to_contain_text("jaar onbekend")
    iza.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/bronnen/integraal-zorgakkoord/$"))


def test_contradiction_is_a_step_away(visit: Visit) -> None:
    """From a figure that is contradicted, a link shows the contradiction."""
    page = visit(FIGURES, javascript=False)
    row = page.get_by_role("row", name=re.compile("^Kwaliteit"))
    expect(row).to_contain_text("88,1%")
    expect(row).to_contain_text("72%")
    row.get_by_role("link", name="Hier is tegenspraak").click()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(".kb-discrepancy").first).to_contain_text("88%")


def test_web_is_for_wide_screens(visit: Visit) -> None:
    """Where there is room the neighbours are drawn with links that work by keyboard; paper has the list."""
    expect(visit(RAINBOW, width=320).locator(".kb-web")).to_be_hidden()
    page = visit(RAINBOW, javascript=False)
    web = page.locator(".kb-web")
    expect(web).to_be_visible()
    assert page.evaluate(OVERLAPPING.replace("[role=img]", ".kb-web")) == []
    page.emulate_media(media="print")
    expect(web).to_be_hidden()
    page.emulate_media(media="screen")
    link = web.get_by_role("link", name="Limburgse Zesknoppenmodel")
    link.focus()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/modellen/limburgse-zesknoppenmodel/$"))
