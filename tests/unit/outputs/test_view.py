"""Templates get links that fit their page, words instead of codes, and selections without repeats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model.vocabulary import Crosswalk
from kb.outputs.theme import environment
from kb.outputs.view import Site, View
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]


def view(kb: KnowledgeBase, base: str = "../../", settings: Settings | None = None) -> View:
    """Return the view from a page two folders deep, unless said otherwise."""
    return View(Site(kb, settings or Settings(), environment()), base)


def slugs(found: tuple[LocatedEntry, ...]) -> list[str]:
    """Return the slugs of entries, in order."""
    return [located.slug for located in found]


def test_links_climb_to_the_root_first(knowledge: Knowledge) -> None:
    """Every link is relative to the page of the view."""
    v = view(knowledge(), "../../../")
    assert v.to("zoeken/") == "../../../zoeken/"
    assert v.href_to("voorbeeldcase") == "../../../praktijk/voorbeeldcase/"
    assert v.link("voorbeeldcase") == '<a href="../../../praktijk/voorbeeldcase/">Voorbeeldcase</a>'


def test_link_escapes_the_title_and_names_its_language(make: Make, knowledge: Knowledge) -> None:
    """A title is text, and a screen reader learns when it is not Dutch."""
    v = view(knowledge(make("tool", "x", title='A <b> & "c"', title_lang="en")))
    assert v.link("x") == '<a href="../../tools/x/" lang="en">A &lt;b&gt; &amp; &#34;c&#34;</a>'


def test_absolute_is_as_full_as_is_known(knowledge: Knowledge) -> None:
    """With an address of the site a reader can pass a link on; without it counts from the root."""
    site = Settings(site_address="https://host.example/pad/")
    assert view(knowledge(), settings=site).absolute("id/T0001/") == "https://host.example/pad/id/T0001/"
    assert view(knowledge()).absolute("id/T0001/") == "/id/T0001/"


def test_card_fits_every_page_it_stands_on(knowledge: Knowledge) -> None:
    """The same card, made once, has the links and the heading of the page it is put on."""
    kb = knowledge()
    site = Site(kb, Settings(), environment())
    tool = kb.by_slug["voorbeeldtool"]
    near, far = (View(site, base).cards([tool]) for base in ("./", "../../"))
    assert 'href="./tools/voorbeeldtool/"' in near
    assert 'href="../../tools/voorbeeldtool/"' in far
    assert "\0" not in near + far
    assert near.replace("./", "", 1) == far.replace("../../", "", 1)
    assert "<h3 " in near
    assert "<h2 " in View(site, "./").cards([tool], "h2")


def test_card_carries_the_values_to_filter_by(make: Make, knowledge: Knowledge) -> None:
    """The script on a list finds every facet of the type on the card."""
    kb = knowledge(make("tool", "x", audiences=["bestuurder", "beleidsmaker"], evidence="onderzocht"))
    card = view(kb).cards([kb.by_slug["x"]])
    for attribute in (
        'data-phases="voorbeeldfase"',
        'data-topics="voorbeeldthema"',
        'data-kind="handreiking"',
        'data-audiences="bestuurder beleidsmaker"',
        'data-evidence="onderzocht"',
    ):
        assert attribute in card


def test_phases_of_an_entry_are_in_their_order(make: Make, knowledge: Knowledge) -> None:
    """Not in the order in which the entry lists them."""
    kb = knowledge(make("phase", "aa", number=2), make("tool", "x", phases=["aa", "voorbeeldfase"]))
    assert slugs(view(kb).phases(kb.by_slug["x"])) == ["voorbeeldfase", "aa"]


def test_labels_are_those_of_the_lists(knowledge: Knowledge) -> None:
    """Terms become words in one line; a language we have no word for stays its code."""
    v = view(knowledge())
    assert v.labels("layers", ("micro", "meso")) == ", ".join(
        v.kb.vocabularies.label("layers", term) for term in ("micro", "meso")
    )
    assert "micro" not in v.labels("layers", ("micro",)).split()
    assert (v.language("en"), v.language("xx")) == ("Engels", "xx")


def test_other_mentions_leave_out_what_the_page_shows(make: Make, knowledge: Knowledge) -> None:
    """What rests on a source and what is related stand elsewhere on the page."""
    kb = knowledge(
        make("source", "x", related=["d"]),
        make("tool", "a", provenance=[{"source": "x", "section": "1"}]),
        make("tool", "b", related=["x"]),
        make("tool", "c", body="[x](../sources/x.md)"),
        make("tool", "d", body="[x](../sources/x.md)"),
    )
    assert slugs(view(kb).other_mentions(kb.by_slug["x"])) == ["c"]


def test_with_topic_gathers_what_sources_say(make: Make, knowledge: Knowledge) -> None:
    """Of every published synthesis and source, under each topic it is tagged with, and who says it."""
    advice = {"actor": "gemeenten", "text": "Doe het.", "topics": ["voorbeeldthema", "ander"]}
    clash = {"claim": "Hoeveel?", "value_a": "1", "place_a": "a", "value_b": "2", "place_b": "b"}
    kb = knowledge(
        make("topic", "ander"),
        make("source", "a", recommendations=[advice]),
        make("synthesis", "b", discrepancies=[{**clash, "topics": ["ander"]}]),
        make("source", "c", status="retired", recommendations=[advice]),
    )
    v = view(kb)
    ander = v.with_topic("ander")
    assert [(s.what.text, s.source and s.source.slug) for s in ander.recommendations] == [("Doe het.", "a")]
    assert [(s.what.claim, s.source and s.source.slug) for s in ander.discrepancies] == [("Hoeveel?", "b")]
    assert len(v.with_topic("voorbeeldthema").recommendations) == 1
    assert v.with_topic("voorbeeldthema").discrepancies == []
    assert not any(v.with_topic("nergens"))


def test_by_actor_gathers_advice_syntheses_first(make: Make, knowledge: Knowledge) -> None:
    """Every recommendation of published entries stands under whom it is for, with or without a topic."""
    advice = [{"actor": actor, "text": actor} for actor in ("gemeenten", "rijk")]
    kb = knowledge(
        make("source", "a", recommendations=advice),
        make("synthesis", "b", recommendations=advice[:1]),
        make("source", "c", status="draft", recommendations=advice),
    )
    by_actor = view(kb).site.by_actor
    found = {actor: [s.source.slug for s in said if s.source] for actor, said in by_actor.items()}
    assert found == {"gemeenten": ["b", "a"], "rijk": ["a"]}


def test_foreign_names_are_those_of_the_phase(knowledge: Knowledge) -> None:
    """Every name that another model has for the phase, and for no other phase."""
    kb = knowledge()
    (found,) = view(kb).foreign_names("voorbeeldfase")
    assert [part.id if hasattr(part, "id") else part.relation for part in found] == [
        "voorbeeldschema",
        "fase-een",
        "closeMatch",
    ]
    assert list(view(kb).foreign_names("andere")) == []
    bare = replace(kb, vocabularies=replace(kb.vocabularies, crosswalk=Crosswalk()))
    assert list(view(bare).foreign_names("voorbeeldfase")) == []


def test_by_chapter_follows_the_first_part_of_the_section(make: Make, knowledge: Knowledge) -> None:
    """An entry stands under the chapters of this synthesis that its provenance begins with, once each."""
    chapters = [{"title": title, "summary": "S."} for title in ("Een", "Twee", "Leeg")]
    sections = [("s", "Een > Kader"), ("s", "Een"), ("s", "Twee"), ("t", "Leeg")]
    kb = knowledge(
        make("synthesis", "s", chapters=chapters),
        make("synthesis", "t", chapters=chapters),
        make("tool", "a", provenance=[{"source": name, "section": section} for name, section in sections]),
        make("tool", "b", provenance=[{"source": "s", "section": "Twee > Een"}]),
    )
    found = {chapter.title: slugs(held) for chapter, held in view(kb).by_chapter(kb.by_slug["s"])}
    assert found == {"Een": ["a"], "Twee": ["a", "b"], "Leeg": []}


@pytest.mark.parametrize(
    "repository", ["https://host.example/team/kennis", "https://host.example/team/kennis/"]
)
def test_edit_link_leads_to_the_file(repository: str, knowledge: Knowledge) -> None:
    """With a repository the page can be mended at its source, with or without a slash at its end."""
    kb = knowledge()
    v = view(kb, settings=Settings(repository=repository, edit_path="bewerk/hoofd/"))
    tool = kb.by_slug["voorbeeldtool"]
    assert v.edit_link(tool) == (
        "https://host.example/team/kennis/bewerk/hoofd/content/tools/voorbeeldtool.md"
    )
    assert view(kb).edit_link(tool) == ""
