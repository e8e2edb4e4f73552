"""Markers are found wherever a field holds them, with the path an editor can be sent to."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from kb.model import TYPE_BY_NAME, EntryRef, InVocabulary, WebLink, marked, vocabulary_of
from kb.model.entry import Record
from kb.model.markers import Marker


class Deep(Record):
    """Holds two kinds of marker."""

    entry: Annotated[str, EntryRef("tool")]
    url: Annotated[str, WebLink()] | None = None


class Middle(Record):
    """Holds records only."""

    deep: tuple[Deep, ...] = ()
    plain: str = ""


class Top(Record):
    """Holds markers in every way a model can."""

    one: Annotated[str, EntryRef("topic", "phase")]
    maybe: Annotated[str, EntryRef()] | None = None
    many: tuple[Annotated[str, InVocabulary("layers")], ...] = ()
    maybe_many: tuple[Annotated[str, InVocabulary("roles")], ...] | None = None
    middle: Middle | None = None
    outside: Annotated[Annotated[str, StringConstraints(min_length=1)] | None, EntryRef("gap")] = None
    plain: tuple[str, ...] = ("x",)


FULL = Top(
    one="a",
    maybe="b",
    many=("c", "d"),
    maybe_many=("e",),
    middle=Middle(deep=(Deep(entry="f"), Deep(entry="g", url="h"))),
    outside="i",
)


def test_marked_finds_single_listed_and_nested_values() -> None:
    """Every reference comes with its path, its value and its own marker, in the order of the fields."""
    assert list(marked(FULL, EntryRef)) == [
        (("one",), "a", EntryRef("topic", "phase")),
        (("maybe",), "b", EntryRef()),
        (("middle", "deep", 0, "entry"), "f", EntryRef("tool")),
        (("middle", "deep", 1, "entry"), "g", EntryRef("tool")),
        (("outside",), "i", EntryRef("gap")),
    ]


def test_marked_yields_the_asked_kind_only() -> None:
    """Terms and addresses are not references, and the other way about."""
    assert [(path, value) for path, value, _ in marked(FULL, InVocabulary)] == [
        (("many", 0), "c"),
        (("many", 1), "d"),
        (("maybe_many", 0), "e"),
    ]
    assert list(marked(FULL, WebLink)) == [(("middle", "deep", 1, "url"), "h", WebLink())]


def test_marked_skips_what_is_not_set() -> None:
    """Empty and absent values are no references."""
    kinds: tuple[type[Marker], ...] = (InVocabulary, WebLink)
    assert [path for path, _, _ in marked(Top(one="a"), EntryRef)] == [("one",)]
    assert [found for kind in kinds for found in marked(Top(one="a"), kind)] == []  # type: ignore[type-var]


def test_entry_ref_keeps_its_types() -> None:
    """A reference says which types it allows; without any, all."""
    assert EntryRef("tool", "case").types == ("tool", "case")
    assert EntryRef().types == ()
    assert EntryRef("tool") != EntryRef()


def test_vocabulary_of_names_the_list_of_a_field() -> None:
    """A field that draws from a list, singly or as several values, names it; any other field has none."""
    assert vocabulary_of(TYPE_BY_NAME["tool"].model, "kind") == "tool-kinds"
    assert vocabulary_of(TYPE_BY_NAME["tool"].model, "layers") == "layers"
    assert vocabulary_of(TYPE_BY_NAME["model"].model, "kind") == "model-kinds"
    assert vocabulary_of(TYPE_BY_NAME["tool"].model, "title") is None
    assert vocabulary_of(TYPE_BY_NAME["tool"].model, "topics") is None
    assert vocabulary_of(TYPE_BY_NAME["tool"].model, "links") is None
