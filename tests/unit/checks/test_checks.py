"""The list of checks and the run over all of them."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date

import kb.checks
from kb.checks import CHECKS, run_checks
from kb.corpus import Corpus
from kb.rules import RULES
from tests.unit.checks.conftest import MakeEntry


def test_checks_lists_every_check_of_a_corpus() -> None:
    """A check that nobody runs is found here: it takes a corpus alone and is called ``check_…``."""
    modules = [
        importlib.import_module(f"kb.checks.{info.name}") for info in pkgutil.iter_modules(kb.checks.__path__)
    ]
    defined = {
        value
        for module in modules
        for name, value in vars(module).items()
        if name.startswith("check_")
        and value.__module__ == module.__name__
        and list(value.__annotations__) == ["corpus", "return"]
    }
    assert defined == set(CHECKS)
    assert len(CHECKS) == len(defined)


def test_run_checks_sorts_and_knows_the_day(entry: MakeEntry) -> None:
    """Findings come by file and place, whichever check made them."""
    corpus = Corpus(
        (entry("tool", "b", id="P0001", topics=[]), entry("tool", "a", last_reviewed="2026-11-26", topics=[]))
    )
    found = run_checks(corpus, today=date(2026, 11, 25))
    assert found == sorted(found, key=lambda diagnostic: diagnostic.sort_key)
    assert {d.code for d in found} == {"KB201", "KB601", "KB611", "KB622"}
    assert not [d for d in run_checks(corpus, today=date(2026, 11, 26)) if d.code == "KB611"]


def test_run_checks_uses_rules_of_the_catalogue(entry: MakeEntry) -> None:
    """Every finding has a rule that editors can look up."""
    found = run_checks(Corpus((entry("tool", "Niet Goed", body="", summary="Kort"),)))
    assert found
    assert all(diagnostic.rule in RULES for diagnostic in found)
