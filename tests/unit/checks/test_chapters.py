"""Places in a synthesis."""

from __future__ import annotations

import pytest

from kb.checks.chapters import check_chapters
from kb.corpus import Corpus
from tests.unit.checks.conftest import MakeEntry


@pytest.mark.parametrize(
    ("section", "fires"),
    [
        ("Doelen", False),
        ("Doelen > Kader 2", False),
        ("Doelen en meer", True),
        ("Kader 2 > Doelen", True),
        ("doelen", True),
    ],
)
def test_check_chapters_compares_what_stands_first(entry: MakeEntry, section: str, *, fires: bool) -> None:
    """Only the part before the first ‘ > ’ counts, letter for letter."""
    synthesis = entry("synthesis", "s", chapters=[{"title": "Doelen", "summary": "Over doelen."}])
    tool = entry("tool", "a", provenance=[{"source": "s", "section": section}])
    assert [d.field for d in check_chapters(Corpus((synthesis, tool)))] == ["provenance.0.section"] * fires
