"""The trail of a page: the pages above it by address, each with a short name.

An address says where a page is, so no page has to say it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from itertools import accumulate
from typing import NamedTuple

from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, Phase
from kb.outputs import resting, urls

HOME = "Home"


class Crumb(NamedTuple):
    """A page above another one."""

    name: str
    address: str


def names(kb: KnowledgeBase) -> Mapping[str, str]:
    """Return what a trail calls each page that has others below it, by address."""
    found = {
        "": HOME,
        urls.ADVICE: "Wat kan ik doen?",
        urls.OVERVIEW: "Het overzicht",
        urls.FINDER: "Wegwijzer",
        urls.SEARCH: "Zoeken",
        urls.finder_address(urls.NO_PHASE): "Fase onbekend",
    }
    for row in ENTRY_TYPES:
        found[urls.list_address(row)] = row.plural
        if "phases" in row.facets:
            phases = {urls.facet_address(row, "phases", e.slug): e.entry.title for e in kb.phases}
            found.update(phases)
    for located in kb.phases:
        phase = located.entry
        number = f"Fase {phase.number}" if isinstance(phase, Phase) else phase.title
        found[urls.finder_address(located.slug)] = number
    found.update((urls.entry_address(e), e.entry.title) for e in kb.entries if resting.is_beside(kb, e))
    for slug in (urls.NO_PHASE, *(e.slug for e in kb.phases)):
        topics = {urls.finder_address(slug, e.slug): e.entry.title for e in kb.topics}
        found.update(topics)
    return found


def trail(address: str, known: Mapping[str, str]) -> tuple[Crumb, ...]:
    """Return the pages above ``address``, from home down; ``known`` is what `names` returns."""
    parts = [f"{part}/" for part in address.split("/") if part]
    above = ["", *accumulate(parts)][:-1] if parts else []
    return tuple([Crumb(known[at], at) for at in above if at in known])


def as_html(crumbs: Iterable[Crumb], base: str) -> str:
    """Return a trail as navigation, nothing when it is empty; ``base`` leads to the site's root."""
    items = "".join(f'<li><a href="{base}{at}">{escape(name)}</a></li>' for name, at in crumbs)
    return f'<nav class="kb-crumbs" aria-label="Kruimelpad"><ol>{items}</ol></nav>' if items else ""
