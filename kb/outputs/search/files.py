"""The files of the index below ``zoekindex/``: small enough each that a search fetches only some.

`site_overrides/assets/javascripts/search/` reads them; what is in each is told here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import orjson
from rapidfuzz.distance import Prefix

from kb.dutch import tokens
from kb.knowledge_base import KnowledgeBase
from kb.markdown import anchor_of
from kb.model.vocabulary import GlossaryTerm
from kb.outputs import labels, urls
from kb.outputs.search.analysis import analysis_for
from kb.outputs.search.concepts import Concepts, names_of
from kb.outputs.search.documents import Document, documents
from kb.outputs.search.facets import SearchFacet, search_facets
from kb.outputs.search.index import Index, build_index
from kb.outputs.search.lexicon import Lexicon, build_lexicon
from kb.outputs.search.weights import prior

FOLDER = "zoekindex/"
_SHARD_NUMBERS = 5_000
"""Numbers in one file of postings: about 7 kB compressed."""
_SHARD_RECORDS = 12
"""Entries in one file of records: about 3 kB compressed."""
_MOST_SHARED = len(ascii_uppercase) - 1


def write_index(kb: KnowledgeBase, site: Path) -> None:
    """Write the index of all published entries into a site."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for address, data in index_files(kb).items():
        (site / address).write_bytes(data)


def index_files(kb: KnowledgeBase) -> dict[str, bytes]:
    """Return the files of the index by address; the same content gives the same bytes."""
    found = documents(kb)
    analysis = analysis_for(kb.vocabularies)
    concepts = Concepts(kb.vocabularies.glossary, analysis)
    index = build_index(found, analysis, concepts)
    spoken = {token for document in found for _, text in document.texts for token in tokens(text)}
    spoken.update(token for name in concepts.spelled for token in tokens(name))
    # A name of a concept is understood even when no entry spells it so.
    known = index.postings.keys() | {lemma for row in concepts.names for lemma in row}
    lexicon = build_lexicon(known, analysis, sorted(spoken))
    facets = search_facets(kb)
    shards = list(_posting_shards(index, lexicon))
    parts: dict[str, Any] = {
        "terms": _terms(lexicon),
        "entries": _columns(found, facets, index, kb),
        "glossary": [_concept(term) for term in kb.vocabularies.glossary.terms],
        **{f"postings-{number}": lists for number, (_, lists) in enumerate(shards)},
        **dict(_records(found, kb)),
    }
    files = {name: orjson.dumps(data) for name, data in parts.items()}
    start = {
        "version": _version(files),
        "entries": len(found),
        "perFile": _SHARD_RECORDS,
        "shards": [first for first, _ in shards],
        "small": lexicon.small,
        "concepts": [[" ".join(row), numbers] for row, numbers in sorted(concepts.names.items())],
        "facets": [{"name": f.name, "options": [option.value for option in f.options]} for f in facets],
        "schemes": _schemes(kb),
    }
    files["start"] = orjson.dumps(start)
    return {f"{FOLDER}{name}.json": data for name, data in files.items()}


def _version(files: dict[str, bytes]) -> str:
    """Return what changes when any file does, so that a browser never mixes two builds."""
    return sha256(b"".join(files[name] for name in sorted(files))).hexdigest()[:12]


def _concept(term: GlossaryTerm) -> list[Any]:
    """Return the name, meaning, place and all names of a concept; what everybody knows is not explained."""
    shown = ["", ""] if term.everyday else [term.meaning, anchor_of(term.term)]
    return [term.term, *shown, list(dict.fromkeys(names_of(term)))]


def front_coded(words: Iterable[str]) -> str:
    """Return sorted words, each as a capital (A: 0, B: 1, ...) for the letters it shares with the one before.

    The rest of the word follows. It takes half of the room that the words themselves take, compressed.
    """
    coded, before = [], ""
    for word in words:
        shared = min(Prefix.similarity(before, word), _MOST_SHARED)
        coded.append(f"{ascii_uppercase[shared]}{word[shared:]}")
        before = word
    return "".join(coded)


def _terms(lexicon: Lexicon) -> dict[str, Any]:
    """Return the lexicon; ``of`` counts from the terms before each form, which makes small numbers."""
    before = 0
    of = []
    for form, place in zip(lexicon.forms, lexicon.of, strict=True):
        while before < len(lexicon.terms) and lexicon.terms[before] < form:
            before += 1
        of.append(place - before)
    return {
        "terms": front_coded(lexicon.terms),
        "forms": front_coded(lexicon.forms),
        "of": of,
        "kin": [[place, *(n for pair in found for n in pair)] for place, found in lexicon.kin.items()],
    }


def _posting_shards(index: Index, lexicon: Lexicon) -> Iterator[tuple[int, list[list[int]]]]:
    """Yield the place of the first term and, for each term, steps between entries with impacts in turn.

    An impact is doubled, plus one when the title of the entry has the word.
    """
    first, held, numbers = 0, [], 0
    for place, term in enumerate(lexicon.terms):
        flat: list[int] = []
        last = 0
        for document, impact, named in index.postings.get(term, ()):
            flat += (document - last, impact * 2 + named)
            last = document
        held.append(flat)
        numbers += len(flat)
        if numbers >= _SHARD_NUMBERS:
            yield first, held
            first, held, numbers = place + 1, [], 0
    if held:
        yield first, held


def _columns(
    found: Sequence[Document], facets: Sequence[SearchFacet], index: Index, kb: KnowledgeBase
) -> dict[str, Any]:
    """Return what narrows and sorts: for each facet the places of an entry's values among its options.

    ``topicPage`` has for each option of the facet `topic` the entry that is about it as a whole.
    """
    columns: dict[str, Any] = {"nameLength": list(index.name_lengths)}
    for facet in facets:
        places = {option.value: place for place, option in enumerate(facet.options)}
        columns[facet.name] = [[places[v] for v in facet.values(d.located) if v in places] for d in found]
    order = sorted(range(len(found)), key=lambda n: found[n].located.entry.title.casefold())
    columns["byTitle"] = order
    places = {document.located.slug: number for number, document in enumerate(found)}
    columns["related"] = [
        [places[other.slug] for other in kb.related(d.located.slug) if other.slug in places] for d in found
    ]
    topics = next(facet for facet in facets if facet.name == "topic")
    columns["topicPage"] = [places[option.value] for option in topics.options]
    columns["prior"] = [_prior(document, kb) for document in found]
    return columns


def _prior(document: Document, kb: KnowledgeBase) -> float:
    entry = document.located.entry
    linked = bool(getattr(entry, "links", ()) or getattr(entry, "url", None))
    return prior(document.located.type.name, len(kb.mentioned_in(document.located.slug)), linked=linked)


def _records(found: Sequence[Document], kb: KnowledgeBase) -> Iterator[tuple[str, list[list[Any]]]]:
    """Yield what a result shows: id, address, title, type, kind, language, summary, year, search terms."""
    for number, start in enumerate(range(0, len(found), _SHARD_RECORDS)):
        yield (
            f"records-{number}",
            [
                [
                    d.located.entry.id,
                    urls.entry_address(d.located),
                    d.located.entry.title,
                    d.located.type.name,
                    labels.badge(d.located, kb.vocabularies),
                    d.located.entry.title_lang,
                    d.located.entry.summary,
                    getattr(d.located.entry, "year", None),
                    list(d.located.entry.search_terms),
                ]
                for d in found[start : start + _SHARD_RECORDS]
            ],
        )


def _schemes(kb: KnowledgeBase) -> list[dict[str, Any]]:
    """Return other models of phases: their phases, each with the phases of this site it stands for."""
    return [
        {"id": scheme.id, "phases": [[p.id, [m.phase for m in p.maps_to]] for p in scheme.phases]}
        for scheme in kb.vocabularies.crosswalk.schemes
    ]
