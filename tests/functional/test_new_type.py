"""A new type of entry is one model module, one template and one row in the table; nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

_MODEL = '''
"""Bijeenkomsten: where people meet."""

from __future__ import annotations

from typing import Annotated

from kb.model.entry import Entry, Slug, Text
from kb.model.markers import EntryRef, InVocabulary


class Event(Entry):
    """Een bijeenkomst."""

    venue: Text
    """Waar het is."""
    layers: tuple[Annotated[Slug, InVocabulary("layers")], ...] = ()
    """Niveau."""
    about: Annotated[Slug, EntryRef("topic")]
    """Het thema van de bijeenkomst (slug)."""
'''
_TEMPLATE = '{% extends "entry.html" %}{% block answer %}<p class="venue">{{ entry.venue }}</p>{% endblock %}'
_ROW = """    EntryType("event", "events", "E", "agenda", Event, "Bijeenkomst", "Bijeenkomsten",
              ("Wat gebeurt er?",), ("layers", "topics")),
"""
_ENTRY = """---
id: E0001
title: Dag van het netwerk
summary: Een dag voor netwerken die van elkaar willen leren. Je neemt je eigen vraag mee.
topics: [vertrouwen]
venue: Zaal in de buurt
layers: [meso]
about: vertrouwen
last_reviewed: 2026-01-01
reviewed_by: redactie
---

## Wat gebeurt er?

Mensen ontmoeten elkaar.
"""


def run(code: Path, project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run `kb` from the changed copy of the code on the project."""
    return subprocess.run(
        [sys.executable, "-m", "kb", *command, "--root", str(project)],
        cwd=code,
        env={"PYTHONPATH": str(code), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """Return a copy of the code with a ninth type."""
    code = tmp_path / "code"
    shutil.copytree(ROOT / "kb", code / "kb", ignore=shutil.ignore_patterns("__pycache__"))
    (code / "kb/model/event.py").write_text(_MODEL.lstrip(), encoding="utf-8")
    (code / "kb/templates/event.html").write_text(_TEMPLATE, encoding="utf-8")
    table = code / "kb/model/__init__.py"
    text = table.read_text(encoding="utf-8")
    text = text.replace(
        "from kb.model.case import Case\n",
        "from kb.model.case import Case\nfrom kb.model.event import Event\n",
    )
    start = text.index("    EntryType(")
    table.write_text(text[:start] + _ROW + text[start:], encoding="utf-8")
    return code


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the real content with one entry of the new type."""
    project = tmp_path / "project"
    for part in ("content", "schema", "site_overrides"):
        shutil.copytree(ROOT / part, project / part)
    shutil.copy2(ROOT / "mkdocs.yml", project)
    (project / "content/events").mkdir()
    (project / "content/events/dag-van-het-netwerk.md").write_text(_ENTRY, encoding="utf-8")
    return project


@pytest.mark.site
def test_new_type_is_checked_built_and_exported(code: Path, project: Path) -> None:
    """Checks, pages, facets, permalink, export, schema and reference follow from the row."""
    checked = run(code, project, "check", "--strict")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    built = run(code, project, "build", "--no-search")
    assert built.returncode == 0, built.stdout + built.stderr
    site = project / "site"
    assert "Zaal in de buurt" in (site / "agenda/dag-van-het-netwerk/index.html").read_text(encoding="utf-8")
    assert "Dag van het netwerk" in (site / "agenda/index.html").read_text(encoding="utf-8")
    assert (site / "id/E0001/index.html").exists()
    assert list((site / "agenda").glob("*/meso/index.html"))
    exported = json.loads((site / "api/v1/entries.json").read_text(encoding="utf-8"))
    assert [e["venue"] for e in exported if e["type"] == "event"] == ["Zaal in de buurt"]
    assert run(code, project, "schema").returncode == 0
    assert "Waar het is." in (project / "schema/generated/event.schema.json").read_text(encoding="utf-8")
    assert "## Bijeenkomst (`event`)" in (project / "docs/velden.md").read_text(encoding="utf-8")


def test_new_type_gets_the_same_checks(code: Path, project: Path) -> None:
    """References, terms and headings of the new type are checked without a line of new checking code."""
    entry = project / "content/events/dag-van-het-netwerk.md"
    text = entry.read_text(encoding="utf-8")
    text = text.replace("about: vertrouwen", "about: vertrouwn").replace("[meso]", "[mezo]")
    entry.write_text(text.replace("## Wat gebeurt er?", "## Wat doen we?"), encoding="utf-8")
    found = json.loads(run(code, project, "check", "--format", "json").stdout)
    places = {
        (f["line"], f["code"][:3]) for f in found if f["path"] == "content/events/dag-van-het-netwerk.md"
    }
    assert {(7, "KB2"), (8, "KB3")} <= places
    assert any(code == "KB4" for _, code in places)
