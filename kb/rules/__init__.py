"""The catalogue of rules; ``RULES`` is the only list of them."""

from __future__ import annotations

from kb.rules.completeness import COMPLETENESS
from kb.rules.identity import IDENTITY
from kb.rules.links import LINKS
from kb.rules.prose import PROSE
from kb.rules.reading import READING
from kb.rules.references import REFERENCES
from kb.rules.rule import Rule, Severity
from kb.rules.vocabulary import VOCABULARY

RULES: tuple[Rule, ...] = (
    *READING,
    *IDENTITY,
    *VOCABULARY,
    *REFERENCES,
    *PROSE,
    *LINKS,
    *COMPLETENESS,
)
RULE_BY_CODE = {rule.code: rule for rule in RULES}

__all__ = ["RULES", "RULE_BY_CODE", "Rule", "Severity"]
