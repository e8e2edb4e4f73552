"""Bodies render as CommonMark with tables and footnotes, and their outline names every part's place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kb.markdown import Heading, Image, Link, Paragraph, RawHtml, TocItem, anchor_of, outline, render


def same(target: str) -> str:
    """Resolve a target to itself."""
    return target


def test_anchor_of_folds_accents_and_signs() -> None:
    """Anchors have only small letters, digits and single hyphens."""
    assert anchor_of("Wat is het?") == "wat-is-het"
    assert anchor_of("  Coördinatie & crème — ’t Gooi ") == "coordinatie-creme-t-gooi"
    assert anchor_of("Straße, Ærø") == "strasse-aero"


def test_anchor_of_is_never_empty() -> None:
    """A heading without a single letter can still be linked to."""
    assert anchor_of("???") == "kop"


def test_render_aligns_columns_without_an_inline_style() -> None:
    """The policy of the site blocks style attributes, so a column is aligned by an attribute of its own."""
    made = render("| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |\n", str).html
    assert '<th align="left">a</th><th align="right">b</th><th align="center">c</th>' in made
    assert '<td align="right">2</td><td align="center">3</td>' in made
    assert "style" not in made


def test_render_gives_headings_ids_and_a_table_of_contents() -> None:
    """Equal headings get different anchors, in the order of the text."""
    rendered = render("## Kop\n\n### Kop\n\n## Kop 1\n\n## Kop\n", same)
    assert rendered.toc == (
        TocItem(2, "Kop", "kop"),
        TocItem(3, "Kop", "kop-1"),
        TocItem(2, "Kop 1", "kop-1-1"),
        TocItem(2, "Kop", "kop-2"),
    )
    assert '<h3 id="kop-1">Kop</h3>' in rendered.html


def test_render_resolves_links_and_images() -> None:
    """Every target goes through the resolver, unescaped in and escaped out."""
    seen: list[str] = []

    def resolve(target: str) -> str:
        seen.append(target)
        return f'/x/"{target}'

    html = render("[a](../tools/b.md?c=1&d) ![e](f.png)\n\n| [g](h) |\n|---|\n", resolve).html
    assert seen == ["../tools/b.md?c=1&d", "f.png", "h"]
    assert 'href="/x/&quot;../tools/b.md?c=1&amp;d"' in html
    assert 'src="/x/&quot;f.png"' in html


def test_render_marks_links_to_other_sites() -> None:
    """Only what leaves the site is external, after resolving."""
    html = render("[a](https://a.example) [b](b.md) <https://c.example>", same).html
    assert '<a href="https://a.example" rel="external">' in html
    assert '<a href="b.md">' in html
    assert '<a href="https://c.example" rel="external">' in html


def test_render_keeps_footnotes_apart_from_anchors() -> None:
    """Footnotes link to each other, past the resolver and beside the headings."""
    html = render("## 1\n\nTekst[^1].\n\n[^1]: Noot.\n", lambda _: "weg").html
    assert '<a href="#fn:1">' in html
    assert 'id="fn:1"' in html
    assert '<h2 id="1">' in html
    assert "weg" not in html


def test_render_leaves_code_alone() -> None:
    """What looks like HTML in code is text."""
    html = render('`<a href="x">` en `<h2>k</h2>`', lambda _: "weg").html
    assert "weg" not in html
    assert "<h2" not in html


def test_outline_counts_lines_and_columns_in_characters() -> None:
    """Emoji and accents before something count for one column each."""
    found = outline("Eén 😀 regel\n\né😀 [link](doel.md) ![beeld](x.png) <br>\n")
    assert found.links == (Link("doel.md", "link", 3, 4),)
    assert found.images == (Image("x.png", "beeld", 3, 20),)
    assert found.raw_html == (RawHtml("<br>", 3, 36),)


def test_outline_gives_headings_the_anchors_of_render() -> None:
    """A check on an anchor and the page agree."""
    found = outline("# Eén\n\nTwee\n----\n\n## `code` en [link](x) ![plaat](y)\n")
    assert found.headings == (
        Heading(1, "Eén", "een", 1, 1),
        Heading(2, "Twee", "twee", 3, 1),
        Heading(2, "code en link", "code-en-link", 6, 1),
    )


def test_outline_reads_paragraphs_items_and_cells() -> None:
    """Link text is kept, code and images are left out, a soft line break is a space."""
    text = (
        "Een *zin* met\n[link](x) `code`.\n\n- punt\n  - **onder**\n\n"
        "| a |\n|---|\n| b |\n\n[^1]: noot\n\n> citaat\n"
    )
    assert outline(text).paragraphs == (
        Paragraph("Een zin met link .", 1, 1),
        Paragraph("punt", 4, 3),
        Paragraph("onder", 5, 5),
        Paragraph("a", 7, 3),
        Paragraph("b", 9, 3),
        Paragraph("noot", 11, 7),
        Paragraph("citaat", 13, 3),
    )


def test_outline_sees_text_behind_a_block_in_a_tight_item() -> None:
    """Text after code in the same item is a paragraph of its own; the code is none."""
    found = outline("- voor\n  ```\n  niet\n  ```\n  na\n")
    assert [paragraph.text for paragraph in found.paragraphs] == ["voor", "na"]


def test_outline_takes_the_text_of_a_link_with_an_image() -> None:
    """The alternative text is what a reader hears of such a link."""
    found = outline("[![logo](a.png)](b.md)")
    assert found.links == (Link("b.md", "logo", 1, 1),)
    assert found.images == (Image("a.png", "logo", 1, 2),)
    assert found.paragraphs == ()


def test_outline_resolves_reference_links() -> None:
    """A reference link has the target of its definition."""
    assert outline("[a][b]\n\n[b]: c.md").links == (Link("c.md", "a", 1, 1),)


def test_outline_holds_a_block_of_html_as_one() -> None:
    """A block of several lines is reported once, at its start."""
    assert outline("tekst\n\n<div>\nx\n</div>\n").raw_html == (RawHtml("<div>\nx\n</div>\n", 3, 1),)


MARKDOWN = st.text(alphabet="ab é😀#*_`[](){}|-:!\n\\&1.^>", max_size=80)


@given(MARKDOWN)
def test_outline_and_render_agree_on_headings(text: str) -> None:
    """Whatever the body, the table of contents and the outline name the same headings."""
    toc = [(item.level, item.text, item.anchor) for item in render(text, same).toc]
    assert toc == [(h.level, h.text, h.anchor) for h in outline(text).headings]


@given(MARKDOWN)
def test_outline_names_places_inside_the_text(text: str) -> None:
    """Every place is one that an editor can go to."""
    lines = text.split("\n")
    found = outline(text)
    parts: list[Heading | Link | Image | Paragraph | RawHtml]
    parts = [*found.headings, *found.links, *found.images, *found.paragraphs, *found.raw_html]
    for part in parts:
        assert 1 <= part.line <= len(lines)
        assert 1 <= part.column <= len(lines[part.line - 1]) + 1
