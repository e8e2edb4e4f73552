"""The knowledge base as data for others; what is published here keeps its shape (`api/v1`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import orjson
from pydantic.json_schema import models_json_schema

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, EntryType
from kb.outputs import urls
from kb.settings import Settings

Exporter = Callable[[KnowledgeBase, Settings], bytes]

_OPTIONS = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE

_ADDED = {
    "type": "De soort van het item.",
    "slug": "De naam in het adres; kan veranderen, het id niet.",
    "page_url": "Het adres van de pagina: volledig als de site een adres heeft, anders vanaf de wortel.",
    "permalink": "Het blijvende adres van het item.",
    "body": "De tekst van het item in Markdown (CommonMark met tabellen en voetnoten).",
}
"""What the export says besides the fields of the models."""


def entries_json(kb: KnowledgeBase, settings: Settings) -> bytes:
    """Return every published entry with all its fields as a JSON array, ordered by id."""
    entries = sorted(kb.published, key=lambda e: e.entry.id)
    return orjson.dumps([_record(e, settings) for e in entries], option=_OPTIONS)


def entries_schema() -> bytes:
    """Return the JSON Schema that `entries_json` output is valid against."""
    return orjson.dumps(_schema(), option=_OPTIONS)


EXPORTERS: Mapping[str, Exporter] = MappingProxyType({"json": entries_json})
"""Exporters by the name that `kb export --format` takes."""


def _record(located: LocatedEntry, settings: Settings) -> dict[str, Any]:
    home = settings.site_address or "/"
    return {
        "type": located.type.name,
        "slug": located.slug,
        "page_url": f"{home}{urls.entry_address(located)}",
        "permalink": f"{home}{urls.permalink(located.entry.id)}",
        **located.entry.model_dump(mode="json"),
        "body": located.body.text,
    }


def _schema() -> dict[str, Any]:
    references, definitions = models_json_schema([(row.model, "serialization") for row in ENTRY_TYPES])
    held: dict[str, Any] = definitions["$defs"]
    for row in ENTRY_TYPES:
        name = references[row.model, "serialization"]["$ref"].rpartition("/")[2]
        held[name] = _with_added(held[name], row)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Alle gepubliceerde items",
        "type": "array",
        "items": {"anyOf": [references[row.model, "serialization"] for row in ENTRY_TYPES]},
        "$defs": held,
    }


def _with_added(schema: dict[str, Any], row: EntryType) -> dict[str, Any]:
    added: dict[str, Any] = {name: {"type": "string", "description": text} for name, text in _ADDED.items()}
    added["type"]["const"] = row.name
    properties = {**added, **schema["properties"]}
    return {**schema, "properties": properties, "required": list(properties)}
