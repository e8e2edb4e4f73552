"""Checks KB201-KB249: ids, file names and addresses are right and belong to one entry only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kb.corpus import BrokenEntry, Corpus, LocatedEntry
from kb.diagnostics import Diagnostic
from kb.markdown import anchor_of
from kb.model import TYPE_BY_NAME
from kb.model.entry import SLUG_PATTERN
from kb.model.facet_words import facet_word
from kb.rules.identity import (
    DUPLICATE_ID,
    DUPLICATE_SLUG,
    FILE_NAME,
    FORMER_SLUG_TAKEN,
    ID_PREFIX,
    RESERVED_SLUG,
)
from kb.source import START_OF_FILE

_is_slug = re.compile(SLUG_PATTERN).fullmatch
_RESERVED = {
    name: frozenset(facet_word(field) for field in entry_type.facets)
    for name, entry_type in TYPE_BY_NAME.items()
}


def check_id_prefix(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every id whose letter belongs to another type."""
    for located in corpus.entries:
        entry_id, prefix = located.entry.id, located.type.prefix
        if not entry_id.startswith(prefix):
            yield Diagnostic(
                located.path,
                located.where.value(("id",)),
                ID_PREFIX,
                f"Het id ‘{entry_id}’ begint niet met {prefix}.",
                f"Het id van een item in content/{located.type.folder}/ begint met {prefix}.",
                "id",
            )


def check_duplicate_ids(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding at every entry whose id an earlier file has."""
    holders: defaultdict[str, list[LocatedEntry | BrokenEntry]] = defaultdict(list)
    for located in corpus.entries:
        holders[located.entry.id].append(located)
    for broken in corpus.broken:
        if broken.id:
            holders[broken.id].append(broken)
    for entry_id, first, later in _shared(holders):
        place = first.where.value(("id",)).start.line if isinstance(first, LocatedEntry) else 1
        yield Diagnostic(
            later.path,
            later.where.value(("id",)),
            DUPLICATE_ID,
            f"Het id ‘{entry_id}’ is al van {first.path}:{place}.",
            "Geef dit item een nieuw id dat nog nooit gebruikt is.",
            "id",
        )


def check_duplicate_slugs(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding at every file with the same name as an earlier one, of whatever type."""
    holders: defaultdict[str, list[LocatedEntry | BrokenEntry]] = defaultdict(list)
    for item in _files(corpus):
        holders[item.slug].append(item)
    for slug, first, later in _shared(holders):
        yield Diagnostic(
            later.path,
            START_OF_FILE,
            DUPLICATE_SLUG,
            f"De bestandsnaam ‘{slug}’ is al van {first.path}:1.",
            "Geef dit bestand een andere naam. Items verwijzen met die naam naar elkaar.",
        )


def check_file_names(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every file name that makes no good address."""
    for item in _files(corpus):
        if not _is_slug(item.slug):
            yield Diagnostic(
                item.path,
                START_OF_FILE,
                FILE_NAME,
                f"De bestandsnaam ‘{item.slug}’ heeft tekens die niet in een adres horen.",
                f"Gebruik alleen kleine letters, cijfers en losse koppeltekens: {anchor_of(item.slug)}.md.",
            )
        elif item.slug in _RESERVED[item.type.name]:
            yield Diagnostic(
                item.path,
                START_OF_FILE,
                RESERVED_SLUG,
                f"De bestandsnaam ‘{item.slug}’ gebruikt de site zelf, voor filterpagina’s.",
                "Kies een langere naam.",
            )


def check_former_slugs(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every former address that something else has, or had, too."""
    live = {(item.type.name, item.slug): item.path for item in _files(corpus)}
    claimed: dict[tuple[str, str], str] = {}
    for located in corpus.entries:
        for index, slug in enumerate(located.entry.former_slugs):
            address = (located.type.name, slug)
            if slug in _RESERVED[located.type.name]:
                yield _former(located, index, slug, None)
            elif holder := live.get(address) or claimed.get(address):
                yield _former(located, index, slug, holder)
            claimed.setdefault(address, located.path)


def _former(located: LocatedEntry, index: int, slug: str, holder: str | None) -> Diagnostic:
    address = f"{located.type.path}/{slug}/"
    if holder is None:
        message = f"Het eerdere adres ‘{address}’ gebruikt de site zelf, voor filterpagina’s."
    elif holder == located.path:
        message = f"Het eerdere adres ‘{address}’ staat al bij dit item of is zijn huidige adres."
    else:
        message = f"Het eerdere adres ‘{address}’ is al van {holder}."
    return Diagnostic(
        located.path,
        located.where.value(("former_slugs", index)),
        FORMER_SLUG_TAKEN if holder else RESERVED_SLUG,
        message,
        "Haal het hier weg; op één adres kan maar één pagina of doorverwijzing staan.",
        f"former_slugs.{index}",
    )


def _files(corpus: Corpus) -> Iterator[LocatedEntry | BrokenEntry]:
    yield from corpus.entries
    yield from corpus.broken


def _shared(
    holders: defaultdict[str, list[LocatedEntry | BrokenEntry]],
) -> Iterable[tuple[str, LocatedEntry | BrokenEntry, LocatedEntry]]:
    """Yield what is shared, its first holder by path, and each later holder that could be read."""
    for shared, items in holders.items():
        if len(items) > 1:
            first, *later = sorted(items, key=lambda item: item.path)
            yield from ((shared, first, item) for item in later if isinstance(item, LocatedEntry))
