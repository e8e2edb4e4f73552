"""Findings that are hard to show well, and the files they are in."""

from __future__ import annotations

import pytest

from kb.diagnostics import Diagnostic
from kb.rules.identity import DUPLICATE_ID
from kb.rules.prose import LONG_SENTENCE, MISSING_HEADING
from kb.rules.vocabulary import UNKNOWN_TERM
from kb.source import START_OF_FILE, Position, Span

TOOL = "content/tools/voorbeeld, 100%.md"
FILES = {
    TOOL: "---\nid: T0001\nkind: handreikng\n---\n\n"
    + "Een zin die maar doorgaat " * 8
    + "en nog langer wordt.\n日本語\té twee\n",
    "schema/layers.yml": "title: Niveaus\r\nterms:\r\n  - id: meso\r\n",
}


@pytest.fixture
def diagnostics() -> list[Diagnostic]:
    """Return findings at the start, in the middle and over the end of lines, and in a file that is gone."""
    return [
        Diagnostic(
            TOOL, Span.at(2, 5, 5), DUPLICATE_ID, "Het id ‘T0001’ is al van a.md:2.", "Kies een ander.", "id"
        ),
        Diagnostic(
            TOOL, Span.at(3, 7, 10), UNKNOWN_TERM, "‘handreikng’ staat niet in de lijst.", "Kies.", "kind"
        ),
        Diagnostic(TOOL, Span.at(6, 190, 12), LONG_SENTENCE, "De zin heeft 50 woorden.", "Knip haar op."),
        Diagnostic(TOOL, Span.at(7, 5, 1), LONG_SENTENCE, "De zin heeft 50 woorden.", "Knip haar op."),
        Diagnostic(
            "content/weg.md", START_OF_FILE, MISSING_HEADING, "De kop ‘100%: a, b’ ontbreekt.", "Voeg toe."
        ),
        Diagnostic(
            "schema/layers.yml",
            Span(Position(2, 1), Position(3, 4)),
            UNKNOWN_TERM,
            "Over twee regels.\nMet een tweede.",
            "Kies.",
        ),
    ]
