"""Fills a built site: every generated page in its shell, redirects, and the map for search engines."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from html import escape
from pathlib import Path

from kb.errors import KbError
from kb.knowledge_base import KnowledgeBase
from kb.outputs import urls
from kb.outputs.pages import plan_pages
from kb.outputs.shell import SECTIONS, Shell
from kb.outputs.theme import environment
from kb.parallel import for_each
from kb.settings import Settings

_SITEMAP = "sitemap.xml"
_ROBOTS = "robots.txt"
_UNUSED = (
    _SITEMAP,
    f"{_SITEMAP}.gz",
    "search",
    "search.json",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "assets/**/*.map",
    "assets/images/favicon.png",
)
"""What an engine writes that nobody fetches: its own search, source maps, its own list of pages."""


def fill_site(site: Path, kb: KnowledgeBase, settings: Settings) -> int:
    """Write every generated page, redirect and list of pages into a site that an engine built.

    The same content in the same site gives the same bytes. Returns the number of pages; `KbError`
    when the site has no empty shells or holds a hand-written page at an address that is ours.
    """
    shells = load_shells(site)
    plan = plan_pages(kb, settings)
    hand_written = _hand_written(site)
    if taken := sorted(hand_written & plan.keys()):
        raise KbError(
            f"Er staat al een vaste pagina op ‘{taken[0]}’. Geef die in content/pages een andere naam."
        )
    _remove_unused(site)

    def write(address: str) -> None:
        page = plan[address]()
        _write(site / urls.output_file(address), shells[page.section].fill(page, settings))

    if kb.entries:
        # The first page of an entry makes what all of them share, before there are forks.
        plan[urls.entry_address(kb.entries[0])]()
    for_each(write, list(plan))
    _write_redirects(site, kb, settings)
    if settings.site_address:
        _write(site / _SITEMAP, _sitemap(hand_written | plan.keys(), settings))
        _write(site / _ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {settings.site_address}{_SITEMAP}\n")
    return len(plan)


def load_shells(site: Path) -> dict[str, Shell]:
    """Return the shells of a built site by section; `KbError` when one is missing or filled already."""
    return {address: _load_shell(site, address) for address in SECTIONS}


def redirects(kb: KnowledgeBase) -> dict[str, str]:
    """Return where permanent and former addresses lead to, both as addresses."""
    found: dict[str, str] = {}
    for located in kb.entries:
        target = urls.entry_address(located)
        found[urls.permalink(located.entry.id)] = target
        for slug in located.entry.former_slugs:
            found[urls.former_address(located.type, slug)] = target
    return found


def _load_shell(site: Path, address: str) -> Shell:
    file = site / urls.output_file(address)
    try:
        return Shell.parse(file.read_text(encoding="utf-8"), address)
    except FileNotFoundError:
        raise KbError(
            f"{file} ontbreekt. Bouw eerst de vaste pagina's, met de bestanden van de plug-in erbij."
        ) from None


def _hand_written(site: Path) -> set[str]:
    found = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    return {f"{folder}/" for folder in found if folder != "."} - set(SECTIONS)


def _remove_unused(site: Path) -> None:
    for pattern in _UNUSED:
        for path in site.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def _write_redirects(site: Path, kb: KnowledgeBase, settings: Settings) -> None:
    template = environment().get_template("redirect.html")
    titles = {urls.entry_address(located): located.entry.title for located in kb.entries}
    for address, target in redirects(kb).items():
        text = template.render(
            title=titles[target],
            target=f"{urls.to_root(address)}{target}",
            canonical=f"{settings.site_address}{target}" if settings.site_address else "",
        )
        _write(site / urls.output_file(address), text)


def _sitemap(addresses: Iterable[str], settings: Settings) -> str:
    places = "".join(
        f"<url><loc>{escape(settings.site_address + address)}</loc></url>\n" for address in sorted(addresses)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
    )


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
