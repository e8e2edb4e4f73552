"""The engine runs beside us: told what to build and where, heard when it fails, stopped when not needed."""

from __future__ import annotations

import json
import os
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.engine import CONFIG, SHELLS_ONLY, start_shells
from kb.errors import KbError

Engine = Callable[[str], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with a configuration of the engine."""
    root = tmp_path / "project"
    root.mkdir()
    (root / CONFIG).write_text("site_name: x\n", encoding="utf-8")
    return root


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Return the function that puts a script in the place of the engine's interpreter."""

    def replace(script: str) -> None:
        file = tmp_path / "python"
        file.write_text(
            f"#!{sys.executable}\nimport json, os, sys, time\n{textwrap.dedent(script)}", encoding="utf-8"
        )
        file.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(file))

    return replace


def alive(pid: int) -> bool:
    """Whether there is such a process; a dead one that nobody waited for counts."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_start_shells_needs_a_configuration(tmp_path: Path) -> None:
    """The wrong folder is a mistake in the call, told with what to do."""
    with pytest.raises(KbError, match=r"mkdocs\.yml ontbreekt in .*--root"):
        start_shells(tmp_path, tmp_path / "site")


def test_start_shells_says_what_to_build_and_where(
    root: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine is strict, gets absolute places, works in the project and leaves the filling to us."""
    engine(
        """
        told = {"arguments": sys.argv[1:], "folder": os.getcwd(), "only": os.environ.get("KB_SHELLS_ONLY")}
        open("told.json", "w").write(json.dumps(told))
        """
    )
    monkeypatch.chdir(root.parent)
    with start_shells(Path("project"), Path("elders/site")) as shells:
        shells.finish()
    told = json.loads((root / "told.json").read_text(encoding="utf-8"))
    assert told["arguments"] == [
        *("-m", "mkdocs", "build", "--strict"),
        *("--config-file", str(root / CONFIG)),
        *("--site-dir", str(root.parent / "elders/site")),
    ]
    assert told["folder"] == str(root)
    assert (told["only"], SHELLS_ONLY) == ("1", "KB_SHELLS_ONLY")
    assert shells.site == Path("elders/site")


def test_finish_shows_what_the_engine_printed_when_it_failed(root: Path, engine: Engine) -> None:
    """Both streams are shown, so that an editor sees which page is wrong."""
    engine("print('WARNING - pagina'); print('fout: é', file=sys.stderr); sys.exit(1)")
    with start_shells(root, root / "site") as shells, pytest.raises(KbError) as caught:
        shells.finish()
    lines = str(caught.value).splitlines()
    assert lines[0] == "MkDocs kon de vaste pagina's niet bouwen:"
    assert sorted(lines[1:]) == ["WARNING - pagina", "fout: é"]


def test_finish_reads_everything_the_engine_prints(root: Path, engine: Engine) -> None:
    """A talkative engine never waits for us with a full pipe."""
    engine("print('x' * 1_000_000)")
    with start_shells(root, root / "site") as shells:
        shells.finish()
    assert shells.process.returncode == 0


def test_engine_is_stopped_when_the_build_is_left(root: Path, engine: Engine) -> None:
    """When the content has errors nobody needs the shells: the process is gone when the block ends."""
    engine("time.sleep(60)")
    before = time.monotonic()
    with start_shells(root, root / "site") as shells:
        assert alive(shells.process.pid)
    assert time.monotonic() - before < 30
    assert not alive(shells.process.pid)


def test_engine_is_stopped_when_something_else_fails(root: Path, engine: Engine) -> None:
    """An exception of ours leaves no process behind, and is not hidden."""
    engine("time.sleep(60)")
    with pytest.raises(ValueError, match="van ons"), start_shells(root, root / "site") as shells:
        raise ValueError("van ons")
    assert not alive(shells.process.pid)
