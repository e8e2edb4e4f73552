"""The judged queries of `schema/search-queries.yml` in the form that is measured with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.search.metrics import Grades
from kb.knowledge_base import KnowledgeBase
from kb.model.search_data import SearchQueries, SearchQuery


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader types, with the filters that are on and the grade of every entry that is of use."""

    text: str
    kind: str
    need: str
    filters: Mapping[str, str]
    grades: Grades


def gold_set(kb: KnowledgeBase, other: Path | None = None) -> list[Query]:
    """Return the queries of the project, or those of another file of the same form."""
    if other is None:
        listed = kb.vocabularies.search_queries
    else:
        listed = SearchQueries.model_validate(yaml.safe_load(other.read_text(encoding="utf-8")))
    return [_query(query) for query in listed.queries]


def _query(query: SearchQuery) -> Query:
    chosen = query.filters.model_dump(exclude_none=True) if query.filters else {}
    filters = {name: str(value) for name, value in chosen.items()}
    grades = {judgement.entry: judgement.grade for judgement in query.relevant}
    return Query(query.query, query.kind, query.need, filters, grades)
