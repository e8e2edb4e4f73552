"""One file of ``content/``: its bytes in, an entry or its findings out."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from kb.corpus import Body, BrokenEntry, LocatedEntry
from kb.diagnostics import Diagnostic
from kb.load.frontmatter import FIRST_LINE, SplitError, read_document
from kb.load.locator import YamlLocator
from kb.load.records import read_fields
from kb.load.text import decode, tabs
from kb.model import EntryType
from kb.source import Span

_ID = re.compile(r"^id:[ \t]*['\"]?([A-Z][0-9]{4})\b", re.MULTILINE)
_OPENING = Span.at(1, 1, 3)


def read_entry(
    data: bytes, entry_type: EntryType, path: str
) -> tuple[LocatedEntry | BrokenEntry, list[Diagnostic]]:
    """Return the entry in the file at ``path``, or what is known of it with at least one finding."""
    slug = PurePosixPath(path).stem
    text, found = decode(data, path)
    if not found:
        entry, found = _read_text(text, entry_type, slug, path)
        if entry:
            return entry, []
    known_id = _ID.search(text)
    return BrokenEntry(entry_type, slug, path, known_id[1] if known_id else None), found


def _read_text(
    text: str, entry_type: EntryType, slug: str, path: str
) -> tuple[LocatedEntry | None, list[Diagnostic]]:
    try:
        document = read_document(text)
    except SplitError as error:
        return None, [Diagnostic(path, error.span, error.rule, error.message, error.hint)]
    if found := tabs(document.front_matter, path, FIRST_LINE):
        return None, found
    where = YamlLocator(document.front_matter, FIRST_LINE, _OPENING)
    entry, found = read_fields(document.data, entry_type.model, path, where)
    if entry is None:
        return None, found
    body = Body(document.body, document.body_line)
    return LocatedEntry(entry, entry_type, slug, path, body, where), []
