"""The checks of bodies, which share one parse; most bodies do without even that."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks import glance
from kb.checks.body_links import BodyLinks
from kb.checks.headings import check_headings, check_sections
from kb.checks.prose import check_abbreviations, check_sentences, known_abbreviations
from kb.checks.references import Targets
from kb.corpus import Corpus
from kb.diagnostics import Diagnostic
from kb.markdown import outline


def check_bodies(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield everything that is wrong with bodies, and the abbreviations in titles and summaries."""
    known = known_abbreviations(corpus)
    folders = glance.folders_of(corpus)
    links = BodyLinks(Targets(corpus), corpus.images)
    for located in corpus.entries:
        parsed = None
        if not glance.is_healthy(located, folders, known):
            parsed = outline(located.body.text)
            yield from check_headings(located, parsed)
            yield from check_sections(located, parsed)
            yield from links.check(located, parsed)
            yield from check_sentences(located, parsed)
        if known is not None:
            yield from check_abbreviations(located, parsed, known)
