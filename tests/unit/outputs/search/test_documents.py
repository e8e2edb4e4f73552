"""Search reads everything an entry says, and nothing that it only points at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pydantic import BaseModel

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, EntryType, Glossary
from kb.outputs.search.documents import Document, Field, documents, glossary_names

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

NOT_READ = {
    "title_lang", "phase_basis", "reviewed_by", "status", "csl_type", "relation", "actor", "series", "note",
    "original", "url", "format", "access", "language", "locator", "place_a", "place_b",
}  # fmt: skip
"""Names of fields whose texts say nothing of what an entry is about."""


def texts(document: Document, field: Field) -> list[str]:
    """Return the texts in a field of a document."""
    return [text for where, text in document.texts if where is field]


def of(kb: KnowledgeBase, slug: str) -> Document:
    """Return the document of an entry."""
    (found,) = (d for d in documents(kb) if d.located.slug == slug)
    return found


def marks(value: object) -> Iterator[str]:
    """Yield the texts in an entry that name the field they stand in."""
    if isinstance(value, str) and value.startswith("<i>"):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from marks(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from marks(getattr(value, name))


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_every_text_of_an_entry_is_read(
    full: Callable[[EntryType], LocatedEntry], knowledge: Knowledge, row: EntryType
) -> None:
    """Or its field is one that says nothing of what the entry is about."""
    located = full(row)
    read = {text for _, text in of(knowledge(located), located.slug).texts}
    for text in marks(located.entry):
        path = text.removeprefix("<i>").removesuffix("</i>").split(".")
        pointed_at = path[0] == "provenance" or path[-1] in NOT_READ or path[1:] == ["figures"]
        assert (text in read) != pointed_at


def test_texts_stand_in_their_field(make: Make, knowledge: Knowledge) -> None:
    """What an entry is called, how it is asked for, what it says: each has its own weight."""
    body = "Inleiding met een [link](../tools/geheim.md).\n\n## Kop\n\nTekst.\n\n### Lager\n\nMeer."
    tool = make(
        "tool", "a", title="Titel", aliases=["Ook zo"], search_terms=["wie zoekt"], summary="Kort.",
        publisher="Uitgever", body=body,
    )  # fmt: skip
    found = of(knowledge(tool), "a")
    assert texts(found, Field.TITLE) == ["Titel"]
    assert texts(found, Field.ALIAS) == ["Ook zo"]
    assert texts(found, Field.TERMS) == ["wie zoekt"]
    assert texts(found, Field.SUMMARY) == ["Kort."]
    assert texts(found, Field.HEADING) == ["## Kop", "### Lager"]
    assert "Uitgever" in texts(found, Field.TAGS)
    (text,) = texts(found, Field.TEXT)
    assert "link" in text
    assert "geheim" not in text
    assert "Kop" not in text


def test_questions_of_a_gap_are_as_good_as_its_summary(make: Make, knowledge: Knowledge) -> None:
    """They are what the gap is about."""
    gap = make("gap", "a", summary="Kort.", questions=["Wat werkt?"])
    assert texts(of(knowledge(gap), "a"), Field.SUMMARY) == ["Kort.", "Wat werkt?"]


def test_tags_say_what_an_entry_is_and_where_it_belongs(make: Make, knowledge: Knowledge) -> None:
    """Its type, topics, phases with their other names, the words of its lists, and its year."""
    phase = make("phase", "voorbeeldfase", title="Beginnen", aliases=["Opstart"])
    tool = make("tool", "a", title="A")
    kb = knowledge(phase, tool)
    tags = texts(of(kb, "a"), Field.TAGS)
    assert tags == [
        "Hulpmiddel",
        "Hulpmiddelen",
        "Voorbeeldthema",
        "Beginnen. Opstart. eerste fase",
        "Handreiking",
    ]
    source = make("source", "b", year=2024)
    assert "2024" in texts(of(knowledge(source), "b"), Field.TAGS)


def test_a_phase_that_the_source_names_counts_twice(make: Make, knowledge: Knowledge) -> None:
    """What editors think counts once."""

    def times(basis: str) -> int:
        tool = make("tool", "a", phase_basis=basis)
        return texts(of(knowledge(tool), "a"), Field.TAGS).count("Voorbeeldfase. eerste fase")

    assert (times("editorial"), times("source")) == (1, 2)


def test_names_of_the_glossary_are_those_of_the_entry_that_explains_them(
    make: Make, knowledge: Knowledge
) -> None:
    """Every name leads to that entry and to no other."""
    term = {
        "term": "AB", "long_form": "Alle begin", "synonyms": ["start"], "english": "outset",
        "meaning": "Een begin.", "entry": "a",
    }  # fmt: skip
    kb = knowledge(make("tool", "a"), make("tool", "b"))
    glossary = Glossary.model_validate({"terms": [term, {"term": "CD", "meaning": "Iets."}]})
    kb = replace(kb, vocabularies=replace(kb.vocabularies, glossary=glossary))
    assert glossary_names(kb) == {"a": ["AB", "Alle begin", "start", "outset"]}
    assert texts(of(kb, "a"), Field.TERMS) == ["AB", "Alle begin", "start", "outset"]
    assert texts(of(kb, "b"), Field.TERMS) == []


def test_only_published_entries_are_found(make: Make, knowledge: Knowledge) -> None:
    """In the order of the knowledge base; drafts and retired entries are not there."""
    kb = knowledge(make("tool", "a"), make("tool", "b", status="draft"), make("tool", "c", status="retired"))
    slugs = [d.located.slug for d in documents(kb)]
    assert "a" in slugs
    assert not {"b", "c"} & set(slugs)
    assert slugs == [e.slug for e in kb.published]
