"""The statement on accessibility has the parts of the official form and is not out of date.

This test fails by itself when the statement is too old (R1.5): read the page again, have done what
it promises, and give it a new date. Status C counts for half a year, all others for a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kb.model.review import months_later
from kb.outputs.labels import MONTHS

PAGE = Path(__file__).parents[1] / "content/pages/over/toegankelijkheid.md"
TEXT = PAGE.read_text(encoding="utf-8")
WRITTEN = date(2026, 11, 25)
COUNTS = {"A": 12, "B": 12, "C": 6, "D": 12}
"""For how many months a statement of each status counts."""

PARTS = {
    "own": r"eigen verklaring, nog niet in het register",
    "norm": r"\| Norm \| EN 301 549 .*WCAG 2\.1",
    "scope": r"\| Geldt voor \|",
    "method": r"## Hoe het onderzocht is\n(?:.|\n)*WCAG-EM",
    "defects": r"\| Criterium \|.*\n\|[-|]+\|\n\| [1-4]\.\d\.\d+ ",
    "contact": r"## Loop je ergens tegenaan\?\n(?:.|\n)*\]\(meedoen\.md\)",
    "complaint": r"ombudsman",
}


def day_of(text: str, label: str) -> date | None:
    """Return the day, written as readers write it, in a row of the statement."""
    found = re.search(rf"\| {label} \| (\d+) (\w+) (\d{{4}}) \|", text)
    return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])) if found else None


def faults(text: str, today: date) -> Iterator[str]:
    """Yield what the statement lacks, or that it is out of date."""
    yield from (name for name, pattern in PARTS.items() if not re.search(pattern, text))
    status = re.search(r"\| Status \| ([A-D]): ", text)
    written, ends = day_of(text, "Opgesteld op"), day_of(text, "Geldig tot en met")
    if not (status and written and ends):
        yield "status"
        return
    if ends != months_later(written, COUNTS[status[1]]):
        yield "length"
    if not written <= today <= ends:
        yield "date"


def test_statement_is_complete_and_not_too_old() -> None:
    """On the day of the test."""
    assert list(faults(TEXT, date.today())) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("nog niet in het register.**", "in het register.**", "own"),
        ("EN 301 549", "een norm", "norm"),
        ("| Geldt voor |", "| Voor |", "scope"),
        ("WCAG-EM", "niemand", "method"),
        ("| 3.1.2 Taal", "| Taal", "defects"),
        ("](meedoen.md)", "](index.md)", "contact"),
        ("ombudsman", "rechter", "complaint"),
        ("| C: eerste", "| Eerste", "status"),
        ("25 mei 2027", "25 november 2027", "length"),
    ],
)
def test_a_part_that_is_gone_is_noticed(old: str, new: str, fault: str) -> None:
    """Each part on its own."""
    assert old in TEXT
    assert fault in list(faults(TEXT.replace(old, new), WRITTEN))


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2026, 11, 24), ["date"]),
        (date(2026, 11, 25), []),
        (date(2027, 5, 25), []),
        (date(2027, 5, 26), ["date"]),
    ],
)
def test_an_old_statement_is_noticed(today: date, found: list[str]) -> None:
    """To the day."""
    text = re.sub(r"(\| Opgesteld op \|)[^|]*", r"\1 25 november 2026 ", TEXT)
    text = re.sub(r"(\| Geldig tot en met \|)[^|]*", r"\1 25 mei 2027 ", text)
    assert list(faults(re.sub(r"\| Status \| [A-D]", "| Status | C", text), today)) == found
