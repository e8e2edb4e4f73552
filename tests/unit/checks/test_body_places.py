"""Places in a body become places in its file."""

from __future__ import annotations

import pytest

from kb.checks.body_places import span_in, start_of
from kb.corpus import Body
from kb.source import Position, Span

BODY = Body("Eén [twee](../a/b.md) **drie** vier\nvijf zes\n\ntwee", 10)


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("", Span.at(10, 1)),
        ("../a/b.md", Span.at(10, 12, 9)),
        ("twee drie vier", Span(Position(10, 6), Position(10, 36))),
        ("vier vijf", Span(Position(10, 32), Position(11, 5))),
        ("staat er niet", Span.at(10, 1)),
    ],
)
def test_span_in_finds_words_around_markdown(words: str, span: Span) -> None:
    """Words are found over line ends, links and emphasis; else the place itself is meant."""
    assert span_in(BODY, 1, 1, words) == span


def test_span_in_stays_within_the_block() -> None:
    """The same words in a later paragraph are not meant."""
    assert span_in(BODY, 2, 1, "twee") == Span.at(11, 1)


def test_start_of_is_the_first_line() -> None:
    """A body as a whole is pointed at where it begins."""
    assert start_of(BODY) == Span.at(10, 1)
