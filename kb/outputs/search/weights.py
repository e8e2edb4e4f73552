"""What a word is worth: by the field it stands in, how often, and how long the text is.

BM25F (Robertson and Zaragoza, 2009), worked out in full at build time but for how rare a word is;
the browser only adds up. The numbers were chosen on `schema/search-queries.yml`
(`make search-quality`).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log1p
from typing import NamedTuple

from kb.outputs.search.documents import Field


class _Weight(NamedTuple):
    """``boost`` of one word in a field; ``norm``: how much a long field counts against it (0 to 1)."""

    boost: float
    norm: float


WEIGHTS: Mapping[Field, _Weight] = {
    Field.TITLE: _Weight(5.5, 0.35),
    Field.ALIAS: _Weight(5.0, 0.35),
    Field.TERMS: _Weight(3.25, 0.3),
    Field.SUMMARY: _Weight(3.0, 0.3),
    Field.HEADING: _Weight(1.5, 0.3),
    Field.TAGS: _Weight(1.2, 0.2),
    Field.TEXT: _Weight(1.0, 0.6),
}
PART = 0.6
"""Worth of a word that is a part of a compound, against the same word by itself."""
SATURATION = 6.0
"""How soon more of the same word adds little."""
STEPS = 63
"""Impacts are whole numbers from 1 to this."""


def impact(frequency: float) -> int:
    """Return the worth of a word in an entry, from its weighted frequency over all fields."""
    return max(1, round(STEPS * frequency / (SATURATION + frequency)))


def weight(field: Field, length: int, average: float) -> float:
    """Return what one occurrence in a field of ``length`` words adds to the weighted frequency."""
    boost, norm = WEIGHTS[field]
    return boost / (1 - norm + norm * length / average)


PRIORS: Mapping[str, float] = {"tool": 1.15, "gap": 0.9, "source": 0.85, "topic": 0.85}
"""What an entry of a type is worth beside one of another type that matches as well; 1 when not named."""
REFERRED = 0.05
"""How much it adds that others refer to an entry, for each step of the logarithm of their number."""
LINKED = 0.15
"""How much it adds that an entry leads to the thing itself."""


def prior(type_name: str, mentions: int, *, linked: bool) -> float:
    """Return the worth of an entry for any question: by type, who refers to it, and having a link."""
    worth = PRIORS.get(type_name, 1.0) * (1 + REFERRED * log1p(mentions)) * (1 + LINKED * linked)
    return round(worth, 2)
