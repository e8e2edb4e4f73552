"""Markers on model fields that say what a value refers to, and the walk that finds them.

Checks and the knowledge base ask for marked values instead of naming fields, so that a new
entry type needs no change outside its own module.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

from kb.source import FieldPath


@dataclass(frozen=True, slots=True, init=False)
class EntryRef:
    """The value is the slug of an entry of one of ``types``; of any type when empty."""

    types: tuple[str, ...]

    def __init__(self, *types: str) -> None:
        """Take the names of the allowed entry types."""
        object.__setattr__(self, "types", types)


@dataclass(frozen=True, slots=True)
class InVocabulary:
    """The value is a term of the vocabulary ``name`` (``schema/<name>.yml``)."""

    name: str


@dataclass(frozen=True, slots=True)
class WebLink:
    """The value is an address on the web."""


Marker = EntryRef | InVocabulary | WebLink
M = TypeVar("M", EntryRef, InVocabulary, WebLink)


@dataclass(frozen=True, slots=True)
class _Step:
    """How to reach marked values below one field: directly, or through records it holds."""

    field: str
    marker: Marker | None
    nested: type[BaseModel] | None
    many: bool


@cache
def _steps(model: type[BaseModel]) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    for name, info in model.model_fields.items():
        many, marker, nested = False, _marker_in(info.metadata), None
        pending: list[Any] = [info.annotation]
        while pending:
            annotation = pending.pop()
            if get_origin(annotation) is Annotated:
                inner, *metadata = get_args(annotation)
                marker = _marker_in(metadata) or marker
                pending.append(inner)
            elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
                nested = annotation
            else:
                many = many or get_origin(annotation) is tuple
                pending.extend(get_args(annotation))
        if marker or (nested and _steps(nested)):
            steps.append(_Step(name, marker, nested, many))
    return tuple(steps)


def _marker_in(metadata: Any) -> Marker | None:  # noqa: ANN401 - pydantic metadata is untyped
    return next((item for item in metadata if isinstance(item, Marker)), None)


def marked(record: BaseModel, kind: type[M]) -> Iterator[tuple[FieldPath, str, M]]:
    """Yield ``(field path, value, marker)`` for every value in ``record`` with a ``kind`` marker."""
    for step in _steps(type(record)):
        held = getattr(record, step.field)
        if held is None:
            continue
        items: Iterator[tuple[FieldPath, Any]]
        if step.many:
            items = (((step.field, index), item) for index, item in enumerate(held))
        else:
            items = iter([((step.field,), held)])
        for path, item in items:
            if isinstance(step.marker, kind):
                yield path, item, step.marker
            elif step.nested:
                for below, value, marker in marked(item, kind):
                    yield path + below, value, marker


def vocabulary_of(model: type[BaseModel], field: str) -> str | None:
    """Return the name of the vocabulary that a field of ``model`` draws from, if any."""
    for step in _steps(model):
        if step.field == field and isinstance(step.marker, InVocabulary):
            return step.marker.name
    return None
