"""What changed in a project, as told by the file system."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)

from kb import engine

CONTENT, SHELLS = "content", "shells"
"""What a change asks for: reading the content again, or building the shells too."""

CHANGES = (FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent)
"""What to hear of: reading thousands of files must not fill the queue of the system."""

_SETTLE = 0.05


def watched(root: Path) -> Iterator[tuple[Path, bool]]:
    """Yield the folders to watch, and whether all below counts; never the built site in the project."""
    yield root, False
    for name in ("content", "schema", "site_overrides"):
        if (root / name).is_dir():
            yield root / name, True


class Watcher(FileSystemEventHandler):
    """Collects what changed until the worker takes it."""

    def __init__(self, root: Path) -> None:
        """Watch below ``root``, which must be resolved."""
        self._root = root
        self._kinds: set[str] = set()
        self._ended = False
        self._some = threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a written, moved or removed file that the site is made from."""
        if event.event_type in {"opened", "closed_no_write"} or event.is_directory:
            return
        for path in filter(None, (event.src_path, event.dest_path)):
            if kind := self._kind(Path(str(path))):
                with self._some:
                    self._kinds.add(kind)
                    self._some.notify_all()

    def _kind(self, path: Path) -> str | None:
        inside = path.relative_to(self._root).parts if path.is_relative_to(self._root) else ()
        if inside[:2] == ("content", "pages") or inside[:1] in {("site_overrides",), (engine.CONFIG,)}:
            return SHELLS
        return CONTENT if inside[:1] in {("content",), ("schema",), ("kb.toml",)} else None

    def end(self) -> None:
        """Let the worker go: what it takes from now on is nothing."""
        with self._some:
            self._ended = True
            self._some.notify_all()

    def take(self) -> set[str]:
        """Wait for a change, let it settle, and return what kinds of files changed; none at the end."""
        with self._some:
            self._some.wait_for(lambda: self._kinds or self._ended)
            if self._ended:
                return set()
            self._some.wait(_SETTLE)
            kinds, self._kinds = self._kinds, set()
            return kinds
