"""How long a check by the editors lasts: one number for the page, the work list and the tests."""

from __future__ import annotations

import calendar
from datetime import date

MONTHS = 24
"""An entry that nobody checked for longer may be out of date, and its page says so (R3.6)."""


def months_later(day: date, months: int) -> date:
    """Return the same day of the month, or its last day, so many months later."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def check_by(last_reviewed: date) -> date:
    """Return the last day on which a check of ``last_reviewed`` still counts."""
    return months_later(last_reviewed, MONTHS)
