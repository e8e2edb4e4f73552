"""Values and their lists."""

from __future__ import annotations

from typing import Any

import pytest

from kb.checks.vocabulary import check_duplicate_terms, check_duplicate_values, check_terms
from kb.corpus import Corpus, LocatedData
from kb.model import Glossary, Vocabularies, Vocabulary
from tests.unit.checks.conftest import MakeEntry, Places

KINDS = Vocabulary.model_validate(
    {"title": "Soorten", "terms": [{"id": "handreiking", "label": "Handreiking"}]}
)


def test_check_terms_finds_every_unknown_value(entry: MakeEntry) -> None:
    """Values of a list that was not read are left alone."""
    vocabularies = Vocabularies(lists={"tool-kinds": KINDS})
    corpus = Corpus((entry("tool", "a", kind="handrekking"),), vocabularies=vocabularies)
    (found,) = check_terms(corpus)
    assert (found.code, found.field) == ("KB251", "kind")
    assert found.hint.startswith("Bedoelde je ‘handreiking’?")


def test_check_duplicate_terms_names_the_first() -> None:
    """A third time is a second mistake; the first place is told each time."""
    glossary = Glossary.model_validate(
        {"terms": [{"term": t, "meaning": "Iets."} for t in ("a", "b", "A", "a")]}
    )
    data = LocatedData(glossary, "schema/glossary.yml", Places({}))
    found = list(check_duplicate_terms(Corpus((), data=(data,))))
    assert [d.field for d in found] == ["terms.2.term", "terms.3.term"]
    assert all("schema/glossary.yml:2" in d.message for d in found)


@pytest.mark.parametrize(
    "field", ["topics", "phases", "audiences", "aliases", "former_slugs", "related", "layers"]
)
def test_check_duplicate_values_looks_at_every_list_of_texts(entry: MakeEntry, field: str) -> None:
    """Any field that holds several texts is checked, also one of a single type."""
    fields: dict[str, Any] = {field: ["x", "y", "x"]}
    (found,) = check_duplicate_values(Corpus((entry("tool", "a", **fields),)))
    assert (found.code, found.field) == ("KB253", f"{field}.2")


def test_check_duplicate_values_ignores_lists_of_records(entry: MakeEntry) -> None:
    """Two provenances may be alike; they are no terms."""
    same = {"source": "s", "section": "Geheel"}
    assert not list(check_duplicate_values(Corpus((entry("tool", "a", provenance=[same, same]),))))
