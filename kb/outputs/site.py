"""Fills a built site: every generated page in its shell, redirects, files for hosts and search engines."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kb.errors import KbError
from kb.knowledge_base import KnowledgeBase
from kb.outputs import urls
from kb.outputs.head import tags
from kb.outputs.headers import header_files, inline_scripts, security_headers
from kb.outputs.page import Page
from kb.outputs.pages import plan_pages
from kb.outputs.security_txt import last_looked_after, security_txt
from kb.outputs.share_images import icons, share_images
from kb.outputs.shell import SECTIONS, Shell
from kb.outputs.sitemap import last_changed, sitemap
from kb.outputs.theme import environment
from kb.parallel import for_each
from kb.settings import Settings

_MISSING = "404.html"
_UNUSED = (
    urls.SITEMAP,
    f"{urls.SITEMAP}.gz",
    "search",
    "search.json",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "assets/**/*.map",
    "assets/images/favicon.png",
)
"""What an engine writes that nobody fetches: its own search, source maps, its own list of pages."""


_SHORT = {
    urls.PRIVACY_SHORT: (urls.PRIVACY, "Privacy"),
    urls.ACCESSIBILITY_SHORT: (urls.ACCESSIBILITY, "Toegankelijkheid"),
}
"""Hand-written pages that people look for at a short address, with what they are called."""


def fill_site(site: Path, kb: KnowledgeBase, settings: Settings) -> int:
    """Write every generated page, redirect and list of pages into a site that an engine built.

    The same content in the same site gives the same bytes. Returns the number of pages; `KbError`
    when the site has no empty shells or holds a hand-written page at an address that is ours.
    """
    shells = load_shells(site)
    plan = plan_pages(kb, settings)
    hand_written = _hand_written(site)
    if taken := sorted(hand_written & (plan.keys() | _SHORT.keys())):
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
    documents = _unfilled(site, shells, hand_written, {urls.depth(address) for address in plan})
    _write_for_host(site, kb, settings, {script for html in documents for script in inline_scripts(html)})
    _write_images(site, settings)
    _write_for_robots(site, kb, settings, hand_written | plan.keys())
    return len(plan)


def load_shells(site: Path) -> dict[str, Shell]:
    """Return the shells of a built site by section; `KbError` when one is missing or filled already."""
    return {address: _load_shell(site, address) for address in SECTIONS}


def redirects(kb: KnowledgeBase, site: Path) -> dict[str, str]:
    """Return where permanent, former and short addresses lead to, both as addresses.

    ``site`` is where the engine built the hand-written pages.
    """
    found: dict[str, str] = {
        short: target for short, (target, _) in _SHORT.items() if (site / urls.output_file(target)).is_file()
    }
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
    """Write a page at each address that leads elsewhere; shared, it shows what its target would."""
    template = environment().get_template("redirect.html")
    pages = {target: Page(target, title, "", "") for target, title in _SHORT.values()}
    for located in kb.entries:
        page = Page(urls.entry_address(located), located.entry.title, "", urls.list_address(located.type))
        about = {"description": located.entry.summary}
        pages[page.path] = replace(page, meta=about, markdown=urls.entry_markdown(located.entry.id))
    leads = redirects(kb, site)

    def write(address: str) -> None:
        target = leads[address]
        text = template.render(
            title=pages[target].title,
            target=f"{urls.to_root(address)}{target}",
            head=tags(pages[target], settings, at=address),
        )
        _write(site / urls.output_file(address), text)

    for_each(write, list(leads))


def _unfilled(
    site: Path, shells: dict[str, Shell], hand_written: set[str], depths: set[int]
) -> Iterator[str]:
    """Yield the HTML of all documents, for generated pages what those of one section and depth share."""
    yield from (shell.at_depth(depth) for shell in shells.values() for depth in sorted(depths))
    for file in (_MISSING, *map(urls.output_file, hand_written)):
        if (site / file).is_file():
            yield (site / file).read_text(encoding="utf-8")


def _write_for_host(site: Path, kb: KnowledgeBase, settings: Settings, scripts: set[str]) -> None:
    """Write the headers to send, and whom to tell about a security problem."""
    assets = (path.relative_to(site).as_posix() for path in site.glob("assets/**/*"))
    for address, text in header_files(security_headers(scripts), assets).items():
        _write(site / address, text)
    if settings.security_contact and kb.entries:
        _write(site / urls.SECURITY_TXT, security_txt(settings, last_looked_after(kb)))


def _write_images(site: Path, settings: Settings) -> None:
    """Draw the icons, and what social networks show; these need a full address to come for it."""
    for address, image in (*icons(), *(share_images(settings) if settings.site_address else ())):
        _write(site / address, image)


def _write_for_robots(site: Path, kb: KnowledgeBase, settings: Settings, addresses: set[str]) -> None:
    """Write what search engines ask for: they may read everything, and where everything is."""
    place = f"Sitemap: {settings.site_address}{urls.SITEMAP}\n" if settings.site_address else ""
    _write(site / urls.ROBOTS, f"User-agent: *\nAllow: /\n{place}")
    if settings.site_address:
        _write(site / urls.SITEMAP, sitemap(addresses, last_changed(kb), settings.site_address))


def _write(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
