"""A project is read whole: every file an entry, or a broken entry with a finding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.errors import KbError
from kb.load import ProjectPaths, load_corpus, load_settings
from kb.model import ENTRY_TYPES
from kb.settings import Settings


def test_load_corpus_reads_the_minimal_project(write_project: Callable[..., Path]) -> None:
    """One entry of every type, in the order of their paths, without a finding."""
    paths = ProjectPaths(write_project({}, minimal=True))
    corpus, found = load_corpus(paths, load_settings(paths))
    assert not found
    assert {located.type for located in corpus.entries} == set(ENTRY_TYPES)
    assert [located.path for located in corpus.entries] == sorted(located.path for located in corpus.entries)
    assert not corpus.broken


def test_load_corpus_reports_every_broken_file(write_project: Callable[..., Path]) -> None:
    """Three broken files are three broken entries; the others are read."""
    broken = {f"content/tools/stuk-{number}.md": "---\nid: T000" for number in range(3)}
    paths = ProjectPaths(write_project(broken, minimal=True))
    corpus, found = load_corpus(paths, load_settings(paths))
    assert [finding.path for finding in found] == list(broken)
    assert corpus.broken_slugs == {"stuk-0", "stuk-1", "stuk-2"}
    assert len(corpus.entries) == len(ENTRY_TYPES)


def test_load_corpus_tells_how_far_it_is(write_project: Callable[..., Path]) -> None:
    """Progress ends at all of all."""
    seen: list[tuple[int, int]] = []
    paths = ProjectPaths(write_project({}, minimal=True))
    load_corpus(paths, Settings(), progress=lambda done, total: seen.append((done, total)))
    assert seen == [(8, 8)]


def test_load_corpus_keeps_the_slug_of_a_file_it_does_not_read(write_project: Callable[..., Path]) -> None:
    """A file over the limit is a broken entry, so references to it are no second mistake."""
    paths = ProjectPaths(write_project({"content/tools/groot.md": "x" * 5000}, minimal=True))
    corpus, (finding,) = load_corpus(paths, Settings(max_file_bytes=4000))
    assert finding.rule.name == "too-large"
    assert corpus.broken_slugs == {"groot"}


def test_load_corpus_needs_content(tmp_path: Path) -> None:
    """The wrong folder is a mistake in the call."""
    with pytest.raises(KbError, match="--root"):
        load_corpus(ProjectPaths(tmp_path), Settings())


@pytest.mark.parametrize("folder", ["content", "schema"])
def test_load_corpus_refuses_a_linked_folder(tmp_path: Path, folder: str) -> None:
    """A link could bring in files from anywhere."""
    (tmp_path / "content").mkdir()
    elsewhere = tmp_path / "elders"
    (tmp_path / folder).rename(elsewhere) if folder == "content" else elsewhere.mkdir()
    (tmp_path / folder).symlink_to(elsewhere)
    with pytest.raises(KbError, match="snelkoppeling"):
        load_corpus(ProjectPaths(tmp_path), Settings())


def test_project_paths_are_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also when the root is the working folder."""
    monkeypatch.chdir(tmp_path)
    paths = ProjectPaths(Path())
    assert paths.content == tmp_path / "content"
    assert paths.pages == tmp_path / "content/pages"
    assert paths.schema == tmp_path / "schema"
    assert paths.settings_file == tmp_path / "kb.toml"
