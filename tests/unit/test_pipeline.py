"""A project is read and checked as one; what is written beside the site is written whole."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from kb import pipeline
from kb.errors import KbError
from kb.model import TYPE_BY_NAME
from tests.unit.conftest import contents, edited

TOOL = "content/tools/voorbeeldtool.md"

WriteProject = Callable[..., Path]


@pytest.fixture
def project(write_project: WriteProject) -> Path:
    """Return a valid project."""
    return write_project({}, minimal=True)


def test_check_sorts_the_findings_of_reading_and_checking(project: Path) -> None:
    """Findings of both stand in one report, by file and place."""
    edited(project, TOOL, ("title:", "titel:"))
    edited(project, "content/cases/voorbeeldcase.md", ("- voorbeeldthema", "- nergens"))
    found = pipeline.check(project).diagnostics
    assert [d.path for d in found] == ["content/cases/voorbeeldcase.md", *[TOOL] * (len(found) - 1)]
    assert {d.code[:3] for d in found} == {"KB1", "KB3"}
    assert list(found) == sorted(found, key=lambda d: d.sort_key)


@pytest.mark.parametrize("enabled", [True, False])
def test_check_leaves_the_garbage_collector_as_it_was(project: Path, enabled: bool) -> None:
    """Also when reading fails."""
    broken = project.parent / "leeg"
    broken.mkdir()
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        pipeline.check(project)
        assert gc.isenabled() is enabled
        with pytest.raises(KbError):
            pipeline.check(broken)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_errors_are_the_findings_that_stop_a_build(project: Path) -> None:
    """A warning is shown and does not stop anything; an error does."""
    edited(project, TOOL, ("Dit is een voorbeeld.", f"Dit is een {'woord ' * 30}."))
    checked = pipeline.check(project)
    assert len(checked.diagnostics) == 1
    assert checked.errors == ()
    assert checked.knowledge_base().by_slug.keys() == checked.corpus.by_slug.keys()
    edited(project, TOOL, ("- voorbeeldthema", "- nergens"))
    with pytest.raises(KbError, match="kb check"):
        pipeline.check(project).knowledge_base()


@pytest.fixture
def two_mistakes(project: Path) -> pipeline.Checked:
    """Return a project with a mistake in a tool and one in a case."""
    edited(project, TOOL, ("- voorbeeldthema", "- nergens"))
    edited(project, "content/cases/voorbeeldcase.md", ("- voorbeeldthema", "- nergens"))
    return pipeline.check(project)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([], {"tools", "cases"}),
        (["content"], {"tools", "cases"}),
        (["content/tools"], {"tools"}),
        ([TOOL], {"tools"}),
        ([TOOL, "content/cases/"], {"tools", "cases"}),
        (["content/gaps"], set()),
        (["schema"], set()),
        (["content/tools/../cases"], {"cases"}),
    ],
)
def test_only_keeps_the_findings_in_files_and_folders(
    two_mistakes: pipeline.Checked,
    paths: list[str],
    expected: set[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All is checked, what was asked for is shown; paths count from the project when nothing is nearer."""
    monkeypatch.chdir(tmp_path)
    shown = two_mistakes.only([Path(path) for path in paths])
    assert {d.path.split("/")[1] for d in shown.diagnostics} == expected
    assert shown.corpus is two_mistakes.corpus


def test_only_counts_from_the_working_folder_first(
    two_mistakes: pipeline.Checked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who stands in the folder of the tools names a file there; an absolute path needs no folder."""
    tools = two_mistakes.paths.content / "tools"
    monkeypatch.chdir(tools)
    for path in (Path("voorbeeldtool.md"), Path(), tools):
        assert [d.path for d in two_mistakes.only([path]).diagnostics] == [TOOL]


def test_only_prefers_the_project_over_a_folder_of_the_same_name(
    two_mistakes: pipeline.Checked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot hold a finding is never asked for: a working folder with the same folders hides nothing."""
    (tmp_path / "elders/content/tools").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "elders")
    assert [d.path for d in two_mistakes.only([Path("content/tools")]).diagnostics] == [TOOL]


def test_only_refuses_a_path_that_is_not_there(two_mistakes: pipeline.Checked) -> None:
    """No findings for a mistyped path would look like no mistakes."""
    with pytest.raises(KbError, match="nergens bestaat niet in dit project"):
        two_mistakes.only([Path(TOOL), Path("content/nergens")])


def test_source_is_the_text_of_a_file_when_it_can_be_read(project: Path) -> None:
    """A finding in a file that is gone or is not text is still shown, without its line."""
    checked = pipeline.check(project)
    (project / "content/bom.md").write_bytes(b"\xef\xbb\xbfhallo")
    (project / "content/stuk.md").write_bytes(b"\xff")
    assert checked.source("content/bom.md") == "hallo"
    assert checked.source("content/stuk.md") is None
    assert checked.source("content/weg.md") is None
    assert checked.source("content") is None


def test_new_entry_takes_the_next_free_number(project: Path) -> None:
    """A number counts as taken too when its file cannot be read."""
    tool = (project / TOOL).read_text(encoding="utf-8")
    (project / "content/tools/stuk.md").write_text(
        tool.replace("T0001", "T0007").replace("kind:", "knd:"), "utf-8"
    )
    path = pipeline.new_entry(project, TYPE_BY_NAME["tool"], "Nieuw", "nieuw")
    assert path == "content/tools/nieuw.md"
    assert "\nid: T0008\n" in (project / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("type_name", "slug"),
    [("tool", "voorbeeldtool"), ("case", "voorbeeldtool"), ("case", "stuk"), ("tool", "")],
)
def test_new_entry_refuses_a_name_in_use(project: Path, type_name: str, slug: str) -> None:
    """Names are unique over all types, files that cannot be read included, and nothing is overwritten."""
    (project / "content/tools/stuk.md").write_text("stuk", encoding="utf-8")
    before = contents(project)
    with pytest.raises(KbError):
        pipeline.new_entry(project, TYPE_BY_NAME[type_name], "Titel", slug)
    assert contents(project) == before


@pytest.mark.parametrize("slug", ["../buiten", "../../buiten", "Met Spatie", "met/map", "a--b", "é"])
def test_new_entry_refuses_what_is_no_name(project: Path, slug: str) -> None:
    """What `kb check` would refuse is not written, and nothing lands outside the folder of the type."""
    before = contents(project.parent)
    with pytest.raises(KbError):
        pipeline.new_entry(project, TYPE_BY_NAME["tool"], "Titel", slug)
    assert contents(project.parent) == before
