"""A locator always answers with a place, however little of a path is there."""

from __future__ import annotations

import pytest

from kb.load.locator import YamlLocator
from kb.source import FieldPath, Span

TOP = Span.at(1, 1, 3)
TEXT = "titel: x\nlinks:\n  - url: u\n    label:\n  - url: v\nleeg:\n"


@pytest.mark.parametrize(
    ("path", "span"),
    [
        (("titel",), Span.at(2, 8, 1)),
        (("links", 1, "url"), Span.at(6, 10, 1)),
        (("links", 0, "label"), Span.at(5, 5, 5)),
        (("leeg",), Span.at(7, 1, 4)),
        (("titel", "diep", 3), Span.at(2, 8, 1)),
        (("weg",), TOP),
        ((), TOP),
    ],
)
def test_value_gives_the_nearest_place(path: FieldPath, span: Span) -> None:
    """The value, its key when it is empty, the nearest parent, at last the whole."""
    assert YamlLocator(TEXT, 2, TOP).value(path) == span


@pytest.mark.parametrize(
    ("path", "span"),
    [
        (("titel",), Span.at(2, 1, 5)),
        (("links", 1, "url"), Span.at(6, 5, 3)),
        (("weg",), TOP),
        ((), TOP),
    ],
)
def test_key_gives_the_key(path: FieldPath, span: Span) -> None:
    """The key, or else what `value` gives."""
    assert YamlLocator(TEXT, 2, TOP).key(path) == span


def test_key_of_an_item_is_its_value() -> None:
    """An item of a list has no key; it starts where its first field starts."""
    locator = YamlLocator(TEXT, 2, TOP)
    assert locator.key(("links", 1)) == locator.value(("links", 1))
    assert locator.key(("links", 0)).start == Span.at(4, 5).start


def test_locator_answers_for_a_text_that_breaks_off() -> None:
    """Places before a syntax error are known, others fall back."""
    locator = YamlLocator("titel: x\nb: [\n", 2, TOP)
    assert locator.value(("titel",)) == Span.at(2, 8, 1)
    assert locator.value(("c",)) == TOP
