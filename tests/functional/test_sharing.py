"""What others make of the site: search engines, social networks, assistants, and a phone's home screen."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from playwright.sync_api import Browser

from kb.markdown import outline
from kb.model import ENTRY_TYPES
from scripts.screenshots import serve
from tests.functional.browser import Seen

Run = Callable[..., CompletedProcess[str]]

SITE = "https://host.example/onder/pad/"
NAVIGATION = '<nav class="kb-crumbs" aria-label="Kruimelpad">'
SHARED = {
    "og:type", "og:url", "og:locale", "og:site_name", "og:title", "og:description", "og:image",
    "og:image:type", "og:image:width", "og:image:height", "og:image:alt", "twitter:card",
}  # fmt: skip


class Head(HTMLParser):
    """What stands in the head of a document: title, links by relation, what it says of itself."""

    def __init__(self, html: str) -> None:
        """Read ``html``; what is there twice is an error."""
        super().__init__()
        self.title = ""
        self.links: dict[str, str] = {}
        self.said: dict[str, str] = {}
        self._tag = ""
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self._tag = tag
        held = {name: value or "" for name, value in attrs}
        if tag == "link" and held["rel"] != "stylesheet":
            assert held["rel"] not in self.links
            self.links[held["rel"].strip()] = held["href"]
        if tag == "meta" and (name := held.get("property") or held.get("name")):
            assert name not in self.said
            self.said[name] = held["content"]

    def handle_data(self, data: str) -> None:
        """Keep the title."""
        if self._tag == "title":
            self.title += data.strip()


def text_of(site: Path, address: str) -> str:
    """Return the HTML of the page at an address."""
    return (site / address / "index.html").read_text(encoding="utf-8")


def exists(site: Path, address: str) -> bool:
    """Tell whether the site has a page or file at an address."""
    return (site / address / "index.html").is_file() or (site / address).is_file()


def leads_nowhere(site: Path, at: str, markdown: str) -> list[str]:
    """Return the links in a Markdown document of the site that lead to nothing in it."""
    targets = [urlsplit(urljoin(SITE + at, link.target)) for link in outline(markdown).links]
    inside = [url.path for url in targets if url.netloc == urlsplit(SITE).netloc]
    assert inside
    return [path for path in inside if not exists(site, path.removeprefix(urlsplit(SITE).path))]


@pytest.fixture(scope="module")
def with_address(untouched: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small site that knows its address."""
    project = Path(shutil.copytree(untouched, tmp_path_factory.mktemp("address") / "kb"))
    (project / "kb.toml").write_text(f'site_address = "{SITE}"\n', encoding="utf-8")
    site = project / "site"
    done = run(project, "kb", "build", "--no-search", "--site", site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def of_every_template(site: Path) -> list[str]:
    """Return an address of every template of generated pages, and of hand-written pages."""
    data = json.loads((site / "api/v1/entries.json").read_bytes())
    entries = {entry["type"]: entry["page_url"].removeprefix(SITE) for entry in data}
    return [
        "", "tools/", "tools/fase/initiatief-en-ontwerp/", "wegwijzer/", "wegwijzer/fase-onbekend/",
        "begrippen/", "zoeken/", "zoeken/a-z/", "aanbevelingen/", "selectie/", "vergelijken/", "overzicht/",
        "over/", "over/methode/", *entries.values(),
    ]  # fmt: skip


@pytest.mark.site
def test_every_template_says_what_it_is_when_shared(with_address: Path) -> None:
    """Title, description, canonical link, and the whole card with an image that is there."""
    titles = set()
    for address in of_every_template(with_address):
        head = Head(text_of(with_address, address))
        titles.add(head.title)
        assert head.links["canonical"] == head.said["og:url"] == SITE + address
        assert head.said.keys() >= SHARED, address
        assert all(head.said[name] for name in SHARED), address
        assert head.said["og:title"] in head.title
        assert head.said["description"] == head.said["og:description"]
        size = head.said["og:image:width"], head.said["og:image:height"]
        with Image.open(with_address / head.said["og:image"].removeprefix(SITE)) as image:
            assert tuple(map(str, image.size)) == size
    assert len(titles) == len(of_every_template(with_address))


@pytest.mark.site
def test_permanent_address_shows_what_its_page_would(with_address: Path) -> None:
    """Who shares the address that lasts shares title, text and image of the page, under its own address."""
    for data in json.loads((with_address / "api/v1/entries.json").read_bytes()):
        redirect = Head(text_of(with_address, f"id/{data['id']}/"))
        page = Head(text_of(with_address, data["page_url"].removeprefix(SITE)))
        assert {name: redirect.said[name] for name in SHARED} == {name: page.said[name] for name in SHARED}
        assert redirect.links["canonical"] == page.links["canonical"]
        assert redirect.said["robots"] == "noindex"


@pytest.mark.site
def test_sitemap_says_when_entries_changed(with_address: Path) -> None:
    """The last review of an entry, and of a list that of its newest."""
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ET.parse(with_address / "sitemap.xml").getroot()  # noqa: S314
    found = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in root}
    data = json.loads((with_address / "api/v1/entries.json").read_bytes())
    assert data
    for entry in data:
        assert found[entry["page_url"]] == entry["last_reviewed"]
    newest = max(entry["last_reviewed"] for entry in data if entry["type"] == "tool")
    assert found[f"{SITE}tools/"] == newest
    assert found[f"{SITE}over/methode/"] is None
    assert (with_address / "robots.txt").read_text("utf-8").endswith(f"Sitemap: {SITE}sitemap.xml\n")


@pytest.mark.site
def test_markdown_with_an_address_names_it(with_address: Path) -> None:
    """Every link of an assistant's copy works wherever it is read."""
    for file in [*with_address.glob("id/*.md"), with_address / "llms.txt"]:
        text = file.read_text(encoding="utf-8")
        assert not [link for link in outline(text).links if not link.target.startswith("https://")]
        assert not leads_nowhere(with_address, file.relative_to(with_address).as_posix(), text)


@pytest.mark.browser
def test_trail_as_data_is_no_script_for_the_policy(browser: Browser, with_address: Path) -> None:
    """The headers we ship do not block it, and need no hash for it."""
    address = next(with_address.glob("tools/*/index.html")).parent.relative_to(with_address).as_posix()
    with serve(with_address) as host, browser.new_context() as context:
        page = context.new_page()
        seen = Seen(page)
        page.goto(f"{host}{address}/")
        data = page.locator('script[type="application/ld+json"]').text_content()
        assert seen.complaints == []
    names = [item["name"] for item in json.loads(data or "")["itemListElement"]]
    assert names[:2] == ["Home", "Hulpmiddelen"]


@pytest.mark.site
def test_every_entry_is_there_as_markdown(real_site: Path) -> None:
    """Each has a document its page leads to, with links that lead somewhere, and no HTML."""
    data = json.loads((real_site / "api/v1/entries.json").read_bytes())
    assert data
    for entry in data:
        at = f"id/{entry['id']}.md"
        text = (real_site / at).read_text(encoding="utf-8")
        page = entry["page_url"].removeprefix("/")
        assert urljoin(SITE + page, Head(text_of(real_site, page)).links["alternate"]) == SITE + at
        assert leads_nowhere(real_site, at, text) == [], at
        assert not [html for html in outline(text).raw_html if not html.text.startswith("<!--")], at
        assert not text.startswith("---"), at
        assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1, at
    assert len(list(real_site.glob("id/*.md"))) == len(list(real_site.glob("api/v1/entries/*.json")))


@pytest.mark.site
def test_llms_txt_leads_everywhere(real_site: Path) -> None:
    """Every link in it leads to a page, a document or data, and all lists are there."""
    text = (real_site / "llms.txt").read_text(encoding="utf-8")
    assert leads_nowhere(real_site, "llms.txt", text) == []
    assert {row.plural for row in ENTRY_TYPES} <= {link.text for link in outline(text).links}
    assert outline(text).raw_html == ()


@pytest.mark.site
def test_every_generated_page_has_a_trail(real_site: Path) -> None:
    """One on each page but home, each link in it leading to a page above."""
    for path in real_site.glob("*/**/index.html"):
        html = path.read_text(encoding="utf-8")
        address = f"{path.parent.relative_to(real_site).as_posix()}/"
        if address.startswith(("id/", "over/", "privacy/")) or 'http-equiv="refresh"' in html:
            continue
        assert html.count(NAVIGATION) == 1, address
        trail = html.partition(NAVIGATION)[2].partition("</nav>")[0]
        above = [urljoin(SITE + address, link) for link in re.findall(r'href="([^"]*)"', trail)]
        assert above[0] == SITE
        assert all((SITE + address).startswith(place) for place in above), address
        assert all(exists(real_site, place.removeprefix(SITE)) for place in above), address
    assert NAVIGATION not in text_of(real_site, "")


@pytest.mark.site
def test_icons_are_there(real_site: Path) -> None:
    """The icons that pages name, and the one that browsers ask for without being told."""
    links = Head(text_of(real_site, "")).links
    assert exists(real_site, links["icon"])
    assert exists(real_site, links["apple-touch-icon"])
    assert exists(real_site, "favicon.ico")
    assert (real_site / "robots.txt").read_text("utf-8") == "User-agent: *\nAllow: /\n"
