"""Explains glossary terms where running text first names them.

A term becomes a link to the glossary, described by its meaning at the end of the page: so the
meaning is there without a script and without a request, once, and outside the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from kb.markdown import anchor_of
from kb.model import Glossary
from kb.model.vocabulary import GlossaryTerm
from kb.outputs import urls

MOST = 8
"""How many terms one page explains; more would make a text of dotted lines."""

_MARK = "\0"
"""Stands around a possible explanation while a page is made; no content can hold it."""
_MARKED = re.compile(rf"{_MARK}(\d+) ([^{_MARK}]*){_MARK}")
_MEANINGS = Markup("\0meanings\0")

_APART = r"<(?:(a|h[1-6]|code|pre)\b.*?</\1>|[^>]*>)"
"""What is no running text: tags, and whole links, headings and code."""
_VOWELS = "aeiou"
_LETTERS = r"\w|['’]\w"
_NOTHING = "(?!)"
"""Matches nowhere."""


class _Term(NamedTuple):
    """A term as pages show it; ``stands_for`` when it is short for something."""

    anchor: str
    entry: str | None
    names: frozenset[str]
    stands_for: bool
    meaning: str


class GlossaryTerms:
    """The terms of a glossary and one pattern that finds all their names."""

    def __init__(self, glossary: Glossary) -> None:
        """Prepare all terms but those that are everyday words."""
        self.terms = tuple(_shown(term) for term in glossary.terms if not term.everyday)
        exact: dict[str, int] = {}
        words: dict[str, int] = {}
        for number, term in enumerate(t for t in glossary.terms if not t.everyday):
            for name in filter(None, (term.term, term.long_form)):
                short = name is term.term and term.long_form is not None
                names, forms = (exact, _plurals_of_short) if _is_exact(name, short=short) else (words, _forms)
                for form in forms(escape(name, quote=False)):
                    names.setdefault(form, number)
        self.by_name = words | exact
        # A hyphen may follow an abbreviation (IZA-middelen), but part of a compound is no mention of a word.
        self.pattern = re.compile(
            rf"{_APART}|(?<![\w-])(?:({_any_of(exact)})(?!{_LETTERS})|({_any_of(words)})(?!{_LETTERS}|-\w))",
            re.DOTALL,
        )

    def on_page(self, slug: str, titles: Iterable[str], base: str) -> Explained:
        """Return what explains terms on the page of an entry; not those the page itself is about."""
        own = {title.casefold() for title in titles}
        known = {
            number
            for number, term in enumerate(self.terms)
            if term.entry == slug or not own.isdisjoint(term.names)
        }
        return Explained(self, known, f"{base}{urls.GLOSSARY}")


class Explained:
    """Explains terms on one page: call it with each running text in reading order, then ``settle``."""

    meanings = _MEANINGS
    """Stands in a template where the meanings go."""

    def __init__(self, glossary: GlossaryTerms, known: set[int], address: str) -> None:
        """Explain all but the terms in ``known``; ``address`` leads to the glossary page."""
        self._glossary = glossary
        self._known = known
        self._address = address
        self._named: list[int] = []

    def __call__(self, text: str) -> Markup:
        """Return a text as HTML in which the first mention of a term may be explained."""
        html = text if isinstance(text, Markup) else escape(text, quote=False)
        return Markup(self._glossary.pattern.sub(self._mention, html))  # noqa: S704 - escaped

    def _mention(self, found: re.Match[str]) -> str:
        name = found[2] or found[3]
        if not name:
            return found[0]
        number = self._glossary.by_name[name]
        if number in self._known:
            return name
        self._known.add(number)
        self._named.append(number)
        return f"{_MARK}{number} {name}{_MARK}"

    def settle(self, html: str) -> str:
        """Return the whole page with at most `MOST` terms explained, abbreviations before words."""
        terms = self._glossary.terms
        chosen = sorted(self._named, key=lambda number: not terms[number].stands_for)[:MOST]

        def link(found: re.Match[str]) -> str:
            number = int(found[1])
            if number not in chosen:
                return found[2]
            anchor = terms[number].anchor
            return (
                f'<a class="kb-word" href="{self._address}#{anchor}" '
                f'aria-describedby="uitleg:{anchor}">{found[2]}</a>'
            )

        shown = (terms[number] for number in self._named if number in chosen)
        return _MARKED.sub(link, html).replace(_MEANINGS, _meanings(shown))


def _meanings(terms: Iterable[_Term]) -> str:
    """Return hidden meanings; a link may be described by what is hidden."""
    items = "".join(
        f'<p class="kb-meaning" role="tooltip" id="uitleg:{term.anchor}" hidden>{term.meaning}</p>\n'
        for term in terms
    )
    return f"<div data-kb-glossary>\n{items}</div>\n" if items else ""


def _shown(term: GlossaryTerm) -> _Term:
    full = f"{term.term}: {term.long_form}" if term.long_form else term.term
    return _Term(
        anchor_of(term.term),
        term.entry,
        frozenset(name.casefold() for name in (term.term, term.long_form) if name),
        term.long_form is not None,
        f"<strong>{escape(full[0].upper() + full[1:])}.</strong> {escape(term.meaning)}",
    )


def _is_exact(name: str, *, short: bool) -> bool:
    """Whether a name keeps its capitals: a proper name, or when ``short`` an abbreviation like Wmo."""
    return not name[1:].islower() or (short and name[0].isupper())


def _plurals_of_short(name: str) -> Iterator[str]:
    yield from (name, f"{name}'s", f"{name}’s")


def _forms(word: str) -> Iterator[str]:
    """Yield a word and its possible plurals, as in a sentence and at the start of one."""
    stems = [word, f"{word}s", f"{word}en"]
    if word[-1] not in _VOWELS and word[-2] in _VOWELS:
        stems.append(f"{word}{word[-1]}en")
    if word.endswith("f"):
        stems.append(f"{word[:-1]}ven")
    for stem in stems:
        yield stem
        yield stem[0].swapcase() + stem[1:]


def _any_of(names: Iterable[str]) -> str:
    """Return a pattern for any of the names, the longest that fits: letter by letter, so it is quick."""
    return _branches(sorted(names), 0) or _NOTHING


def _branches(names: Sequence[str], depth: int) -> str:
    """Return a pattern for what follows the first ``depth`` letters, which the sorted names share."""
    longer = [name for name in names if len(name) > depth]
    ways = [
        re.escape(letter) + _branches(list(held), depth + 1)
        for letter, held in groupby(longer, key=lambda name: name[depth])
    ]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)}){'?' if len(longer) < len(names) else ''}"
