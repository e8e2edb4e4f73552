"""Text that goes into Markdown comes out as it was written, and links lead where they led."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.markdown import render
from kb.outputs.markdown_text import bullets, escaped, link, rebased, section

hostile = st.text(
    st.sampled_from(list("ab 12.)#>+-=_*`[]()<&;!~|\\/:\"'é")), min_size=1, max_size=14
) | st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)


def shown(markdown: str) -> str:
    """Return what a reader sees of one paragraph of Markdown; anything else than a paragraph fails."""
    html = render(markdown, lambda target: target).html.strip()
    assert html.startswith("<p>"), html
    inside = html.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inside, html
    return unescape(inside)


@given(hostile)
def test_escaped_is_shown_as_it_is_written(text: str) -> None:
    """No heading, list, link, emphasis or HTML comes of what an editor wrote, on a line of its own."""
    wanted = " ".join(text.split())
    if wanted:
        assert shown(escaped(wanted)) == wanted


@pytest.mark.parametrize("text", ["Een gewone zin, met 3-4 woorden.", "3.5 miljoen", "a_b & c", "R&D (2024)"])
def test_escaped_leaves_plain_text_alone(text: str) -> None:
    """A text stays readable: no backslash where none is needed."""
    assert escaped(text) == text


def test_escaped_is_one_line() -> None:
    """A line feed in a field does not end the line of a list."""
    assert escaped("een\ntwee   drie") == "een twee drie"


@pytest.mark.parametrize("target", ["https://a.nl/b_(c)", "https://a.nl/x", "../tools/x/", "https://a.nl/<"])
def test_link_leads_to_its_target(target: str) -> None:
    """Brackets in an address do not end the link, brackets in a text do not begin one."""
    html = render(link("Zie [1]", target), lambda found: found).html
    assert f'href="{target.replace("<", "%3C")}"' in html
    assert ">Zie [1]</a>" in html


def test_section_without_text_has_no_heading() -> None:
    """An empty part leaves no trace."""
    assert section("Kop", bullets(["a", "b"])) == ["## Kop", "- a\n- b"]
    assert section("Kop", bullets([])) == []


def test_rebased_leads_links_between_entries_to_pages() -> None:
    """Inline, by reference, with an anchor, and images; what is no content file stays as it is."""
    body = (
        "[a](../cases/x.md#kop) [b][r] ![p](../images/p.png) [c](https://a.nl/../tools/x.md) [d](#kop)\n\n"
        "[r]: ../models/y.md\n"
    )
    assert rebased(body, "https://s.nl/") == (
        "[a](https://s.nl/praktijk/x/#kop) [b][r] ![p](https://s.nl/images/p.png) "
        "[c](https://a.nl/../tools/x.md) [d](#kop)\n\n[r]: https://s.nl/modellen/y/\n"
    )
