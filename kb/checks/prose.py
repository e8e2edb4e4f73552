"""Checks KB421-KB424: summaries have the right length, sentences are short, abbreviations are known."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks.body_places import span_in
from kb.checks.language import abbreviations, abbreviations_in, has_only, is_short, long_sentences
from kb.corpus import Corpus, LocatedEntry
from kb.diagnostics import Diagnostic
from kb.markdown import Outline
from kb.model import Glossary
from kb.rules.prose import LONG_SENTENCE, SUMMARY_END, SUMMARY_LENGTH, UNKNOWN_ABBREVIATION
from kb.source import Span

SHORTEST_SUMMARY, LONGEST_SUMMARY = 60, 300

_FIRST_WORDS = 4
"""How many words of a long sentence are pointed at; its end may be lines away."""


def known_abbreviations(corpus: Corpus) -> frozenset[str] | None:
    """Return every abbreviation that the glossary spells; ``None`` when there is none that could be read."""
    glossary = next((data.record for data in corpus.data if isinstance(data.record, Glossary)), None)
    if glossary is None:
        return None
    return abbreviations_in(text for term in glossary.terms for text in (term.term, *term.synonyms))


def check_summaries(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield everything that is wrong with the form of a summary."""
    for located in corpus.entries:
        summary = located.entry.summary
        if not SHORTEST_SUMMARY <= len(summary) <= LONGEST_SUMMARY:
            yield _of_length(located, len(summary))
        if summary[-1] not in ".!?…" and summary.rstrip("”’\"')")[-1:] not in tuple(".!?…"):
            yield Diagnostic(
                located.path,
                located.where.value(("summary",)),
                SUMMARY_END,
                f"De samenvatting eindigt op ‘{summary.split()[-1]}’, zonder leesteken.",
                "Schrijf hele zinnen, met een punt aan het eind.",
                "summary",
            )
        if not is_short(summary):
            place = located.where.value(("summary",))
            for sentence, words in long_sentences(summary):
                yield _long(located, place, sentence, words, "summary")


def _of_length(located: LocatedEntry, length: int) -> Diagnostic:
    if length < SHORTEST_SUMMARY:
        hint = "Vertel in een tot drie korte zinnen wat het is en voor wie."
    else:
        hint = "Kort de samenvatting in; de rest kan in de tekst staan."
    return Diagnostic(
        located.path,
        located.where.value(("summary",)),
        SUMMARY_LENGTH,
        f"De samenvatting heeft {length} tekens, niet {SHORTEST_SUMMARY} tot {LONGEST_SUMMARY}.",
        hint,
        "summary",
    )


def check_sentences(located: LocatedEntry, outline: Outline) -> Iterator[Diagnostic]:
    """Yield a finding for every sentence of one body that is too long."""
    for paragraph in outline.paragraphs:
        for sentence, words in long_sentences(paragraph.text):
            start = " ".join(sentence.split()[:_FIRST_WORDS])
            place = span_in(located.body, paragraph.line, paragraph.column, start)
            yield _long(located, place, sentence, words, None)


def _long(located: LocatedEntry, place: Span, sentence: str, words: int, field: str | None) -> Diagnostic:
    start = " ".join(sentence.split()[:_FIRST_WORDS])
    return Diagnostic(
        located.path,
        place,
        LONG_SENTENCE,
        f"De zin ‘{start} …’ heeft {words} woorden.",
        "Maak er twee of meer zinnen van, van ongeveer 15 woorden.",
        field,
    )


def check_abbreviations(
    located: LocatedEntry, outline: Outline | None, known: frozenset[str]
) -> Iterator[Diagnostic]:
    """Yield a finding for the first place of every unknown abbreviation of one entry.

    ``None`` as ``outline`` says that the body has none.
    """
    found: set[str] = set()
    for field in ("title", "summary"):
        text: str = getattr(located.entry, field)
        if not has_only(known, text):
            for word in _new(text, known, found):
                yield _unknown(located, located.where.value((field,)), word, field)
    for paragraph in outline.paragraphs if outline else ():
        for word in _new(paragraph.text, known, found):
            place = span_in(located.body, paragraph.line, paragraph.column, word)
            yield _unknown(located, place, word, None)


def _new(text: str, known: frozenset[str], found: set[str]) -> list[str]:
    """Return the unknown abbreviations in ``text`` that were not ``found`` before, and add them to those."""
    words = [word for word in abbreviations(text) if word not in known and word not in found]
    found.update(words)
    return words


def _unknown(located: LocatedEntry, place: Span, word: str, field: str | None) -> Diagnostic:
    return Diagnostic(
        located.path,
        place,
        UNKNOWN_ABBREVIATION,
        f"De afkorting ‘{word}’ staat niet in de begrippenlijst.",
        "Schrijf het woord voluit, of zet de afkorting in schema/glossary.yml.",
        field,
    )
