"""The files of ``schema/``: vocabularies, glossary, crosswalk, excluded links, and data for search."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import cast

from kb.corpus import LocatedData
from kb.diagnostics import Diagnostic
from kb.load.fields import nearest
from kb.load.files import at_start, read_bytes, scan, symbolic_link
from kb.load.locator import YamlLocator
from kb.load.records import read_fields
from kb.load.text import decode, tabs
from kb.load.yaml_tree import NotHealthy, quick_data
from kb.model import VOCABULARY_NAMES, Crosswalk, ExcludedLinks, Glossary, Vocabularies, Vocabulary
from kb.model.entry import Record
from kb.model.search_data import SearchQueries, SearchWords
from kb.rules.reading import MISSING_LIST, UNKNOWN_LIST, WRONG_EXTENSION
from kb.source import START_OF_FILE

GENERATED_FOLDER = "generated"
_MOST_BYTES = 4 * 1024 * 1024
"""A list is one file for the whole site, so it may be larger than an entry."""

_OTHERS: Mapping[str, tuple[str, type[Record]]] = {
    "glossary": ("glossary", Glossary),
    "phase-crosswalk": ("crosswalk", Crosswalk),
    "excluded-links": ("excluded_links", ExcludedLinks),
    "search-words": ("search_words", SearchWords),
    "search-queries": ("search_queries", SearchQueries),
}
"""Files that need not be there: the field of `Vocabularies` that each fills, and its model."""

_MODELS: Mapping[str, type[Record]] = {
    **dict.fromkeys(VOCABULARY_NAMES, Vocabulary),
    **{name: model for name, (_, model) in _OTHERS.items()},
}


def read_schema(schema: Path) -> tuple[Vocabularies, tuple[LocatedData, ...], list[Diagnostic]]:
    """Return all lists, the same as located data, and every finding.

    A vocabulary that cannot be read is not in ``lists``; it has a finding of its own.
    """
    found: list[Diagnostic] = []
    data: dict[str, LocatedData] = {}
    present: set[str] = set()
    for item in scan(schema) if schema.is_dir() else ():
        path = f"{schema.name}/{item.name}"
        name, dot, ending = item.name.partition(".")
        if item.name == GENERATED_FOLDER and item.is_dir(follow_symlinks=False):
            continue
        present.add(name)
        if item.is_symlink():
            found.append(symbolic_link(path))
        elif name not in _MODELS:
            found.append(_unknown(path, name))
        elif dot + ending != ".yml":
            message = f"‘{item.name}’ eindigt niet op ‘.yml’."
            found.append(at_start(path, WRONG_EXTENSION, message, f"Noem het bestand {name}.yml."))
        else:
            record, problems = _read(schema.parent, path, name)
            found += problems
            if record:
                data[name] = record
    found += [_missing(f"{schema.name}/{name}.yml") for name in VOCABULARY_NAMES if name not in present]
    return _vocabularies(data), tuple(data.values()), found


def _read(root: Path, path: str, name: str) -> tuple[LocatedData | None, list[Diagnostic]]:
    content = read_bytes(str(root), path, _MOST_BYTES)
    if isinstance(content, Diagnostic):
        return None, [content]
    text, found = decode(content, path)
    found = found or tabs(text, path, 1)
    if found:
        return None, found
    where = YamlLocator(text, 1, START_OF_FILE)
    try:
        fields: dict[str, object] | None = quick_data(text)
    except NotHealthy:
        fields = None
    record, found = read_fields(fields, _MODELS[name], path, where)
    return (LocatedData(record, path, where) if record else None), found


def _vocabularies(data: Mapping[str, LocatedData]) -> Vocabularies:
    lists = {name: cast("Vocabulary", data[name].record) for name in VOCABULARY_NAMES if name in data}
    others = {field: data[name].record for name, (field, _) in _OTHERS.items() if name in data}
    return Vocabularies(MappingProxyType(lists), **others)  # type: ignore[arg-type]


def _unknown(path: str, name: str) -> Diagnostic:
    near = nearest(name, tuple(_MODELS))
    hint = f"Bedoelde je ‘{near}.yml’?" if near else "Haal het weg; geen enkel veld gebruikt deze lijst."
    return at_start(path, UNKNOWN_LIST, f"‘{path}’ hoort bij geen lijst.", hint)


def _missing(path: str) -> Diagnostic:
    hint = "Zet het bestand terug; velden van items verwijzen naar deze lijst."
    return at_start(path, MISSING_LIST, f"‘{path}’ ontbreekt.", hint)
