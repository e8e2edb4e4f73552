"""The words that addresses of filtered lists are made of; no entry of the type can be called that."""

from __future__ import annotations

FACET_WORDS = {
    "phases": "fase",
    "topics": "thema",
    "kind": "soort",
    "audiences": "voor",
    "target_groups": "doelgroep",
    "evidence": "bewijs",
    "domains": "domein",
    "provinces": "provincie",
    "state": "stand",
    "csl_type": "vorm",
    "year": "jaar",
    "language": "taal",
}
"""The word in an address for a facet field; a field that is not here is its own word."""


def facet_word(field: str) -> str:
    """Return the word in an address for a facet field."""
    return FACET_WORDS.get(field, field.replace("_", "-"))
