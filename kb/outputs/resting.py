"""What rests on a synthesis or source: on its own page, or on a page beside it when it is a lot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.markdown import anchor_of
from kb.model import ENTRY_TYPES, Synthesis
from kb.model.synthesis import Chapter
from kb.outputs import urls

MANY = 60
"""More entries than this make a page heavy that is about something else."""

ELSEWHERE = "Elders in de synthese"


class Part(NamedTuple):
    """Some of what rests on a work, under a heading."""

    title: str
    anchor: str
    entries: tuple[LocatedEntry, ...]


def is_beside(kb: KnowledgeBase, located: LocatedEntry) -> bool:
    """Whether what rests on an entry has a page of its own."""
    return located.type.name in {"synthesis", "source"} and len(kb.supported_by(located.slug)) > MANY


def address(located: LocatedEntry) -> str:
    """Return the address of the page with all that rests on an entry."""
    return f"{urls.entry_address(located)}{urls.RESTING}"


def parts(kb: KnowledgeBase, located: LocatedEntry) -> tuple[Part, ...]:
    """Return what rests on a synthesis by chapter, on a source by type; no empty parts."""
    found = _chapters(kb, located) if isinstance(located.entry, Synthesis) else _types(kb, located)
    return tuple(part for part in found if part.entries)


def by_chapter(
    kb: KnowledgeBase, located: LocatedEntry
) -> Iterator[tuple[Chapter, tuple[LocatedEntry, ...]]]:
    """Yield the chapters of a synthesis, each with the entries whose provenance names it."""
    synthesis = kb.entry(located.slug, Synthesis)
    held: dict[str, list[LocatedEntry]] = {chapter.title: [] for chapter in synthesis.chapters}
    for other in kb.supported_by(located.slug):
        sections = {p.section.split(" > ")[0] for p in other.entry.provenance if p.source == located.slug}
        for title in sections & held.keys():
            held[title].append(other)
    for chapter in synthesis.chapters:
        yield chapter, tuple(held[chapter.title])


def _chapters(kb: KnowledgeBase, located: LocatedEntry) -> Iterator[Part]:
    placed: set[str] = set()
    for chapter, entries in by_chapter(kb, located):
        placed.update(entry.slug for entry in entries)
        yield Part(chapter.title, anchor_of(chapter.title), entries)
    rest = tuple(entry for entry in kb.supported_by(located.slug) if entry.slug not in placed)
    yield Part(ELSEWHERE, anchor_of(ELSEWHERE), rest)


def _types(kb: KnowledgeBase, located: LocatedEntry) -> Iterator[Part]:
    supported = kb.supported_by(located.slug)
    for row in ENTRY_TYPES:
        yield Part(row.plural, row.path, tuple(entry for entry in supported if entry.type is row))
