"""Marks stand below the right characters, whatever their width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.outputs.reporters.excerpt import excerpt


@pytest.mark.parametrize(
    ("line", "first", "last", "shown", "marks"),
    [
        ("kind: a", 6, 7, "kind: a", "      ^"),
        ("kind: a", 0, 4, "kind: a", "^^^^"),
        ("a\tbc", 2, 4, "a   bc", "    ^^"),
        ("\t\ta", 2, 3, "        a", "        ^"),
        ("日本語 a", 4, 5, "日本語 a", "       ^"),
        ("日本語 a", 1, 2, "日本語 a", "  ^^"),
        ("e\u0301 a", 3, 4, "e\u0301 a", "  ^"),
        ("a\x1bb", 2, 3, "a\ufffdb", "  ^"),
        ("kort", 4, 5, "kort", "    ^"),
        ("kort", 9, 12, "kort", "    ^"),
        ("kort", 1, 1, "kort", " ^"),
    ],
)
def test_excerpt_marks(line: str, first: int, last: int, shown: str, marks: str) -> None:
    """Tabs, wide, combining and control characters, and places behind the line."""
    assert excerpt(line, first, last) == (shown, marks)


def test_excerpt_cuts_a_long_line_around_the_place() -> None:
    """What is meant stays in sight, and a sign shows what was cut."""
    shown, marks = excerpt("x" * 500 + "HIER" + "y" * 500, 500, 504)
    assert shown[marks.index("^") : marks.index("^") + 4] == "HIER"
    assert shown.startswith("…x")
    assert shown.endswith("y…")
    assert len(shown) <= 102


@given(st.text(max_size=300), st.integers(0, 320), st.integers(0, 40))
def test_excerpt_fits_any_line(line: str, first: int, length: int) -> None:
    """There is always a mark, and never one beyond what a terminal shows."""
    shown, marks = excerpt(line, first, first + length)
    assert marks.strip(" ") == "^" * marks.count("^") != ""
    assert len(marks) <= 103
    assert "\n" not in shown
