"""One line of source as a terminal shows it, cut to fit, with marks below the place that is meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import accumulate

_TAB = 4
_WIDEST = 100
"""Columns of source that are shown; a paragraph on one line is far wider than a screen."""

_BEFORE = 30
"""Columns kept before the place when a line is cut."""

_CUT = "…"


def excerpt(line: str, first: int, last: int) -> tuple[str, str]:
    """Return what is shown of ``line``, and the marks below its characters ``first`` up to ``last``.

    Both count from 0. There is always at least one mark, behind the line if need be.
    """
    cells = list(_cells(line))
    edges = [0, *accumulate(width for _, width in cells)]
    first, last = min(first, len(cells)), min(last, len(cells))
    left, right = _window(edges, first, last)
    shown = "".join(text for text, _ in cells[left:right])
    head = _CUT if left else ""
    tail = _CUT if right < len(cells) else ""
    indent = len(head) + edges[first] - edges[left]
    marks = max(1, edges[max(first, min(last, right))] - edges[first])
    return f"{head}{shown}{tail}", " " * indent + "^" * marks


def _window(edges: list[int], first: int, last: int) -> tuple[int, int]:
    """Return which cells to show, the ones from ``first`` among them."""
    left = 0
    if edges[last] > _WIDEST:
        while edges[first] - edges[left] > _BEFORE:
            left += 1
    right = first
    while right < len(edges) - 1 and edges[right + 1] - edges[left] <= _WIDEST:
        right += 1
    return left, right


def _cells(line: str) -> Iterator[tuple[str, int]]:
    """Yield how each character of a line is shown, and how many columns that takes."""
    column = 0
    for character in line:
        text, width = _cell(character, column)
        yield text, width
        column += width


def _cell(character: str, column: int) -> tuple[str, int]:
    if character == "\t":
        width = _TAB - column % _TAB
        return " " * width, width
    if unicodedata.category(character) in ("Mn", "Me"):
        return character, 0
    if not character.isprintable():
        return "\N{REPLACEMENT CHARACTER}", 1
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1
