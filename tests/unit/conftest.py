"""The valid project of ``tests/minimal/`` in memory, entries to add to it, and shells to put pages in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from kb import pipeline
from kb.corpus import Body, LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs import urls
from kb.outputs.shell import SECTIONS
from kb.pipeline import Checked

TESTS = Path(__file__).parents[1]

_SMALL_LISTS = ("generated", "glossary.yml", "phase-crosswalk.yml", "excluded-links.yml")
_SHELL = """<!doctype html><html lang="nl"><head>
<meta name="description" content="KB_SLOT_DESCRIPTION">
<!-- KB_SLOT_HEAD -->
<title>KB_SLOT_DOCUMENT_TITLE</title>
</head><body>
<!-- KB_IF_TOC --><nav><ul><!-- KB_SLOT_TOC --></ul></nav><!-- KB_END_TOC -->
<main><!-- KB_SLOT_CONTENT --></main>
</body></html>
"""


@pytest.fixture(scope="session")
def minimal(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Return the checked project of `tests/minimal/`; nobody may change its files."""
    root = tmp_path_factory.mktemp("minimal") / "project"
    shutil.copytree(TESTS / "minimal", root)
    ignore = shutil.ignore_patterns(*_SMALL_LISTS)
    shutil.copytree(TESTS.parent / "schema", root / "schema", dirs_exist_ok=True, ignore=ignore)
    checked = pipeline.check(root)
    assert checked.diagnostics == ()
    return checked


@pytest.fixture(scope="session")
def make(minimal: Checked) -> Callable[..., LocatedEntry]:
    """Return ``make(type name, slug, body=..., **fields)``: the minimal entry of a type with changes.

    An entry without an ``id`` of its own gets one that follows from its slug.
    """
    by_type = {located.type.name: located for located in minimal.corpus.entries}

    def make_entry(type_name: str, slug: str, *, body: str | None = None, **fields: Any) -> LocatedEntry:
        known = by_type[type_name]
        number = {"id": f"{known.type.prefix}{crc32(slug.encode()) % 9000 + 1000}"}
        data = {**known.entry.model_dump(), **number, **fields}
        return replace(
            known,
            entry=known.type.model.model_validate(data),
            slug=slug,
            path=f"content/{known.type.folder}/{slug}.md",
            body=known.body if body is None else Body(body, known.body.first_line),
        )

    return make_entry


@pytest.fixture(scope="session")
def knowledge(minimal: Checked) -> Callable[..., KnowledgeBase]:
    """Return ``knowledge(*entries)``: the minimal entries and these; one of the same name is replaced."""

    def resolve(*entries: LocatedEntry) -> KnowledgeBase:
        held = {located.path: located for located in (*minimal.corpus.entries, *entries)}
        corpus = replace(minimal.corpus, entries=tuple(held[path] for path in sorted(held)))
        return KnowledgeBase.from_corpus(corpus)

    return resolve


@pytest.fixture(scope="session")
def write_shells() -> Callable[[Path], None]:
    """Return the function that writes what an engine would build: a bare shell for every section."""

    def write(site: Path) -> None:
        for address in SECTIONS:
            file = site / urls.output_file(address)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_SHELL, encoding="utf-8")

    return write
