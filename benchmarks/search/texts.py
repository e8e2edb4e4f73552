"""Entries as other engines get them: the same texts as ours, and what Dutch analysis can add to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.dutch import Analysis, tokens
from kb.folding import fold
from kb.knowledge_base import KnowledgeBase
from kb.outputs import urls
from kb.outputs.search import analysis_for
from kb.outputs.search.concepts import MARK, Concepts, names_of
from kb.outputs.search.documents import Document, Field, documents
from kb.outputs.search.facets import SearchFacet, search_facets

_LINK_TARGET = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Words:
    """What analysis adds: dictionary forms, parts of compounds, and synonyms of the glossary.

    ``terms`` are those that editors gave; ``of_names`` belong to names and terms, ``of_text`` to the rest.
    """

    terms: str
    of_names: str
    of_text: str


@dataclass(frozen=True, slots=True)
class EntryText:
    """An entry in plain texts. ``fields`` are paragraphs from the front matter; ``body`` is Markdown."""

    slug: str
    address: str
    title: str
    names: str
    summary: str
    tags: str
    fields: Sequence[str]
    body: str
    filters: Mapping[str, Sequence[str]]
    words: Words


def entry_texts(kb: KnowledgeBase) -> list[EntryText]:
    """Return the texts of all published entries, in their order."""
    analyser = _Analyser(kb)
    facets = search_facets(kb)
    return [_entry_text(document, facets, analyser) for document in documents(kb)]


class _Analyser:
    """Finds what belongs to a text besides its own words."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._terms = kb.vocabularies.glossary.terms
        self._analysis: Analysis = analysis_for(kb.vocabularies)
        self._concepts = Concepts(kb.vocabularies.glossary, self._analysis)

    def kin(self, text: str) -> str:
        own = {fold(token) for token in tokens(text)}
        return " ".join(word for word in dict.fromkeys(self._kin(text)) if word not in own)

    def _kin(self, text: str) -> Iterator[str]:
        found = self._analysis.telling(text)
        for lemma, parts in found:
            yield from (lemma, *parts)
        for concept in self._concepts.named([word.lemma for word in found]):
            yield from names_of(self._terms[int(concept.removeprefix(MARK))])


def _entry_text(document: Document, facets: Sequence[SearchFacet], analyser: _Analyser) -> EntryText:
    entry = document.located.entry
    names = ". ".join(entry.aliases)
    terms = ". ".join(_of(document, Field.TERMS))
    *fields, _ = (text for where, text in document.texts if where is Field.TEXT)  # the last is the body
    body = _LINK_TARGET.sub("]", document.located.body.text)
    rest = [*_of(document, Field.SUMMARY), *_of(document, Field.TAGS), *fields, body]
    return EntryText(
        slug=document.located.slug,
        address=urls.entry_address(document.located),
        title=entry.title,
        names=names,
        summary=". ".join(_of(document, Field.SUMMARY)),
        tags=". ".join(_of(document, Field.TAGS)),
        fields=fields,
        body=body,
        filters={facet.name: facet.values(document.located) for facet in facets},
        words=Words(terms, analyser.kin(f"{entry.title}. {names}. {terms}"), analyser.kin("\n".join(rest))),
    )


def _of(document: Document, field: Field) -> list[str]:
    return [text for where, text in document.texts if where is field and text]
