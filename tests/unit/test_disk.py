"""Files are written whole, and nothing is left behind when that fails."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from kb import disk
from kb.errors import KbError
from tests.unit.conftest import contents


def test_write_whole_writes_and_replaces(tmp_path: Path) -> None:
    """The file is complete, readable for others, and alone."""
    target = tmp_path / "entries.json"
    for data in (b"eerst", b"daarna"):
        disk.write_whole(target, data)
        assert contents(tmp_path) == {"entries.json": data}
    assert stat.S_IMODE(target.stat().st_mode) == 0o644


def test_write_whole_leaves_nothing_behind_when_it_fails(tmp_path: Path) -> None:
    """What cannot be replaced stays, alone."""
    (tmp_path / "map").mkdir()
    with pytest.raises(OSError, match="map"):
        disk.write_whole(tmp_path / "map", b"x")
    assert contents(tmp_path) == {"map": b""}


def test_write_whole_needs_a_folder(tmp_path: Path) -> None:
    """A mistyped folder is a mistake in the call."""
    with pytest.raises(KbError):
        disk.write_whole(tmp_path / "nergens/entries.json", b"x")


def test_generated_files_are_stale_until_they_are_written(tmp_path: Path) -> None:
    """A file that is missing or differs is named; line ends count."""
    files: Mapping[str, str] = {"docs/a.md": "a\n", "b.md": "é\n"}
    assert disk.stale(tmp_path, dict(files)) == ["docs/a.md", "b.md"]
    disk.write_generated(tmp_path, dict(files))
    assert disk.stale(tmp_path, dict(files)) == []
    assert (tmp_path / "b.md").read_bytes() == "é\n".encode()
    (tmp_path / "b.md").write_text("é", encoding="utf-8")
    assert disk.stale(tmp_path, dict(files)) == ["b.md"]
