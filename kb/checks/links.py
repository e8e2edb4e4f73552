"""Checks KB501-KB508 on the fields of entries; the links in bodies are in `kb.checks.body_links`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from kb.checks.addresses import is_local, local, problems
from kb.corpus import Corpus, LocatedEntry
from kb.diagnostics import Diagnostic, dotted
from kb.model import Publication, WebLink, marked
from kb.model.tool import Link
from kb.rules.links import DUPLICATE_LINK
from kb.source import FieldPath


def check_links(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield everything that is wrong with the addresses in the fields of entries."""
    for located in corpus.entries:
        found = [(path, address) for path, address, _ in marked(located.entry, WebLink)]
        for path, address in found:
            for problem in problems(address):
                yield Diagnostic(located.path, located.where.value(path), *problem, dotted(path))
        if len(found) > 1:
            yield from _duplicates(located, found)
        yield from _originals(located)


def _duplicates(located: LocatedEntry, found: list[tuple[FieldPath, str]]) -> Iterator[Diagnostic]:
    first: dict[str, FieldPath] = {}
    for path, address in found:
        earlier = first.setdefault(_same_page(address), path)
        if earlier != path:
            yield _duplicate(located, path, address, earlier)


def _same_page(address: str) -> str:
    """Return what two spellings of one address have in common."""
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return (host.lower() + slash + path).rstrip("/") if scheme.lower() in ("http", "https") else address


def _duplicate(located: LocatedEntry, path: FieldPath, address: str, earlier: FieldPath) -> Diagnostic:
    line = located.where.value(earlier).start.line
    return Diagnostic(
        located.path,
        located.where.value(path),
        DUPLICATE_LINK,
        f"‘{address}’ staat al bij dit item, in {dotted(earlier)} op regel {line}.",
        "Haal een van de twee weg.",
        dotted(path),
    )


def _originals(located: LocatedEntry) -> Iterator[Diagnostic]:
    """Yield a finding for every address, kept as its source spells it, that is somebody's own path.

    Nothing else is asked of them: they are shown as they were.
    """
    entry = located.entry
    found: list[tuple[FieldPath, str | None]] = []
    for index, link in enumerate(cast("tuple[Link, ...]", getattr(entry, "links", ()))):
        if link.original:
            found.append((("links", index, "original"), link.original))
    if isinstance(entry, Publication) and entry.url_original:
        found.append((("url_original",), entry.url_original))
    for path, address in found:
        if address and is_local(address):
            yield Diagnostic(located.path, located.where.value(path), *local(address), dotted(path))
