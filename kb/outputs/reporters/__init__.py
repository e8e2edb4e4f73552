"""Findings in the forms that people and programs read; each form shows the same list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from kb.diagnostics import Diagnostic
from kb.outputs.reporters.github import write_github
from kb.outputs.reporters.gitlab import write_gitlab
from kb.outputs.reporters.json import write_json
from kb.outputs.reporters.sarif import write_sarif
from kb.outputs.reporters.text import write_text

SourceLookup = Callable[[str], str | None]
"""Returns the text of a file by its path below the project root; ``None`` when it cannot be read."""

Reporter = Callable[[Sequence[Diagnostic], SourceLookup], str]
"""Returns a report that ends with a line feed, or nothing when the form has nothing to say."""

REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "text": write_text,
        "json": write_json,
        "github": write_github,
        "gitlab": write_gitlab,
        "sarif": write_sarif,
    }
)

__all__ = ["REPORTERS", "Reporter", "SourceLookup"]
