"""Every page of the plan can be made, shows all that an entry says, and is sound HTML whatever it says.

One snapshot for each type of entry is in ``tests/snapshots/pages``. To renew one, delete the file and
run this test twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, EntryType
from kb.outputs import urls
from kb.outputs.page import Page
from kb.outputs.pages import plan_pages
from kb.outputs.shell import SECTIONS
from kb.outputs.site import redirects
from kb.pipeline import Checked
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Full = Callable[[EntryType], LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

SNAPSHOTS = Path(__file__).parents[2] / "snapshots/pages"
SITE = "https://host.example/onder/pad/"

_VOID = frozenset({"br", "img", "input", "link", "meta", "hr"})
_NOT_SHOWN = {"url_original", "links.original", "discrepancies.figures", "search_terms"}
"""Texts that are kept for editors, exports and search, or only name a figure; a page does not show them."""

rows = pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)


class Html(HTMLParser):
    """What a browser makes of a page: ids, links, headings, texts, and mistakes."""

    def __init__(self, html: str) -> None:
        """Read ``html``; a tag that is not closed, or in the wrong order, is a mistake."""
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.headings: dict[str, str] = {}
        self.title = ""
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self.mistakes: list[str] = []
        self._open: list[str] = []
        self._heading = ""
        self.feed(html)
        self.close()
        self.mistakes += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        held = dict(attrs)
        self.tags.add(tag)
        self.ids += [held["id"] or ""] if "id" in held else []
        self.links += [held["href"] or ""] if "href" in held else []
        self.mistakes += [name for name in held if name.startswith("on")]
        if tag[0] == "h" and tag[1:].isdigit():
            self.levels.append(int(tag[1:]))
            self._heading = held.get("id") or ""
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        if tag[0] == "h" and tag[1:].isdigit():
            self._heading = ""
        if not self._open or self._open.pop() != tag:
            self.mistakes.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        """Keep every text, and that of the page's heading apart."""
        self.texts.append(data)
        if self._heading:
            self.headings[self._heading] = self.headings.get(self._heading, "") + data
        if "h1" in self._open:
            self.title += data


@pytest.fixture(scope="module")
def rich(full: Full, knowledge: Knowledge) -> KnowledgeBase:
    """Return the minimal entries and one of every type in which every field has a value."""
    return knowledge(*map(full, ENTRY_TYPES))


@pytest.fixture(scope="module")
def pages(rich: KnowledgeBase) -> dict[str, Page]:
    """Return every page of a site with all there can be on it."""
    plan = plan_pages(rich, Settings(repository="https://host.example/team"))
    return {address: renderer() for address, renderer in plan.items()}


def page_of(kb: KnowledgeBase, address: str, chosen: Settings | None = None) -> Page:
    """Return the page at an address."""
    return plan_pages(kb, chosen or Settings())[address]()


@rows
def test_page_of_a_minimal_entry_is_the_snapshot(row: EntryType, minimal: Checked) -> None:
    """A reader gets what was looked at; a missing snapshot is written, and fails once."""
    kb = minimal.knowledge_base()
    (located,) = kb.of_type(row.name)
    html = page_of(kb, urls.entry_address(located)).html + "\n"
    file = SNAPSHOTS / f"{row.name}.html"
    if not file.exists():
        file.write_text(html, encoding="utf-8", newline="\n")
        pytest.fail(f"{file} is new; look at it and run again")
    assert html == file.read_text(encoding="utf-8"), f"delete {file} and run twice to renew it"


def test_snapshots_are_those_of_the_types() -> None:
    """No snapshot is left of a type that is gone."""
    assert {file.stem for file in SNAPSHOTS.iterdir()} == {row.name for row in ENTRY_TYPES}


def test_plan_has_every_page(rich: KnowledgeBase, pages: dict[str, Page]) -> None:
    """Home, entries, lists, filtered lists, glossary and search; each page knows its address."""
    assert {urls.entry_address(located) for located in rich.entries} <= pages.keys()
    assert set(SECTIONS) <= pages.keys()
    assert "tools/fase/voorbeeldfase/" in pages
    assert {address: page.path for address, page in pages.items()} == {address: address for address in pages}


def test_every_page_belongs_to_a_section(pages: dict[str, Page]) -> None:
    """A page is put in a shell that exists, and the one of its own part of the site."""
    for address, page in pages.items():
        assert page.section in SECTIONS
        assert address.startswith(page.section)
        assert (page.section == "") == (address == "")


def test_page_has_a_trail_and_an_entry_its_markdown(rich: KnowledgeBase, pages: dict[str, Page]) -> None:
    """Every page but home says what is above it; only an entry is there as Markdown too."""
    entries = {urls.entry_address(e): urls.entry_markdown(e.entry.id) for e in rich.entries}
    for address, page in pages.items():
        assert bool(page.crumbs) == (address != ""), address
        assert page.markdown == entries.get(address, ""), address
    assert [crumb.address for crumb in pages["tools/voorbeeldtool/"].crumbs] == ["", "tools/"]


def test_plan_leaves_drafts_out_and_keeps_retired_entries(make: Make, knowledge: Knowledge) -> None:
    """A draft has no page; a retired entry keeps its own and stands on no list."""
    plan = plan_pages(
        knowledge(make("tool", "a", status="draft"), make("tool", "b", status="retired", title="Weg")),
        Settings(),
    )
    assert "tools/a/" not in plan
    assert "tools/b/" in plan
    assert "Weg" not in plan["tools/"]().html


def test_every_page_is_sound_html(pages: dict[str, Page]) -> None:
    """Tags are closed in order, no id stands twice, no attribute runs a script."""
    for address, page in pages.items():
        html = Html(page.html)
        assert html.mistakes == [], address
        assert sorted(html.ids) == sorted(set(html.ids)), address
        assert "script" not in html.tags, address


def test_every_page_has_one_title_and_skips_no_heading(pages: dict[str, Page]) -> None:
    """A screen reader finds one heading of the first level and never misses a level."""
    for address, page in pages.items():
        levels = Html(page.html).levels
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


def test_every_link_leads_to_a_page(rich: KnowledgeBase, pages: dict[str, Page]) -> None:
    """Relative links lead to the plan, a redirect or a hand-written page; anchors are on their page."""
    known = pages.keys() | redirects(rich, Path("nowhere")).keys() | {"over/meedoen/", "over/methode/"}
    known |= {urls.entry_markdown(e.entry.id) for e in rich.entries}
    known |= {urls.entry_json(e.entry.id) for e in rich.entries}
    overrides = Path(__file__).parents[3] / "site_overrides"
    known |= {path.relative_to(overrides).as_posix() for path in overrides.glob("assets/javascripts/**/*.js")}
    for address, page in pages.items():
        html = Html(page.html)
        for link in html.links:
            if link.startswith("#"):
                assert link[1:] in html.ids, (address, link)
                continue
            target = urljoin(SITE + address, link).partition("#")[0].partition("?")[0]
            if target.startswith(SITE):
                assert target.removeprefix(SITE) in known, (address, link)


def test_table_of_contents_is_that_of_the_page(pages: dict[str, Page]) -> None:
    """Every line leads to a heading of the page, as plain text and without the number behind it."""
    assert any(page.toc for page in pages.values())
    for address, page in pages.items():
        headings = Html(page.html).headings
        for item in page.toc:
            assert item.text, address
            assert " ".join(headings[item.anchor].split()).startswith(item.text), address
    toc = {item.anchor: item for item in pages["themas/voorbeeldthema/"].toc}
    assert toc["hulpmiddelen"].text == "Hulpmiddelen"
    assert (toc["alles"].level, toc["hulpmiddelen"].level) == (2, 3)


@rows
def test_page_shows_every_text_of_an_entry(row: EntryType, full: Full, rich: KnowledgeBase) -> None:
    """No field is swallowed by its template, and none gets out of it as markup."""
    located = full(row)
    html = page_of(rich, urls.entry_address(located)).html
    texts = [text for text in _texts(located.entry.model_dump()) if text.startswith("<i>")]
    assert len(texts) >= 3
    shown = {text for text in texts if text.replace("<", "&lt;").replace(">", "&gt;") in html}
    assert {text[3:-4] for text in texts if text not in shown} <= _NOT_SHOWN
    assert "<i>" not in html


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    if isinstance(value, tuple | list):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


hostile = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1) | st.sampled_from(
    [
        "</h1><script>alert(1)</script>",
        '" onclick="x',
        "{{ 7*7 }}{% raw %}",
        "&lt;b&gt;",
        "]]>",
        "<!--",
        "'><svg/onload=x>",
    ]
)


@settings(max_examples=10)
@given(titles=st.lists(hostile, min_size=1, max_size=20))
def test_title_is_shown_as_it_is_written(titles: list[str], make: Make, knowledge: Knowledge) -> None:
    """Whatever a title holds, a browser shows exactly that, on its page and on the list."""
    tools = [make("tool", f"x{i}", title=t, summary=t, aliases=[t]) for i, t in enumerate(titles)]
    plan = plan_pages(knowledge(*tools), Settings())
    for located, title in zip(tools, titles, strict=True):
        page = plan[urls.entry_address(located)]()
        html = Html(page.html)
        assert (page.title, page.meta["description"], html.title) == (title, title, title)
        assert html.mistakes == []
        assert "script" not in html.tags
    overview = Html(plan["tools/"]().html)
    assert overview.mistakes == []
    assert "script" not in overview.tags
    assert set(titles) <= set(overview.texts)


def test_links_in_a_body_lead_to_pages(make: Make, knowledge: Knowledge) -> None:
    """A link to a file becomes the relative link to its page; other links stay what they are."""
    body = "[a](../cases/voorbeeldcase.md#wat-werkte-niet) [b](https://host.example/) [c](#kop)\n\n## Kop\n"
    html = page_of(knowledge(make("tool", "x", body=body)), "tools/x/").html
    assert 'href="../../praktijk/voorbeeldcase/#wat-werkte-niet"' in html
    assert 'href="https://host.example/"' in html
    assert 'href="#kop"' in html


def test_retired_entry_says_so_and_names_its_successor(make: Make, knowledge: Knowledge) -> None:
    """A reader who follows an old link learns that the entry is past and where to go."""
    kb = knowledge(
        make("tool", "x", status="retired", replaced_by="voorbeeldtool"), make("tool", "y", status="retired")
    )
    assert 'Kijk nu bij <a href="../../tools/voorbeeldtool/">' in page_of(kb, "tools/x/").html
    assert "Dit item is vervallen." in page_of(kb, "tools/y/").html
    assert "Kijk nu bij" not in page_of(kb, "tools/y/").html
    assert "Dit item is vervallen." not in page_of(kb, "tools/voorbeeldtool/").html


def test_filtered_list_shows_its_entries_and_where_it_is(make: Make, knowledge: Knowledge) -> None:
    """Only entries with the value stand on it, the value is marked, and the title says which list it is."""
    kb = knowledge(make("tool", "x", title="Lijstje", kind="checklist"))
    page = page_of(kb, "tools/soort/checklist/")
    assert page.title == "Hulpmiddelen: Checklist"
    assert "Lijstje" in page.html
    assert "Voorbeeldtool" not in page.html
    assert page.html.count('aria-current="true"') == 1
    assert 'data-value="checklist" aria-current="true"' in page.html


def test_home_counts_what_is_there(make: Make, knowledge: Knowledge) -> None:
    """The numbers on home are counted, evidence and gaps included."""
    kb = knowledge(
        make("tool", "a", evidence="onderzocht"),
        make("case", "b", related=["a"]),
        make("gap", "c", state="beantwoord"),
        make("gap", "d", status="draft"),
    )
    page = page_of(kb, "", Settings(site_name="Kennis"))
    assert page.title == "Kennis"
    assert "Van de 2 hulpmiddelen is er 1 onderzocht op werking." in page.html
    assert "Van de 1 hulpmiddelen is er geen enkel onderzocht op werking." in page_of(knowledge(), "").html
    assert "Bij 1 hulpmiddelen kennen wij een praktijkvoorbeeld." in page.html
    assert "Er staan 1 kennishiaten open." in page.html


def test_home_has_two_entrances(pages: dict[str, Page]) -> None:
    """Who looks for something gets tools; who doubts something gets sources and what nobody knows (R3.1)."""
    _, *parts = re.split(r"<h2[^>]*>", pages[""].html)
    by_title = dict(part.split("</h2>", 1) for part in parts)
    assert 'href="./tools/"' in by_title["Ik zoek iets"]
    assert all(f'href="./{place}/"' in by_title["Klopt dit?"] for place in ("bronnen", "kennishiaten"))


def test_advice_is_by_actor_and_topic(make: Make, knowledge: Knowledge) -> None:
    """Each recommendation stands once, under its first topic that is on the site, or at the end."""
    actors = knowledge().vocabularies.lists["actors"].terms
    topics = {"een": ["thema", "voorbeeldthema"], "twee": [], "drie": ["weg"], "vier": ["weg", "thema"]}
    advice = [{"actor": actors[1].id, "text": f"Raad {t}.", "topics": at} for t, at in topics.items()]
    kb = knowledge(
        make("topic", "thema", title="Aa"),
        make("topic", "weg", status="retired"),
        make("source", "bron", recommendations=advice),
    )
    plan = plan_pages(kb, Settings())
    assert [at for at in plan if at.startswith(urls.ADVICE)] == [urls.ADVICE, f"{urls.ADVICE}{actors[1].id}/"]
    html = plan[urls.advice_address(actors[1].id)]().html
    assert [html.count(f"Raad {t}.") for t in topics] == [1, 1, 1, 1]
    order = [html.index(f"Raad {t}.") for t in ("een", "vier", "twee", "drie")]
    assert order == sorted(order)
    assert urls.advice_address(actors[1].id).removeprefix(urls.ADVICE) in plan[urls.ADVICE]().html


def test_alphabet_has_every_entry_below_its_letter(make: Make, knowledge: Knowledge) -> None:
    """Accents, case and signs before a title do not matter; numbers stand together."""
    kb = knowledge(
        make("tool", "a", title="Écht samen"),
        make("case", "b", title="‘Echt’ anders"),
        make("gap", "c", title="3 vragen"),
        make("tool", "d", title="Weg", status="retired"),
    )
    html = page_of(kb, "zoeken/a-z/").html
    under_e = html.partition('<h2 id="letter-e">')[2].partition("<h2")[0]
    assert under_e.index('href="../../praktijk/b/"') < under_e.index('href="../../tools/a/"')
    assert 'href="../../kennishiaten/c/"' in html.partition('<h2 id="letter-0-9">')[2].partition("<h2")[0]
    assert "tools/d/" not in html
    assert html.count('href="#letter-e"') == 1


def test_search_page_leads_to_where_a_question_is_asked(minimal: Checked) -> None:
    """With a repository that is a new issue, without one the page that tells how to take part."""
    kb = minimal.knowledge_base()
    without, chosen = page_of(kb, "zoeken/").html, Settings(repository="https://host.example/team/")
    assert "Laat ons weten wat je zocht" in without
    assert "data-kb-question" not in without
    html = page_of(kb, "zoeken/", chosen).html
    assert 'href="https://host.example/team/issues/new" rel="external" data-kb-question' in html
    assert "Laat ons weten wat je zocht" not in html


def test_edit_link_is_there_only_with_a_repository(minimal: Checked) -> None:
    """Nothing leads to a place that was not set."""
    kb, address = minimal.knowledge_base(), "tools/voorbeeldtool/"
    assert "Verbeter deze pagina" not in page_of(kb, address).html
    chosen = Settings(repository="https://host.example/team")
    link = 'href="https://host.example/team/edit/main/content/tools/voorbeeldtool.md"'
    assert link in page_of(kb, address, chosen).html
