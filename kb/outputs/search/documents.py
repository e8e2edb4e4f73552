"""What search reads of an entry: its texts, each with the field that says how much it weighs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from pydantic import BaseModel

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import Phase, vocabulary_of
from kb.outputs import labels
from kb.outputs.search.concepts import names_of


class Field(IntEnum):
    """Where a text stands; `WEIGHTS` says what a word there is worth."""

    TITLE = 0
    ALIAS = 1
    TERMS = 2
    SUMMARY = 3
    HEADING = 4
    TAGS = 5
    TEXT = 6


_SAID_ELSEWHERE = frozenset(
    {
        "id", "title", "title_lang", "summary", "topics", "phases", "phase_basis", "audiences", "aliases",
        "search_terms", "former_slugs", "provenance", "related", "last_reviewed", "reviewed_by", "status",
        "replaced_by", "kind", "evidence", "described_by", "csl_type", "state", "language", "access",
        "described_in", "first_tools", "broader", "layers", "target_groups", "domains", "provinces",
        "regions", "url",
    }
)  # fmt: skip
_NO_TEXT = frozenset(
    {
        "url", "original", "format", "access", "language", "source", "entry", "actor", "locator", "place_a",
        "place_b", "other_source", "figures", "topics", "doi", "isbn", "relation", "note", "series",
    }
)  # fmt: skip
_LISTED = ("kind", "target_groups", "domains", "provinces", "regions")
_FIELD_OF = {
    **dict.fromkeys(("publisher", "organisation", "place", "container_title"), Field.TAGS),
    "questions": Field.SUMMARY,
}
_ORDINALS = ("eerste", "tweede", "derde", "vierde")
_LINK_TARGET = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Document:
    """One entry as search sees it: ``texts`` in pairs of field and text."""

    located: LocatedEntry
    texts: tuple[tuple[Field, str], ...]


def documents(kb: KnowledgeBase) -> list[Document]:
    """Return a document for every published entry, in their order."""
    names = glossary_names(kb)
    tags = {e.slug: _names(e) for e in (*kb.topics, *kb.phases)}
    return [Document(e, tuple(_texts(e, kb, tags, names.get(e.slug, ())))) for e in kb.published]


def glossary_names(kb: KnowledgeBase) -> dict[str, list[str]]:
    """Return every name the glossary has for the entry that explains a term, by the entry's slug."""
    found: dict[str, list[str]] = {}
    for term in kb.vocabularies.glossary.terms:
        if term.entry:
            found.setdefault(term.entry, []).extend(names_of(term))
    return found


def _texts(
    located: LocatedEntry, kb: KnowledgeBase, tags: Mapping[str, str], names: Sequence[str]
) -> Iterator[tuple[Field, str]]:
    entry = located.entry
    yield Field.TITLE, entry.title
    for alias in entry.aliases:
        yield Field.ALIAS, alias
    for text in (*entry.search_terms, *names):
        yield Field.TERMS, text
    yield Field.SUMMARY, entry.summary
    for tag in _tags(located, kb, tags):
        yield Field.TAGS, tag
    for name in type(entry).model_fields:
        if name not in _SAID_ELSEWHERE:
            field = _FIELD_OF.get(name, Field.TEXT)
            for text in _strings(getattr(entry, name)):
                yield field, text
    yield from _body(located.body.text)


def _tags(located: LocatedEntry, kb: KnowledgeBase, tags: Mapping[str, str]) -> Iterator[str]:
    """Yield the words for what an entry is, where it belongs and when it is from."""
    entry = located.entry
    yield located.type.singular
    yield located.type.plural
    for topic in entry.topics:
        yield tags.get(topic, "")
    for phase in entry.phases:
        yield tags.get(phase, "")
        if entry.phase_basis == "source":
            # What a source says of the phase counts for more than what the editors think.
            yield tags.get(phase, "")
    for name in _LISTED:
        listed = vocabulary_of(located.type.model, name)
        for value in labels.facet_values(located, name):
            yield kb.vocabularies.label(listed, value) if listed else value
    if year := getattr(entry, "year", None):
        yield str(year)


def _names(tag: LocatedEntry) -> str:
    """Return what a topic or phase is called; of a phase its other names too, and its place in the row."""
    if not isinstance(tag.entry, Phase):
        return tag.entry.title
    return ". ".join((tag.entry.title, *tag.entry.aliases, f"{_ORDINALS[tag.entry.number - 1]} fase"))


def _strings(value: object) -> Iterator[str]:
    """Yield the texts in a value, leaving out addresses, places in sources and references."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in _NO_TEXT:
                yield from _strings(getattr(value, name))


def _body(markdown: str) -> Iterator[tuple[Field, str]]:
    """Yield headings and text of a body; targets of links are not text."""
    lines: list[str] = []
    for line in markdown.split("\n"):
        if line.startswith("#"):
            yield Field.HEADING, line
        else:
            lines.append(line)
    text = "\n".join(lines)
    yield Field.TEXT, _LINK_TARGET.sub("]", text) if "](" in text else text
