"""A new entry to fill in, with every field explained where it stands."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kb.model import EntryType

_PRESET = {"reviewed_by": "redactie", "status": "draft"}


def slug_of(title: str) -> str:
    """Return the file name that goes with a title: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def next_id(entry_type: EntryType, used: Iterable[str]) -> str:
    """Return the first id of a type above all ids in use; holes are never filled."""
    numbers = [int(known[1:]) for known in used if re.fullmatch(rf"{entry_type.prefix}[0-9]{{4}}", known)]
    return f"{entry_type.prefix}{max(numbers, default=0) + 1:04d}"


def new_entry(entry_type: EntryType, *, title: str, entry_id: str, today: date) -> str:
    """Return the file for a draft entry: required fields empty, the others as comments.

    `kb check` reports every field that still has to be filled in.
    """
    fixed = {**_PRESET, "id": entry_id, "title": title, "last_reviewed": today.isoformat()}
    lines = ["---"]
    schema = entry_type.model.model_json_schema()
    for name, field in schema["properties"].items():
        lines += _field(name, field, required=name in schema["required"], fixed=fixed)
    lines += ["---", ""]
    for heading in entry_type.headings:
        lines += [f"## {heading}", ""]
    return "\n".join(lines)


def _field(name: str, field: dict[str, Any], *, required: bool, fixed: dict[str, str]) -> Iterator[str]:
    yield f"# {' '.join(field.get('description', '').split())}"
    if name in fixed:
        yield f"{name}: {_yaml(fixed[name])}"
    elif required:
        yield f"{name}:"
    else:
        yield f"# {name}:"


def _yaml(value: str) -> str:
    """Spell a value so that YAML reads the same text: in quotes unless it is plainly safe."""
    return (
        value if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 -]*", value) else json.dumps(value, ensure_ascii=False)
    )
