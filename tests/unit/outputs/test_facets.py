"""Facets show which values occur, how often, in an order that readers expect, each at its own address."""

from __future__ import annotations

from collections.abc import Callable

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, TYPE_BY_NAME
from kb.outputs import facets

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]
TOOL, SOURCE = TYPE_BY_NAME["tool"], TYPE_BY_NAME["source"]


def group(kb: KnowledgeBase, type_name: str, field: str) -> facets.Group:
    """Return one facet of a type."""
    (found,) = [g for g in facets.groups(kb, TYPE_BY_NAME[type_name]) if g.field == field]
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
    assert [g.field for g in facets.groups(kb, TOOL)] == ["phases", "topics", "kind", "evidence"]
    assert [g.field for g in facets.groups(kb, SOURCE)] == ["csl_type", "topics"]
    assert facets.groups(kb, TYPE_BY_NAME["topic"]) == ()


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


def test_every_option_has_an_address_of_its_own(knowledge: Knowledge) -> None:
    """No two filtered lists are one page."""
    kb = knowledge()
    found = [o.address for row in ENTRY_TYPES for g in facets.groups(kb, row) for o in g.options]
    assert found
    assert len(set(found)) == len(found)


def test_at_marks_one_option_and_leaves_the_rest(make: Make, knowledge: Knowledge) -> None:
    """The list of an option shows where it is; the facets of other lists are not touched."""
    found = facets.groups(knowledge(make("tool", "x", kind="checklist")), TOOL)
    here = next(o for g in found for o in g.options if o.value == "checklist")
    marked = facets.at(found, here)
    assert [o.value for g in marked for o in g.options if o.here] == ["checklist"]
    assert [[o.value for o in g.options] for g in marked] == [[o.value for o in g.options] for g in found]
    assert not any(o.here for g in found for o in g.options)
