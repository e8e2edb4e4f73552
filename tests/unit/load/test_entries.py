"""Whatever is in a file: an entry, or at least one finding inside that file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kb.corpus import BrokenEntry, LocatedEntry
from kb.load.entries import read_entry
from kb.model import TYPE_BY_NAME, Tool
from kb.source import Span

GOOD = (Path(__file__).parents[2] / "minimal/content/tools/voorbeeldtool.md").read_text(encoding="utf-8")
PATH = "content/tools/voorbeeldtool.md"
TOOL = TYPE_BY_NAME["tool"]


def test_read_entry_locates_a_valid_entry() -> None:
    """The entry knows its slug, path, body and places."""
    located, found = read_entry(GOOD.encode(), TOOL, PATH)
    assert isinstance(located, LocatedEntry)
    assert isinstance(located.entry, Tool)
    assert not found
    assert (located.slug, located.path, located.type) == ("voorbeeldtool", PATH, TOOL)
    assert located.entry.last_reviewed == date(2026, 11, 25)
    assert located.body.text.startswith("\n## ")
    lines = GOOD.split("\n")
    assert lines[located.body.first_line - 1 :] == located.body.text.split("\n")
    assert located.where.value(("id",)) == Span.at(2, 5, 5)
    assert located.where.value(()) == Span.at(1, 1, 3)


def test_read_entry_keeps_the_id_of_a_broken_file() -> None:
    """References to a broken entry, and ids already in use, must stay known."""
    for text in ("---\nid: 'T0042'\ntitle: a: b\n---\n", "---\nid: T0042\n", "id: T0042\0"):
        broken, found = read_entry(text.encode(), TOOL, PATH)
        assert broken == BrokenEntry(TOOL, "voorbeeldtool", PATH, "T0042")
        assert found


def test_read_entry_reports_fields_beside_yaml_problems() -> None:
    """One run names both, and nothing twice."""
    text = GOOD.replace("kind: handreiking", "kind: &a handreiking\nknid: x\ntitle: y")
    _, found = read_entry(text.encode(), TOOL, PATH)
    assert [(finding.rule.name, finding.field) for finding in found] == [
        ("anchor", "kind"),
        ("duplicate-key", "title"),
        ("unknown-field", "knid"),
    ]


def test_read_entry_reads_very_long_lines() -> None:
    """A line of a hundred thousand characters is text like any other."""
    located, found = read_entry(GOOD.replace("Voorbeeldtool", "é" * 100_000).encode(), TOOL, PATH)
    assert isinstance(located, LocatedEntry)
    assert not found
    assert located.entry.title == "é" * 100_000


def _assert_sound(data: bytes) -> None:
    result, found = read_entry(data, TOOL, PATH)
    assert isinstance(result, LocatedEntry) != bool(found)
    lines = data.decode(errors="replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for finding in found:
        assert finding.path == PATH
        assert finding.message
        assert finding.hint
        start = finding.span.start
        assert 1 <= start.line <= len(lines)
        assert 1 <= start.column <= len(lines[start.line - 1]) + 1


@given(st.binary())
def test_read_entry_survives_any_bytes(data: bytes) -> None:
    """Bytes of any kind are an entry or a finding."""
    _assert_sound(data)


@given(st.text())
def test_read_entry_survives_any_front_matter(text: str) -> None:
    """So is any text between the lines of hyphens."""
    _assert_sound(f"---\n{text}\n---\n".encode())


@given(st.integers(0, len(GOOD)), st.integers(0, 12), st.text("\n \t:-'\"[]{}&*!|>#é😀\0\ra0", max_size=6))
def test_read_entry_survives_any_slip(at: int, cut: int, typed: str) -> None:
    """So is a valid entry in which somebody deleted and typed something."""
    _assert_sound((GOOD[:at] + typed + GOOD[at + cut :]).encode())
