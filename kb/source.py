"""Where text came from: positions and spans in a file, without any reading or writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

FieldPath = tuple[str | int, ...]
"""Where a value stands in the front matter: ``("links", 0, "url")``. Empty for the whole."""


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """A place in a text file; line and column count from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of text from ``start`` up to, not including, ``end``."""

    start: Position
    end: Position

    @classmethod
    def at(cls, line: int, column: int, length: int = 1) -> Span:
        """Return the span of ``length`` characters on one line."""
        return cls(Position(line, column), Position(line, column + length))


START_OF_FILE = Span.at(1, 1)


class Locator(Protocol):
    """Finds where a field of one file stands; the loader provides it, the checks ask it.

    A path that is not in the file gives its nearest parent that is, at last the start of the
    front matter, so the answer is always a place a reader can go to.
    """

    def value(self, path: FieldPath) -> Span:
        """Return the span of the value at ``path``."""
        ...

    def key(self, path: FieldPath) -> Span:
        """Return the span of the key at ``path`` (for a list item: its value)."""
        ...
