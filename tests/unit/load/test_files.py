"""Every file of content/ is read or reported, and reading never waits, follows or fails."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.diagnostics import Diagnostic
from kb.errors import KbError
from kb.load.files import entry_files, read_bytes, scan


def test_entry_files_come_in_order(write_project: Callable[..., Path]) -> None:
    """By path, each with the type of its folder."""
    root = write_project({"content/topics/b.md": "", "content/tools/z.md": "", "content/tools/a.md": ""})
    files, found = entry_files(root / "content")
    assert [(file.path, file.type.name) for file in files] == [
        ("content/tools/a.md", "tool"),
        ("content/tools/z.md", "tool"),
        ("content/topics/b.md", "topic"),
    ]
    assert not found


def test_entry_files_reports_an_empty_foreign_folder(write_project: Callable[..., Path]) -> None:
    """A folder that nobody knows is a slip even before there is a file in it."""
    root = write_project({})
    (root / "content/tool").mkdir()
    _, (finding,) = entry_files(root / "content")
    assert finding.path == "content/tool"


def test_read_bytes_reads_all_of_a_file(tmp_path: Path) -> None:
    """A file of exactly the limit is whole."""
    (tmp_path / "a.md").write_bytes(b"x" * 70_000)
    assert read_bytes(str(tmp_path), "a.md", 70_000) == b"x" * 70_000


def test_read_bytes_reports_a_file_that_is_gone(tmp_path: Path) -> None:
    """It may vanish between listing and reading."""
    assert _rule(read_bytes(str(tmp_path), "weg.md", 10)) == "unreadable"


def test_read_bytes_reports_a_file_without_permission(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text says so, also for one who tests as root."""
    (tmp_path / "a.md").write_text("x")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    result = read_bytes(str(tmp_path), "a.md", 10)
    assert _rule(result) == "unreadable"
    assert isinstance(result, Diagnostic)
    assert "geen toegang" in result.message


def test_read_bytes_reports_a_folder(tmp_path: Path) -> None:
    """A folder with the name of an entry is not read."""
    (tmp_path / "a.md").mkdir()
    assert _rule(read_bytes(str(tmp_path), "a.md", 10)) == "unreadable"


def test_scan_refuses_a_folder_it_cannot_read(tmp_path: Path) -> None:
    """Entries must not be absent in silence."""
    with pytest.raises(KbError, match="niet te lezen"):
        scan(tmp_path / "weg")


def test_scan_refuses_a_name_that_is_no_text(tmp_path: Path) -> None:
    """Such a name can be in no report and no address."""
    (tmp_path / os.fsdecode(b"caf\xe9.md")).touch()
    with pytest.raises(KbError, match="geen UTF-8"):
        scan(tmp_path)


def test_scan_takes_names_with_accents(tmp_path: Path) -> None:
    """Another rule says what the name of an entry may be."""
    (tmp_path / "café.md").touch()
    assert [item.name for item in scan(tmp_path)] == ["café.md"]


def _rule(result: bytes | Diagnostic) -> str | None:
    return result.rule.name if isinstance(result, Diagnostic) else None
