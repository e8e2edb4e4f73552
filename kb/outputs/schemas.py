"""What the models say to editors and their tools: JSON Schemas and the reference of fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kb.model import ENTRY_TYPES, EntryType
from kb.model.entry import LANGUAGE_PATTERN, SLUG_PATTERN

SCHEMA_FOLDER = "schema/generated"
FIELD_REFERENCE = "docs/velden.md"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PATTERNS = {SLUG_PATTERN: "korte naam (`zoals-dit`)", LANGUAGE_PATTERN: "taalcode (`nl`)"}


def generated_files() -> dict[str, str]:
    """Return the text of every file made from the models, by path below the project root."""
    files = {f"{SCHEMA_FOLDER}/{row.name}.schema.json": _json_schema(row) for row in ENTRY_TYPES}
    files[FIELD_REFERENCE] = field_reference()
    return files


def _json_schema(row: EntryType) -> str:
    schema = {
        "$schema": _DIALECT,
        "$comment": "Gemaakt met `kb schema`; pas kb/model/ aan, niet dit bestand.",
        **row.model.model_json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def field_reference() -> str:
    """Return the Dutch reference of all types and fields, as Markdown."""
    lines = [
        "<!-- Gemaakt met `kb schema`; pas kb/model/ aan, niet dit bestand. -->",
        "",
        "# Soorten en velden",
        "",
        "Elk item is een Markdown-bestand met bovenaan velden tussen twee regels `---`.",
        "Een veld dat verplicht is, staat vet. Wat je niet weet, laat je weg.",
    ]
    for row in ENTRY_TYPES:
        lines += ["", *_type_section(row)]
    return "\n".join(lines) + "\n"


def _type_section(row: EntryType) -> Iterator[str]:
    schema = row.model.model_json_schema()
    yield f"## {row.singular} (`{row.name}`)"
    yield ""
    yield schema["description"]
    yield ""
    yield f"- Map: `content/{row.folder}/`"
    yield f"- Nummer: `{row.prefix}` en vier cijfers, zoals `{row.prefix}0042`"
    yield f"- Adres: `/{row.path}/<bestandsnaam>/`"
    headings = ", ".join(f"`## {heading}`" for heading in row.headings)
    yield f"- Koppen in de tekst, in deze volgorde: {headings}"
    yield ""
    yield from _table(schema)
    for name, record in sorted(schema.get("$defs", {}).items()):
        yield ""
        yield f"### {row.singular}: {name}"
        yield ""
        yield record["description"]
        yield ""
        yield from _table(record)


def _table(schema: dict[str, Any]) -> Iterator[str]:
    yield "| veld | vorm | uitleg |"
    yield "| --- | --- | --- |"
    required = schema.get("required", [])
    for name, field in schema["properties"].items():
        shown = f"**`{name}`**" if name in required else f"`{name}`"
        yield f"| {shown} | {_cell(_form(field))} | {_cell(' '.join(field.get('description', '').split()))} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _form(field: dict[str, Any]) -> str:
    """Say in Dutch what a value looks like."""
    match field:
        case {"anyOf": options}:
            return " of ".join(_form(option) for option in options if option.get("type") != "null")
        case {"$ref": reference}:
            return str(reference).rpartition("/")[2]
        case {"enum": values}:
            return " / ".join(f"`{value}`" for value in values)
        case {"type": "array", "items": items}:
            return f"lijst van {_form(items)}"
    return _simple_form(field)


def _simple_form(field: dict[str, Any]) -> str:
    if field.get("pattern") in _PATTERNS:
        return _PATTERNS[field["pattern"]]
    words = {"string": "tekst", "integer": "getal", "boolean": "`true` of `false`"}
    word = words.get(str(field.get("type")), "waarde")
    word = "datum (jjjj-mm-dd)" if field.get("format") == "date" else word
    return f"{word} (`{field['pattern']}`)" if "pattern" in field else word
