"""Findings as a JSON list, for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from kb.diagnostics import Diagnostic


def write_json(diagnostics: Sequence[Diagnostic], _source: Callable[[str], str | None]) -> str:
    """Return the findings as a JSON list; lines and columns count from 1, an end is not included."""
    return (
        json.dumps([_record(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2) + "\n"
    )


def _record(diagnostic: Diagnostic) -> dict[str, str | int | None]:
    start, end = diagnostic.span.start, diagnostic.span.end
    return {
        "path": diagnostic.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "field": diagnostic.field,
    }
