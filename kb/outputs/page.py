"""A generated page as a value; whoever writes or serves it need not know how it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.markdown import TocItem
from kb.outputs.crumbs import Crumb


@dataclass(frozen=True, slots=True)
class Page:
    """One generated page.

    ``path`` is its address (``tools/x/``), ``section`` the address of the navigation item it falls
    under, ``html`` the content for the shell's content slot, ``meta`` what goes into the head of the
    document by name: ``description``. ``crumbs`` are the pages above it, from home down;
    ``markdown`` is the address of the same content in Markdown, for an entry.
    """

    path: str
    title: str
    html: str
    section: str
    toc: tuple[TocItem, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    crumbs: tuple[Crumb, ...] = ()
    markdown: str = ""
