"""From the home page every entry is near, by links that stand in the pages as they are served."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

pytestmark = pytest.mark.site

CLICKS = 3
HOST = "https://host.example/"
EMPTY = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
"""Elements without an end."""


class Shown(HTMLParser):
    """Collects the links of a page that do not wait for a script: none that is hidden or in a template."""

    def __init__(self, html: str) -> None:
        """Read ``html``."""
        super().__init__()
        self.links: list[str] = []
        self._within: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link, or that something hidden begins."""
        held = dict(attrs)
        if self._within or tag == "template" or "hidden" in held:
            self._within += [] if tag in EMPTY else [tag]
        elif tag == "a" and (target := held.get("href")):
            self.links.append(target)

    def handle_endtag(self, tag: str) -> None:
        """Note that something hidden ends; an end that was left out ends with what it is in."""
        if tag in self._within:
            del self._within[len(self._within) - 1 - self._within[::-1].index(tag) :]


def follow(site: Path, addresses: Iterable[str]) -> set[str]:
    """Return where the links of pages lead to inside the site."""
    found = set()
    for at in addresses:
        page = site / at / "index.html"
        links = Shown(page.read_text(encoding="utf-8")).links if page.is_file() else ()
        found |= {
            urlsplit(url).path[1:] for link in links if (url := urljoin(HOST + at, link)).startswith(HOST)
        }
    return found


def clicks(site: Path, wanted: set[str]) -> dict[str, int]:
    """Return how many clicks each wanted address is from the home page, as far as it is near enough."""
    seen, edge = {""}, {""}
    near: dict[str, int] = {}
    for click in range(1, CLICKS + 1):
        if wanted <= near.keys():
            break
        edge = follow(site, edge) - seen
        seen |= edge
        near |= dict.fromkeys(edge & wanted, click)
    return near


def test_every_entry_is_within_three_clicks(
    real_site: Path, record_property: Callable[[str, object], None]
) -> None:
    """Without a script, without search, from the home page."""
    listed = json.loads((real_site / "api/v1/entries.json").read_text(encoding="utf-8"))
    wanted = {entry["page_url"].lstrip("/") for entry in listed}
    near = clicks(real_site, wanted)
    record_property("entries by clicks from home", dict(sorted(Counter(near.values()).items())))
    assert len(wanted) > 500
    assert sorted(wanted - near.keys()) == []


def test_what_is_hidden_or_too_far_is_not_near(tmp_path: Path) -> None:
    """Links that wait for a script do not count, nor those of another site or a fourth click."""
    pages = {
        "": '<a href="een/">1</a> <p hidden><br><a href="weg/">x</a></p>'
        ' <template><a href="mal/">x</a></template>'
        '<div hidden><ul><li><a href="lijst/">x</a></ul></div> <a hidden href="dicht/">x</a>'
        '<a href="https://elders.example/ver/">x</a>',
        "een/": '<a href="../twee/#kop">2</a>',
        "twee/": '<a href="../drie/">3</a> <a href="../">0</a>',
        "drie/": '<a href="../vier/">4</a>',
    }
    for at, html in pages.items():
        (tmp_path / at).mkdir(exist_ok=True)
        (tmp_path / at / "index.html").write_text(html, encoding="utf-8")
    wanted = {"een/", "twee/", "drie/", "vier/", "weg/", "mal/", "lijst/", "dicht/", "ver/"}
    assert clicks(tmp_path, wanted) == {"een/": 1, "twee/": 2, "drie/": 3}
