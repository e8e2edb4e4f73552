"""Templates are strict: a slip in one stops the build instead of leaving a hole in a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

import kb
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
