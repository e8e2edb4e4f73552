"""What a terminal shows of a search."""

from __future__ import annotations

from typing import Any

import pytest

from kb.outputs.search.shown import as_text

HIT = {"title": "Titel", "id": "T0001", "kind": "Hulpmiddel: kaart", "url": "tools/titel/", "via": []}


def found(*hits: dict[str, Any], near: tuple[str, ...] = (), total: int | None = None) -> dict[str, Any]:
    """Return an answer with these hits."""
    return {"total": total or len(hits), "hits": hits, "near": near, "glossary": []}


def test_hits() -> None:
    """Two lines each, numbered, after how many there are in all."""
    assert as_text(found(HIT, HIT, total=12)) == (
        "12 resultaten\n"
        "  1. Titel  [T0001, Hulpmiddel: kaart]\n"
        "     tools/titel/\n"
        "  2. Titel  [T0001, Hulpmiddel: kaart]\n"
        "     tools/titel/"
    )
    assert as_text(found(HIT)).startswith("1 resultaat\n")


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("synonym", "woord"),
        ("question", "woord (zo vragen lezers het)"),
        ("spelling", "woord (lijkt op)"),
        ("start", "woord (begint zo)"),
        ("term", "woord (verwant woord)"),
        ("part", "woord (deel van een woord)"),
    ],
)
def test_reasons(how: str, reason: str) -> None:
    """Why an entry was found that does not have the words, each reason once."""
    via = [{"asked": asked, "found": "woord", "how": how} for asked in ("a", "b")]
    assert as_text(found({**HIT, "via": via})).endswith(f"tools/titel/  gevonden via: {reason}")


def test_nothing_found() -> None:
    """With words that are near, if there are."""
    assert as_text(found()) == "Niets gevonden."
    assert as_text(found(near=("een", "twee"))) == "Niets gevonden.\nBedoelde je: een, twee?"


def test_glossary_comes_first() -> None:
    """What a word means may be all that was asked."""
    glossary = [{"term": "MDO", "meaning": "Een gesprek.", "anchor": "mdo"}]
    assert as_text({**found(), "glossary": glossary}) == "MDO: Een gesprek.\nNiets gevonden."
