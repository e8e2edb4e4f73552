"""A build puts a whole site in place or changes nothing, and leaves no file over."""

from __future__ import annotations

import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kb import pipeline
from kb.errors import KbError
from kb.outputs import urls
from tests.unit.conftest import contents, edited

ROOT = Path(__file__).parents[2]
TOOL = "content/tools/voorbeeldtool.md"

WriteProject = Callable[..., Path]
Shells = Callable[[Path], None]


@pytest.fixture
def project(write_project: WriteProject) -> Path:
    """Return a valid project with a configuration of the engine."""
    return write_project({"mkdocs.yml": "site_name: x\n"}, minimal=True)


@pytest.fixture
def site(project: Path) -> Path:
    """Return a site that was built before, beside a file of somebody else."""
    site = project.parent / "publiek/site"
    (site / "tools").mkdir(parents=True)
    (site / "index.html").write_text("vorige", encoding="utf-8")
    (site / "tools/oud.html").write_text("oud", encoding="utf-8")
    (site.parent / "ander.txt").write_text("blijft", encoding="utf-8")
    return site


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write_shells: Shells) -> Callable[[str], None]:
    """Return the function that lets a shell script be the engine; ``copy`` in it gives good shells."""
    shells = tmp_path / "shells"
    write_shells(shells)
    (shells / "assets").mkdir()
    (shells / "assets/stijl.css").write_text("p{}", encoding="utf-8")

    def replace(script: str) -> None:
        file = tmp_path / "python"
        copy = f'for last; do :; done; copy() {{ cp -r "{shells}" "$last"; }}'
        file.write_text(f"#!/bin/sh\n{copy}\n{script}\n", encoding="utf-8")
        file.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(file))

    replace("copy")
    return replace


def build(project: Path, site: Path) -> pipeline.Checked:
    """Build without an index, which no test here is about."""
    return pipeline.build(project, site, with_search=False)


@pytest.mark.usefixtures("engine")
def test_build_puts_the_whole_site_in_place(project: Path, site: Path) -> None:
    """Shells, pages and exports of now are there, nothing of before is, and nothing is left beside."""
    checked = build(project, site)
    built = contents(site)
    assert checked.errors == ()
    assert {
        "tools/voorbeeldtool/index.html",
        "assets/stijl.css",
        urls.ENTRIES_JSON,
        urls.ENTRIES_SCHEMA,
    } <= built.keys()
    assert b"Voorbeeldtool" in built["tools/voorbeeldtool/index.html"]
    assert "tools/oud.html" not in built
    assert sorted(path.name for path in site.parent.iterdir()) == ["ander.txt", "site"]
    assert stat.S_IMODE(site.stat().st_mode) & 0o055 == 0o055


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("there", [False, True])
def test_build_makes_a_new_site(project: Path, tmp_path: Path, there: bool) -> None:
    """A folder that is not there, parents included, or that is empty, becomes the site."""
    site = tmp_path / "nieuw/diep/site"
    if there:
        site.mkdir(parents=True)
    build(project, site)
    assert (site / "tools/voorbeeldtool/index.html").is_file()
    assert list(site.parent.iterdir()) == [site]


@pytest.mark.usefixtures("engine")
def test_build_gives_the_same_bytes_twice(project: Path, tmp_path: Path) -> None:
    """Also over its own outcome."""
    for name in ("een", "twee", "twee"):
        build(project, tmp_path / name)
    assert contents(tmp_path / "een") == contents(tmp_path / "twee")


def _broken_content(project: Path, _engine: Callable[[str], None], _patch: pytest.MonkeyPatch) -> None:
    edited(project, TOOL, ("title:", "titel:"))


def _failing_engine(_project: Path, engine: Callable[[str], None], _patch: pytest.MonkeyPatch) -> None:
    engine("copy; echo 'WARNING - link'; exit 1")


def _engine_without_shells(_project: Path, engine: Callable[[str], None], _patch: pytest.MonkeyPatch) -> None:
    engine('mkdir "$last"')


def _wrong_settings(project: Path, _engine: Callable[[str], None], _patch: pytest.MonkeyPatch) -> None:
    (project / "kb.toml").write_text("kleur = 1\n", encoding="utf-8")


def _failing_pages(_project: Path, _engine: Callable[[str], None], patch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> bytes:
        raise ZeroDivisionError

    patch.setattr("kb.outputs.exports.entries_json", fail)


def _failing_swap(_project: Path, _engine: Callable[[str], None], patch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "site" and self.parent.name.startswith(".site-"):
            raise PermissionError("geen toegang")
        return rename(self, target)

    patch.setattr(Path, "rename", fail)


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (_broken_content, None),
        (_failing_engine, KbError),
        (_engine_without_shells, KbError),
        (_wrong_settings, KbError),
        (_failing_pages, ZeroDivisionError),
        (_failing_swap, PermissionError),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)).strip("_"),
)
def test_build_that_fails_changes_nothing(
    *,
    spoil: Callable[..., None],
    error: type[Exception] | None,
    project: Path,
    site: Path,
    engine: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever goes wrong, the site of before is there byte for byte and nothing is left beside it."""
    before = contents(site.parent)
    spoil(project, engine, monkeypatch)
    if error:
        with pytest.raises(error):
            build(project, site)
    else:
        assert build(project, site).errors
    assert contents(site.parent) == before


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("foreign", ["folder", "file"])
def test_build_refuses_what_is_no_site(project: Path, tmp_path: Path, foreign: str) -> None:
    """A mistyped path costs nobody their files."""
    target = tmp_path / "papieren"
    if foreign == "folder":
        target.mkdir()
        (target / "brief.txt").write_text("belangrijk", encoding="utf-8")
    else:
        target.write_text("belangrijk", encoding="utf-8")
    before = contents(tmp_path)
    with pytest.raises(KbError, match="geen gebouwde site"):
        build(project, target)
    assert contents(tmp_path) == before


@pytest.mark.usefixtures("engine")
def test_build_into_a_linked_folder(project: Path, site: Path, tmp_path: Path) -> None:
    """A site that is a link to a folder elsewhere is built anew like any other."""
    link = tmp_path / "link"
    link.symlink_to(site)
    build(project, link)
    assert (link / "tools/voorbeeldtool/index.html").is_file()


@pytest.mark.usefixtures("engine")
def test_build_tells_how_far_it_is(project: Path, site: Path) -> None:
    """Reading ends at all of all, and every stage is named."""
    seen: list[tuple[str, int, int]] = []
    pipeline.build(project, site, progress=lambda *told: seen.append(told))
    assert list(dict.fromkeys(stage for stage, _, _ in seen)) == [
        "Lezen",
        "Controleren",
        "Vaste pagina's",
        "Pagina's",
        "Zoekindex",
    ]
    assert ("Lezen", 8, 8) in seen
    assert (site / "zoekindex/start.json").is_file()


@pytest.mark.site
def test_build_with_the_real_engine(project: Path, site: Path) -> None:
    """MkDocs makes the shells in the folder that is swapped in, and a broken link on a page stops it."""
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    shutil.copytree(ROOT / "site_overrides", project / "site_overrides")
    shutil.rmtree(project / "content/pages")
    shutil.copytree(ROOT / "content/pages", project / "content/pages")
    build(project, site)
    built = contents(site)
    assert b"Voorbeeldtool" in built["tools/voorbeeldtool/index.html"]
    assert "over/index.html" in built
    page = next((project / "content/pages").rglob("*.md"))
    page.write_text(f"{page.read_text(encoding='utf-8')}\n[weg](nergens.md)\n", encoding="utf-8")
    with pytest.raises(KbError, match=r"nergens\.md"):
        build(project, site)
    assert contents(site) == built
