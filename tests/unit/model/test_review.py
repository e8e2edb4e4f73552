"""How long a check counts, at the ends of months and years."""

from __future__ import annotations

from datetime import date

import pytest

from kb.model.review import check_by, months_later


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 25), 24, date(2028, 11, 25)),
        (date(2026, 11, 25), 2, date(2027, 1, 25)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
    ],
)
def test_months_later_stays_in_the_month(day: date, months: int, then: date) -> None:
    """A month without that day has its last one."""
    assert months_later(day, months) == then


def test_a_check_counts_for_two_years() -> None:
    """The number that the pages and the work list promise."""
    assert check_by(date(2026, 11, 25)) == date(2028, 11, 25)
