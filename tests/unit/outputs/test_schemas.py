"""What editors read about fields equals the models."""

from __future__ import annotations

import json

import pytest

from kb.model import ENTRY_TYPES, EntryType
from kb.outputs.schemas import FIELD_REFERENCE, SCHEMA_FOLDER, field_reference, generated_files


def test_generated_files_hold_a_schema_per_type() -> None:
    """One JSON Schema per row of the table, and the reference."""
    names = {f"{SCHEMA_FOLDER}/{row.name}.schema.json" for row in ENTRY_TYPES}
    assert set(generated_files()) == names | {FIELD_REFERENCE}


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_json_schema_describes_every_field(row: EntryType) -> None:
    """Unknown fields are refused and each field carries its Dutch docstring."""
    schema = json.loads(generated_files()[f"{SCHEMA_FOLDER}/{row.name}.schema.json"])
    assert schema["additionalProperties"] is False
    for name, info in row.model.model_fields.items():
        assert schema["properties"][name]["description"] == info.description


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_field_reference_names_every_field(row: EntryType) -> None:
    """The section of a type lists all its fields, required ones in bold."""
    section = field_reference().split(f"## {row.singular} (`{row.name}`)")[1].split("\n## ")[0]
    for name, info in row.model.model_fields.items():
        assert f"| **`{name}`** |" in section if info.is_required() else f"| `{name}` |" in section


def test_field_reference_shows_choices() -> None:
    """A closed list in a model is shown with its values."""
    assert "`open` / `in-onderzoek` / `deels-beantwoord` / `beantwoord`" in field_reference()
