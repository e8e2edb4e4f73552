"""A model whose parts say what they are is drawn from them, with the same names as the list below it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import Framework
from kb.outputs.pages import plan_pages
from kb.outputs.pictures.models import drawing
from kb.settings import Settings
from tests.unit.outputs.pictures.tables import plain

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

ADDRESS = "modellen/getekend/"
SHAPES = {"Laag": "rainbow", "Knop": "dials", "Fase": "steps"}

each_shape = pytest.mark.parametrize("word", SHAPES)


def parts(*names: str) -> dict[str, Any]:
    """Return the field of a model with parts of these names."""
    return {"parts": [{"name": name} for name in names]}


def named(word: str) -> dict[str, Any]:
    """Return a model with four numbered parts and two others."""
    numbered = (f"{word} {n}: naam <{n}> van een onderdeel" for n in (1, 2, 3, 4))
    return parts(*numbered, "iets anders", "en nog iets")


@each_shape
def test_shape_follows_the_names_of_parts(word: str, make: Make) -> None:
    """Layers make a rainbow, knobs dials, phases steps; every part is drawn or one of the rest."""
    model = make("model", "getekend", **named(word)).entry
    assert isinstance(model, Framework)
    drawn = drawing(model)
    assert drawn is not None
    assert drawn.shape == SHAPES[word]
    assert [f"{word} {p.number}: {p.name}" for p in drawn.parts] == [
        part.name.replace(": n", ": N") for part in model.parts[:4]
    ]
    assert [part.name for part in drawn.rest] == ["Iets anders", "En nog iets"]
    assert all(" ".join(part.lines) == part.name for part in drawn.parts)


@pytest.mark.parametrize(
    "fields",
    [
        parts(),
        parts("Fase 1: a", "Fase 2: b"),
        parts("Fase 1: a", "Fase 2: b", "Laag 3: c"),
        parts("Eerst", "Dan", "Tot slot"),
    ],
)
def test_other_models_are_not_drawn(fields: dict[str, Any], make: Make, knowledge: Knowledge) -> None:
    """Too few parts, of different words or without a number: a list says it better."""
    located = make("model", "getekend", **fields)
    assert isinstance(located.entry, Framework)
    assert drawing(located.entry) is None
    assert "kb-model" not in plan_pages(knowledge(located), Settings())[ADDRESS]().html


@each_shape
def test_page_shows_drawing_and_list(word: str, make: Make, knowledge: Knowledge) -> None:
    """The drawing has a name, describes all its parts, and stands with the list of them."""
    html = plan_pages(knowledge(make("model", "getekend", **named(word))), Settings())[ADDRESS]().html
    found = re.search(r'<svg role="img" aria-labelledby="tekening-t tekening-d".*?</svg>', html, re.DOTALL)
    assert found is not None
    assert re.search(r'style=|<script|fill="|stroke="', found[0]) is None
    described = re.search(r"<desc[^>]*>(.*?)</desc>", found[0])
    assert described is not None
    for n in (1, 2, 3, 4):
        assert f"{word} {n}: Naam <{n}> van een onderdeel" in plain(described[1]).replace("&lt;", "<")
        assert f"{word} {n}: naam &lt;{n}&gt; van een onderdeel</h3>" in html
    texts = re.findall(r"<text[^>]*>(.*?)</text>", found[0])
    assert sum(text.startswith(str(n)) for text in texts for n in (1, 2, 3, 4)) == 4
