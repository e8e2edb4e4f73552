"""Models drawn as they are meant: layers as a rainbow, knobs as dials, phases as steps, from their parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import wrap
from typing import Literal, NamedTuple

from kb.model import Framework
from kb.model.framework import Part

Shape = Literal["rainbow", "dials", "steps"]

SHAPES: dict[str, Shape] = {"Laag": "rainbow", "Knop": "dials", "Fase": "steps"}
"""What a model is drawn as, by how it calls its parts."""

FEWEST = 3
"""With fewer parts there is nothing to see."""

_LINE: dict[Shape, int] = {"rainbow": 15, "dials": 16, "steps": 24}
_BASE_LINE = 24
_numbered = re.compile(r"(?P<word>Laag|Knop|Fase) (?P<number>\d+(?:-\d+)?): (?P<name>.+)").fullmatch


class Label(NamedTuple):
    """The name of a part in lines that fit; ``number`` as the model gives it, empty when it has none."""

    number: str
    name: str
    lines: tuple[str, ...]


class Drawing(NamedTuple):
    """A model as it is drawn; ``rest`` are the parts that are no layer, knob or phase."""

    shape: Shape
    word: str
    parts: tuple[Label, ...]
    rest: tuple[Label, ...]

    @property
    def most_lines(self) -> int:
        """How many lines the longest name takes."""
        return max(len(part.lines) for part in self.parts)


def drawing(model: Framework) -> Drawing | None:
    """Return how a model is drawn, or nothing when its parts do not say what they are."""
    found = [(part, _numbered(part.name)) for part in model.parts]
    named = [match for _, match in found if match]
    words = {match["word"] for match in named}
    if len(named) < FEWEST or len(words) != 1:
        return None
    (word,) = words
    shape = SHAPES[word]
    parts = (_label(match["number"], match["name"], _LINE[shape]) for match in named)
    return Drawing(shape, word, tuple(parts), _rest([part for part, match in found if not match]))


def _rest(parts: Sequence[Part]) -> tuple[Label, ...]:
    return tuple(_label("", part.name, _BASE_LINE) for part in parts)


def _label(number: str, name: str, width: int) -> Label:
    shown = f"{name[0].upper()}{name[1:]}"
    return Label(number, shown, tuple(wrap(shown, width, break_long_words=False)))
