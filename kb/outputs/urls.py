"""The only place that spells a public address.

An address is a path below the site's root without a leading slash, ending in ``/`` for a page:
``tools/handreiking-doelen-stellen/``. Links between pages are relative, so that the site works
at any place on a host.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import normpath

from kb.corpus import LocatedEntry
from kb.model import EntryType
from kb.model.facet_words import facet_word

SEARCH = "zoeken/"
A_TO_Z = f"{SEARCH}a-z/"
GLOSSARY = "begrippen/"
SELECTION = "selectie/"
COMPARE = "vergelijken/"
ADVICE = "aanbevelingen/"
FINDER = "wegwijzer/"
RESTING = "rust-hierop/"
OVERVIEW = "overzicht/"
MATRIX = f"{OVERVIEW}matrix/"
MAP = f"{OVERVIEW}kaart/"
TIMELINE = f"{OVERVIEW}tijdlijn/"
SERIES = f"{OVERVIEW}cijfers/"
PROGRESS = "kennishiaten/stand/"
NO_PHASE = "fase-onbekend"
"""Stands in an address of the finder for a phase that a reader does not know."""
PRIVACY = "over/privacy/"
PRIVACY_SHORT = "privacy/"
ACCESSIBILITY = "over/toegankelijkheid/"
ACCESSIBILITY_SHORT = "toegankelijkheid/"
SECURITY_TXT = ".well-known/security.txt"
LLMS = "llms.txt"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
APPLE_ICON = "assets/images/apple-touch-icon.png"
ICON = "favicon.ico"
ENTRIES_JSON = "api/v1/entries.json"
ENTRIES_SCHEMA = "api/v1/entries.schema.json"
ENTRY_SCHEMA = "api/v1/entry.schema.json"


def entry_address(located: LocatedEntry) -> str:
    """Return the address of an entry's page."""
    return f"{located.type.path}/{located.slug}/"


def list_address(entry_type: EntryType) -> str:
    """Return the address of the list of all entries of a type."""
    return f"{entry_type.path}/"


def facet_address(entry_type: EntryType, field: str, value: str) -> str:
    """Return the address of the list of entries of a type with one facet value."""
    return f"{entry_type.path}/{facet_word(field)}/{value}/"


def combined_address(entry_type: EntryType, chosen: Mapping[str, str]) -> str:
    """Return the address of the list of entries of a type with a value for each of some facets.

    The facets stand in the order of ``chosen``; with one it is its `facet_address`.
    """
    words = "".join(f"{facet_word(field)}/{value}/" for field, value in chosen.items())
    return f"{list_address(entry_type)}{words}"


def permalink(entry_id: str) -> str:
    """Return the permanent address of an entry."""
    return f"id/{entry_id}/"


def entry_json(entry_id: str) -> str:
    """Return the address of an entry as data; it lasts as long as the id."""
    return f"api/v1/entries/{entry_id}.json"


def entry_markdown(entry_id: str) -> str:
    """Return the address of an entry as Markdown; it lasts as long as the id."""
    return f"id/{entry_id}.md"


def share_image(name: str) -> str:
    """Return the address of the image that social networks show: of a type, or of the site."""
    return f"assets/share/{name}.png"


def former_address(entry_type: EntryType, slug: str) -> str:
    """Return the address an entry had under a former slug."""
    return f"{entry_type.path}/{slug}/"


def advice_address(actor: str) -> str:
    """Return the address of the page with what one actor can do."""
    return f"{ADVICE}{actor}/"


def finder_address(*answers: str) -> str:
    """Return the address of the finder's page after these answers: phase, topic, audience."""
    return FINDER + "".join(f"{answer}/" for answer in answers)


def new_question(repository: str) -> str:
    """Return where a question is handed in at a repository on the web."""
    return f"{repository.rstrip('/')}/issues/new"


def depth(address: str) -> int:
    """Return how many folders below the root an address lies (home is 0)."""
    return address.count("/")


def to_root(address: str) -> str:
    """Return the relative link from a page to the root: ``../../``, or ``./`` from home."""
    return "../" * depth(address) or "./"


def output_file(address: str) -> str:
    """Return the file below the site folder that holds the page at ``address``."""
    return f"{address}index.html" if not address or address.endswith("/") else address


IMAGES = "images/"
"""Where the images of bodies are, in ``content/`` and on the site alike."""

_CONTENT_LINK = re.compile(r"^(?:\.\./)+(?P<folder>[a-z]+)/(?P<file>[^/#?]+)(?P<anchor>#.*)?$")


def content_link(target: str, folders: dict[str, str]) -> str | None:
    """Return the address for a link between content files, or ``None`` when it is something else.

    ``../tools/x.md#kop`` becomes ``tools/x/#kop`` and ``../images/x.png`` becomes ``images/x.png``;
    ``folders`` maps content folders to address parts.
    """
    match = _CONTENT_LINK.match(normpath(target) if target.startswith("./") else target)
    if match and match["folder"] == IMAGES.rstrip("/"):
        return f"{IMAGES}{match['file']}"
    if match is None or match["folder"] not in folders:
        return None
    slug = match["file"].removesuffix(".md")
    return f"{folders[match['folder']]}/{slug}/{match['anchor'] or ''}"
