"""Checks KB306-KB307: where something stands in a synthesis begins with a chapter of that synthesis."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks.nearest import Names, did_you_mean
from kb.corpus import Corpus, LocatedEntry
from kb.diagnostics import Diagnostic, dotted
from kb.model import Synthesis
from kb.rules.references import UNKNOWN_CHAPTER, UNKNOWN_PLACE_IN_SYNTHESIS
from kb.source import FieldPath

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


def check_places(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every place a synthesis names in itself that is in none of its chapters."""
    for located in corpus.entries:
        if not (isinstance(located.entry, Synthesis) and located.entry.chapters):
            continue
        names = Names({chapter.title for chapter in located.entry.chapters})
        for path, place in _own_places(located.entry):
            chapter = place.split(BELOW, 1)[0]
            if chapter not in names:
                yield Diagnostic(
                    located.path,
                    located.where.value(path),
                    UNKNOWN_PLACE_IN_SYNTHESIS,
                    f"Deze synthese heeft geen hoofdstuk ‘{chapter}’.",
                    did_you_mean(names.nearest(chapter), "Begin met een hoofdstuk uit chapters."),
                    dotted(path),
                )


def _own_places(synthesis: Synthesis) -> Iterator[tuple[FieldPath, str]]:
    for name in ("figures", "problems", "recommendations"):
        for index, record in enumerate(getattr(synthesis, name)):
            if record.locator:
                yield (name, index, "locator"), record.locator


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
