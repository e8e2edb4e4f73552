"""From places in a body to places in its file, as wide as the words an editor has to look at."""

from __future__ import annotations

import re

from kb.corpus import Body
from kb.source import Position, Span

_BETWEEN_WORDS = r"(?:\]\([^)]*\)|[\s*_\[\]`])+"
"""White space, and what Markdown puts around words that are a link or stand out."""


def span_in(body: Body, line: int, column: int, words: str = "") -> Span:
    """Return the span of ``words`` at or after a place of the body; without them that one character.

    Words that Markdown spells in another way (``&amp;``) are not found; then it is that character too.
    """
    offset = _offset(body.text, line, column)
    end = body.text.find("\n\n", offset)
    pattern = _BETWEEN_WORDS.join(map(re.escape, words.split()))
    found = re.compile(pattern).search(body.text, offset, end if end >= 0 else len(body.text))
    start, stop = found.span() if found and pattern else (offset, offset + 1)
    return Span(_position(body, start), _position(body, stop))


def start_of(body: Body) -> Span:
    """Return the span of the first character of a body."""
    return Span.at(body.first_line, 1)


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1


def _position(body: Body, offset: int) -> Position:
    before = body.text.rfind("\n", 0, offset)
    return Position(body.first_line + body.text.count("\n", 0, offset), offset - before)
