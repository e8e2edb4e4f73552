"""Every value of the closed lists in the models has a word for readers, and no word is left over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import pytest

from kb.corpus import LocatedEntry
from kb.model import ENTRY_TYPES, TYPE_BY_NAME, EntryType, Gap, Publication
from kb.outputs import labels
from kb.pipeline import Checked

Make = Callable[..., LocatedEntry]


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (labels.GAP_STATES, Gap.model_fields["state"].annotation),
        (labels.CSL_TYPES, Publication.model_fields["csl_type"].annotation),
    ],
    ids=["states of gaps", "forms of sources"],
)
def test_words_are_those_of_the_model(words: dict[str, str], choices: Any) -> None:
    """A value that the model allows can be shown, and nothing else is listed."""
    assert tuple(words) == get_args(choices)
    assert len(set(words.values())) == len(words)


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_every_type_has_an_introduction_and_names_for_its_facets(row: EntryType, minimal: Checked) -> None:
    """A list says what it holds, and every filter on it has a name in Dutch of its own."""
    assert labels.LIST_INTROS[row.name].endswith(".")
    names = [labels.facet_name(row, field, minimal.corpus.vocabularies) for field in row.facets]
    assert names == [labels.FACETS[field] for field in row.facets]
    assert len(set(names)) == len(names)


def test_facet_name_without_a_word_of_ours_is_the_title_of_the_list(minimal: Checked) -> None:
    """A new facet needs no change here: its vocabulary has a title, and else the field has a name."""
    tool, vocabularies = TYPE_BY_NAME["tool"], minimal.corpus.vocabularies
    assert labels.facet_name(tool, "layers", vocabularies) == vocabularies.lists["layers"].title
    assert labels.facet_name(tool, "publisher", vocabularies) == "Publisher"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 11, 24), "24 november 2026"),
        (date(2024, 2, 29), "29 februari 2024"),
        (date(1999, 3, 1), "1 maart 1999"),
    ],
)
def test_dutch_date(day: date, text: str) -> None:
    """Day without a zero, month as a word in small letters, year."""
    assert labels.dutch_date(day) == text


def test_months_are_twelve_different_ones() -> None:
    """A slip in the table would show a wrong date."""
    assert len(set(labels.MONTHS)) == 12
    assert [month[:3] for month in labels.MONTHS[::3]] == ["jan", "apr", "jul", "okt"]


@pytest.mark.parametrize(
    ("type_name", "fields", "badge"),
    [
        ("tool", {"kind": "checklist"}, "Hulpmiddel: checklist"),
        ("model", {"kind": "raamwerk"}, "Model: raamwerk"),
        ("gap", {"state": "deels-beantwoord"}, "Kennishiaat: deels beantwoord"),
        ("source", {"csl_type": "bill", "year": 2020}, "Kamerstuk of wetsvoorstel, 2020"),
        ("source", {"csl_type": "report", "year": None}, "Rapport, jaar onbekend"),
        ("case", {}, "Praktijkvoorbeeld"),
        ("topic", {}, "Thema"),
        ("phase", {}, "Fase"),
        ("synthesis", {}, "Kennissynthese"),
    ],
)
def test_badge_says_what_an_entry_is(
    type_name: str, fields: dict[str, Any], badge: str, make: Make, minimal: Checked
) -> None:
    """The type, with its kind, state or form where there is one."""
    assert labels.badge(make(type_name, "x", **fields), minimal.corpus.vocabularies) == badge


def test_facet_values_are_text_whatever_the_field_holds(make: Make) -> None:
    """One value, several, a number, or none; a field that the type lacks has none."""
    tool = make("tool", "x", topics=["a", "b"], year=2020)
    assert labels.facet_values(tool, "topics") == ("a", "b")
    assert labels.facet_values(tool, "kind") == ("handreiking",)
    assert labels.facet_values(tool, "year") == ("2020",)
    assert labels.facet_values(tool, "publisher") == ()
    assert labels.facet_values(tool, "audiences") == ()
    assert labels.facet_values(tool, "csl_type") == ()


@pytest.mark.parametrize(
    ("type_name", "field", "value", "label"),
    [
        ("gap", "state", "open", "Open"),
        ("source", "csl_type", "motion_picture", "Video"),
        ("source", "year", "2020", "2020"),
        ("tool", "kind", "checklist", "Checklist"),
        ("model", "kind", "raamwerk", "Raamwerk"),
        ("tool", "kind", "bestaat-niet", "bestaat-niet"),
    ],
)
def test_facet_label_is_what_a_reader_sees(
    type_name: str, field: str, value: str, label: str, minimal: Checked
) -> None:
    """A term is shown with its label in the list that its own type draws from; else as it is."""
    row = TYPE_BY_NAME[type_name]
    assert labels.facet_label(row, field, value, minimal.corpus.vocabularies) == label


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, ""),
        ({"organisation": "RIVM"}, "RIVM"),
        ({"authors": [{"family": "Vooren", "given": "N.", "particle": "van"}]}, "N. van Vooren"),
        ({"authors": [{"family": "A"}, {"family": "B", "given": "C."}], "organisation": "D"}, "A, C. B, D"),
    ],
)
def test_authors_are_in_one_line(fields: dict[str, Any], line: str, make: Make) -> None:
    """Names in their order with what belongs between, the organisation last."""
    source = make("source", "x", **fields).entry
    assert isinstance(source, Publication)
    assert labels.authors(source) == line
