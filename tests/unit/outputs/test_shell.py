"""Shells keep their links right at every depth, escape what they are given, and refuse to be filled twice."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import KbError
from kb.markdown import TocItem
from kb.outputs.crumbs import Crumb
from kb.outputs.page import Page
from kb.outputs.shell import SECTIONS, Shell, shell_sources
from kb.settings import Settings

SETTINGS = Settings(site_name="Kennis & Kunde")
SITE = "https://voorbeeld.nl/onder/pad/"

SHELL = """<!doctype html><html lang="nl"><head>
<meta name="description" content="KB_SLOT_DESCRIPTION">
<!-- KB_SLOT_HEAD -->
<title>KB_SLOT_DOCUMENT_TITLE</title>
<link rel="stylesheet" href="../assets/a.css?v=1">
<script>__md_scope=new URL("..",location)</script>
</head><body>
<a href="..">Begin</a> <a href="./" class="active">Hier</a> <a href="../over/#doel">Over</a>
<a href="#inhoud">Inhoud</a> <a href="https://elders.nl/x/">Elders</a> <a href="mailto:a@b.nl">Mail</a>
<img src="../a.png" srcset="../a.png 1x, ../b.png 2x">
<form action="../zoeken/"><span>KB_SLOT_TITLE</span></form>
<!-- KB_IF_TOC --><nav class="toc"><ul><!-- KB_SLOT_TOC --></ul></nav><!-- KB_END_TOC -->
<!-- KB_SLOT_CRUMBS --><main><!-- KB_SLOT_CONTENT --></main>
<script id="__config" type="application/json">{"base": "..", "search": "../assets/w.js", "x": ".."}</script>
</body></html>
"""


def page(path: str = "tools/x/", **changes: object) -> Page:
    """Return a page of the tools."""
    values: dict[str, object] = {"title": "Titel", "html": "<p>Tekst</p>", "section": "tools/"} | changes
    return Page(path, **values)  # type: ignore[arg-type]


def fill(filled: Page, settings: Settings = SETTINGS) -> str:
    """Return the page in a shell that was built at `tools/`."""
    return Shell.parse(SHELL, "tools/").fill(filled, settings)


def test_shell_sources_has_a_page_for_every_section() -> None:
    """Every section gets one docs file with the shell's template, home included."""
    assert set(shell_sources()) == {f"{section}index.md" for section in SECTIONS}
    assert {"index.md", "tools/index.md", "zoeken/index.md"} <= shell_sources().keys()
    assert all("template: shell.html" in text for text in shell_sources().values())


@pytest.mark.parametrize("path", ["", "tools/", "tools/x/", "tools/fase/start/"])
def test_shell_fill_keeps_every_link_leading_to_the_same_place(path: str) -> None:
    """Whatever the depth, a link leads to where it led from the shell itself."""
    link = re.compile(r'(?:href|src|action)="([^"#][^"]*)"')
    before = [urljoin(f"{SITE}tools/", target) for target in link.findall(SHELL)]
    after = [urljoin(SITE + path, target) for target in link.findall(fill(page(path)))]
    assert after == before


def test_shell_fill_rebases_scripts_and_image_sets() -> None:
    """The scope, the base of Material's scripts and every candidate of an image follow the depth."""
    html = fill(page("tools/fase/start/"))
    assert 'new URL("../../../",location)' in html
    assert '{"base": "../../../", "search": "../../../assets/w.js", "x": ".."}' in html
    assert 'srcset="../../../a.png 1x, ../../../b.png 2x"' in html


def test_shell_fill_leaves_fragments_and_other_hosts_alone() -> None:
    """A fragment stays on the page and an absolute link stays as it is."""
    html = fill(page())
    assert 'href="#inhoud"' in html
    assert 'href="https://elders.nl/x/"' in html
    assert 'href="mailto:a@b.nl"' in html


segments = st.text("abcz-09", min_size=1, max_size=5)
addresses = st.lists(segments, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(
    shell_at=addresses, page_at=addresses, target=addresses, tail=st.sampled_from(["", "x.css", "?v=1", "#a"])
)
def test_shell_fill_agrees_with_a_browser(shell_at: str, page_at: str, target: str, tail: str) -> None:
    """From any shell to any page a link that climbs to the root and down again keeps its meaning."""
    link = ("../" * shell_at.count("/") or "./") + target + tail
    shell = Shell.parse(SHELL.replace("../assets/a.css?v=1", link), shell_at)
    filled = re.search(r'stylesheet" href="([^"]*)"', shell.fill(page(page_at), SETTINGS))
    assert filled
    assert urljoin(SITE + page_at, filled[1]) == urljoin(SITE + shell_at, link)


def test_shell_fill_escapes_title_and_description() -> None:
    """Text of an editor cannot break out of a title or an attribute."""
    html = fill(page(title='<b> & "x"', meta={"description": '"><script>'}))
    assert "<title>&lt;b&gt; &amp; &quot;x&quot; - Kennis &amp; Kunde</title>" in html
    assert 'content="&quot;&gt;&lt;script&gt;"' in html
    assert "<span>&lt;b&gt; &amp; &quot;x&quot;</span>" in html


def test_shell_fill_puts_content_in_untouched() -> None:
    """Words in the content that look like a slot or a link of the shell stay what they are."""
    content = '<p>KB_SLOT_TITLE <!-- KB_SLOT_HEAD --> <a href="../y/">y</a></p>'
    assert f"<main>{content}</main>" in fill(page(html=content))


def test_shell_fill_names_home_after_the_site() -> None:
    """Home has the name of the site as its title, once."""
    assert "<title>Kennis &amp; Kunde</title>" in fill(page(""))


def test_shell_fill_nests_deeper_headings() -> None:
    """A third-level heading stands below the second-level heading before it."""
    toc = (TocItem(2, "Eén & twee", "een"), TocItem(3, "Diep", "diep"), TocItem(2, "Drie", "drie"))
    html = fill(page(toc=toc))
    assert (
        '<a href="#een" class="md-nav__link"><span class="md-ellipsis">Eén &amp; twee</span></a>'
        '<nav class="md-nav" aria-label="Eén &amp; twee"><ul class="md-nav__list">'
        '<li class="md-nav__item"><a href="#diep"'
    ) in html
    assert re.search(r'</ul></nav></li>\n<li class="md-nav__item"><a href="#drie"', html)


def test_shell_fill_leaves_the_table_of_contents_out_without_headings() -> None:
    """No headings, no empty navigation."""
    html = fill(page())
    assert 'class="toc"' not in html
    assert "KB_" not in html


def test_shell_fill_puts_head_and_trail_in_their_slots() -> None:
    """What the head says is in the head, and the trail stands before the content, right for the depth."""
    html = fill(page(crumbs=(Crumb("Home", ""), Crumb("Hulpmiddelen", "tools/")), markdown="id/T0001.md"))
    assert '<a href="../../tools/">Hulpmiddelen</a></li></ol></nav><main>' in html
    assert html.index('type="text/markdown"') < html.index("</head>")
    assert "kb-crumbs" not in fill(page())


@pytest.mark.parametrize("slot", ["CONTENT", "CRUMBS", "DOCUMENT_TITLE", "DESCRIPTION", "HEAD", "TOC"])
def test_shell_parse_refuses_a_page_without_a_slot(slot: str) -> None:
    """A page that lost a slot, or that is filled already, is named with what it lacks."""
    with pytest.raises(KbError, match=rf"‘tools/index.html’.*KB_SLOT_{slot}"):
        Shell.parse(SHELL.replace(f"KB_SLOT_{slot}", ""), "tools/")


def test_shell_parse_refuses_a_filled_page() -> None:
    """The outcome of filling is no shell."""
    with pytest.raises(KbError, match="niet nog een keer gevuld"):
        Shell.parse(fill(page()), "tools/")
