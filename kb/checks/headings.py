"""Checks KB401-KB404 and KB413: the headings of the type, in order, no level skipped, none empty."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from kb.checks.body_places import span_in, start_of
from kb.checks.nearest import Names
from kb.corpus import LocatedEntry
from kb.diagnostics import Diagnostic
from kb.markdown import Heading, Outline
from kb.rules import Rule
from kb.rules.prose import EMPTY_SECTION, HEADING_ONE, HEADING_ORDER, HEADING_SKIP, MISSING_HEADING


def check_headings(located: LocatedEntry, outline: Outline) -> Iterator[Diagnostic]:
    """Yield everything that is wrong with the headings of one body."""
    yield from _missing(located, outline.headings)
    yield from _out_of_order(located, outline.headings)
    yield from _levels(located, outline.headings)


def _missing(located: LocatedEntry, headings: tuple[Heading, ...]) -> Iterator[Diagnostic]:
    required = located.type.headings
    second = {heading.text: heading for heading in headings if heading.level == 2}
    others = {heading.text: heading for heading in headings if heading.text not in required}
    names = Names(others)
    for text in required:
        if text in second:
            continue
        elsewhere = next((heading for heading in headings if heading.text == text), None)
        if elsewhere:
            yield _at(
                located,
                elsewhere,
                MISSING_HEADING,
                f"De vaste kop ‘{text}’ staat op niveau {elsewhere.level}, niet op niveau 2.",
                f"Schrijf: ## {text}",
            )
        elif near := names.nearest(text):
            yield _at(
                located,
                others[near],
                MISSING_HEADING,
                f"De vaste kop ‘{text}’ ontbreekt; er staat ‘{near}’.",
                f"Schrijf precies: ## {text}",
            )
        else:
            yield Diagnostic(
                located.path,
                start_of(located.body),
                MISSING_HEADING,
                f"De vaste kop ‘{text}’ ontbreekt.",
                f"Zet in de tekst: ## {text}",
            )


def _out_of_order(located: LocatedEntry, headings: tuple[Heading, ...]) -> Iterator[Diagnostic]:
    rank = {text: index for index, text in enumerate(located.type.headings)}
    furthest = -1
    for heading in headings:
        place = rank.get(heading.text)
        if heading.level != 2 or place is None:
            continue
        if place < furthest:
            order = ", ".join(f"‘{text}’" for text in located.type.headings)
            message = f"De kop ‘{heading.text}’ hoort voor ‘{located.type.headings[furthest]}’."
            yield _at(located, heading, HEADING_ORDER, message, f"Houd deze volgorde aan: {order}.")
        furthest = max(furthest, place)


def _levels(located: LocatedEntry, headings: tuple[Heading, ...]) -> Iterator[Diagnostic]:
    above = 1
    for heading in headings:
        if heading.level == 1:
            message = f"De kop ‘{heading.text}’ is van niveau 1; dat is de titel van het item al."
            yield _at(located, heading, HEADING_ONE, message, f"Schrijf: ## {heading.text}")
        elif heading.level > above + 1:
            message = f"De kop ‘{heading.text}’ gaat van niveau {above} naar niveau {heading.level}."
            hint = f"Maak er een kop van niveau {above + 1} van: {'#' * (above + 1)} {heading.text}"
            yield _at(located, heading, HEADING_SKIP, message, hint)
        above = heading.level


def check_sections(located: LocatedEntry, outline: Outline) -> Iterator[Diagnostic]:
    """Yield a finding for every heading of the type that has nothing below it."""
    second = [heading for heading in outline.headings if heading.level == 2]
    ends = [heading.line for heading in second[1:]] + [sys.maxsize]
    filled = [part.line for part in outline.paragraphs] + [image.line for image in outline.images]
    for heading, end in zip(second, ends, strict=False):
        if heading.text in located.type.headings and not any(heading.line < line < end for line in filled):
            message = f"Onder de kop ‘{heading.text}’ staat geen tekst."
            yield _at(located, heading, EMPTY_SECTION, message, "Schrijf een alinea, ook als we niets weten.")


def _at(located: LocatedEntry, heading: Heading, rule: Rule, message: str, hint: str) -> Diagnostic:
    place = span_in(located.body, heading.line, heading.column, heading.text)
    return Diagnostic(located.path, place, rule, message, hint)
