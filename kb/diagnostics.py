"""A finding as data; how it is shown is up to the reporters."""

from __future__ import annotations

from dataclasses import dataclass

from kb.rules import Rule, Severity
from kb.source import Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake or warning, with everything an editor needs to find and mend it.

    ``path`` is relative to the project root, with forward slashes. ``message`` says in Dutch
    what is wrong, naming the value; ``hint`` says what to do. ``field`` is the dotted field
    (``links.0.url``) or ``None`` for the body or the file as a whole.
    """

    path: str
    span: Span
    rule: Rule
    message: str
    hint: str
    field: str | None = None

    @property
    def code(self) -> str:
        """The permanent code of the rule, such as ``KB301``."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How grave the finding is, as the rule says."""
        return self.rule.severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of a report: by file, place, code and text."""
        return (self.path, self.span.start.line, self.span.start.column, self.code, self.message)


def dotted(path: tuple[str | int, ...]) -> str | None:
    """Spell a field path as editors see it (``links.0.url``); ``None`` when empty."""
    return ".".join(map(str, path)) or None
