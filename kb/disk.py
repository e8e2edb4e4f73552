"""Writes that leave the old or the new on disk, never half of either."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kb.errors import KbError


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that it is there complete or not at all."""
    if not target.parent.is_dir():
        raise KbError(f"De map {target.parent} bestaat niet.")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}-") as beside:
        fresh = Path(beside) / target.name
        fresh.write_bytes(data)
        fresh.replace(target)


def write_generated(root: Path, files: dict[str, str]) -> None:
    """Write generated files below the project root."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def stale(root: Path, files: dict[str, str]) -> Sequence[str]:
    """Return the paths of generated files that differ from what is on disk."""
    return [path for path, text in files.items() if _text_of(root / path) != text]


def _text_of(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def refuse_foreign(site: Path) -> None:
    """Refuse to replace a folder that is no site: a mistyped path must not cost somebody's files."""
    if site.exists() and not (site.is_dir() and (not any(site.iterdir()) or (site / "index.html").exists())):
        raise KbError(
            f"{site} bestaat al en is geen gebouwde site. Kies een andere map of haal die eerst weg."
        )


def swap(fresh: Path, site: Path, old: Path) -> None:
    """Put ``fresh`` in the place of ``site``; when that fails, the old site comes back."""
    if not site.exists():
        fresh.rename(site)
        return
    site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old)
