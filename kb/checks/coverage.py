"""Checks KB621-KB623: what only shows in the whole: empty topics, entries nobody finds, phase numbers."""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus import Corpus, LocatedEntry
from kb.diagnostics import Diagnostic
from kb.model import EntryRef, Phase, marked
from kb.rules.completeness import EMPTY_TOPIC, ORPHAN, PHASE_NUMBER

_FOUND_THROUGH_OTHERS = frozenset({"tool", "case", "gap", "model", "source"})
"""Types that readers reach through topics, phases and other entries; the others have a menu."""


def check_topics(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every topic that no published entry has."""
    used = {topic for located in corpus.entries if _is_published(located) for topic in located.entry.topics}
    for located in corpus.entries:
        if located.type.name == "topic" and _is_published(located) and located.slug not in used:
            yield Diagnostic(
                located.path,
                located.where.value(("title",)),
                EMPTY_TOPIC,
                f"Geen enkel gepubliceerd item heeft het thema ‘{located.slug}’.",
                "Geef items dit thema, of maak er nog een concept van: status: draft.",
                "title",
            )


def check_orphans(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every published entry to which no topic, phase or other entry leads."""
    lonely = [
        located
        for located in corpus.entries
        if located.type.name in _FOUND_THROUGH_OTHERS
        and _is_published(located)
        and not located.entry.topics
        and not located.entry.phases
    ]
    if not lonely:
        return
    reached = _reached(corpus)
    for located in lonely:
        if located.slug not in reached and not _in_a_body(corpus, located):
            yield Diagnostic(
                located.path,
                located.where.value(("title",)),
                ORPHAN,
                f"Niets leidt naar ‘{located.slug}’.",
                "Geef het item een thema of fase, of verwijs ernaar in een ander item.",
                "title",
            )


def _reached(corpus: Corpus) -> frozenset[str]:
    """Return what the fields of entries and lists refer to."""
    records = (*(located.entry for located in corpus.entries), *(data.record for data in corpus.data))
    return frozenset(slug for record in records for _, slug, _ in marked(record, EntryRef))


def _in_a_body(corpus: Corpus, target: LocatedEntry) -> bool:
    link = f"/{target.type.folder}/{target.slug}.md"
    return any(link in located.body.text for located in corpus.entries if located is not target)


def check_phase_numbers(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every phase whose number is taken, or above their count."""
    if any(broken.type.name == "phase" for broken in corpus.broken):
        return
    phases = [
        (located.entry.number, located) for located in corpus.entries if isinstance(located.entry, Phase)
    ]
    first: dict[int, LocatedEntry] = {}
    for number, located in phases:
        earlier = first.setdefault(number, located)
        if earlier is not located:
            line = earlier.where.value(("number",)).start.line
            yield _number(located, f"Nummer ‘{number}’ is al van {earlier.path}:{line}.")
        elif number > len(phases):
            yield _number(located, f"Er zijn {len(phases)} fasen, dus ‘{number}’ is te hoog.")


def _number(located: LocatedEntry, message: str) -> Diagnostic:
    return Diagnostic(
        located.path,
        located.where.value(("number",)),
        PHASE_NUMBER,
        message,
        "Nummer de fasen van 1 af, elk nummer één keer.",
        "number",
    )


def _is_published(located: LocatedEntry) -> bool:
    return located.entry.status == "published"
