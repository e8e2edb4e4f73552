"""Templates are strict: a slip in one stops the build instead of leaving a hole in a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

import kb
from kb.outputs import theme
from kb.outputs.theme import environment

TEMPLATES = sorted((Path(kb.__file__).parent / "templates").glob("*.html"))


def test_environment_escapes_by_default() -> None:
    """Text is never markup unless a template says so."""
    assert environment().from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"


def test_environment_knows_no_silent_hole() -> None:
    """A misspelled name is a failure."""
    with pytest.raises(UndefinedError, match="'naam' is undefined"):
        environment().from_string("{{ naam }}").render()


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_environment_finds_and_compiles_every_template(file: Path) -> None:
    """No template has a mistake that only shows when its page is made."""
    assert environment().get_template(file.name).name == file.name


def test_environment_compiles_a_template_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build finds it compiled; one made with other options is another."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(theme, "_COMPILED", tmp_path)
    environment().get_template("redirect.html")
    (kept,) = tmp_path.iterdir()
    made = kept.stat().st_mtime_ns
    environment().get_template("redirect.html")
    assert kept.stat().st_mtime_ns == made
    monkeypatch.setitem(theme._OPTIONS, "trim_blocks", False)  # noqa: SLF001
    environment().get_template("redirect.html")
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("forbidden", [True, False], ids=["by Python", "by the disk"])
def test_environment_keeps_nothing_where_it_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forbidden: bool
) -> None:
    """A template is compiled for this run only, and nothing fails."""
    folder = tmp_path / "kept"
    monkeypatch.setattr("sys.dont_write_bytecode", forbidden)
    if not forbidden:
        folder.write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(theme, "_COMPILED", folder)
    assert environment().bytecode_cache is None
    assert environment().get_template("redirect.html").name == "redirect.html"
