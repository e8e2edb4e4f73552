"""What the head of a page tells others: search engines, social networks, assistants.

Only full addresses are of use to them, so without a site address there is little to tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import orjson

from kb.model import ENTRY_TYPES
from kb.outputs import urls
from kb.outputs.page import Page
from kb.settings import Settings

SITE = "site"
"""The name of the image of all pages that belong to no type."""

SHARE_SIZE = (1200, 630)
"""Width and height of the images that social networks show."""

_ALTERNATE = "alternate "
"""With a space, which means the same: Material's script takes `link[rel=alternate]` for a translation of
the site, and asks for its sitemap."""

_TYPES = {urls.list_address(row): row for row in ENTRY_TYPES}


def tags(page: Page, settings: Settings, at: str | None = None) -> str:
    """Return the elements for the head of ``page``, besides its title and description.

    ``at`` is where they will stand when that is not at the page itself but at what leads to it.
    """
    return "\n".join(_tags(page, settings, page.path if at is None else at))


def _tags(page: Page, settings: Settings, at: str) -> Iterator[str]:
    if page.markdown:
        href = urls.to_root(at) + page.markdown
        yield f'<link rel="{_ALTERNATE}" type="text/markdown" href="{href}" title="Deze pagina als Markdown">'
    if not settings.site_address:
        return
    yield f'<link rel="canonical" href="{escape(settings.site_address + page.path)}">'
    yield sharing(page, settings)
    if page.crumbs:
        yield f'<script type="application/ld+json">{_trail(page, settings)}</script>'


def sharing(page: Page, settings: Settings) -> str:
    """Return what a social network shows of ``page``: Open Graph, and the card of X that falls back on it."""
    row = _TYPES.get(page.section)
    width, height = SHARE_SIZE
    image = settings.site_address + urls.share_image(row.name if row else SITE)
    shown = {
        "og:type": "article" if page.markdown else "website",
        "og:url": settings.site_address + page.path,
        "og:locale": "nl_NL",
        "og:site_name": settings.site_name,
        "og:title": page.title,
        "og:description": page.meta.get("description", ""),
        "og:image": image,
        "og:image:type": "image/png",
        "og:image:width": str(width),
        "og:image:height": str(height),
        "og:image:alt": f"{row.plural}. {settings.site_name}" if row else settings.site_name,
    }
    elements = [f'<meta property="{name}" content="{escape(text)}">' for name, text in shown.items()]
    return "\n".join((*elements, '<meta name="twitter:card" content="summary_large_image">'))


def _trail(page: Page, settings: Settings) -> str:
    """Return the trail as search engines read it, fit to stand in a ``script`` element."""
    places = [(crumb.name, settings.site_address + crumb.address) for crumb in page.crumbs]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(
            [*places, (page.title, settings.site_address + page.path)], 1
        )
    ]
    data = {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}
    return orjson.dumps(data).decode().replace("<", "\\u003c")
