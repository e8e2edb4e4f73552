"""Dates and figures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kb.checks.values import check_dates, check_figures
from kb.corpus import Corpus
from tests.unit.checks.conftest import MakeEntry

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("type_name", "fields", "found"),
    [
        ("tool", {"last_reviewed": "2026-11-25", "year": 2026}, []),
        ("tool", {"last_reviewed": "2026-11-26"}, ["KB611"]),
        ("tool", {"year": 2027}, ["KB612"]),
        ("source", {"year": 2027}, ["KB612"]),
        ("synthesis", {"year": 2027}, ["KB612"]),
        ("case", {"started": 2027}, []),
    ],
)
def test_check_dates_compares_with_today(
    entry: MakeEntry, type_name: str, fields: dict[str, Any], found: list[str]
) -> None:
    """Today is not the future; plans may be."""
    assert [d.code for d in check_dates(Corpus((entry(type_name, "a", **fields),)), TODAY)] == found


@pytest.mark.parametrize(
    ("value", "good"),
    [
        ("88", True),
        ("88,1", True),
        ("1.250.000", True),
        ("−3", True),
        ("> 50", True),
        ("≥50%", True),
        ("10-12", True),
        ("10 – 12,5", True),
        ("10 tot 12", True),
        ("9 op de 10", True),
        ("bijna 9 op de 10", True),
        ("meer dan 1.000", True),
        ("2,5 miljoen", True),
        ("88.1", False),
        ("1,250,000", False),
        ("1250.000", False),
        ("10 -", False),
        ("bijna", False),
        ("bijna9", False),
        ("vijftig", False),
        ("50 procent", False),
    ],
)
def test_check_figures_wants_a_dutch_number(entry: MakeEntry, value: str, *, good: bool) -> None:
    """Points part thousands, a comma starts decimals, words only estimate."""
    figure = {"statement": "Iets.", "value": value, "unit": "%", "locator": "Tabel 1"}
    for type_name in ("source", "synthesis"):
        found = check_figures(Corpus((entry(type_name, "a", figures=[figure]),)))
        assert [d.field for d in found] == ([] if good else ["figures.0.value"])
