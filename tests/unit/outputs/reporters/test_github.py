"""Workflow commands survive every character."""

from __future__ import annotations

from kb.diagnostics import Diagnostic
from kb.outputs.reporters.github import write_github
from tests.unit.outputs.reporters.conftest import FILES


def test_github_escapes(diagnostics: list[Diagnostic]) -> None:
    """One command per line; signs that end a property or a command are coded."""
    lines = write_github(diagnostics, FILES.get).splitlines()
    assert len(lines) == len(diagnostics)
    assert lines[0].startswith("::error file=content/tools/voorbeeld%2C 100%25.md,line=2,")
    assert lines[4].endswith("::De kop ‘100%25: a, b’ ontbreekt.%0AVoeg toe.")
    assert "col=" not in lines[5]
