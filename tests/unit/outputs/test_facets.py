"""Facets show which values occur, how often, in an order that readers expect, each at its own address."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, TYPE_BY_NAME
from kb.outputs import facets

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]
TOOL, SOURCE = TYPE_BY_NAME["tool"], TYPE_BY_NAME["source"]


def group(kb: KnowledgeBase, type_name: str, field: str) -> facets.Group:
    """Return one facet of a type."""
    (found,) = [g for g in facets.Facets(kb, TYPE_BY_NAME[type_name]).groups if g.field == field]
    return found


def test_groups_count_published_entries_by_value(make: Make, knowledge: Knowledge) -> None:
    """An entry counts for each of its values; drafts and retired entries for none."""
    kb = knowledge(
        make("tool", "a", kind="checklist", audiences=["netwerkcoordinator", "bestuurder"]),
        make("tool", "b", kind="checklist"),
        make("tool", "c", kind="checklist", status="draft"),
        make("tool", "d", kind="checklist", status="retired"),
    )
    assert {o.value: o.count for o in group(kb, "tool", "kind").options} == {"checklist": 2, "handreiking": 1}
    assert {o.value: [e.slug for e in o.entries] for o in group(kb, "tool", "audiences").options} == {
        "netwerkcoordinator": ["a"],
        "bestuurder": ["a"],
    }


def test_groups_are_the_facets_of_the_type_that_have_values(knowledge: Knowledge) -> None:
    """In the order of the table, without the facet that no entry has a value for."""
    kb = knowledge()
    assert [g.field for g in facets.Facets(kb, TOOL).groups] == ["phases", "topics", "kind", "evidence"]
    assert [g.field for g in facets.Facets(kb, SOURCE).groups] == ["csl_type", "topics", "language"]
    assert facets.Facets(kb, TYPE_BY_NAME["topic"]).groups == ()


def test_group_speaks_to_readers(knowledge: Knowledge) -> None:
    """The name above a facet, the word in addresses and the label of a value are Dutch."""
    found = group(knowledge(), "tool", "kind")
    assert (found.label, found.word) == ("Soort", "soort")
    (option,) = found.options
    assert (option.label, option.address, option.here) == ("Handreiking", "tools/soort/handreiking/", False)


def test_options_of_phases_follow_their_number(make: Make, knowledge: Knowledge) -> None:
    """Neither name nor title decides."""
    kb = knowledge(
        make("phase", "aa", title="Aa", number=3),
        make("phase", "zz", title="Zz", number=2),
        make("tool", "x", phases=["aa", "zz"]),
    )
    assert [o.value for o in group(kb, "tool", "phases").options] == ["voorbeeldfase", "zz", "aa"]


def test_options_of_topics_follow_their_title(make: Make, knowledge: Knowledge) -> None:
    """A topic is shown by its title and stands where its title puts it; an unused topic is left out."""
    kb = knowledge(make("topic", "zz", title="aap"), make("topic", "leeg"), make("tool", "x", topics=["zz"]))
    options = group(kb, "tool", "topics").options
    assert [(o.value, o.label) for o in options] == [("zz", "aap"), ("voorbeeldthema", "Voorbeeldthema")]


def test_options_of_years_are_newest_first(make: Make, knowledge: Knowledge) -> None:
    """Who looks for a source wants the latest."""
    kb = knowledge(*(make("source", f"b{year}", year=year) for year in (2020, 1999, 2024)))
    assert [o.value for o in group(kb, "source", "year").options] == ["2024", "2020", "1999"]


def test_options_of_terms_follow_their_label(make: Make, knowledge: Knowledge) -> None:
    """Terms are in the order of the words that readers see, whatever the case."""
    kb = knowledge(
        *(make("gap", state, state=state) for state in ("in-onderzoek", "beantwoord", "deels-beantwoord"))
    )
    labels = [o.label for o in group(kb, "gap", "state").options]
    assert labels == ["Beantwoord", "Deels beantwoord", "In onderzoek", "Open"]


def narrowed(found: facets.Facets) -> dict[str, list[str]]:
    """Return the slugs on every list of fewer entries, by address."""
    return {one.address: [e.slug for e in one.entries] for one in found.narrowed()}


def at(found: facets.Facets, address: str) -> dict[str, facets.Group]:
    """Return the facets by field as they are on the list at an address."""
    (here,) = [one for one in found.narrowed() if one.address == address]
    return {group.field: group for group in found.at(here.chosen)}


def choices(group: facets.Group) -> dict[str, tuple[str, int]]:
    """Return the address and the count of the options of a facet, by value."""
    return {option.value: (option.address, option.count) for option in group.options}


@pytest.fixture
def tools(make: Make, knowledge: Knowledge) -> facets.Facets:
    """Return the facets of tools: two phases, two topics, three of the four combinations."""
    kb = knowledge(
        make("phase", "later", number=2),
        make("topic", "geld"),
        make("tool", "a", phases=["voorbeeldfase", "later"], topics=["geld"], kind="checklist"),
        make("tool", "b", phases=["later"], topics=["geld"]),
        make("tool", "c", phases=["voorbeeldfase"], topics=["voorbeeldthema"]),
        make("tool", "d", topics=["geld"], phases=[]),
    )
    return facets.Facets(kb, TOOL)


def test_every_narrowed_list_has_an_address_of_its_own(knowledge: Knowledge) -> None:
    """No two lists are one page, and no list is without entries."""
    kb = knowledge()
    found = [one for row in ENTRY_TYPES for one in facets.Facets(kb, row).narrowed()]
    assert found
    assert len({one.address for one in found}) == len(found)
    assert all(one.entries for one in found)


def test_phase_and_topic_have_a_list_together(tools: facets.Facets) -> None:
    """The phase goes first in the address; a combination that nothing has gets no list."""
    lists = narrowed(tools)
    assert lists["tools/fase/voorbeeldfase/thema/geld/"] == ["a"]
    assert lists["tools/fase/later/thema/geld/"] == ["a", "b"]
    assert "c" in lists["tools/fase/voorbeeldfase/thema/voorbeeldthema/"]
    assert "tools/fase/later/thema/voorbeeldthema/" not in lists


def test_list_of_a_phase_leads_to_its_topics(tools: facets.Facets) -> None:
    """There a topic counts within the phase and leads to both; other phases stay lists of their own."""
    here = at(tools, "tools/fase/later/")
    assert choices(here["topics"]) == {"geld": ("tools/fase/later/thema/geld/", 2)}
    assert choices(here["phases"])["later"] == ("tools/fase/later/", 2)
    assert [o.value for o in here["phases"].options if o.here] == ["later"]
    assert not any(o.here for o in here["topics"].options)


def test_list_of_a_topic_leads_to_its_phases(tools: facets.Facets) -> None:
    """The other way round the address is the same."""
    here = at(tools, "tools/thema/geld/")
    assert choices(here["phases"]) == {
        "voorbeeldfase": ("tools/fase/voorbeeldfase/thema/geld/", 1),
        "later": ("tools/fase/later/thema/geld/", 2),
    }


def test_list_of_both_leads_to_its_neighbours(tools: facets.Facets) -> None:
    """From a combination another phase keeps the topic, another topic keeps the phase."""
    here = at(tools, "tools/fase/voorbeeldfase/thema/geld/")
    assert choices(here["phases"])["later"] == ("tools/fase/later/thema/geld/", 2)
    assert choices(here["topics"])["voorbeeldthema"][0] == "tools/fase/voorbeeldfase/thema/voorbeeldthema/"
    assert [o.value for g in here.values() for o in g.options if o.here] == ["voorbeeldfase", "geld"]


def test_facet_without_a_list_for_the_choice_is_not_linked(tools: facets.Facets) -> None:
    """What a kind leaves of a phase has no page; only a script can tell."""
    assert {f: g.linked for f, g in at(tools, "tools/fase/later/").items()} == {
        "phases": True,
        "topics": True,
        "kind": False,
        "evidence": False,
    }
    assert at(tools, "tools/soort/checklist/")["kind"].linked
    assert all(group.linked for group in tools.groups)


def test_at_leaves_the_facets_of_other_lists_alone(tools: facets.Facets) -> None:
    """The list of an option marks it for itself only."""
    at(tools, "tools/soort/checklist/")
    assert not any(o.here for g in tools.groups for o in g.options)


def test_search_is_narrowed_by_words_of_the_lists(make: Make, knowledge: Knowledge) -> None:
    """A facet of the search page has the word that lists have in addresses, and no pages to link to."""
    groups = {g.field: g for g in facets.of_search(knowledge(make("tool", "x", year=2020)))}
    assert {name: groups[name].word for name in ("type", "phase", "topic", "kind", "year")} == {
        "type": "type",
        "phase": "fase",
        "topic": "thema",
        "kind": "soort",
        "year": "jaar",
    }
    assert not any(group.linked for group in groups.values())
    assert "tool" in [o.value for o in groups["type"].options]
