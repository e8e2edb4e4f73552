"""Every model keeps the agreements that checks, pages and documentation build on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import ValidationError

import kb
from kb.model import (
    ENTRY_TYPES,
    TYPE_BY_FOLDER,
    TYPE_BY_NAME,
    VOCABULARY_NAMES,
    Entry,
    EntryRef,
    EntryType,
    InVocabulary,
)
from kb.model.entry import Record
from kb.model.facet_words import facet_word
from kb.outputs import urls
from kb.outputs.shell import SECTIONS

ROOT = Path(__file__).parents[3]
TEMPLATES = Path(kb.__file__).parent / "templates"

_ENGLISH = frozenset({"the", "and", "that", "with", "which", "are", "this", "whether", "from"})
"""Words that give an English text away."""


def _below(model: type[Record]) -> Iterator[type[Record]]:
    for child in model.__subclasses__():
        if child.__module__.startswith("kb.model"):
            yield child
            yield from _below(child)


RECORDS = tuple(sorted(set(_below(Record)), key=lambda record: record.__qualname__))
rows = pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
records = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield an annotation and everything it is made of, metadata included."""
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _all_parts(record: type[Record]) -> Iterator[Any]:
    for info in record.model_fields.values():
        yield from info.metadata
        yield from _parts(info.annotation)


def _is_dutch(text: str) -> bool:
    return len(text) > 8 and not _ENGLISH & set(text.lower().split())


@records
def test_record_is_frozen_and_refuses_unknown_fields(record: type[Record]) -> None:
    """Nothing can be added to a record, by an editor or by our own code."""
    with pytest.raises(ValidationError) as caught:
        record.model_validate({"onbekend_veld": 1})
    assert ("extra_forbidden", ("onbekend_veld",)) in {(e["type"], e["loc"]) for e in caught.value.errors()}
    name = next(iter(record.model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record.model_construct(), name, "anders")


@records
def test_record_holds_nothing_that_can_change(record: type[Record]) -> None:
    """Lists of values are tuples, so that an entry can be shared and kept."""
    origins = {get_origin(part) or part for part in _all_parts(record) if not isinstance(part, str)}
    assert not origins & {list, dict, set}


@records
def test_record_and_every_field_have_a_dutch_docstring(record: type[Record]) -> None:
    """What an editor reads of a field stands below it, in Dutch, as a sentence."""
    texts = {"class": record.__doc__ or ""}
    texts |= {name: info.description or "" for name, info in record.model_fields.items()}
    assert {name for name, text in texts.items() if not _is_dutch(text)} == set()
    assert {name for name, text in texts.items() if text.rstrip("`")[-1:] not in {".", "?"}} == set()


@records
def test_record_refers_to_known_types_and_lists(record: type[Record]) -> None:
    """A marker names types of entries and vocabularies that exist."""
    for part in _all_parts(record):
        if isinstance(part, EntryRef):
            assert set(part.types) <= TYPE_BY_NAME.keys()
        elif isinstance(part, InVocabulary):
            assert part.name in VOCABULARY_NAMES


def test_every_vocabulary_is_used_and_has_a_file() -> None:
    """No list without a field that draws from it, no name without a file, no file without a name."""
    used = {part.name for record in RECORDS for part in _all_parts(record) if isinstance(part, InVocabulary)}
    others = {"glossary", "phase-crosswalk", "excluded-links", "search-words", "search-queries"}
    assert used == set(VOCABULARY_NAMES)
    assert {file.stem for file in (ROOT / "schema").glob("*.yml")} == used | others


@pytest.mark.parametrize("field", ["name", "folder", "prefix", "path", "model", "singular", "plural"])
def test_entry_types_differ_in(field: str) -> None:
    """Two types can never be taken for each other."""
    values = [getattr(row, field) for row in ENTRY_TYPES]
    assert len(set(values)) == len(values)


def test_entry_types_are_all_models_and_found_by_name_and_folder() -> None:
    """The table has a row for every model of an entry, and its look-ups hold every row."""
    assert {row.model for row in ENTRY_TYPES} == {
        record for record in RECORDS if issubclass(record, Entry)
    } - {Entry}
    assert tuple(TYPE_BY_NAME.values()) == tuple(TYPE_BY_FOLDER.values()) == ENTRY_TYPES


@rows
def test_entry_type_has_a_template_and_a_folder(row: EntryType) -> None:
    """The template renders the type's pages and the folder holds its entries."""
    assert (TEMPLATES / f"{row.name}.html").is_file()
    assert (ROOT / "content" / row.folder).is_dir()


@rows
def test_entry_type_has_an_id_letter(row: EntryType, make: Any) -> None:
    """The prefix makes valid ids."""
    assert make(row.name, "x", id=f"{row.prefix}0042").entry.id == f"{row.prefix}0042"
    assert len(row.prefix) == 1


@rows
def test_entry_type_has_an_address_of_its_own(row: EntryType) -> None:
    """The address of a type is not that of another part of the site."""
    others = {"id", "api", "assets", "zoekindex", "images", "over", urls.GLOSSARY[:-1], urls.SEARCH[:-1]}
    assert row.path not in others
    assert urls.list_address(row) in SECTIONS


@rows
def test_entry_type_filters_by_its_own_fields(row: EntryType) -> None:
    """Facets are fields of the model, each in an address under a word of its own."""
    assert set(row.facets) <= row.model.model_fields.keys()
    assert len({facet_word(field) for field in row.facets}) == len(row.facets)


@rows
def test_entry_type_has_headings(row: EntryType) -> None:
    """A body has at least one fixed heading and no heading twice."""
    assert row.headings
    assert len(set(row.headings)) == len(row.headings)


@pytest.mark.parametrize("value", ["", "T1", "T00001", "t0001", "0001", "T0001\n", "Ṫ0001"])
def test_entry_id_is_a_letter_and_four_digits(value: str, make: Any) -> None:
    """Anything else is refused, so that permanent addresses stay spellable."""
    with pytest.raises(ValidationError, match="id"):
        make("tool", "x", id=value)


@pytest.mark.parametrize("value", ["", "Hoofd", "met spatie", "a--b", "-a", "a-", "a/b", "..", "é", "a\n"])
def test_slug_is_small_letters_digits_and_single_hyphens(value: str, make: Any) -> None:
    """Anything else cannot be a name in an address."""
    with pytest.raises(ValidationError, match="related"):
        make("tool", "x", related=[value])


def test_text_is_never_blank(make: Any) -> None:
    """White space is no text, and does not stand around it."""
    assert make("tool", "x", title="  Titel \n").entry.title == "Titel"
    with pytest.raises(ValidationError, match="title"):
        make("tool", "x", title=" \t\n")


def test_annotated_parts_are_seen() -> None:
    """The walk of this module looks inside `Annotated`, else the tests above would say nothing."""
    assert EntryRef("x") in set(_parts(tuple[Annotated[str, EntryRef("x")], ...] | None))
