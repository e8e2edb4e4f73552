"""The map for search engines has every page, and says when it changed where we know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree as ET

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES
from kb.outputs import facets, urls
from kb.outputs.sitemap import last_changed, sitemap

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

SITE = "https://voorbeeld.nl/a&b/"
OLD, NEW = date(2026, 1, 2), date(2026, 3, 4)


def test_last_changed_of_an_entry_is_its_review(make: Make, knowledge: Knowledge) -> None:
    """Retired entries have a date too; drafts have no page."""
    kb = knowledge(
        make("tool", "a", last_reviewed=OLD),
        make("tool", "b", last_reviewed=NEW, status="retired"),
        make("tool", "c", status="draft"),
    )
    found = last_changed(kb)
    assert (found["tools/a/"], found["tools/b/"]) == (OLD, NEW)
    assert "tools/c/" not in found


def test_last_changed_of_a_list_is_that_of_its_newest_entry(make: Make, knowledge: Knowledge) -> None:
    """An entry that is not on the list, or that is retired, does not make it newer."""
    tags = {"topics": ["voorbeeldthema"], "phases": ["voorbeeldfase"], "phase_basis": "source"}
    kb = knowledge(
        make("tool", "voorbeeldtool", last_reviewed=date(2020, 1, 1), kind="leidraad"),
        make("tool", "a", last_reviewed=OLD, kind="checklist", **tags),
        make("tool", "b", last_reviewed=NEW, kind="checklist", **tags | {"topics": []}),
        make("tool", "c", last_reviewed=date(2026, 5, 6), kind="checklist", status="retired"),
    )
    found = last_changed(kb)
    assert found["tools/soort/checklist/"] == NEW
    assert found["tools/soort/leidraad/"] == date(2020, 1, 1)
    assert found["tools/fase/voorbeeldfase/"] == NEW
    assert found["tools/fase/voorbeeldfase/thema/voorbeeldthema/"] == OLD
    assert found["tools/"] == NEW


def test_last_changed_knows_every_list(knowledge: Knowledge) -> None:
    """No list that the site has is forgotten, and none is made up."""
    kb = knowledge()
    lists = {n.address for row in ENTRY_TYPES for n in facets.Facets(kb, row).narrowed()}
    lists |= {urls.list_address(row) for row in ENTRY_TYPES} | {"", urls.A_TO_Z}
    assert last_changed(kb).keys() == lists | {urls.entry_address(e) for e in kb.entries}


def test_sitemap_says_a_date_only_where_there_is_one() -> None:
    """Addresses are in full, in order and escaped."""
    root = ET.fromstring(sitemap(["tools/", "over/"], {"tools/": NEW}, SITE))  # noqa: S314
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = [(url.findtext(f"{space}loc"), url.findtext(f"{space}lastmod")) for url in root]
    assert found == [(f"{SITE}over/", None), (f"{SITE}tools/", "2026-03-04")]
