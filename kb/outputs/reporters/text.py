"""Findings for people at a terminal: the place, what is wrong, the line itself and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from kb.diagnostics import Diagnostic
from kb.outputs.reporters.excerpt import excerpt
from kb.rules import Severity


def write_text(diagnostics: Sequence[Diagnostic], source: Callable[[str], str | None]) -> str:
    """Return the findings as text for a terminal, with a count as last line."""

    @cache
    def lines_of(path: str) -> list[str]:
        return (source(path) or "").split("\n")

    parts = [line for diagnostic in diagnostics for line in _finding(diagnostic, lines_of(diagnostic.path))]
    return "\n".join([*parts, _count(diagnostics)]) + "\n"


def _finding(diagnostic: Diagnostic, lines: list[str]) -> Iterator[str]:
    start, end = diagnostic.span.start, diagnostic.span.end
    note = " (waarschuwing)" if diagnostic.severity is Severity.WARNING else ""
    message = " ".join(diagnostic.message.split("\n"))
    yield f"{diagnostic.path}:{start.line}:{start.column}: {diagnostic.code} {message}{note}"
    margin = " " * len(str(start.line))
    line = lines[start.line - 1].rstrip("\r") if start.line <= len(lines) else ""
    if line:
        last = end.column - 1 if end.line == start.line else len(line)
        shown, marks = excerpt(line, start.column - 1, last)
        yield f"  {start.line} | {shown}".rstrip()
        yield f"  {margin} | {marks}"
    yield f"  {margin} = hulp: {diagnostic.hint}"
    yield ""


def _count(diagnostics: Sequence[Diagnostic]) -> str:
    if not diagnostics:
        return "Geen meldingen."
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    counts = [
        _number(count, one, many)
        for count, one, many in ((errors, "fout", "fouten"), (warnings, "waarschuwing", "waarschuwingen"))
        if count
    ]
    files = _number(len({diagnostic.path for diagnostic in diagnostics}), "bestand", "bestanden")
    return f"{' en '.join(counts)} in {files}."


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
