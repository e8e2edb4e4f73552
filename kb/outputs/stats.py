"""The knowledge base in numbers, empty cells included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, EntryType, review
from kb.outputs.security_txt import validity
from kb.settings import Settings

_COUNTED = tuple(row for row in ENTRY_TYPES if row.name in {"tool", "case", "gap", "model", "source"})


def statistics(kb: KnowledgeBase, settings: Settings, today: date) -> str:
    """Return counts per type, topic and phase, what is empty, and what needs a new look ``today``."""
    blocks = [
        _table(("Soort", "Aantal"), [(row.plural, str(len(kb.of_type(row.name)))) for row in ENTRY_TYPES]),
        _by_tag("Thema", kb.topics, kb, "topic"),
        _by_tag("Fase", kb.phases, kb, "phase"),
        "Lege cellen van fase en thema (geen hulpmiddel en geen praktijkvoorbeeld):\n"
        + ("\n".join(f"  {cell}" for cell in _empty_cells(kb)) or "  geen"),
        f"Langer dan {review.MONTHS} maanden niet gecontroleerd op {today}, oudste eerst:\n"
        + ("\n".join(_overdue(kb, today)) or "  geen"),
        f"Meldpunt voor beveiliging (security.txt):\n  {validity(kb, settings, today)}",
    ]
    return "\n\n".join(blocks)


def _by_tag(title: str, tags: Sequence[LocatedEntry], kb: KnowledgeBase, kind: str) -> str:
    rows = [(tag.entry.title, *(_count(kb, row, kind, tag.slug) for row in _COUNTED)) for tag in tags]
    return _table((title, *(row.plural for row in _COUNTED)), rows)


def _count(kb: KnowledgeBase, row: EntryType, kind: str, slug: str) -> str:
    found = kb.find(row.name, topic=slug) if kind == "topic" else kb.find(row.name, phase=slug)
    return str(len(found))


def _empty_cells(kb: KnowledgeBase) -> Iterator[str]:
    for phase in kb.phases:
        for topic in kb.topics:
            if not any(kb.find(name, topic=topic.slug, phase=phase.slug) for name in ("tool", "case")):
                yield f"{phase.entry.title} × {topic.entry.title}"


def _overdue(kb: KnowledgeBase, today: date) -> Iterator[str]:
    """Yield a line for each entry that has to be checked anew: when it was, by which role, its file."""
    late = [e for e in kb.published if review.check_by(e.entry.last_reviewed) < today]
    for located in sorted(late, key=lambda e: (e.entry.last_reviewed, e.entry.id)):
        entry = located.entry
        yield f"  {entry.last_reviewed}  {entry.reviewed_by}  {located.path}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [
        "  ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (head, *rows)
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)
