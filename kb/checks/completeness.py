"""Checks KB601-KB607: what one entry must have, and what cannot go together."""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus import Corpus, LocatedEntry
from kb.diagnostics import Diagnostic
from kb.model import Gap, Tool
from kb.rules import Rule
from kb.rules.completeness import (
    BASIS_WITHOUT_PHASES,
    GAP_WITHOUT_ANSWER,
    NO_PROVENANCE,
    OPEN_GAP_WITH_ANSWER,
    PHASES_WITHOUT_BASIS,
    REPLACED_NOT_RETIRED,
    TITLE_ONLY_DETAILS,
)

_ANSWERED = ("deels-beantwoord", "beantwoord")
_NOT_FROM_A_TITLE = ("effort", "requirements")


def check_provenance(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every entry that must say where it comes from and does not."""
    for located in corpus.entries:
        if located.type.needs_provenance and not located.entry.provenance:
            yield _at(
                located,
                "provenance",
                NO_PROVENANCE,
                f"Bij dit {located.type.singular.lower()} staat niet waar de inhoud vandaan komt.",
                "Voeg provenance toe, met source (bestandsnaam van een synthese of bron) en section.",
            )


def check_phase_basis(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding where phases and who chose them do not come together."""
    for located in corpus.entries:
        phases, basis = located.entry.phases, located.entry.phase_basis
        if phases and basis is None:
            yield _at(
                located,
                "phases",
                PHASES_WITHOUT_BASIS,
                f"Er staat niet wie dit item in ‘{phases[0]}’ plaatste.",
                "Voeg phase_basis toe: source (een bron noemt de fase) of editorial (de redactie koos).",
            )
        elif basis and not phases:
            yield _at(
                located,
                "phase_basis",
                BASIS_WITHOUT_PHASES,
                f"phase_basis is ‘{basis}’, maar er zijn geen fasen ingevuld.",
                "Vul phases in, of haal phase_basis weg.",
            )


def check_gap_states(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every gap whose state and answers tell different things."""
    for located in corpus.entries:
        gap = located.entry
        if not isinstance(gap, Gap):
            continue
        if gap.state in _ANSWERED and not gap.addressed_by:
            yield _at(
                located,
                "state",
                GAP_WITHOUT_ANSWER,
                f"De stand is ‘{gap.state}’, maar addressed_by is leeg.",
                "Noem in addressed_by het item dat antwoord geeft, of zet de stand op open of in-onderzoek.",
            )
        elif gap.state == "open" and gap.addressed_by:
            yield _at(
                located,
                "state",
                OPEN_GAP_WITH_ANSWER,
                f"De stand is ‘open’, maar ‘{gap.addressed_by[0].entry}’ geeft antwoord.",
                "Zet de stand op deels-beantwoord of beantwoord, of haal addressed_by weg.",
            )


def check_title_only(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for everything told about a tool of which only the title is known."""
    for located in corpus.entries:
        tool = located.entry
        if isinstance(tool, Tool) and tool.described_by == "title-only":
            for field in _NOT_FROM_A_TITLE:
                if getattr(tool, field) is not None:
                    yield _at(
                        located,
                        field,
                        TITLE_ONLY_DETAILS,
                        f"described_by is ‘title-only’, maar {field} is ingevuld.",
                        f"Haal {field} weg, of zet described_by op source als een bron dit zegt.",
                    )


def check_replaced(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every entry with a successor that is not retired."""
    for located in corpus.entries:
        entry = located.entry
        if entry.replaced_by and entry.status != "retired":
            yield _at(
                located,
                "replaced_by",
                REPLACED_NOT_RETIRED,
                f"Dit item is vervangen door ‘{entry.replaced_by}’, maar de status is ‘{entry.status}’.",
                "Zet de status op retired, of haal replaced_by weg.",
            )


def _at(located: LocatedEntry, field: str, rule: Rule, message: str, hint: str) -> Diagnostic:
    return Diagnostic(located.path, located.where.value((field,)), rule, message, hint, field)
