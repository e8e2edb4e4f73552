"""Runs the cases of ``tests/cases/``: a project in, exactly these findings out.

A case file holds one case, or several separated by ``---``:

- ``base: minimal`` starts from the valid project of ``tests/minimal/``; without it from nothing;
- ``project`` maps paths to texts (``null`` takes a file of the base away), ``bytes`` maps paths to
  base64, ``links`` maps paths to the targets of symbolic links, ``pipes`` lists named pipes;
- ``expect`` lists all findings in order, as ``path:line:column CODE`` or, to pin the wording too,
  ``path:line:column CODE message | hint``;
- ``silent`` lists the rules that this case shows to be silent where they might wrongly speak.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.checks import run_checks
from kb.diagnostics import Diagnostic
from kb.load import ProjectPaths, load_corpus, load_settings
from kb.rules import RULES, Rule

CASES = Path(__file__).parent / "cases"
_KEYS = {"base", "project", "bytes", "links", "pipes", "expect", "silent", "about"}


@dataclass(frozen=True)
class Case:
    """One case with the name that pytest shows."""

    name: str
    data: dict[str, Any]


def _read() -> Iterator[Case]:
    for file in sorted(CASES.rglob("*.yml")):
        documents = list(yaml.safe_load_all(file.read_text(encoding="utf-8")))
        for number, data in enumerate(documents, start=1):
            suffix = f"#{number}" if len(documents) > 1 else ""
            yield Case(f"{file.relative_to(CASES).with_suffix('').as_posix()}{suffix}", data)


ALL = tuple(_read())


def _files(data: dict[str, Any]) -> dict[str, str | bytes | None]:
    decoded = {path: base64.b64decode(text) for path, text in data.get("bytes", {}).items()}
    return {**data.get("project", {}), **decoded}


def _spelled(found: Diagnostic, *, like: str) -> str:
    """Spell a finding as an expectation does: with its texts only when the expectation has them."""
    start = found.span.start
    short = f"{found.path}:{start.line}:{start.column} {found.code}"
    return f"{short} {found.message} | {found.hint}" if "|" in like else short


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_case_gives_exactly_these_findings(case: Case, write_project: Callable[..., Path]) -> None:
    """A project gives all expected findings, in order, and no others."""
    data = case.data
    assert data.keys() <= _KEYS
    root = write_project(_files(data), minimal=data.get("base") == "minimal")
    for path, target in data.get("links", {}).items():
        (root / path).symlink_to(target)
    for path in data.get("pipes", ()):
        os.mkfifo(root / path)
    paths = ProjectPaths(root)
    corpus, found = load_corpus(paths, load_settings(paths))
    found = sorted([*found, *run_checks(corpus)], key=lambda diagnostic: diagnostic.sort_key)
    expected = [*data["expect"], *[""] * len(found)]
    assert [_spelled(d, like=like) for d, like in zip(found, expected, strict=False)] == data["expect"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_has_a_firing_and_a_silent_case(rule: Rule) -> None:
    """Every rule is shown to speak where it must and to keep silent where it might wrongly speak."""
    fires = {c.name for c in ALL if any(f" {rule.code}" in line for line in c.data["expect"])}
    silent = {c.name for c in ALL if rule.code in c.data.get("silent", ())}
    assert fires, f"no case in tests/cases/ fires {rule.code} {rule.name}"
    assert silent - fires, f"no case in tests/cases/ lists {rule.code} {rule.name} as silent"
