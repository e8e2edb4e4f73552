"""A change asks for what it touches: the content, or the shells too; anything else for nothing."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from watchdog.events import (
    DirCreatedEvent,
    DirModifiedEvent,
    FileClosedEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

from kb.serve.watch import CONTENT, SHELLS, Watcher, watched

ROOT = Path("/project")
CONTENT_CHANGE = FileModifiedEvent(str(ROOT / "kb.toml"))
SHELLS_CHANGE = FileModifiedEvent(str(ROOT / "mkdocs.yml"))


@pytest.fixture(autouse=True)
def _no_settling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take changes at once."""
    monkeypatch.setattr("kb.serve.watch._SETTLE", 0.0)


def taken(*events: FileSystemEvent) -> set[str]:
    """Return what a watcher gives after these events."""
    watcher = Watcher(ROOT)
    for event in events:
        watcher.on_any_event(event)
    return take(watcher)


def take(watcher: Watcher) -> set[str]:
    """Return what a watcher gives; fail when it would wait for ever."""
    given: list[set[str]] = []
    taker = threading.Thread(target=lambda: given.append(watcher.take()), daemon=True)
    taker.start()
    taker.join(10)
    assert given, "no change was noted"
    return given[0]


def asked(event: FileSystemEvent) -> set[str]:
    """Return what an event asks for; nothing is an answer too, as another change comes with it."""
    return (taken(event, CONTENT_CHANGE) - {CONTENT}) | (taken(event, SHELLS_CHANGE) - {SHELLS})


@pytest.mark.parametrize(
    "path",
    ["content/tools/x.md", "content/images/x.png", "schema/roles.yml", "kb.toml", "content/pagesx/y.md"],
)
def test_content_is_read_again(path: str) -> None:
    """Entries, images, lists and settings ask for reading, not for the engine."""
    assert asked(FileModifiedEvent(str(ROOT / path))) == {CONTENT}


@pytest.mark.parametrize(
    "path",
    [
        "content/pages/over/index.md",
        "site_overrides/shell.html",
        "site_overrides/assets/kb.css",
        "mkdocs.yml",
    ],
)
def test_shells_are_built_again(path: str) -> None:
    """Hand-written pages, the theme and the configuration of the engine ask for the engine."""
    assert asked(FileModifiedEvent(str(ROOT / path))) == {SHELLS}


@pytest.mark.parametrize(
    "path", ["site/index.html", "README.md", ".git/index", "kb/cli.py", "../content/x.md", ""]
)
def test_other_files_ask_for_nothing(path: str) -> None:
    """What the site is not made of does not reload it, our own output least of all."""
    assert asked(FileModifiedEvent(str((ROOT / path).resolve()))) == set()


def test_every_way_to_change_a_file_counts() -> None:
    """Written, made, removed, closed after writing, moved in, moved out."""
    tool, elsewhere = str(ROOT / "content/tools/x.md"), "/elders/x.md"
    events: tuple[FileSystemEvent, ...] = (
        FileModifiedEvent(tool),
        FileCreatedEvent(tool),
        FileDeletedEvent(tool),
        FileClosedEvent(tool),
        FileMovedEvent(tool, elsewhere),
        FileMovedEvent(elsewhere, tool),
    )
    assert [event for event in events if asked(event) != {CONTENT}] == []


def test_move_asks_for_both_ends() -> None:
    """A page that becomes an entry changes the shells and the content."""
    move = FileMovedEvent(str(ROOT / "content/pages/x.md"), str(ROOT / "content/tools/x.md"))
    assert taken(move) == {CONTENT, SHELLS}


def test_reading_a_file_is_no_change() -> None:
    """Else our own reading would set off the next one; a folder's event says nothing its files do not say."""
    tool = str(ROOT / "content/tools/x.md")
    events: tuple[FileSystemEvent, ...] = (
        FileOpenedEvent(tool),
        FileClosedNoWriteEvent(tool),
        DirModifiedEvent(str(ROOT / "content")),
        DirCreatedEvent(str(ROOT / "content/pages")),
    )
    assert [event for event in events if asked(event)] == []


def test_take_gathers_what_changed_and_forgets_it() -> None:
    """Changes that come together are one; the next time only new ones count."""
    watcher = Watcher(ROOT)
    watcher.on_any_event(SHELLS_CHANGE)
    watcher.on_any_event(CONTENT_CHANGE)
    assert take(watcher) == {SHELLS, CONTENT}
    watcher.on_any_event(CONTENT_CHANGE)
    assert take(watcher) == {CONTENT}


def test_end_lets_go_who_waits() -> None:
    """Who waits for a change is not kept waiting when there will be none; what was noted is left."""
    watcher = Watcher(ROOT)
    threading.Timer(0.05, watcher.end).start()
    assert take(watcher) == set()
    watcher.on_any_event(CONTENT_CHANGE)
    assert take(watcher) == set()


def test_take_waits_for_a_change_and_lets_it_settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is taken before something changed, and an editor that writes twice makes one change."""
    monkeypatch.setattr("kb.serve.watch._SETTLE", 60.0)
    watcher = Watcher(ROOT)
    changes = {0.02: CONTENT_CHANGE, 0.1: SHELLS_CHANGE}
    late = [threading.Timer(after, watcher.on_any_event, [event]) for after, event in changes.items()]
    for timer in late:
        timer.start()
    assert take(watcher) == {CONTENT, SHELLS}
    for timer in late:
        timer.join()


def test_watched_leaves_the_built_site_out(tmp_path: Path) -> None:
    """Only what the site is made from is watched in depth: a site of thousands of files is no news."""
    for name in ("content", "schema", "site", ".venv"):
        (tmp_path / name).mkdir()
    assert set(watched(tmp_path)) == {
        (tmp_path, False),
        (tmp_path / "content", True),
        (tmp_path / "schema", True),
    }
