"""The valid project of ``tests/minimal/`` in memory, entries to add to it, and shells to put pages in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from zlib import crc32

import pytest

from kb import pipeline
from kb.corpus import Body, LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import EntryRef, EntryType, InVocabulary, WebLink
from kb.model.entry import Record
from kb.outputs import urls
from kb.outputs.shell import SECTIONS
from kb.pipeline import Checked

TESTS = Path(__file__).parents[1]

_SMALL_LISTS = (
    "generated", "glossary.yml", "phase-crosswalk.yml", "excluded-links.yml", "search-*.yml",
)  # fmt: skip
_SHELL = """<!doctype html><html lang="nl"><head>
<meta name="description" content="KB_SLOT_DESCRIPTION">
<!-- KB_SLOT_HEAD -->
<title>KB_SLOT_DOCUMENT_TITLE</title>
</head><body>
<!-- KB_IF_TOC --><nav><ul><!-- KB_SLOT_TOC --></ul></nav><!-- KB_END_TOC -->
<!-- KB_SLOT_CRUMBS --><main><!-- KB_SLOT_CONTENT --></main>
</body></html>
"""
_SPELLED: dict[str, Any] = {
    "former_slugs": "oude-naam",
    "title_lang": "en",
    "language": "en",
    "doi": "10.1234/voorbeeld",
    "number": 2,
    "year": 2024,
    "started": 2024,
    "n": 7,
    "series.items.points.value": "12,5",
}
"""Values of fields that are more than a text, by path or by name."""


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by path; a folder is there without a content."""
    paths = sorted(folder.rglob("*"))
    return {p.relative_to(folder).as_posix(): p.read_bytes() if p.is_file() else b"" for p in paths}


def edited(project: Path, path: str, *changes: tuple[str, str]) -> None:
    """Change words in a file of a project."""
    file = project / path
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


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


@dataclass(frozen=True)
class _Filler:
    """Makes a value for every field of a model; references and terms are ones that exist."""

    slugs: dict[str, str]
    terms: dict[str, str]

    def fields(self, model: type[Record], below: str = "") -> dict[str, Any]:
        """Return a value for every field; ``below`` is where the record stands in its entry."""
        held = model.model_fields.items()
        return {name: self._value(info.annotation, info.metadata, f"{below}{name}") for name, info in held}

    def _value(self, annotation: Any, metadata: Sequence[Any], path: str) -> Any:
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._value(parts[0], (*metadata, *parts[1:]), path)
        if origin in {Union, UnionType}:
            return self._value(next(part for part in parts if part is not NoneType), metadata, path)
        if origin is tuple:
            return [self._value(parts[0], (), path)]
        if origin is Literal:
            return parts[0]
        return self._single(annotation, metadata, path)

    def _single(self, kind: type, metadata: Sequence[Any], path: str) -> Any:
        if issubclass(kind, Record):
            return self.fields(kind, f"{path}.")
        name = path.rpartition(".")[2]
        for marker in metadata:
            match marker:
                case EntryRef():
                    return self.slugs[marker.types[0] if marker.types else "case"]
                case InVocabulary():
                    return self.terms[marker.name]
                case WebLink():
                    return f"https://voorbeeld.example/{name}"
        if isinstance(spelled := _SPELLED.get(path, _SPELLED.get(name)), kind):
            return spelled
        return {bool: True, date: date(2026, 1, 2), str: f"<i>{path}</i>"}[kind]


@pytest.fixture(scope="session")
def full(make: Callable[..., LocatedEntry], minimal: Checked) -> Callable[[EntryType], LocatedEntry]:
    """Return ``full(type)``: an entry with a value in every field its model has.

    A text is ``<i>field.path</i>``, so that a test sees where it comes out and whether it is escaped.
    """
    slugs = {located.type.name: located.slug for located in minimal.corpus.entries}
    terms = {name: listed.terms[-1].id for name, listed in minimal.corpus.vocabularies.lists.items()}
    filler = _Filler(slugs, terms)

    def fill(row: EntryType) -> LocatedEntry:
        return make(row.name, f"vol-{row.name}", **filler.fields(row.model) | {"id": f"{row.prefix}0042"})

    return fill


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
