"""Markers on model fields that say what a value refers to, and the walk that finds them.

Checks and the knowledge base ask for marked values instead of naming fields, so that a new
entry type needs no change outside its own module.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kb.source import FieldPath


@dataclass(frozen=True, slots=True, init=False)
class EntryRef:
    """The value is the slug of an entry of one of ``types``; of any type when empty.

    ``own``: an entry may name itself here.
    """

    types: tuple[str, ...]
    own: bool

    def __init__(self, *types: str, own: bool = False) -> None:
        """Take the names of the allowed entry types."""
        object.__setattr__(self, "types", types)
        object.__setattr__(self, "own", own)


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
    """How to reach values with one kind of marker below one field: directly, or through its records."""

    field: str
    marker: Marker | None
    nested: type[BaseModel] | None
    many: bool


def _steps(model: type[BaseModel], kind: type[Marker]) -> tuple[_Step, ...]:
    return _find_steps(model, kind)  # type: ignore[arg-type]  # mypy asks the instances for a hash


@cache
def _find_steps(model: type[BaseModel], kind: type[Marker]) -> tuple[_Step, ...]:
    found = (_step(name, info, kind) for name, info in model.model_fields.items())
    return tuple(step for step in found if step)


def _step(name: str, info: FieldInfo, kind: type[Marker]) -> _Step | None:
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
    if isinstance(marker, kind):
        return _Step(name, marker, None, many)
    return _Step(name, None, nested, many) if nested and _steps(nested, kind) else None


def _marker_in(metadata: Any) -> Marker | None:  # noqa: ANN401 - pydantic metadata is untyped
    return next((item for item in metadata if isinstance(item, Marker)), None)


def marked(record: BaseModel, kind: type[M]) -> Iterator[tuple[FieldPath, str, M]]:
    """Yield ``(field path, value, marker)`` for every value in ``record`` with a ``kind`` marker."""
    for step in _steps(type(record), kind):
        held = getattr(record, step.field)
        if not held:
            continue
        items = (
            [((step.field, i), item) for i, item in enumerate(held)] if step.many else [((step.field,), held)]
        )
        for path, item in items:
            if step.nested is None:
                yield path, item, cast("M", step.marker)
            else:
                for below, value, marker in marked(item, kind):
                    yield path + below, value, marker


def vocabulary_of(model: type[BaseModel], field: str) -> str | None:
    """Return the name of the vocabulary that a field of ``model`` draws from, if any."""
    for step in _steps(model, InVocabulary):
        if step.field == field and isinstance(step.marker, InVocabulary):
            return step.marker.name
    return None
