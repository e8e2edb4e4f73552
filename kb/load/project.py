"""A whole project: where everything is, and all of it read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kb.corpus import BrokenEntry, Corpus, LocatedEntry
from kb.diagnostics import Diagnostic
from kb.errors import KbError
from kb.load.entries import read_entry
from kb.load.files import IMAGES_FOLDER, PAGES_FOLDER, EntryFile, entry_files, image_names, read_bytes
from kb.load.schema_files import read_schema
from kb.load.settings_file import read_settings
from kb.settings import Settings

_PROGRESS_STEP = 100


@dataclass(frozen=True, slots=True)
class ProjectPaths:
    """Where the parts of the project at ``root`` are; all absolute."""

    root: Path

    @property
    def content(self) -> Path:
        """The folder with a folder of entries for each type."""
        return self.root.absolute() / "content"

    @property
    def images(self) -> Path:
        """The folder with the images that bodies show."""
        return self.content / IMAGES_FOLDER

    @property
    def schema(self) -> Path:
        """The folder with the vocabularies and the glossary."""
        return self.root.absolute() / "schema"

    @property
    def pages(self) -> Path:
        """The folder with the hand-written pages."""
        return self.content / PAGES_FOLDER

    @property
    def settings_file(self) -> Path:
        """The file with settings; it need not be there."""
        return self.root.absolute() / "kb.toml"


def load_settings(paths: ProjectPaths) -> Settings:
    """Return the settings of the project; raise `KbError` for an unknown name or a wrong type."""
    return read_settings(paths.settings_file)


def load_corpus(
    paths: ProjectPaths, settings: Settings, *, progress: Callable[[int, int], None] | None = None
) -> tuple[Corpus, list[Diagnostic]]:
    """Read everything below ``content/`` and ``schema/``.

    Each file becomes an entry, or a broken entry with at least one finding. ``progress`` is told
    how many of how many files are read. Raises `KbError` when there is no content to read.
    """
    for folder in (paths.content, paths.schema):
        if folder.is_symlink():
            raise KbError(f"{folder} is een snelkoppeling. Zet de map zelf in het project.")
    if not paths.content.is_dir():
        raise KbError(f"{paths.content} bestaat niet. Geef met --root de map van het project.")
    files, found = entry_files(paths.content)
    root = str(paths.content.parent)
    entries: list[LocatedEntry] = []
    broken: list[BrokenEntry] = []
    for done, file in enumerate(files, start=1):
        result, problems = _read(root, settings, file)
        found += problems
        if isinstance(result, LocatedEntry):
            entries.append(result)
        else:
            broken.append(result)
        if progress and (done % _PROGRESS_STEP == 0 or done == len(files)):
            progress(done, len(files))
    vocabularies, data, problems = read_schema(paths.schema)
    images = image_names(paths.content)
    return Corpus(tuple(entries), tuple(broken), vocabularies, data, images), [*found, *problems]


def _read(
    root: str, settings: Settings, file: EntryFile
) -> tuple[LocatedEntry | BrokenEntry, list[Diagnostic]]:
    content = read_bytes(root, file.path, settings.max_file_bytes)
    if isinstance(content, Diagnostic):
        return BrokenEntry(file.type, Path(file.path).stem, file.path), [content]
    return read_entry(content, file.type, file.path)
