"""A new entry gets a free id, a usable name, and says what has to be filled in."""

from __future__ import annotations

from datetime import date

import pytest

from kb.model import ENTRY_TYPES, TYPE_BY_NAME, EntryType
from kb.outputs.scaffold import new_entry, next_id, slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Handreiking samen starten", "handreiking-samen-starten"),
        ("Coördinatie: wie doet 't?", "coordinatie-wie-doet-t"),
        ("  --  ", ""),
    ],
)
def test_slug_of_makes_a_file_name(title: str, slug: str) -> None:
    """Accents fold, everything else than letters and digits becomes one hyphen."""
    assert slug_of(title) == slug


def test_next_id_is_above_all_in_use() -> None:
    """Holes stay holes and ids of other types do not count."""
    assert next_id(TYPE_BY_NAME["tool"], ["T0001", "T0007", "P0099"]) == "T0008"
    assert next_id(TYPE_BY_NAME["case"], []) == "P0001"


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_new_entry_names_every_field(row: EntryType) -> None:
    """Every field of the model stands in the file with its explanation, and so do the headings."""
    text = new_entry(row, title="Een: titel", entry_id=f"{row.prefix}0001", today=date(2026, 1, 2))
    for name, info in row.model.model_fields.items():
        assert f"\n{name}:" in text or f"\n# {name}:" in text, name
        assert info.description
        assert info.description.split("\n", maxsplit=1)[0] in text
    assert 'title: "Een: titel"\n' in text
    assert "last_reviewed: 2026-01-02\n" in text
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == list(row.headings)
