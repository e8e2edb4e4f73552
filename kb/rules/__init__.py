"""The catalogue of rules; ``RULES`` is the only list of them."""

from __future__ import annotations

from kb.rules.rule import Rule, Severity

RULES: tuple[Rule, ...] = ()

__all__ = ["RULES", "Rule", "Severity"]
