"""The catalogue of rules: every finding has one, and its code never changes meaning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a warning is shown and does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    ``code`` is permanent (``KB`` and three digits; the first digit is the family), ``name`` a
    kebab-case handle, ``summary`` and ``why`` are Dutch sentences for editors.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
