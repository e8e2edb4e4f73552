"""All that loaded: entries with their places, references still slugs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from kb.model import Entry, EntryType, Vocabularies
from kb.model.entry import Record
from kb.source import Locator


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown below the front matter; ``first_line`` is its first line's number in the file."""

    text: str
    first_line: int


@dataclass(frozen=True, slots=True)
class LocatedEntry:
    """A valid entry together with where it came from.

    ``path`` is relative to the project root with forward slashes; ``slug`` is the file stem.
    """

    entry: Entry
    type: EntryType
    slug: str
    path: str
    body: Body
    where: Locator


@dataclass(frozen=True, slots=True)
class BrokenEntry:
    """A file that is there but could not be loaded; references to it are not a second mistake."""

    type: EntryType
    slug: str
    path: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class LocatedData:
    """A valid file of ``schema/`` together with where it came from, so that checks can look inside."""

    record: Record
    path: str
    where: Locator


@dataclass(frozen=True)
class Corpus:
    """Everything below ``content/`` and ``schema/`` that could be read; images by file name."""

    entries: tuple[LocatedEntry, ...]
    broken: tuple[BrokenEntry, ...] = ()
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    data: tuple[LocatedData, ...] = ()
    images: frozenset[str] = frozenset()

    @cached_property
    def by_slug(self) -> Mapping[str, LocatedEntry]:
        """Entries by slug; of duplicates the first by path."""
        found: dict[str, LocatedEntry] = {}
        for located in self.entries:
            found.setdefault(located.slug, located)
        return MappingProxyType(found)

    @cached_property
    def broken_slugs(self) -> frozenset[str]:
        """Slugs of the files that could not be loaded."""
        return frozenset(broken.slug for broken in self.broken)
