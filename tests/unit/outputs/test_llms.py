"""`llms.txt` tells what the site is, how to quote it, and where everything is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.markdown import outline
from kb.model import ENTRY_TYPES
from kb.outputs import urls
from kb.outputs.llms import llms_txt
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

SITE = "https://voorbeeld.nl/pad/"


def test_llms_begins_as_proposed(knowledge: Knowledge) -> None:
    """A title, a summary in a quote, then text; every second-level heading has links below it."""
    text = llms_txt(knowledge(), Settings(site_name="Kennis *&* Kunde")).decode()
    assert re.match(r"# Kennis \\\*&\\\* Kunde\n\n> [^\n]+\n\n", text)
    for part in text.split("\n## ")[1:]:
        assert "- [" in part
    assert "\n\n\n" not in text


def test_llms_explains_every_kind_of_evidence(knowledge: Knowledge) -> None:
    """The words come from the vocabulary, and unknown is told apart from no."""
    kb = knowledge()
    text = llms_txt(kb, Settings()).decode()
    for term in kb.vocabularies.lists["evidence"].terms:
        assert f"\n  - {term.label}: {term.description}\n" in text
    assert "‘Onbekend’ betekent: wij weten het niet." in text


@pytest.mark.parametrize("base", ["", SITE])
def test_llms_links_lists_and_texts(base: str, make: Make, knowledge: Knowledge) -> None:
    """Every list with its number, every topic and phase as Markdown; in full when the address is known."""
    kb = knowledge(make("topic", "thema", id="H0042"), make("topic", "weg", id="H0043", status="retired"))
    text = llms_txt(kb, Settings(site_address=base)).decode()
    targets = {link.target for link in outline(text).links}
    assert {base + urls.list_address(row) for row in ENTRY_TYPES} <= targets
    assert f"{base}id/H0042.md" in targets
    assert f"{base}id/H0043.md" not in targets
    assert f"]({base}themas/): 2 items." in text
