"""Takes pictures of every kind of page of a built site, to look at the whole design at once.

The browser tests take the pages, the server and the browser from here, so that both see the same.
"""

from __future__ import annotations

import argparse
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from kb.model import ENTRY_TYPES

WIDTHS = (360, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_OFFLINE = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
_UNUSED = "--disable-features=PreloadTopChromeWebUI,Translate,OptimizationHints,MediaRouter,HttpsUpgrades"
"""Parts of the browser around the page; made anew for every visit they take a third of its time."""
_OPTIONS = (
    *_OFFLINE,
    _UNUSED,
    "--disable-quic",
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
)

Rules = list[tuple[str, dict[str, str]]]

_TYPE = "Content-Type"

_UNSETTLED = ":is([data-kb-results], [data-kb-filled]):not([aria-busy=false]), html.js:not([data-kb-started])"
"""Matches what a page has not filled yet, such as results of a search, and a page whose parts still start."""

_FIXED = {
    "home": "",
    "list": "tools/",
    "list-with-filter": "tools/?fase=initiatief-en-ontwerp",
    "facet": "tools/fase/initiatief-en-ontwerp/",
    "facet-combined": "tools/fase/initiatief-en-ontwerp/thema/governance/",
    "glossary": "begrippen/",
    "advice-list": "aanbevelingen/",
    "search": "zoeken/",
    "finder": "wegwijzer/",
    "finder-topics": "wegwijzer/initiatief-en-ontwerp/",
    "finder-roles": "wegwijzer/fase-onbekend/integrale-zorg/",
    "finder-list": "wegwijzer/initiatief-en-ontwerp/draagvlak-en-partners/bestuurder/",
    "search-with-results": "zoeken/?q=doelen",
    "search-with-filters": "zoeken/?q=netwerk&type=case&fasemodel=rivm&fase=rivm:fase-3-4",
    "search-empty": "zoeken/?q=doelenbom&type=case&jaar=2024",
    "a-to-z": "zoeken/a-z/",
    "overview": "overzicht/",
    "matrix": "overzicht/matrix/",
    "map": "overzicht/kaart/",
    "gap-tracker": "kennishiaten/stand/",
    "timeline": "overzicht/tijdlijn/",
    "figures": "overzicht/cijfers/",
    "selection": "selectie/#ids=T0001,P0003,B0010&notitie-T0001=Bespreken",
    "selection-empty": "selectie/",
    "compare": "vergelijken/?tools=T0001,T0005,T0009",
    "404": "bestaat-niet/",
    "by-hand": "over/methode/",
}
_FOLDERS = {row.name: row.path for row in ENTRY_TYPES} | {"advice": "aanbevelingen"}
TEMPLATES = (*_FIXED, *_FOLDERS)
"""The names of the kinds of pages there are."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: with its headers, and its own page for what is missing."""

    def __init__(self, rules: Rules, *args: object, directory: str) -> None:
        """Answer one request; ``rules`` are the headers by the addresses they are for."""
        self._rules = rules
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        """Add the headers of every rule that fits, but the type, which is sent before."""
        for name, value in self._told():
            if name != _TYPE:
                self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Return the type of a file: the one that a rule tells, else what its ending says."""
        return dict(self._told()).get(_TYPE) or super().guess_type(path)

    def _told(self) -> list[tuple[str, str]]:
        """Return the headers of the rules for this address."""
        address = self.path.partition("?")[0]
        return [
            told
            for pattern, headers in self._rules
            if fnmatchcase(address, pattern)
            for told in headers.items()
        ]

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((Path(self.directory) / "404.html").read_bytes())

    def log_message(self, *_args: object) -> None:
        """Stay quiet."""


def addresses(site: Path) -> dict[str, str]:
    """Return the address of a page of every kind; of entries the fullest page, which shows most."""
    fullest = {
        name: max((site / folder).glob("*/index.html"), key=lambda page: (page.stat().st_size, page.parent))
        for name, folder in _FOLDERS.items()
    }
    return _FIXED | {name: f"{page.parent.relative_to(site)}/" for name, page in fullest.items()}


def header_rules(folder: Path) -> Rules:
    """Return the rules of ``_headers`` as a static host reads them: an address, then lines with headers."""
    rules: Rules = []
    file = folder / "_headers"
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        if line.startswith("/"):
            rules.append((line, {}))
        elif line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value
    return rules


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback, with the headers that are in it; give its address, ending in a slash."""
    handler = partial(_Handler, header_rules(folder), directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give a running Chromium; raise `FileNotFoundError` when the machine has none."""
    program = shutil.which(os.environ.get("KB_CHROMIUM") or "chromium")
    if program is None:
        raise FileNotFoundError("Chromium is missing. Run `make test`, which installs it.")
    with (
        sync_playwright() as player,
        player.chromium.launch(executable_path=program, args=_OPTIONS) as browser,
    ):
        yield browser


def settle(page: Page) -> None:
    """Wait until a page shows all it will show.

    Not with ``wait_for_function``: that evaluates text, which the policy of the site forbids.
    """
    page.wait_for_selector(_UNSETTLED, state="detached")


def take(site: Path, target: Path) -> None:
    """Take every picture as ``<page>-<width>-<scheme>.png``."""
    target.mkdir(parents=True, exist_ok=True)
    with serve(site) as root, chromium() as browser:
        for scheme in SCHEMES:
            with browser.new_context(color_scheme=scheme, reduced_motion="reduce") as context:
                page = context.new_page()
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    for name, address in addresses(site).items():
                        page.goto(root + address)
                        settle(page)
                        page.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True)


def main() -> None:
    """Take pictures of the site folder on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="folder of the built site")
    parser.add_argument("target", type=Path, help="folder for the pictures")
    given = parser.parse_args()
    take(given.site, given.target)
    print(f"The pictures are in {given.target}")


if __name__ == "__main__":
    main()
