"""Plain MkDocs builds the whole site: every page, every link, at the root of a host and below a path."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

from kb import pipeline
from kb.engine import SHELLS_ONLY
from kb.errors import KbError
from kb.outputs import urls
from kb.outputs.pages import plan_pages
from kb.outputs.shell import SECTIONS
from kb.outputs.site import redirects

pytestmark = pytest.mark.site

Run = Callable[..., CompletedProcess[str]]

BELOW = "https://host.example/onder/pad/"


class Links(HTMLParser):
    """Collects what a page links to, loads, and offers as a target."""

    def __init__(self, html: str) -> None:
        """Read ``html``."""
        super().__init__()
        self.targets: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.active: list[str] = []
        self._tab_open = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the attributes that matter."""
        held = dict(attrs)
        self.ids.add(held.get("id") or "")
        targets = [value for name in ("href", "src", "action") if (value := held.get(name))]
        self.targets += targets
        if tag in {"script", "img", "link"} and "canonical" not in (held.get("rel") or ""):
            self.loads += targets
        self._tab_open = self._tab_open or "md-tabs__item--active" in (held.get("class") or "")
        if tag == "a" and self._tab_open:
            self.active += targets
            self._tab_open = False


def address(file: Path, site: Path) -> str:
    """Return the address of a page of the site."""
    return file.relative_to(site).as_posix().removesuffix("index.html")


def read(site: Path) -> dict[str, Links]:
    """Return the links of every page by address; the page for missing addresses is left out."""
    return {
        address(file, site): Links(file.read_text(encoding="utf-8"))
        for file in site.rglob("*.html")
        if file.name != "404.html"
    }


def broken_links(site: Path) -> list[tuple[str, str]]:
    """Return (page, link) for every link inside the site that leads nowhere when it lies below a path."""
    pages, broken = read(site), []
    for at, page in pages.items():
        for link in page.targets:
            url = urlsplit(urljoin(BELOW + at, link))
            if url.scheme in {"http", "https"} and url.netloc == urlsplit(BELOW).netloc:
                inside = url.path.removeprefix(urlsplit(BELOW).path)
                known = inside in pages or (site / inside).is_file()
                anchor = not url.fragment or inside not in pages or url.fragment in pages[inside].ids
                if not (known and anchor):
                    broken.append((at, link))
    return broken


def contents(site: Path) -> dict[str, bytes]:
    """Return every file of the site by path."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def shells(untouched: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site with only shells and hand-written pages, as the build of `kb` asks for it."""
    site = tmp_path_factory.mktemp("shells") / "site"
    done = run(untouched, "mkdocs", "build", "--strict", "--site-dir", site, **{SHELLS_ONLY: "1"})
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="module")
def site(untouched: Path, shells: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the filled site of a project without an address of its own."""
    target = Path(shutil.copytree(shells, tmp_path_factory.mktemp("filled") / "site"))
    pipeline.fill(pipeline.check(untouched), target)
    return target


def test_mkdocs_build_does_what_kb_does(untouched: Path, site: Path, run: Run, tmp_path: Path) -> None:
    """Plain strict MkDocs gives the same pages, byte for byte, as shells that `kb` filled."""
    done = run(untouched, "mkdocs", "build", "--strict", "--site-dir", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "site") == contents(site)


def test_site_has_every_page_of_the_plan(untouched: Path, site: Path) -> None:
    """Every planned page is there, and nothing is left of a slot."""
    checked = pipeline.check(untouched)
    plan = plan_pages(checked.knowledge_base(), checked.settings)
    assert plan.keys() <= read(site).keys()
    assert not [path for path in site.rglob("*.html") if "KB_SLOT" in path.read_text(encoding="utf-8")]


def test_site_has_no_broken_link(site: Path) -> None:
    """Every link and anchor on every page leads somewhere, also when the site lies below a path."""
    assert broken_links(site) == []


def test_site_loads_nothing_from_another_host(site: Path) -> None:
    """Scripts, styles and images come from the site itself, by relative address."""
    loads = {link for page in read(site).values() for link in page.loads}
    assert loads
    assert not {link for link in loads if urlsplit(link).scheme or link.startswith("/")}


def test_site_marks_the_section_of_a_page(site: Path) -> None:
    """The tab of its section is active on an entry, on a facet list and on the list itself."""
    pages = read(site)
    for at in (
        "tools/",
        "tools/fase/initiatief-en-ontwerp/",
        next(a for a in pages if a.startswith("tools/")),
    ):
        assert [urljoin(BELOW + at, link) for link in pages[at].active] == [f"{BELOW}tools/"]


def test_site_without_an_address_names_none(site: Path) -> None:
    """Without a site address nothing claims one: no canonical link, no sitemap."""
    assert not (site / "sitemap.xml").exists()
    assert 'rel="canonical"' not in (site / "tools" / "index.html").read_text(encoding="utf-8")


def test_site_keeps_nothing_of_the_search_of_the_engine(site: Path) -> None:
    """Files that no page asks for are not published."""
    left = [path for path in contents(site) if "lunr" in path or "/workers/" in path or path.endswith(".map")]
    assert left == []


def test_site_with_an_address_uses_it_everywhere(project: Path, run: Run) -> None:
    """Canonical links, the sitemap and the page for missing addresses follow the address of the site."""
    (project / "kb.toml").write_text(f'site_address = "{BELOW}"\n', encoding="utf-8")
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    built = project / "site"
    listed = {loc.text for loc in ET.parse(built / "sitemap.xml").iter() if loc.tag.endswith("loc")}  # noqa: S314
    checked = pipeline.check(project)
    moved = redirects(checked.knowledge_base(), built).keys()
    assert listed == {BELOW + at for at in read(built).keys() - moved}
    for at in ("tools/", "over/methode/"):
        html = (built / at / "index.html").read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="{BELOW}{at}">' in html
    missing = Links((built / "404.html").read_text(encoding="utf-8"))
    assert f"{urlsplit(BELOW).path}zoeken/" in missing.targets
    inside = [link for link in missing.targets if not urlsplit(link).scheme and not link.startswith("#")]
    assert all(link.startswith(urlsplit(BELOW).path) for link in inside)


def test_site_redirects_permanent_and_former_addresses(project: Path, shells: Path, tmp_path: Path) -> None:
    """An id and a former slug lead to the page, by a relative link."""
    tool = min((project / "content" / "tools").glob("*.md"))
    text = tool.read_text(encoding="utf-8")
    tool.write_text(text.replace("---\n", "---\nformer_slugs:\n- oude-naam\n", 1), encoding="utf-8")
    target = Path(shutil.copytree(shells, tmp_path / "site"))
    checked = pipeline.check(project)
    pipeline.fill(checked, target, with_search=False)
    entry_id = checked.corpus.by_slug[tool.stem].entry.id
    for old in (urls.permalink(entry_id), "tools/oude-naam/"):
        html = (target / old / "index.html").read_text(encoding="utf-8")
        assert f'content="0; url=../../tools/{tool.stem}/"' in html


def test_site_shows_the_images_of_bodies(project: Path, shells: Path, tmp_path: Path) -> None:
    """An image in content/images/ comes along, and the page finds it."""
    (project / "content/images").mkdir()
    (project / "content/images/plaat.svg").write_text("<svg/>", encoding="utf-8")
    tool = min((project / "content/tools").glob("*.md"))
    with tool.open("a", encoding="utf-8") as file:
        file.write("\n![Een plaat](../images/plaat.svg)\n")
    target = Path(shutil.copytree(shells, tmp_path / "site"))
    pipeline.fill(pipeline.check(project), target, with_search=False)
    assert (target / "images/plaat.svg").read_text(encoding="utf-8") == "<svg/>"
    assert 'src="../../images/plaat.svg"' in (target / f"tools/{tool.stem}/index.html").read_text("utf-8")
    assert broken_links(target) == []


def test_site_is_the_same_twice(untouched: Path, site: Path, shells: Path, tmp_path: Path) -> None:
    """The same content in the same shells gives the same bytes."""
    again = Path(shutil.copytree(shells, tmp_path / "site"))
    pipeline.fill(pipeline.check(untouched), again)
    assert contents(again) == contents(site)


def test_site_cannot_be_filled_twice(untouched: Path, site: Path) -> None:
    """A filled site is refused with what to do, and stays as it is."""
    before = contents(site)
    with pytest.raises(KbError, match="niet nog een keer gevuld"):
        pipeline.fill(pipeline.check(untouched), site, with_search=False)
    assert contents(site) == before


def test_mkdocs_build_stops_at_an_error_and_touches_nothing(project: Path, run: Run) -> None:
    """A mistake in an entry is named with its place, and the site that was there stays."""
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("vorige", encoding="utf-8")
    tool = min((project / "content" / "tools").glob("*.md"))
    tool.write_text(tool.read_text(encoding="utf-8").replace("\ntitle:", "\ntitel:", 1), encoding="utf-8")
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode != 0
    assert f"content/tools/{tool.name}:" in done.stdout + done.stderr
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "vorige"


@pytest.mark.parametrize("page", ["index.md", "tools/index.md"])
def test_mkdocs_build_refuses_a_page_where_a_shell_comes(project: Path, run: Run, page: str) -> None:
    """A hand-written page at the address of a section is named, not overwritten."""
    path = project / "content" / "pages" / page
    path.parent.mkdir(exist_ok=True)
    path.write_text("# Eigen\n", encoding="utf-8")
    done = run(project, "mkdocs", "build", "--strict", **{SHELLS_ONLY: "1"})
    assert done.returncode != 0
    assert f"De pagina {page} maakt kb zelf" in done.stdout + done.stderr


def test_fill_refuses_a_hand_written_page_where_an_entry_comes(
    untouched: Path, shells: Path, tmp_path: Path
) -> None:
    """A hand-written page at the address of an entry is named, and nothing is written over it."""
    target = Path(shutil.copytree(shells, tmp_path / "site"))
    slug = min((untouched / "content" / "tools").glob("*.md")).stem
    (target / "tools" / slug).mkdir()
    (target / "tools" / slug / "index.html").write_text("eigen", encoding="utf-8")
    with pytest.raises(KbError, match=f"‘tools/{slug}/’"):
        pipeline.fill(pipeline.check(untouched), target, with_search=False)
    assert (target / "tools" / slug / "index.html").read_text(encoding="utf-8") == "eigen"


def test_sections_are_all_in_the_navigation(site: Path) -> None:
    """From home every section is one step away."""
    links = {urljoin(BELOW, link) for link in read(site)[""].targets}
    assert {BELOW + section for section in SECTIONS} <= links
