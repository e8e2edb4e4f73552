"""Splits an entry into front matter and body with python-frontmatter, and says why when it cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass

import frontmatter
from frontmatter.default_handlers import BaseHandler

from kb.load.yaml_tree import NotHealthy, quick_data
from kb.rules import Rule
from kb.rules.reading import NO_FRONT_MATTER, UNCLOSED_FRONT_MATTER
from kb.source import Span

FIRST_LINE = 2
"""The line of a file on which the front matter begins, below the opening ``---``."""

_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
_ALMOST = re.compile(r"^[ \t]*(?:-{2,}|[–—]+|\.{3}|\+{3})[ \t]*$", re.MULTILINE)


class SplitError(Exception):
    """The file has no complete front matter."""

    def __init__(self, rule: Rule, span: Span, message: str, hint: str) -> None:
        """Take what a finding needs."""
        super().__init__(message)
        self.rule, self.span, self.message, self.hint = rule, span, message, hint


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The parts of an entry. ``data`` is ``None`` when the front matter needs a careful reading."""

    front_matter: str
    data: dict[str, object] | None
    body: str
    body_line: int


def read_document(text: str) -> RawDocument:
    """Return the parts of ``text``; raise `SplitError` when it has no complete front matter."""
    opening = _BOUNDARY.match(text)
    if opening is None:
        raise _no_front_matter(text)
    closing = _BOUNDARY.search(text, opening.end())
    if closing is None:
        raise _unclosed(text)
    front_matter, body = text[opening.end() + 1 : closing.start()], text[closing.end() + 1 :]
    try:
        data: dict[str, object] | None = frontmatter.parse(text, handler=_Handler(front_matter, body))[0]
    except NotHealthy:
        data = None
    return RawDocument(front_matter, data, body, front_matter.count("\n") + FIRST_LINE + 1)


class _Handler(BaseHandler):
    """Gives python-frontmatter one file's parts as they stand in it, white space included."""

    FM_BOUNDARY = _BOUNDARY
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, front_matter: str, body: str) -> None:
        """Take the parts."""
        super().__init__()
        self._parts = (front_matter, body)

    def split(self, text: str) -> tuple[str, str]:  # noqa: ARG002 - the name is the library's
        """Return front matter and body."""
        return self._parts

    def load(self, fm: str) -> dict[str, object]:
        """Return the fields; raise `NotHealthy` when they need a careful reading."""
        return quick_data(fm)


def _no_front_matter(text: str) -> SplitError:
    if not text.strip():
        return SplitError(
            NO_FRONT_MATTER, Span.at(1, 1), "Het bestand is leeg.", "Vul het in, of haal het weg."
        )
    first = text.split("\n", 1)[0]
    hint = "Zet ‘---’ alleen op de eerste regel, dan de velden, en dan weer een regel ‘---’."
    shown = first if len(first) <= 60 else f"{first[:60]}…"
    message = f"De eerste regel is ‘{shown}’ in plaats van ‘---’."
    if _BOUNDARY.search(text):
        message = (
            f"Voor de eerste regel ‘---’ staat nog iets: ‘{shown}’."
            if first.strip()
            else ("Voor de eerste regel ‘---’ staat nog een lege regel.")
        )
    return SplitError(NO_FRONT_MATTER, Span.at(1, 1, max(1, len(first))), message, hint)


def _unclosed(text: str) -> SplitError:
    hint = "Zet onder het laatste veld een regel ‘---’."
    almost = _ALMOST.search(text, len("---"))
    if almost:
        line = text.count("\n", 0, almost.start()) + 1
        hint = f"Bedoelde je regel {line}? Daar staat ‘{almost[0].strip()}’; maak er ‘---’ van."
    return SplitError(UNCLOSED_FRONT_MATTER, Span.at(1, 1, 3), "De kop is niet afgesloten met ‘---’.", hint)
