"""What others build on: every published entry, every field, valid against the schema beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, EntryType
from kb.outputs import facts
from kb.outputs.exports import (
    EXPORTERS,
    entries_json,
    entries_schema,
    entry_json,
    entry_schema,
    plan_entries,
)
from kb.pipeline import Checked
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Full = Callable[[EntryType], LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

ADDED = {"type", "slug", "page_url", "permalink", "body"}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """Return the schema as data."""
    loaded: dict[str, Any] = json.loads(entries_schema())
    return loaded


@pytest.fixture(scope="module")
def judge(schema: dict[str, Any]) -> Draft202012Validator:
    """Return what judges an export."""
    return Draft202012Validator(schema)


@pytest.fixture(scope="module")
def exported(full: Full, knowledge: Knowledge) -> list[dict[str, Any]]:
    """Return the export of the minimal entries and of one of every type with a value in every field."""
    return export(knowledge(*map(full, ENTRY_TYPES)))


def export(kb: KnowledgeBase, settings: Settings | None = None) -> list[dict[str, Any]]:
    """Return the export as data."""
    records: list[dict[str, Any]] = json.loads(entries_json(kb, settings or Settings()))
    return records


def test_entries_json_has_every_published_entry_in_order_of_id(make: Make, knowledge: Knowledge) -> None:
    """Drafts are not public yet and retired entries not any more."""
    kb = knowledge(
        make("tool", "a", id="T0003"),
        make("tool", "b", id="T0002"),
        make("tool", "c", id="T0004", status="draft"),
        make("tool", "d", id="T0005", status="retired"),
    )
    ids = [record["id"] for record in export(kb)]
    assert [i for i in ids if i[0] == "T"] == ["T0001", "T0002", "T0003"]
    assert ids == sorted(ids)
    assert len(ids) == len(ENTRY_TYPES) + 2


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_entries_json_has_every_field(row: EntryType, exported: list[dict[str, Any]]) -> None:
    """A record has all fields of its model, also unset ones, and what the export adds."""
    for record in exported:
        if record["type"] == row.name:
            assert record.keys() == row.model.model_fields.keys() | ADDED


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_what_the_export_adds_hides_no_field(row: EntryType) -> None:
    """The address of a page and the address of a source are two things."""
    assert not ADDED & row.model.model_fields.keys()


def test_entries_json_says_what_the_entry_says(make: Make, knowledge: Knowledge) -> None:
    """Dates are in ISO form, lists are lists, the text is the Markdown of the file, letters are letters."""
    tool = make(
        "tool", "x", id="T0002", title="Coördinatie ‘nu’", topics=["a", "b"], body="## Kop\n\n*Tekst*\n"
    )
    (record,) = [r for r in export(knowledge(tool)) if r["id"] == "T0002"]
    assert record["last_reviewed"] == "2026-11-25"
    assert record["topics"] == ["a", "b"]
    assert record["body"] == "## Kop\n\n*Tekst*\n"
    assert record["title"] == "Coördinatie ‘nu’"
    assert "Coördinatie ‘nu’".encode() in entries_json(knowledge(tool), Settings())


@pytest.mark.parametrize(
    ("address", "home"), [("", "/"), ("https://host.example/pad/", "https://host.example/pad/")]
)
def test_entries_json_addresses_are_as_full_as_is_known(address: str, home: str, minimal: Checked) -> None:
    """With an address of the site every address is absolute; without one it counts from the root."""
    records = export(minimal.knowledge_base(), Settings(site_address=address))
    (case,) = [r for r in records if r["type"] == "case"]
    assert case["page_url"] == f"{home}praktijk/voorbeeldcase/"
    assert case["permalink"] == f"{home}id/P0001/"
    assert len(records) == len(ENTRY_TYPES)
    assert all(r["page_url"].startswith(home) and r["permalink"].startswith(home) for r in records)


def test_entries_json_gives_the_same_bytes_twice(minimal: Checked) -> None:
    """The same content is the same file, with a line end at its end."""
    first, second = (entries_json(minimal.knowledge_base(), Settings()) for _ in range(2))
    assert first == second
    assert first.endswith(b"]\n")
    assert entries_schema() == entries_schema()


def test_entries_schema_is_a_valid_schema(schema: dict[str, Any]) -> None:
    """Validators accept it, and every definition it refers to is in it."""
    Draft202012Validator.check_schema(schema)
    held = schema["$defs"]
    assert {reference.rpartition("/")[2] for reference in _references(schema)} == held.keys()


def _references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        for part in value.values():
            yield from _references(part)
    elif isinstance(value, list):
        for part in value:
            yield from _references(part)


def test_entries_schema_accepts_full_and_minimal_entries(
    judge: Draft202012Validator, exported: list[dict[str, Any]]
) -> None:
    """Every type, with a value in every field and with as few as there can be."""
    assert len(exported) == 2 * len(ENTRY_TYPES)
    assert [error.message for error in judge.iter_errors(exported)] == []
    assert judge.is_valid([])


@pytest.mark.parametrize(
    "name", ["id", "type", "slug", "page_url", "permalink", "body", "title", "links", "former_slugs"]
)
def test_entries_schema_refuses_a_missing_field(
    judge: Draft202012Validator, exported: list[dict[str, Any]], name: str
) -> None:
    """What is promised is there, with or without a value."""
    (tool,) = [r for r in exported if r["slug"] == "vol-tool"]
    assert judge.is_valid([tool])
    assert not judge.is_valid([{k: v for k, v in tool.items() if k != name}])


@pytest.mark.parametrize(
    "change",
    [
        {"onbekend": 1},
        {"type": "case"},
        {"type": "bestaat-niet"},
        {"id": "X"},
        {"status": "weg"},
        {"topics": "thema"},
        {"slug": None},
        {"year": "2024"},
        {"links": [{"url": "https://voorbeeld.example/"}]},
    ],
    ids=str,
)
def test_entries_schema_refuses_another_shape(
    judge: Draft202012Validator, exported: list[dict[str, Any]], change: dict[str, Any]
) -> None:
    """A field too many, a type that is another's, or a value that the model would not take."""
    (tool,) = [r for r in exported if r["slug"] == "vol-tool"]
    assert not judge.is_valid([tool | change])


def test_entries_schema_explains_every_field(schema: dict[str, Any]) -> None:
    """Who reads only the schema learns what each field means."""
    for row in ENTRY_TYPES:
        for name, field in schema["$defs"][row.model.__name__]["properties"].items():
            assert field.get("description"), (row.name, name)


def single(kb: KnowledgeBase, slug: str) -> dict[str, Any]:
    """Return the data of one entry."""
    record: dict[str, Any] = json.loads(entry_json(kb.by_slug[slug], kb, Settings()))
    return record


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_data_of_one_entry_is_its_record_and_what_its_page_shows(
    row: EntryType, full: Full, knowledge: Knowledge
) -> None:
    """The same fields as in the list of all, and besides what the page shows, valid against its schema."""
    kb = knowledge(*map(full, ENTRY_TYPES))
    (record,) = [r for r in export(kb) if r["slug"] == f"vol-{row.name}"]
    found = single(kb, f"vol-{row.name}")
    assert {name: found.pop(name) for name in record} == record
    assert found.keys() == {"address", "badge", "facts", "replacement"}
    assert found["address"] == f"{row.path}/vol-{row.name}/"
    judge_one = Draft202012Validator(json.loads(entry_schema()))
    assert [error.message for error in judge_one.iter_errors(record | found)] == []
    assert not judge_one.is_valid(record)
    assert not judge_one.is_valid(record | found | {"facts": [{"label": "x"}]})


def test_data_of_one_entry_has_its_facts_in_words(make: Make, knowledge: Knowledge) -> None:
    """A fact has the label of the page; a value names the entry or address it leads to; none: unknown."""
    link = {"url": "https://a.example/", "label": "Lees"}
    kb = knowledge(make("tool", "x", year=None, links=[link]))
    found = {fact["name"]: fact for fact in single(kb, "x")["facts"]}
    assert list(found) == [fact.name for fact in facts.everything(kb.by_slug["x"], kb)]
    assert found["kind"] == {"name": "kind", "label": "Soort", "values": [{"text": "Handreiking"}]}
    assert found["year"]["values"] == []
    assert found["links"]["values"] == [{"text": "Lees", "url": "https://a.example/"}]
    phase = kb.by_slug["voorbeeldfase"]
    assert found["phases"]["values"] == [
        {"text": phase.entry.title, "id": phase.entry.id, "address": "fasen/voorbeeldfase/"}
    ]


def test_data_of_a_retired_entry_names_its_replacement(make: Make, knowledge: Knowledge) -> None:
    """Who kept its number finds it, and learns what to look at now."""
    old = make("tool", "x", id="T0002", status="retired", replaced_by="y")
    kb = knowledge(old, make("tool", "y", id="T0003", title="Nieuw"))
    assert single(kb, "x")["replacement"] == {"id": "T0003", "address": "tools/y/", "title": "Nieuw"}
    assert single(kb, "y")["replacement"] is None
    assert "api/v1/entries/T0002.json" in plan_entries(kb, Settings())


def test_every_page_of_an_entry_has_its_data_and_no_draft(make: Make, knowledge: Knowledge) -> None:
    """One file for each number that has a page, and the schema of such a file."""
    kb = knowledge(make("tool", "x", id="T0002", status="draft"))
    plan = plan_entries(kb, Settings())
    files = {f"api/v1/entries/{located.entry.id}.json" for located in kb.entries}
    assert plan.keys() == files | {"api/v1/entry.schema.json"}
    assert json.loads(plan["api/v1/entries/T0001.json"]())["id"] == "T0001"
    assert plan["api/v1/entry.schema.json"]() == entry_schema()


def test_entry_schema_explains_and_refers_only_to_what_is_in_it() -> None:
    """A validator accepts it, every definition is used, every field is explained."""
    schema = json.loads(entry_schema())
    Draft202012Validator.check_schema(schema)
    assert {reference.rpartition("/")[2] for reference in _references(schema)} == schema["$defs"].keys()
    for row in ENTRY_TYPES:
        for name, field in schema["$defs"][row.model.__name__]["properties"].items():
            assert field.get("description"), (row.name, name)


def test_exporters_are_called_by_their_form(minimal: Checked) -> None:
    """The name on the command line gives the same bytes as the site has."""
    kb = minimal.knowledge_base()
    assert {form: make(kb, Settings()) for form, make in EXPORTERS.items()} == {
        "json": entries_json(kb, Settings())
    }
