"""What the real content promises beyond what `kb check` can know of any project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kb import pipeline
from kb.corpus import LocatedEntry
from kb.model import Case, Publication, Synthesis
from kb.model.entry import Figure

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def entries() -> tuple[LocatedEntry, ...]:
    """Return all entries of the real content."""
    return pipeline.check(ROOT).corpus.entries


def figures(entries: tuple[LocatedEntry, ...]) -> list[tuple[LocatedEntry, Figure]]:
    """Return every figure with the entry it stands in."""
    return [
        (located, figure)
        for located in entries
        if isinstance(located.entry, Publication | Synthesis)
        for figure in located.entry.figures
    ]


def test_every_figure_says_where_it_stands(entries: tuple[LocatedEntry, ...]) -> None:
    """A figure of a synthesis is in one of its chapters; any other has a place with a name or number."""
    held = figures(entries)
    assert len(held) > 200
    for located, figure in held:
        place = figure.locator.split(" > ")
        assert all(re.search(r"\w", part) and part == part.strip() for part in place), (located.path, place)
        assert "onbekend" not in figure.locator.lower(), (located.path, figure.statement)
        if isinstance(located.entry, Synthesis):
            assert place[0] in {chapter.title for chapter in located.entry.chapters}, (located.path, place)


def test_every_statement_can_be_traced(entries: tuple[LocatedEntry, ...]) -> None:
    """Tools, cases, gaps, models and topics name where they come from."""
    for located in entries:
        if located.type.name in {"tool", "case", "gap", "model", "topic", "phase"}:
            assert located.entry.provenance, located.path


def test_contradictions_have_two_places(entries: tuple[LocatedEntry, ...]) -> None:
    """Both values of a contradiction can be looked up."""
    found = [
        discrepancy
        for located in entries
        if isinstance(located.entry, Publication | Synthesis)
        for discrepancy in located.entry.discrepancies
    ]
    assert len(found) >= 40
    assert all(d.place_a != d.place_b or d.value_a != d.value_b for d in found)


def test_every_case_says_what_did_not_work(entries: tuple[LocatedEntry, ...]) -> None:
    """The field is required; that it is not known is an answer (R3.4)."""
    assert Case.model_fields["did_not_work"].is_required()
    cases = [located for located in entries if isinstance(located.entry, Case)]
    assert cases
    assert all(case.entry.did_not_work.strip() for case in cases if isinstance(case.entry, Case))


def test_there_are_no_images_yet() -> None:
    """The first one needs fields for its licence and maker, shown where it stands (R1.10)."""
    assert not (ROOT / "content" / "images").exists()
