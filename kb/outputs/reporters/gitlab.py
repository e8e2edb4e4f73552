"""Findings as a GitLab Code Quality report, which tells new ones from old ones by fingerprint."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence

from kb.diagnostics import Diagnostic
from kb.rules import Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}
_LINE_IN_MESSAGE = re.compile(r"(?<=\.md):\d+|(?<=\.yml):\d+|(?<=op regel )\d+")


def write_gitlab(diagnostics: Sequence[Diagnostic], _source: Callable[[str], str | None]) -> str:
    """Return the findings as a Code Quality report.

    A fingerprint does not depend on line numbers, so a finding stays the same one when text above
    it comes or goes.
    """
    seen: Counter[str] = Counter()
    records = []
    for diagnostic in diagnostics:
        key = _key(diagnostic)
        records.append(_record(diagnostic, f"{key}\0{seen[key]}"))
        seen[key] += 1
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def _key(diagnostic: Diagnostic) -> str:
    message = _LINE_IN_MESSAGE.sub("", diagnostic.message)
    return "\0".join((diagnostic.path, diagnostic.code, diagnostic.field or "", message))


def _record(diagnostic: Diagnostic, identity: str) -> dict[str, object]:
    span = diagnostic.span
    return {
        "description": f"{diagnostic.message} {diagnostic.hint}",
        "check_name": f"{diagnostic.code} {diagnostic.rule.name}",
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": diagnostic.path, "lines": {"begin": span.start.line, "end": span.end.line}},
    }
