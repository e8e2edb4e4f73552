"""The files of schema/ become vocabularies, and located data that checks can look into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

from kb.load.schema_files import read_schema
from kb.model import TYPE_BY_NAME, VOCABULARY_NAMES
from kb.model.search_data import QueryFilters, SearchQueries, SearchWords
from kb.source import Span


def test_read_schema_reads_the_real_lists(write_project: Callable[..., Path]) -> None:
    """Every vocabulary, the glossary, the crosswalk and the excluded links."""
    root = write_project({}, minimal=True)
    vocabularies, data, found = read_schema(root / "schema")
    assert not found
    assert set(vocabularies.lists) == set(VOCABULARY_NAMES)
    assert vocabularies.glossary.terms[0].entry == "voorbeeldthema"
    assert vocabularies.crosswalk.schemes[0].id == "voorbeeldschema"
    assert vocabularies.excluded_links.links
    assert vocabularies.search_words.compounds[0].parts == ("voorbeeld", "netwerk")
    assert vocabularies.search_queries.queries[0].relevant[0].entry == "voorbeeldthema"
    (glossary,) = (item for item in data if item.path == "schema/glossary.yml")
    assert glossary.where.value(("terms", 0, "entry")) == Span.at(4, 12, 14)


def test_read_schema_leaves_out_a_list_that_is_wrong(write_project: Callable[..., Path]) -> None:
    """It has one finding of its own and is not read as empty."""
    root = write_project({"schema/roles.yml": "title: Rollen\n"}, minimal=True)
    vocabularies, data, (finding,) = read_schema(root / "schema")
    assert finding.rule.name == "missing-field"
    assert "roles" not in vocabularies.lists
    assert "schema/roles.yml" not in {item.path for item in data}


def test_read_schema_without_folder_misses_every_list(tmp_path: Path) -> None:
    """A project without schema/ says what it lacks."""
    assert len(read_schema(tmp_path / "schema")[2]) == len(VOCABULARY_NAMES)


def test_read_schema_without_lists_for_search(write_project: Callable[..., Path]) -> None:
    """They may be left out; then search knows nothing but its rules, and is not measured."""
    files = dict.fromkeys(("schema/search-words.yml", "schema/search-queries.yml"))
    vocabularies, _, found = read_schema(write_project(files, minimal=True) / "schema")
    assert not found
    assert vocabularies.search_words == SearchWords()
    assert vocabularies.search_queries == SearchQueries()


def test_filters_of_a_query_are_types_of_entries() -> None:
    """A type that is added can be asked for in a judged query too."""
    (kinds, _) = get_args(QueryFilters.model_fields["type"].annotation)
    assert set(get_args(kinds)) == set(TYPE_BY_NAME)
