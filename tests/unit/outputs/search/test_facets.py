"""What readers can narrow a search by."""

from __future__ import annotations

from collections.abc import Callable

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs.search.facets import Option, SearchFacet, search_facets

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]


def facet(kb: KnowledgeBase, name: str) -> SearchFacet:
    """Return one facet of a knowledge base."""
    (found,) = (f for f in search_facets(kb) if f.name == name)
    return found


def test_facets_in_order(knowledge: Knowledge) -> None:
    """What most readers choose by comes first."""
    names = [f.name for f in search_facets(knowledge())]
    assert names == ["type", "phase", "topic", "audience", "kind", "evidence", "province", "year"]


def test_options_are_values_that_occur_in_the_order_of_their_list(make: Make, knowledge: Knowledge) -> None:
    """Not in the order of the entries, and no value that leads nowhere."""
    kb = knowledge(
        make("tool", "a", audiences=["beleidsmedewerker"]), make("tool", "b", audiences=["bestuurder"])
    )
    audience = facet(kb, "audience")
    assert audience.options == (
        Option("bestuurder", "Bestuurder"),
        Option("beleidsmedewerker", "Beleidsmedewerker"),
    )
    assert facet(knowledge(), "audience").options == ()


def test_values_of_an_entry(make: Make, knowledge: Knowledge) -> None:
    """All that it has in the field, as text; none when its type does not have the field."""
    tool, source = make("tool", "a"), make("source", "b", year=2024)
    kb = knowledge(tool, source)
    assert facet(kb, "type").values(tool) == ("tool",)
    assert facet(kb, "phase").values(tool) == ("voorbeeldfase",)
    assert facet(kb, "kind").values(tool) == ("handreiking",)
    assert facet(kb, "kind").values(source) == ()
    assert facet(kb, "year").values(source) == ("2024",)
    assert facet(kb, "year").values(tool) == ()


def test_phases_all_have_their_place(make: Make, knowledge: Knowledge) -> None:
    """A reader may ask for the second phase when there is nothing in the first."""
    phases = [make("phase", f"fase-{n}", title=f"Fase {n}", number=n) for n in (3, 2)]
    options = facet(knowledge(*phases), "phase").options
    assert [option.value for option in options] == ["voorbeeldfase", "fase-2", "fase-3"]


def test_topics_without_entries_are_no_option(make: Make, knowledge: Knowledge) -> None:
    """Only what leads somewhere."""
    kb = knowledge(make("topic", "leeg", title="Leeg"))
    assert [option.value for option in facet(kb, "topic").options] == ["voorbeeldthema"]


def test_years_newest_first(make: Make, knowledge: Knowledge) -> None:
    """Each once."""
    kb = knowledge(*(make("source", f"b{n}", year=y) for n, y in enumerate((2019, 2024, 2019))))
    assert facet(kb, "year").options == (Option("2024", "2024"), Option("2019", "2019"))


def test_kinds_stand_under_a_heading(knowledge: Knowledge) -> None:
    """Those of tools and those of models are two lists."""
    groups = [option.group for option in facet(knowledge(), "kind").options]
    assert groups == ["Hulpmiddelen", "Modellen"]
