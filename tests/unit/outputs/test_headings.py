"""The table of contents is what the headings of a page say."""

from __future__ import annotations

from kb.markdown import TocItem
from kb.outputs.headings import table_of_contents


def test_headings_with_an_id_make_the_table() -> None:
    """Markup, a number behind the words, and headings without an id are left out."""
    html = (
        '<h1 id="x">Titel</h1><h2 id="a">Vraag &amp; <em>antwoord</em>\n <span class="kb-count">3</span></h2>'
        '<h2>Zonder</h2><h3 id="b"> Dieper </h3><h4 id="c">Te diep</h4>'
    )
    assert table_of_contents(html) == (TocItem(2, "Vraag & antwoord", "a"), TocItem(3, "Dieper", "b"))
