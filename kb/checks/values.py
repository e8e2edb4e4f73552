"""Checks KB611-KB614: dates have come, figures are Dutch numbers, contradictions name figures that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kb.checks.nearest import Names, did_you_mean
from kb.corpus import Corpus
from kb.diagnostics import Diagnostic, dotted
from kb.model import Publication, Synthesis, Tool
from kb.rules.completeness import DISCREPANCY_FIGURE, FIGURE_VALUE, FUTURE_REVIEW, FUTURE_YEAR

_NUMBER = r"[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_WORDS = "bijna|ruim|circa|ongeveer|minstens|minimaal|maximaal|hoogstens|meer dan|minder dan"
_ABOUT = rf"(?:[<>≤≥±~]|(?:{_WORDS})(?= ))"
_is_value = re.compile(
    rf"(?:{_ABOUT} ?)?{_NUMBER}"
    rf"(?: ?[-–] ?{_NUMBER}| (?:tot|à|tot en met|op de|van de) {_NUMBER})?"
    r"(?: ?%| (?:miljoen|miljard))?"
).fullmatch


def check_dates(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Yield a finding for every date or year of appearance after ``today``."""
    for located in corpus.entries:
        entry = located.entry
        if entry.last_reviewed > today:
            yield Diagnostic(
                located.path,
                located.where.value(("last_reviewed",)),
                FUTURE_REVIEW,
                f"De datum ‘{entry.last_reviewed}’ ligt na vandaag, {today}.",
                "Vul de dag in waarop het item echt gecontroleerd is.",
                "last_reviewed",
            )
        if isinstance(entry, Publication | Synthesis | Tool) and entry.year and entry.year > today.year:
            yield Diagnostic(
                located.path,
                located.where.value(("year",)),
                FUTURE_YEAR,
                f"Het jaar ‘{entry.year}’ ligt na {today.year}.",
                "Vul het jaar van verschijnen in, of laat year weg als dat niet bekend is.",
                "year",
            )


def check_figures(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every figure whose value is no number, range or limit in Dutch spelling."""
    for located in corpus.entries:
        if not isinstance(located.entry, Publication | Synthesis):
            continue
        for index, figure in enumerate(located.entry.figures):
            if not _is_value(figure.value):
                yield Diagnostic(
                    located.path,
                    located.where.value(("figures", index, "value")),
                    FIGURE_VALUE,
                    f"‘{figure.value}’ is geen getal in Nederlandse schrijfwijze.",
                    "Schrijf een getal (88,1 of 1.250), een reeks (10-12) of een grens (> 50).",
                    f"figures.{index}.value",
                )


def check_discrepancies(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every figure a contradiction names that its entry does not have."""
    for located in corpus.entries:
        if not isinstance(located.entry, Publication | Synthesis):
            continue
        names = Names({figure.statement for figure in located.entry.figures})
        for index, discrepancy in enumerate(located.entry.discrepancies):
            for number, statement in enumerate(discrepancy.figures):
                if statement not in names:
                    path = ("discrepancies", index, "figures", number)
                    yield Diagnostic(
                        located.path,
                        located.where.value(path),
                        DISCREPANCY_FIGURE,
                        f"Dit item heeft geen cijfer ‘{statement}’.",
                        did_you_mean(names.nearest(statement), "Neem statement uit figures letterlijk over."),
                        dotted(path),
                    )
