"""Bytes become text, or a finding names the byte or character at fault."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.load.text import CONTROL, decode, place, tabs


@pytest.mark.parametrize("data", ["é\n😀", "\ufeffé\n😀", "é\r\n😀"])
def test_decode_gives_the_same_text_for_every_spelling(data: str) -> None:
    """A byte order mark and Windows line ends are no part of the text."""
    assert decode(data.encode(), "x.md") == ("é\n😀", [])


def test_decode_names_the_first_wrong_byte() -> None:
    """The place counts characters, without the byte order mark; the text keeps what can be read."""
    text, (finding,) = decode("\ufeffé\r\nid: é".encode() + b"\xeb", "x.md")
    assert (finding.rule.name, finding.span.start.line, finding.span.start.column) == ("not-utf8", 2, 6)
    assert "Byte 14 (0xEB)" in finding.message
    assert "id: é" in text


def test_decode_does_not_guess_letters_that_do_not_exist() -> None:
    """Byte 0x81 means nothing in Windows-1252 either."""
    _, (finding,) = decode(b"\x81", "x.md")
    assert "Windows-1252" not in finding.message


@pytest.mark.parametrize("character", ["\0", "\x0b", "\r", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff"])
def test_decode_reports_control_characters(character: str) -> None:
    """Each has its own place and its code."""
    _, (finding,) = decode(f"a\né{character}b".encode(), "x.md")
    assert (finding.rule.name, finding.span.start.line, finding.span.start.column) == (
        "control-character",
        2,
        2,
    )
    assert f"U+{ord(character):04X}" in finding.message


@pytest.mark.parametrize("text", ["a\tb", "a\u00a0b", "👩‍👩‍👧", "e\u0301", "a\u00adb", "\u200f"])
def test_decode_takes_other_invisible_characters(text: str) -> None:
    """Tabs, fixed spaces, joined emoji and combining accents are text."""
    assert decode(text.encode(), "x.md") == (text, [])


def test_decode_reports_a_few_of_many() -> None:
    """A file full of rubbish gives no flood."""
    assert len(decode(b"\0" * 5000, "x.md")[1]) == 10


def test_tabs_reports_the_first_of_each_line() -> None:
    """Lines count from the given number."""
    found = tabs("a\tb\tc\nd\n\te", "x.md", 2)
    assert [(f.span.start.line, f.span.start.column) for f in found] == [(2, 2), (4, 1)]


@given(st.text(), st.data())
def test_place_counts_lines_and_characters(text: str, data: st.DataObject) -> None:
    """A place leads back to its character."""
    offset = data.draw(st.integers(0, len(text)))
    line, column = place(text, offset)
    lines = text.split("\n")
    assert sum(len(before) + 1 for before in lines[: line - 1]) + column - 1 == offset


@given(st.text())
def test_decode_finds_exactly_the_control_characters(text: str) -> None:
    """The short cut for healthy texts misses none."""
    text = text.removeprefix("\ufeff")
    seen = text.replace("\r\n", "\n")
    assert bool(decode(text.encode(), "x.md")[1]) == bool(CONTROL.search(seen))
