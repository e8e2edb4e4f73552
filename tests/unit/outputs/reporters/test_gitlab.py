"""Fingerprints tell new findings from old ones."""

from __future__ import annotations

import json
from dataclasses import replace

from kb.diagnostics import Diagnostic
from kb.outputs.reporters.gitlab import write_gitlab
from kb.source import Span
from tests.unit.outputs.reporters.conftest import FILES


def fingerprints(diagnostics: list[Diagnostic]) -> list[str]:
    return [record["fingerprint"] for record in json.loads(write_gitlab(diagnostics, FILES.get))]


def test_fingerprints_are_unique(diagnostics: list[Diagnostic]) -> None:
    """Two findings that only differ in place are two findings."""
    assert len(set(fingerprints(diagnostics))) == len(diagnostics)


def test_fingerprints_do_not_change_when_lines_shift(diagnostics: list[Diagnostic]) -> None:
    """A line more above makes no finding new, not even one whose message names a line."""
    shifted = [
        replace(d, span=Span.at(d.span.start.line + 1, 1), message=d.message.replace("a.md:2", "a.md:3"))
        for d in diagnostics
    ]
    assert fingerprints(shifted) == fingerprints(diagnostics)


def test_fingerprints_depend_on_path_and_message(diagnostics: list[Diagnostic]) -> None:
    """The same mistake in another file, or about another value, is another one."""
    first = diagnostics[0]
    others = [
        replace(first, path="content/b.md"),
        replace(first, message="Anders."),
        replace(first, field="x"),
    ]
    assert len(set(fingerprints([first, *others]))) == 4
