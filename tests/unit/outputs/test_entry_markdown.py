"""The Markdown of an entry says all that its page says of it, with what is needed to quote it rightly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from urllib.parse import urljoin

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.markdown import outline
from kb.model import ENTRY_TYPES, EntryType
from kb.outputs import facts, urls
from kb.outputs.entry_markdown import plan_markdown
from kb.outputs.markdown_text import escaped
from kb.outputs.pages import plan_pages
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Full = Callable[[EntryType], LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

SITE = "https://voorbeeld.nl/onder/pad/"
rows = pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)

_NOT_SAID = {
    "search_terms",
    "url_original",
    "links.original",
    "links.note",
    "discrepancies.figures",
}
"""Texts for search and editors, the name of a figure, and notes on links."""


def markdown_of(kb: KnowledgeBase, slug: str, settings: Settings | None = None) -> str:
    """Return the Markdown of an entry."""
    address = urls.entry_markdown(kb.by_slug[slug].entry.id)
    return plan_markdown(kb, settings or Settings())[address]().decode()


@pytest.fixture(scope="module")
def rich(full: Full, knowledge: Knowledge) -> KnowledgeBase:
    """Return the minimal entries and one of every type in which every field has a value."""
    return knowledge(*map(full, ENTRY_TYPES))


def texts(value: object) -> Iterator[str]:
    """Yield every text in the data of an entry."""
    if isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield value


def test_plan_has_every_entry_with_a_page(make: Make, knowledge: Knowledge) -> None:
    """The address holds the id, which lasts; a draft has none."""
    kb = knowledge(
        make("tool", "a", id="T0042", status="retired"), make("tool", "b", id="T0043", status="draft")
    )
    plan = plan_markdown(kb, Settings())
    assert plan.keys() == {urls.entry_markdown(e.entry.id) for e in kb.entries}
    assert "id/T0042.md" in plan
    assert "id/T0043.md" not in plan


@rows
def test_markdown_says_every_text_of_an_entry(row: EntryType, full: Full, rich: KnowledgeBase) -> None:
    """No field is forgotten, and none is taken for markup."""
    located = full(row)
    text = markdown_of(rich, located.slug)
    held = {found for found in texts(located.entry.model_dump()) if found.startswith("<i>")}
    assert len(held) >= 3
    assert {found[3:-4] for found in held if escaped(found) not in text} <= _NOT_SAID
    assert not re.search(r"(?<!\\)<", text)


@rows
def test_markdown_has_one_title_and_skips_no_heading(row: EntryType, rich: KnowledgeBase) -> None:
    """The title is the only heading of the first level; those of the body follow it."""
    for located in rich.of_type(row.name):
        levels = [heading.level for heading in outline(markdown_of(rich, located.slug)).headings]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@rows
def test_markdown_says_the_facts_of_the_page(row: EntryType, rich: KnowledgeBase) -> None:
    """What is known stands behind its label, in the words of the page."""
    for located in rich.of_type(row.name):
        lines = markdown_of(rich, located.slug).splitlines()
        for fact in facts.on_page(located, rich):
            if fact.values and fact.name != "provenance":
                (line,) = [line for line in lines if line.startswith(f"- {fact.label}: ")]
                assert all(escaped(value.text) in line for value in fact.values)


def test_markdown_says_what_is_unknown(make: Make, knowledge: Knowledge) -> None:
    """Evidence that we do not know is called so, with what that means; other facts are named in one line."""
    tool = make("tool", "x", evidence="onbekend", audiences=[], effort=None, publisher=None, year=None)
    text = markdown_of(knowledge(tool), "x")
    assert "- Waar het op rust: Onbekend. Wij weten niet waar het op rust.\n" in text
    assert "- Onbekend: Voor wie, Wat het vraagt, Gemaakt door, Jaar\n" in text


def test_markdown_tells_how_to_cite(make: Make, knowledge: Knowledge) -> None:
    """Source with its place, last check, permanent address and licence are there, in full."""
    place = {"source": "voorbeeldbron", "section": "Hoofdstuk 2", "page": "12"}
    kb = knowledge(make("tool", "x", id="T0042", last_reviewed="2026-11-24", provenance=[place]))
    text = markdown_of(kb, "x", Settings(site_name="Kennis", site_address=SITE))
    title = kb.by_slug["voorbeeldbron"].entry.title
    assert f"- [{title}]({SITE}bronnen/voorbeeldbron/): Hoofdstuk 2, bladzijde 12\n" in text
    assert "- Laatst gecontroleerd: 24 november 2026, door de redactie\n" in text
    assert f"- Blijvende link: [{SITE}id/T0042/]({SITE}id/T0042/)\n" in text
    assert f"({SITE}tools/x/)" in text
    assert "[CC BY 4.0](https://creativecommons.org/" in text
    assert "Noem ‘Kennis’ en de blijvende link." in text


@pytest.mark.parametrize("settings", [Settings(), Settings(site_address=SITE)], ids=["without", "with"])
def test_links_lead_to_pages(settings: Settings, rich: KnowledgeBase) -> None:
    """Links inside the site lead to pages that exist, from where the document is or in full."""
    known = {SITE + at for at in plan_pages(rich, settings)}
    known |= {SITE + urls.permalink(e.entry.id) for e in rich.entries}
    for address, make_it in plan_markdown(rich, settings).items():
        targets = [link.target for link in outline(make_it().decode()).links]
        assert targets
        inside = [urljoin(SITE + address, target).partition("#")[0] for target in targets]
        assert {target for target in inside if target.startswith(SITE)} <= known, address


def test_retired_entry_says_so_first(make: Make, knowledge: Knowledge) -> None:
    """Who quotes a retired entry learns that it is past, and what took its place."""
    kb = knowledge(make("tool", "x", status="retired", replaced_by="voorbeeldtool"))
    text = markdown_of(kb, "x")
    assert "> **Dit item is vervallen.** Kijk nu bij [Voorbeeldtool](../tools/voorbeeldtool/)." in text
    assert text.index("vervallen") < text.index("## ")
    assert "vervallen" not in markdown_of(kb, "voorbeeldtool")
