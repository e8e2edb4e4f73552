"""Runs the site engine for the shells and the hand-written pages.

The engine is a command, never an import: another one (see docs/decisions/0004-shells.md) is a
change of this module and of the plugin.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from kb.errors import KbError

CONFIG = "mkdocs.yml"
SHELLS_ONLY = "KB_SHELLS_ONLY"
"""Environment variable that tells the plugin to make shells and leave the filling to us."""


@dataclass(frozen=True)
class ShellBuild:
    """A running build of shells and hand-written pages into ``site``; stops when left unfinished."""

    process: subprocess.Popen[str]
    site: Path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.returncode is None:
            self.process.kill()
            self.process.communicate()

    def finish(self) -> None:
        """Wait for the build; raise `KbError` with what the engine printed when it failed."""
        printed, _ = self.process.communicate()
        if self.process.returncode != 0:
            raise KbError(f"MkDocs kon de vaste pagina's niet bouwen:\n{printed.strip()}")


def start_shells(root: Path, site: Path) -> ShellBuild:
    """Start building the shells of the project at ``root`` into the folder ``site``.

    The build is strict: a broken link on a hand-written page fails it. It must not be quiet, as
    MkDocs does not count warnings then.
    """
    config = root / CONFIG
    if not config.is_file():
        raise KbError(f"{CONFIG} ontbreekt in {root}. Geef met --root de map van het project.")
    places = ("--config-file", config.resolve(), "--site-dir", site.resolve())
    environment = {**os.environ, SHELLS_ONLY: "1", "PYTHONUTF8": "1"}
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and paths
        (sys.executable, "-m", "mkdocs", "build", "--strict", *places),
        cwd=root,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return ShellBuild(process, site)
