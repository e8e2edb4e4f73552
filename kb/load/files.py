"""Which files of a project are read, and what is wrong with the others."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.diagnostics import Diagnostic
from kb.errors import KbError
from kb.load.fields import nearest
from kb.model import ENTRY_TYPES, TYPE_BY_FOLDER, EntryType
from kb.rules import Rule
from kb.rules.reading import SYMBOLIC_LINK, TOO_LARGE, UNKNOWN_PLACE, UNREADABLE, WRONG_EXTENSION
from kb.source import START_OF_FILE

PAGES_FOLDER = "pages"
IMAGES_FOLDER = "images"
IMAGE_ENDINGS = (".png", ".svg", ".jpg", ".webp")
_FOLDERS = tuple(row.folder for row in ENTRY_TYPES)


@dataclass(frozen=True, slots=True)
class EntryFile:
    """A file that holds an entry; ``path`` is relative to the project root."""

    path: str
    type: EntryType


def at_start(path: str, rule: Rule, message: str, hint: str) -> Diagnostic:
    """Return a finding about a file as a whole."""
    return Diagnostic(path, START_OF_FILE, rule, message, hint)


def entry_files(content: Path) -> tuple[list[EntryFile], list[Diagnostic]]:
    """Return the files that hold entries, by path, and a finding for everything that has no place there."""
    files: list[EntryFile] = []
    found: list[Diagnostic] = []
    for item in scan(content):
        path = f"{content.name}/{item.name}"
        if item.is_symlink():
            found.append(symbolic_link(path))
        elif not item.is_dir():
            found.append(_misplaced(path))
        elif item.name == IMAGES_FOLDER:
            found += _images(Path(item.path), path)
        elif item.name in TYPE_BY_FOLDER:
            _entries(Path(item.path), path, TYPE_BY_FOLDER[item.name], files, found)
        elif item.name != PAGES_FOLDER:
            found += [_unknown_folder(file, item.name) for file in _below(Path(item.path), path)]
    return files, found


def image_names(content: Path) -> frozenset[str]:
    """Return the names of the images that bodies can show."""
    folder = content / IMAGES_FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return frozenset()
    return frozenset(item.name for item in scan(folder) if item.is_file(follow_symlinks=False))


def scan(folder: Path) -> list[os.DirEntry[str]]:
    """Return what is in ``folder``, by name, without hidden files; raise `KbError` when unknown."""
    try:
        with os.scandir(folder) as items:
            found = sorted((i for i in items if not i.name.startswith(".")), key=lambda item: item.name)
    except OSError as error:
        raise KbError(f"De map {folder} is niet te lezen: {error.strerror}.") from error
    for item in found:
        if not item.name.isascii() and "\N{REPLACEMENT CHARACTER}" in _readable(item.name):
            raise KbError(
                f"In {folder} staat een naam die geen UTF-8 is: ‘{_readable(item.name)}’. Hernoem het."
            )
    return found


def _readable(name: str) -> str:
    return os.fsencode(name).decode(errors="replace")


def symbolic_link(path: str) -> Diagnostic:
    """Return the finding for a symbolic link, wherever it points."""
    hint = "Zet het bestand of de map zelf op deze plek."
    return at_start(path, SYMBOLIC_LINK, f"‘{path}’ is een snelkoppeling.", hint)


def read_bytes(root: str, path: str, most: int) -> bytes | Diagnostic:
    """Return what is in the file at ``path``, or why it is not read. Never follows a link, never waits."""
    try:
        handle = os.open(f"{root}/{path}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        return _unreadable(path, error)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return at_start(path, UNREADABLE, f"‘{path}’ is geen gewoon bestand.", "Haal het weg.")
        if status.st_size > most:
            message = f"Het bestand is {status.st_size} bytes groot; {most} is het meeste."
            return at_start(path, TOO_LARGE, message, "Kort het in, of verhoog max_file_bytes in kb.toml.")
        return os.read(handle, most)
    except OSError as error:
        return _unreadable(path, error)
    finally:
        os.close(handle)


def _unreadable(path: str, error: OSError) -> Diagnostic:
    reason = "geen toegang" if isinstance(error, PermissionError) else error.strerror or type(error).__name__
    hint = "Kijk of het bestand er is en of je het mag lezen."
    return at_start(path, UNREADABLE, f"‘{path}’ is niet te lezen: {reason}.", hint)


def _entries(
    folder: Path, path: str, entry_type: EntryType, files: list[EntryFile], found: list[Diagnostic]
) -> None:
    for item in scan(folder):
        below = f"{path}/{item.name}"
        if item.is_symlink():
            found.append(symbolic_link(below))
        elif item.is_dir():
            found += [_nested(file, path) for file in _below(Path(item.path), below)]
        elif item.name.endswith(".md"):
            files.append(EntryFile(below, entry_type))
        else:
            hint = "Een item eindigt op ‘.md’. Afbeeldingen horen in content/images/."
            found.append(at_start(below, WRONG_EXTENSION, f"‘{item.name}’ is geen Markdown-bestand.", hint))


def _images(folder: Path, path: str) -> Iterator[Diagnostic]:
    for item in scan(folder):
        below = f"{path}/{item.name}"
        if item.is_symlink():
            yield symbolic_link(below)
        elif item.is_dir():
            yield from _images(Path(item.path), below)
        elif not item.name.endswith(IMAGE_ENDINGS):
            hint = f"Een afbeelding eindigt op {', '.join(IMAGE_ENDINGS)}."
            yield at_start(below, WRONG_EXTENSION, f"‘{item.name}’ is geen afbeelding voor de site.", hint)


def _below(folder: Path, path: str) -> Iterator[str]:
    """Yield every file below ``folder``, and ``folder`` itself when there is none."""
    empty = True
    for item in scan(folder):
        empty = False
        below = f"{path}/{item.name}"
        if item.is_dir(follow_symlinks=False):
            yield from _below(Path(item.path), below)
        else:
            yield below
    if empty:
        yield path


def _misplaced(path: str) -> Diagnostic:
    hint = f"Zet het in de map van zijn soort: {', '.join(_FOLDERS)}."
    return at_start(path, UNKNOWN_PLACE, f"‘{path}’ staat niet in een map van een soort.", hint)


def _nested(path: str, folder: str) -> Diagnostic:
    return at_start(path, UNKNOWN_PLACE, f"‘{path}’ staat te diep.", f"Zet het in {folder}/ zelf.")


def _unknown_folder(path: str, folder: str) -> Diagnostic:
    near = nearest(folder, _FOLDERS)
    hint = f"Bedoelde je ‘{near}’?" if near else f"Gebruik een van deze mappen: {', '.join(_FOLDERS)}."
    return at_start(path, UNKNOWN_PLACE, f"‘{folder}’ is geen map van een soort.", hint)
