"""Other engines get the same texts as ours, and apart from those what analysis of Dutch adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.generate import generate
from benchmarks.search.texts import EntryText, entry_texts
from kb import pipeline
from kb.knowledge_base import KnowledgeBase

ROOT = Path(__file__).parents[3]
TITLE = "Zorgkantoren werken aan dossiers"


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """Return a generated knowledge base with a tool that has a title and a sentence of our own."""
    project = tmp_path_factory.mktemp("project") / "kb"
    generate(project, 10, schema=ROOT / "schema")
    path = min((project / "content" / "tools").glob("*.md"))
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    lines = [f"title: {TITLE}" if line.startswith("title:") else line for line in head.splitlines()]
    mended = body.replace("\n\n", "\n\nOok begrip 7 doet mee.\n\n", 2)
    path.write_text("---\n" + "\n".join([*lines, ""]) + "---\n" + mended, encoding="utf-8")
    return pipeline.check(project).knowledge_base()


@pytest.fixture(scope="module")
def text(kb: KnowledgeBase) -> EntryText:
    """Return the texts of that tool."""
    return next(one for one in entry_texts(kb) if one.title == TITLE)


def test_texts_are_those_of_the_entry(text: EntryText) -> None:
    """Title and body are as written, links in the body without their targets."""
    assert "Ook begrip 7 doet mee." in text.body
    assert "](" not in text.body
    assert text.filters["type"] == ("tool",)


def test_analysis_adds_parts_and_dictionary_forms(text: EntryText) -> None:
    """A compound in the title adds its parts and its singular, none of which the title has itself."""
    added = text.words.of_names.split()
    assert {"zorg", "kantoor", "zorgkantoor", "dossier"} <= {*added}
    assert "zorgkantoren" not in added


def test_analysis_adds_synonyms(text: EntryText, kb: KnowledgeBase) -> None:
    """A synonym in the text adds the term of the glossary that it stands for."""
    term = kb.vocabularies.glossary.terms[7]
    assert term.synonyms == ("begrip 7",)
    assert term.term in text.words.of_text
