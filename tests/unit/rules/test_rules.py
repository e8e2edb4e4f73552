"""The catalogue of rules as a whole."""

from __future__ import annotations

import importlib
import re

import pytest

from kb.rules import RULE_BY_CODE, RULES, Rule
from kb.rules.completeness import COMPLETENESS
from kb.rules.identity import IDENTITY
from kb.rules.links import LINKS
from kb.rules.prose import PROSE
from kb.rules.reading import READING
from kb.rules.references import REFERENCES
from kb.rules.vocabulary import VOCABULARY

FAMILIES = {
    "reading": (READING, 100, 199),
    "identity": (IDENTITY, 200, 249),
    "vocabulary": (VOCABULARY, 250, 299),
    "references": (REFERENCES, 300, 399),
    "prose": (PROSE, 400, 499),
    "links": (LINKS, 500, 599),
    "completeness": (COMPLETENESS, 600, 699),
}


def test_codes_and_names_are_unique() -> None:
    """A code or a name means one rule."""
    assert len(RULE_BY_CODE) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("family", FAMILIES)
def test_family_keeps_its_numbers_in_order(family: str) -> None:
    """The number tells the family, and the catalogue is in order of number."""
    rules, lowest, highest = FAMILIES[family]
    numbers = [int(rule.code.removeprefix("KB")) for rule in rules]
    assert numbers == sorted(numbers)
    assert all(lowest < number <= highest for number in numbers)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_can_be_read_by_an_editor(rule: Rule) -> None:
    """A code of three digits, a name in kebab-case, and two whole sentences."""
    assert re.fullmatch(r"KB\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(?:-[a-z0-9]+)*", rule.name)
    for text in (rule.summary, rule.why):
        assert text[0].isupper()
        assert text.endswith(".")
        assert len(text) > 15


def test_rules_hold_every_rule_that_is_defined() -> None:
    """A rule that is made in a module and left out of its list is found here."""
    modules = [importlib.import_module(f"kb.rules.{name}") for name in FAMILIES]
    defined = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    assert sorted(rule.code for rule in defined) == [rule.code for rule in RULES]
