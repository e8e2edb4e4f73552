"""Headings of one body."""

from __future__ import annotations

import pytest

from kb.checks.headings import check_headings
from kb.markdown import outline
from tests.unit.checks.conftest import MakeEntry


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## Wat weten we niet?\n\n## Wat weten we wel?", []),
        ("## Wat weten we niet?\n\n### Meer\n\n## Extra\n\n## Wat weten we wel?", []),
        ("## Wat weten we wel?\n\n## Wat weten we niet?", [("KB402", 22)]),
        ("## Wat weten we niet?", [("KB401", 20)]),
        ("## Wat weten we niet?\n\n## Wat weet men wel?", [("KB401", 22)]),
        ("## Wat weten we niet?\n\n# Wat weten we wel?", [("KB401", 22), ("KB404", 22)]),
        ("## Wat weten we niet?\n\n## Wat weten we wel?\n\n##### Diep", [("KB403", 24)]),
    ],
)
def test_check_headings_finds(entry: MakeEntry, body: str, found: list[tuple[str, int]]) -> None:
    """Each mistake is reported once, at the heading that is wrong."""
    diagnostics = check_headings(entry("gap", "gat", body=body), outline(body))
    assert [(d.code, d.span.start.line) for d in diagnostics] == found


def test_check_headings_names_the_heading_that_is_nearly_right(entry: MakeEntry) -> None:
    """An editor sees which of the headings is spelled wrong and how it should be."""
    body = "## Wat weten we niet?\n\n## Wat weet men wel?"
    (found,) = check_headings(entry("gap", "gat", body=body), outline(body))
    assert found.message == "De vaste kop ‘Wat weten we wel?’ ontbreekt; er staat ‘Wat weet men wel?’."
    assert found.hint == "Schrijf precies: ## Wat weten we wel?"
