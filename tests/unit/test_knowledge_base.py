"""The resolved knowledge base: who is shown, who refers to whom, and what belongs to a topic and a phase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import IN_BODY, KnowledgeBase, references
from kb.model import Gap, Tool

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]


def slugs(found: tuple[LocatedEntry, ...]) -> list[str]:
    """Return the slugs of entries, in order."""
    return [located.slug for located in found]


def test_knowledge_base_leaves_drafts_out(make: Make, knowledge: Knowledge) -> None:
    """A draft has no page, is in no list and is nobody's mention."""
    kb = knowledge(make("tool", "concept", status="draft", related=["voorbeeldcase"]))
    assert "concept" not in kb.by_slug
    assert "concept" not in slugs(kb.of_type("tool"))
    assert kb.mentioned_in("voorbeeldcase") == ()


def test_knowledge_base_keeps_retired_entries_off_the_lists(make: Make, knowledge: Knowledge) -> None:
    """A retired entry keeps its page but is in no list and is nobody's mention."""
    kb = knowledge(make("tool", "oud", status="retired", related=["voorbeeldcase"]))
    assert kb.by_slug["oud"] in kb.entries
    assert "oud" not in slugs(kb.published)
    assert "oud" not in slugs(kb.of_type("tool"))
    assert "oud" not in slugs(kb.find("tool", topic="voorbeeldthema"))
    assert kb.mentioned_in("voorbeeldcase") == ()


def test_knowledge_base_cannot_be_changed(knowledge: Knowledge) -> None:
    """Neither the base nor its look-up can be assigned to."""
    kb = knowledge()
    with pytest.raises(FrozenInstanceError):
        kb.entries = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        kb.by_slug["x"] = kb.entries[0]  # type: ignore[index]


def test_of_type_orders_by_title_whatever_the_case(make: Make, knowledge: Knowledge) -> None:
    """The order of a list is that of a reader: capitals do not go first."""
    kb = knowledge(
        make("tool", "a", title="zebra"), make("tool", "b", title="Aap"), make("tool", "c", title="aa")
    )
    assert [e.entry.title for e in kb.of_type("tool")] == ["aa", "Aap", "Voorbeeldtool", "zebra"]
    assert kb.of_type("onbekend") == ()


def test_entry_returns_only_the_asked_type(knowledge: Knowledge) -> None:
    """Asking a tool for a gap is a mistake of ours, as is asking for what is not there."""
    kb = knowledge()
    assert kb.entry("voorbeeldtool", Tool).kind == "handreiking"
    with pytest.raises(TypeError, match="voorbeeldtool is a Tool, not a Gap"):
        kb.entry("voorbeeldtool", Gap)
    with pytest.raises(KeyError):
        kb.entry("nergens", Tool)


def test_phases_are_in_their_order(make: Make, knowledge: Knowledge) -> None:
    """Phases go by number, not by title."""
    kb = knowledge(make("phase", "aa", title="Aa", number=3), make("phase", "zz", title="Zz", number=2))
    assert slugs(kb.phases) == ["voorbeeldfase", "zz", "aa"]


def test_topics_are_in_order_of_title(make: Make, knowledge: Knowledge) -> None:
    """Topics go by title, not by name."""
    kb = knowledge(make("topic", "zz", title="Aa"))
    assert slugs(kb.topics) == ["zz", "voorbeeldthema"]


def test_references_finds_fields_nested_fields_and_links(make: Make) -> None:
    """A reference is found in a field, in a list, inside records and in every form of link in the text."""
    body = "[a](../tools/a.md) [b](<../tools/b.md#kop>) [c]\n\n[c]: ../gaps/c.md\n\n[weg](https://x.nl/tools/d.md)"
    case = make(
        "case",
        "x",
        body=body,
        topics=["t"],
        phases=[],
        provenance=[{"source": "s", "section": "1"}],
        related=["r"],
        results=[{"statement": "Het hielp.", "source": "q"}],
        replaced_by="n",
    )
    assert set(references(case)) == {
        ("topics", "t"),
        ("provenance", "s"),
        ("related", "r"),
        ("results", "q"),
        ("replaced_by", "n"),
        (IN_BODY, "a"),
        (IN_BODY, "b"),
        (IN_BODY, "c"),
    }


def test_mentions_are_one_for_each_entry_and_field(make: Make, knowledge: Knowledge) -> None:
    """Two links in one text are one mention; the same target in another field is another."""
    body = "[a](../tools/doel.md) en [b](../tools/doel.md)"
    kb = knowledge(make("tool", "doel"), make("case", "bron", body=body, related=["doel"]))
    assert [(m.source.slug, m.field) for m in kb.mentions("doel")] == [("bron", "related"), ("bron", "body")]
    assert slugs(kb.mentioned_in("doel")) == ["bron"]
    assert kb.mentions("nergens") == ()


def test_mentions_leave_an_entry_itself_out(make: Make, knowledge: Knowledge) -> None:
    """A link to the own page is no mention."""
    kb = knowledge(make("tool", "zelf", body="[hier](../tools/zelf.md#kop)"))
    assert kb.mentions("zelf") == ()


def test_mentioned_in_can_be_limited_to_fields(make: Make, knowledge: Knowledge) -> None:
    """Only mentions in the asked fields count."""
    kb = knowledge(
        make("tool", "doel"),
        make("case", "a", related=["doel"]),
        make("case", "b", body="[x](../tools/doel.md)"),
    )
    assert slugs(kb.mentioned_in("doel", fields=frozenset({"body"}))) == ["b"]
    assert slugs(kb.mentioned_in("doel")) == ["a", "b"]


def test_find_combines_topic_and_phase(make: Make, knowledge: Knowledge) -> None:
    """Both conditions must hold; either alone suffices when the other is not asked; the order is by title."""
    kb = knowledge(
        make("topic", "thema"),
        make("phase", "fase", number=2),
        make("tool", "z-beide", title="Beide", topics=["thema"], phases=["fase"]),
        make("tool", "a-thema", title="Thema", topics=["thema"], phases=[]),
        make("tool", "a-fase", title="Fase", topics=[], phases=["fase"]),
        make("case", "ander", topics=["thema"], phases=["fase"]),
    )
    assert slugs(kb.find("tool", topic="thema")) == ["z-beide", "a-thema"]
    assert slugs(kb.find("tool", phase="fase")) == ["z-beide", "a-fase"]
    assert slugs(kb.find("tool", topic="thema", phase="fase")) == ["z-beide"]
    assert kb.find("tool", topic="thema", phase="voorbeeldfase") == ()
    assert kb.find("tool") == kb.of_type("tool")
    assert [tool.title for tool in kb.tools(phase="fase")] == ["Beide", "Fase"]


def test_supported_by_counts_provenance_only(make: Make, knowledge: Knowledge) -> None:
    """An entry rests on a source when its provenance says so, not when it merely names it."""
    kb = knowledge(
        make("source", "rapport"),
        make("tool", "rust", provenance=[{"source": "rapport", "section": "1"}]),
        make("tool", "noemt", related=["rapport"]),
    )
    assert slugs(kb.supported_by("rapport")) == ["rust"]


def test_answered_by_returns_the_gaps_of_a_study(make: Make, knowledge: Knowledge) -> None:
    """A gap that names the study in an answer is returned; one that only relates to it is not."""
    answer = {"entry": "studie", "how": "Deels.", "remains": "De rest."}
    kb = knowledge(
        make("source", "studie"),
        make("gap", "beantwoord", addressed_by=[answer]),
        make("gap", "noemt", related=["studie"]),
    )
    assert slugs(kb.answered_by("studie")) == ["beantwoord"]


def test_related_goes_both_ways_once(make: Make, knowledge: Knowledge) -> None:
    """First whom the entry names, then who names it; an entry that does both stands there once."""
    kb = knowledge(
        make("tool", "a", related=["z", "b", "concept"]),
        make("tool", "b", related=["a"]),
        make("tool", "c", related=["a"]),
        make("tool", "concept", status="draft"),
        make("tool", "z"),
    )
    assert slugs(kb.related("a")) == ["z", "b", "c"]
    assert slugs(kb.related("z")) == ["a"]
