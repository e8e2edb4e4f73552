"""Check KB306: where something stands in a synthesis begins with a chapter of that synthesis."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks.nearest import Names, did_you_mean
from kb.corpus import Corpus, LocatedEntry
from kb.diagnostics import Diagnostic
from kb.model import Synthesis
from kb.rules.references import UNKNOWN_CHAPTER

BELOW = " > "
"""What stands between a chapter and the paragraph, box or table in it."""


def check_chapters(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every provenance in a synthesis that names none of its chapters."""
    chapters = {
        located.slug: frozenset(chapter.title for chapter in located.entry.chapters)
        for located in corpus.entries
        if isinstance(located.entry, Synthesis) and located.entry.chapters
    }
    names = {slug: Names(titles) for slug, titles in chapters.items()}
    for located in corpus.entries:
        for index, provenance in enumerate(located.entry.provenance):
            titles = chapters.get(provenance.source)
            if titles is None:
                continue
            chapter = provenance.section.split(BELOW, 1)[0]
            if chapter not in titles:
                yield _unknown(located, index, chapter, names[provenance.source])


def _unknown(located: LocatedEntry, index: int, chapter: str, known: Names) -> Diagnostic:
    source = located.entry.provenance[index].source
    otherwise = (
        f"Begin met een hoofdstuk uit chapters van ‘{source}’, eventueel gevolgd door ‘{BELOW}’ en meer."
    )
    return Diagnostic(
        located.path,
        located.where.value(("provenance", index, "section")),
        UNKNOWN_CHAPTER,
        f"‘{source}’ heeft geen hoofdstuk ‘{chapter}’.",
        did_you_mean(known.nearest(chapter), otherwise),
        f"provenance.{index}.section",
    )
