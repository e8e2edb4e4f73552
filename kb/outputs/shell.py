"""The page around generated content: an ordinary page of the site engine with named slots.

The engine builds one shell for each item of the navigation; each generated page is the shell of
its section with the slots filled. A shell is split once: every relative link in it becomes an
address, so that it can be put at any depth by joining strings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from posixpath import normpath

from kb.errors import KbError
from kb.markdown import TocItem
from kb.model import ENTRY_TYPES
from kb.outputs import crumbs, head, urls
from kb.outputs.page import Page
from kb.settings import Settings

SECTIONS = (
    "",
    *(urls.list_address(row) for row in ENTRY_TYPES),
    urls.ADVICE,
    urls.FINDER,
    urls.OVERVIEW,
    urls.GLOSSARY,
    urls.SEARCH,
    urls.SELECTION,
    urls.COMPARE,
)
"""The addresses that have a shell; the value of `Page.section` is one of them."""

_SOURCE = "---\ntemplate: shell.html\ntitle: KB_SLOT_TITLE\n---\n"
_SLOT = re.compile(r"(?:<!--\s*)?KB_SLOT_([A-Z]+(?:_[A-Z]+)*)(?:\s*-->)?")
_TOC_PART = re.compile(r"<!--\s*KB_IF_TOC\s*-->(.*?)<!--\s*KB_END_TOC\s*-->", re.DOTALL)
_NEEDED = frozenset({"DOCUMENT_TITLE", "DESCRIPTION", "HEAD", "TOC", "CRUMBS", "CONTENT"})

_LINK = re.compile(
    r'(?P<before>\s(?:href|src|action|poster)="|new URL\("|"(?:base|search)":\s*")(?P<target>[^"]*)'
)
_BLANK_LINES = re.compile(r"\n\s*\n")
_SRCSET = re.compile(r'(?P<before>\ssrcset=")(?P<targets>[^"]*)')
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#|\?|$")
_FOLDER = re.compile(r"(?:^|/)\.{0,2}$")
_ROOT = "\0"
"""Stands in a split shell for the way to the site's root; no HTML can hold it."""


def shell_sources() -> dict[str, str]:
    """Return the Markdown of every shell by its path below the engine's docs folder."""
    return {f"{address}index.md": _SOURCE for address in SECTIONS}


@dataclass(frozen=True, slots=True)
class Shell:
    """A built shell; ``text`` is its HTML with an address in the place of every relative link."""

    text: str
    _split: dict[tuple[int, bool], list[str]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def parse(cls, html: str, address: str) -> Shell:
        """Return the shell that the engine built at ``address``; `KbError` when it lost a slot."""
        if missing := sorted(_NEEDED - set(_SLOT.findall(html))):
            raise KbError(
                f"In de pagina ‘{urls.output_file(address)}’ van de site ontbreekt KB_SLOT_{missing[0]}. "
                "Bouw de vaste pagina's opnieuw: een gevulde site kan niet nog een keer gevuld worden."
            )

        def resolve(target: str) -> str:
            return target if _ELSEWHERE.match(target) else f"{_ROOT}{_resolved(address, target)}"

        def candidates(targets: str) -> str:
            return ", ".join(
                " ".join([resolve(url), *size]) for url, *size in (c.split() for c in targets.split(","))
            )

        text = _LINK.sub(lambda m: m["before"] + resolve(m["target"]), _BLANK_LINES.sub("\n", html))
        return cls(_SRCSET.sub(lambda m: m["before"] + candidates(m["targets"]), text))

    def fill(self, page: Page, settings: Settings) -> str:
        """Return the HTML document for ``page``, its links right for the depth it lies at."""
        parts = self._parts(urls.depth(page.path), with_toc=bool(page.toc)).copy()
        values = _values(page, settings)
        for index in range(1, len(parts), 2):
            parts[index] = values[parts[index]]
        return "".join(parts)

    def at_depth(self, depth: int) -> str:
        """Return the HTML that all pages at one depth share, the slots empty."""
        return self.text.replace(_ROOT, "../" * depth or "./")

    def _parts(self, depth: int, *, with_toc: bool) -> list[str]:
        """Return text and names of slots in turn, for pages at one depth."""
        found = self._split.get((depth, with_toc))
        if found is None:
            found = _SLOT.split(_TOC_PART.sub(r"\1" if with_toc else "", self.at_depth(depth)))
            self._split[depth, with_toc] = found
        return found


def _resolved(address: str, target: str) -> str:
    """Return the address, with query and fragment, that a relative link on the page ``address`` leads to."""
    path, mark, rest = re.split(r"([?#]|$)", target, maxsplit=1)
    inside = normpath(f"/{address}{path}").strip("/")
    folder = "/" if inside and _FOLDER.search(path) else ""
    return f"{inside}{folder}{mark}{rest}"


def _values(page: Page, settings: Settings) -> dict[str, str]:
    title, description = escape(page.title), escape(page.meta.get("description", ""))
    site_name = escape(settings.site_name)
    return {
        "TITLE": title,
        "DOCUMENT_TITLE": f"{title} - {site_name}" if page.path else site_name,
        "DESCRIPTION": description,
        "HEAD": head.tags(page, settings),
        "TOC": _toc(page.toc),
        "CRUMBS": crumbs.as_html(page.crumbs, urls.to_root(page.path)),
        "CONTENT": page.html,
    }


def _toc(items: Sequence[TocItem]) -> str:
    """Return the list items of a table of contents, deeper headings nested, in Material's markup."""
    groups: list[tuple[TocItem, list[TocItem]]] = []
    for item in items:
        if groups and item.level > groups[-1][0].level:
            groups[-1][1].append(item)
        else:
            groups.append((item, []))
    return "\n".join(_toc_item(item, below) for item, below in groups)


def _toc_item(item: TocItem, below: Sequence[TocItem]) -> str:
    text = escape(item.text)
    link = (
        f'<a href="#{escape(item.anchor)}" class="md-nav__link"><span class="md-ellipsis">{text}</span></a>'
    )
    nested = (
        f'<nav class="md-nav" aria-label="{text}"><ul class="md-nav__list">{_toc(below)}</ul></nav>'
        if below
        else ""
    )
    return f'<li class="md-nav__item">{link}{nested}</li>'
