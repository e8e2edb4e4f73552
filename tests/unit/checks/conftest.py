"""Entries in memory: valid ones of any type, with the fields a test is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import pytest

from kb.corpus import Body, LocatedEntry
from kb.model import TYPE_BY_NAME
from kb.source import FieldPath, Span

_COMMON: dict[str, Any] = {
    "title": "Voorbeeld",
    "summary": "Dit voorbeeld laat zien waar een controle op let. Het is bedoeld voor wie een test schrijft.",
    "topics": ["thema"],
    "last_reviewed": "2026-11-25",
    "reviewed_by": "redactie",
}
_OWN: dict[str, dict[str, Any]] = {
    "tool": {"kind": "handreiking", "described_by": "source"},
    "case": {"did_not_work": "Niet bekend.", "evidence": "beschreven"},
    "gap": {"questions": ["Wat is niet bekend?"], "explicit": True, "state": "open"},
    "model": {"kind": "raamwerk"},
    "source": {"csl_type": "report"},
    "topic": {"definition": "Een thema.", "topics": []},
    "phase": {"number": 1, "topics": []},
    "synthesis": {
        "organisation": "Instituut",
        "year": 2024,
        "questions": ["Wat weten we?"],
        "method": "Lezen.",
    },
}


@dataclass(frozen=True, slots=True)
class Places:
    """Puts every field on a line of its own, in the order in which it is asked for."""

    asked: dict[FieldPath, int]

    def value(self, path: FieldPath) -> Span:
        """Return a span on the line of ``path``."""
        return Span.at(self.asked.setdefault(path, len(self.asked) + 2), 1)

    def key(self, path: FieldPath) -> Span:
        """Return the same."""
        return self.value(path)


class MakeEntry(Protocol):
    """Makes a valid entry."""

    def __call__(self, type_name: str, slug: str, *, body: str | None = None, **fields: Any) -> LocatedEntry:
        """Return an entry with ``fields`` in the place of the usual ones."""
        ...


@pytest.fixture
def entry() -> MakeEntry:
    """Return the function that makes entries for this test; each gets the next id of its type."""
    made = 0

    def make(type_name: str, slug: str, *, body: str | None = None, **fields: Any) -> LocatedEntry:
        nonlocal made
        made += 1
        row = TYPE_BY_NAME[type_name]
        data = {"id": f"{row.prefix}{made:04d}", **_COMMON, **_OWN[type_name], **fields}
        text = "\n\n".join(f"## {heading}\n\nTekst." for heading in row.headings) if body is None else body
        return LocatedEntry(
            entry=row.model.model_validate(data),
            type=row,
            slug=slug,
            path=f"content/{row.folder}/{slug}.md",
            body=Body(text, 20),
            where=Places({}),
        )

    return make
