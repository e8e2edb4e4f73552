"""Findings as GitHub workflow commands, which stand beside the changed lines of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kb.diagnostics import Diagnostic


def write_github(diagnostics: Sequence[Diagnostic], _source: Callable[[str], str | None]) -> str:
    """Return one workflow command per finding."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    start, end = diagnostic.span.start, diagnostic.span.end
    properties = {
        "file": diagnostic.path,
        "line": start.line,
        "endLine": end.line,
        "title": f"{diagnostic.code} {diagnostic.rule.name}",
    }
    if start.line == end.line:
        # A check run takes columns only for a stretch within one line.
        properties |= {"col": start.column, "endColumn": end.column}
    spelled = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = _data(f"{diagnostic.message}\n{diagnostic.hint}")
    return f"::{diagnostic.severity.value} {spelled}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
