"""The map of the site for search engines, with for each page when its content last changed.

For an entry that is its last review, for a list that of its newest entry. Of other pages we do
not know it, so the map does not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs import labels, urls
from kb.outputs.facets import COMBINED


def sitemap(addresses: Iterable[str], changed: Mapping[str, date], site_address: str) -> str:
    """Return the map of the pages at ``addresses``; ``changed`` is what `last_changed` returns."""
    places = "".join(_place(address, changed, site_address) for address in sorted(addresses))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
    )


def last_changed(kb: KnowledgeBase) -> dict[str, date]:
    """Return when entries and lists of entries last changed, by address."""
    found: dict[str, date] = {}
    for located in kb.published:
        day = located.entry.last_reviewed
        for address in _lists(located):
            if found.setdefault(address, day) < day:
                found[address] = day
    found.update((urls.entry_address(e), e.entry.last_reviewed) for e in kb.entries)
    return found


def _place(address: str, changed: Mapping[str, date], site_address: str) -> str:
    day = changed.get(address)
    lastmod = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<url><loc>{escape(site_address + address)}</loc>{lastmod}</url>\n"


def _lists(located: LocatedEntry) -> Iterator[str]:
    """Yield the addresses of all lists that show an entry."""
    row = located.type
    yield from ("", urls.A_TO_Z, urls.list_address(row))
    held = {field: labels.facet_values(located, field) for field in row.facets}
    for field, values in held.items():
        for value in values:
            yield urls.facet_address(row, field, value)
    first, second = COMBINED
    for one in held.get(first, ()):
        for other in held.get(second, ()):
            yield urls.combined_address(row, {first: one, second: other})
