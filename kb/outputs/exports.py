"""The knowledge base as data for others; what is published here keeps its shape (`api/v1`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

import orjson
from pydantic.json_schema import models_json_schema

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, EntryType
from kb.outputs import facts, labels, urls
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

_LINKED = {
    "id": {"type": "string", "description": "Het nummer van het item."},
    "address": {"type": "string", "description": "Het adres van de pagina vanaf het begin van de site."},
}
_VALUE = {
    "type": "object",
    "properties": {
        "text": {"type": "string", "description": "Wat de lezer ziet."},
        **_LINKED,
        "url": {"type": "string", "description": "Een adres op een andere site."},
    },
    "required": ["text"],
    "additionalProperties": False,
}
_FACT = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "description": "De naam van het veld waar het feit over gaat."},
        "label": {"type": "string", "description": "Wat er op de pagina voor staat."},
        "values": {"type": "array", "items": _VALUE, "description": "De waarden; leeg: onbekend."},
    },
    "required": ["name", "label", "values"],
    "additionalProperties": False,
}
_REPLACEMENT = {
    "anyOf": [
        {
            "type": "object",
            "properties": {**_LINKED, "title": {"type": "string", "description": "De titel."}},
            "required": ["id", "address", "title"],
            "additionalProperties": False,
        },
        {"type": "null"},
    ]
}
_SHOWN: dict[str, dict[str, Any]] = {
    "address": {"type": "string", "description": "Het adres van de pagina vanaf het begin van de site."},
    "badge": {"type": "string", "description": "Wat voor item het is, zoals de site het noemt."},
    "facts": {"type": "array", "items": _FACT, "description": "De feiten zoals de site ze toont."},
    "replacement": {**_REPLACEMENT, "description": "Het item dat dit vervallen item vervangt."},
}
"""What the data of one entry says besides: what a page shows of it."""


def entries_json(kb: KnowledgeBase, settings: Settings) -> bytes:
    """Return every published entry with all its fields as a JSON array, ordered by id."""
    entries = sorted(kb.published, key=lambda e: e.entry.id)
    return orjson.dumps([_record(e, settings) for e in entries], option=_OPTIONS)


def entries_schema() -> bytes:
    """Return the JSON Schema that `entries_json` output is valid against."""
    entries = _schema({})
    return orjson.dumps(
        {
            "$schema": entries["$schema"],
            "title": "Alle gepubliceerde items",
            "type": "array",
            "items": {"anyOf": entries["anyOf"]},
            "$defs": entries["$defs"],
        },
        option=_OPTIONS,
    )


def plan_entries(kb: KnowledgeBase, settings: Settings) -> dict[str, Callable[[], bytes]]:
    """Return what makes the data of each single entry, and the schema of it, by address."""
    plan: dict[str, Callable[[], bytes]] = {urls.ENTRY_SCHEMA: entry_schema}
    for located in kb.entries:
        plan[urls.entry_json(located.entry.id)] = partial(entry_json, located, kb, settings)
    return plan


def entry_json(located: LocatedEntry, kb: KnowledgeBase, settings: Settings) -> bytes:
    """Return one entry that has a page, retired ones too: all its fields and what its page shows."""
    shown = {
        "address": urls.entry_address(located),
        "badge": labels.badge(located, kb.vocabularies),
        "facts": [_fact(fact) for fact in facts.everything(located, kb)],
        "replacement": _replacement(located, kb),
    }
    # Joining what two fast writers wrote takes a third of the time of one dictionary with everything.
    fields = located.entry.model_dump_json().encode()
    return b"".join(
        (
            orjson.dumps(_address(located, settings))[:-1],
            b",",
            fields[1:-1],
            b",",
            orjson.dumps({"body": located.body.text, **shown})[1:],
            b"\n",
        )
    )


def entry_schema() -> bytes:
    """Return the JSON Schema that `entry_json` output is valid against."""
    return orjson.dumps(_schema(_SHOWN), option=_OPTIONS)


EXPORTERS: Mapping[str, Exporter] = MappingProxyType({"json": entries_json})
"""Exporters by the name that `kb export --format` takes."""


def _record(located: LocatedEntry, settings: Settings) -> dict[str, Any]:
    fields = located.entry.model_dump(mode="json")
    return {**_address(located, settings), **fields, "body": located.body.text}


def _address(located: LocatedEntry, settings: Settings) -> dict[str, str]:
    home = settings.site_address or "/"
    return {
        "type": located.type.name,
        "slug": located.slug,
        "page_url": f"{home}{urls.entry_address(located)}",
        "permalink": f"{home}{urls.permalink(located.entry.id)}",
    }


def _fact(fact: facts.Fact) -> dict[str, Any]:
    return {"name": fact.name, "label": fact.label, "values": [_value(value) for value in fact.values]}


def _value(value: facts.Value) -> dict[str, str]:
    if value.entry:
        return {
            "text": value.text,
            "id": value.entry.entry.id,
            "address": urls.entry_address(value.entry),
        }
    return {"text": value.text, "url": value.url} if value.url else {"text": value.text}


def _replacement(located: LocatedEntry, kb: KnowledgeBase) -> dict[str, str] | None:
    slug = located.entry.replaced_by
    if slug is None:
        return None
    next_one = kb.by_slug[slug]
    return {
        "id": next_one.entry.id,
        "address": urls.entry_address(next_one),
        "title": next_one.entry.title,
    }


def _schema(shown: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the schema of one entry; ``shown`` describes what it says besides its fields."""
    references, definitions = models_json_schema([(row.model, "serialization") for row in ENTRY_TYPES])
    held: dict[str, Any] = definitions["$defs"]
    for row in ENTRY_TYPES:
        name = references[row.model, "serialization"]["$ref"].rpartition("/")[2]
        held[name] = _with_added(held[name], row, shown)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Een item",
        "anyOf": [references[row.model, "serialization"] for row in ENTRY_TYPES],
        "$defs": held,
    }


def _with_added(
    schema: dict[str, Any], row: EntryType, shown: Mapping[str, dict[str, Any]]
) -> dict[str, Any]:
    added: dict[str, Any] = {name: {"type": "string", "description": text} for name, text in _ADDED.items()}
    added["type"]["const"] = row.name
    properties = {**added, **schema["properties"], **shown}
    return {**schema, "properties": properties, "required": list(properties)}
