"""What an entry must have and cannot combine."""

from __future__ import annotations

from typing import Any

import pytest

from kb.checks.completeness import (
    check_gap_states,
    check_phase_basis,
    check_provenance,
    check_replaced,
    check_title_only,
)
from kb.corpus import Corpus
from kb.model import ENTRY_TYPES, EntryType
from tests.unit.checks.conftest import MakeEntry

ANSWER = [{"entry": "x", "how": "Zo.", "remains": "Niets."}]


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_check_provenance_asks_the_types_that_need_it(entry: MakeEntry, row: EntryType) -> None:
    """The table of types says who must tell where it comes from."""
    assert len(list(check_provenance(Corpus((entry(row.name, "a"),))))) == row.needs_provenance
    told = entry(row.name, "a", provenance=[{"source": "s", "section": "Geheel"}])
    assert not list(check_provenance(Corpus((told,))))


@pytest.mark.parametrize(
    ("phases", "basis", "found"),
    [([], None, []), (["f"], "source", []), (["f"], None, ["phases"]), ([], "editorial", ["phase_basis"])],
)
def test_check_phase_basis_wants_both_or_neither(
    entry: MakeEntry, phases: list[str], basis: str | None, found: list[str]
) -> None:
    """The finding stands at the field that is alone."""
    corpus = Corpus((entry("tool", "a", phases=phases, phase_basis=basis),))
    assert [d.field for d in check_phase_basis(corpus)] == found


@pytest.mark.parametrize(
    ("state", "answers", "found"),
    [
        ("open", [], []),
        ("open", ANSWER, ["KB605"]),
        ("in-onderzoek", [], []),
        ("in-onderzoek", ANSWER, []),
        ("deels-beantwoord", [], ["KB604"]),
        ("beantwoord", [], ["KB604"]),
        ("beantwoord", ANSWER, []),
    ],
)
def test_check_gap_states_compares_state_and_answers(
    entry: MakeEntry, state: str, answers: list[dict[str, str]], found: list[str]
) -> None:
    """Answered needs an answer, open has none."""
    corpus = Corpus((entry("gap", "k", state=state, addressed_by=answers),))
    assert [d.code for d in check_gap_states(corpus)] == found


@pytest.mark.parametrize("field", ["effort", "requirements"])
def test_check_title_only_refuses_details(entry: MakeEntry, field: str) -> None:
    """What a title cannot tell is not told, unless a source does."""
    details: dict[str, Any] = {field: "Iets."}
    corpus = Corpus((entry("tool", "a", described_by="title-only", **details),))
    assert [d.field for d in check_title_only(corpus)] == [field]
    assert not list(check_title_only(Corpus((entry("tool", "a", **details),))))


@pytest.mark.parametrize(("status", "fires"), [("published", True), ("draft", True), ("retired", False)])
def test_check_replaced_wants_retired(entry: MakeEntry, status: str, *, fires: bool) -> None:
    """Only a retired entry has a successor."""
    corpus = Corpus((entry("tool", "a", status=status, replaced_by="b"),))
    assert [d.code for d in check_replaced(corpus)] == ["KB607"] * fires
