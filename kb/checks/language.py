"""What a text is to its reader: sentences with a number of words, and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MOST_WORDS = 25

_SHORTENED = ("nr|ca|dr|St", "art|blz|pag|par", "hfst|bijv|incl|excl|resp|prof")
"""Words whose full stop ends no sentence, by length: a look back has one width."""

_NOT_AN_END = "".join(rf"(?<!\b(?:{words})\.)" for words in _SHORTENED)
_BOUNDARY = re.compile(
    r"[.!?…\n](?:"
    r"(?<=\n)[ \t]*\n"
    r"|(?<=\n) {0,3}[-*+] (?=\S)"
    rf"|(?<!\n)(?<!\b(?<!['’])[A-Za-z]\.){_NOT_AN_END}[)\]\"”’'*_]*\s+(?=[\"“‘'*_\[]*[A-ZÀ-Þ0-9])"
    r")"
)
"""Ends a sentence, in plain text and in Markdown alike; in Markdown also a block or list item.

Every branch begins with one set of characters, which lets the engine skip all others quickly.
"""

_is_table_line = re.compile(r"\|(?:[ :]*-+[ :]*\|)+").fullmatch

_CAPITALS = re.compile(r"[A-Z](?:(?<=[0-9][A-Z])|[0-9]*[A-Z][A-Z0-9]*)")
"""Capitals that may be an abbreviation; behind a digit the first one alone, which is no known one."""

_ABBREVIATION = re.compile(r"(?<![^\W_])[0-9]*[A-Z][0-9]*[A-Z][A-Z0-9]*(?=s?(?![^\W_]))")
_is_roman = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})").fullmatch


def is_short(text: str) -> bool:
    """Whether ``text``, plain or Markdown, surely has no sentence that is too long."""
    return all(
        piece.count(" ") + piece.count("\n") < MOST_WORDS or _is_small_table(piece)
        for piece in _BOUNDARY.split(text)
    )


def _is_small_table(block: str) -> bool:
    """Whether a block of Markdown is a table of which no row is too long."""
    head, _, rest = block.strip().partition("\n")
    line, _, rows = rest.partition("\n")
    if not _is_table_line(line) or not head.startswith("|") or head.count("|") != line.count("|"):
        return False
    return all(row.count(" ") < MOST_WORDS for row in (head, *rows.split("\n")))


def long_sentences(text: str) -> Iterator[tuple[str, int]]:
    """Yield every sentence of a plain text that is too long, and how many words it has."""
    if text.count(" ") < MOST_WORDS:
        return
    start = 0
    for end in [*(found.end() for found in _BOUNDARY.finditer(text)), len(text)]:
        sentence = text[start:end].strip()
        start = end
        if sentence.count(" ") >= MOST_WORDS and (words := _count(sentence)) > MOST_WORDS:
            yield sentence, words


def _count(sentence: str) -> int:
    """Count words; a dash or a lone sign is none."""
    return sum(any(map(str.isalnum, word)) for word in sentence.split())


def abbreviations(text: str) -> tuple[str, ...]:
    """Return each abbreviation in a plain text once, in order; Roman numerals are none."""
    if not _CAPITALS.search(text):
        return ()
    return tuple(dict.fromkeys(word for word in _ABBREVIATION.findall(text) if not _is_roman(word)))


def has_only(known: frozenset[str], text: str) -> bool:
    """Whether ``text``, plain or Markdown, surely has no abbreviations but the ``known`` ones."""
    return known.issuperset(_CAPITALS.findall(text))


def abbreviations_in(texts: Iterable[str]) -> frozenset[str]:
    """Return all abbreviations that ``texts`` spell, alone or among other words."""
    return frozenset(word for text in texts for word in abbreviations(text))
