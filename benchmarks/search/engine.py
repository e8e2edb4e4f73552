"""What every engine that is compared has: a folder with pages that answer, and an index in it."""

from __future__ import annotations

import gzip
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
_LEVEL = 6
"""How hard web hosts compress."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine with its index, ready to be served.

    ``page`` is the address below ``folder`` of a page that answers ``?q=``; when ``result`` matches
    in it, the first result is there, or the word that there is none. ``window.ask`` of that page
    answers queries with slugs, once ``script`` has run. ``built`` is what making the index took, in
    seconds of CPU.
    """

    name: str
    folder: Path
    index: tuple[Path, ...]
    built: float
    page: str = ""
    result: str = "ol li"
    script: str = ""
    note: str = ""


def cpu_seconds() -> float:
    """Return the seconds of CPU that this process and its finished children took."""
    return sum(os.times()[:4])


def compressed(data: bytes) -> bytes:
    """Return ``data`` as a web host would send it."""
    return gzip.compress(data, _LEVEL, mtime=0)


def put_page(folder: Path, ask: str, *others: str) -> None:
    """Write the page that asks an engine, with the script ``ask`` that knows the engine."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("index.html", "page.js", *others):
        shutil.copyfile(PAGES / name, folder / name)
    shutil.copyfile(PAGES / ask, folder / "ask.js")
