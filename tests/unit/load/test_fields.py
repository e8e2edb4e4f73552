"""Every mistake in a field is explained in Dutch, at the field, whatever the field and the value."""

from __future__ import annotations

from collections.abc import Iterator

import orjson
import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kb.load.fields import _EXPLANATIONS, findings, nearest, shown
from kb.model import ENTRY_TYPES, Crosswalk, ExcludedLinks, Glossary, Vocabulary
from kb.source import FieldPath, Span

MODELS: tuple[type[BaseModel], ...] = (
    *(row.model for row in ENTRY_TYPES),
    Vocabulary,
    Glossary,
    Crosswalk,
    ExcludedLinks,
)
ODD_VALUES: tuple[object, ...] = (
    None, "", "  ", "x y", "A", "012", "1.0", "2026-13-01", "2026-11-25T12:00", "no", 0, -1, 10**17, 20261125,
    True, [], {}, [None], [""], ["x y"], [1], [[]], [{}], [{"a": 1}], {"a": 1},
)  # fmt: skip


class Nowhere:
    """A locator for fields that are in no file."""

    def value(self, path: FieldPath) -> Span:
        """Return a place that tells values from keys."""
        return Span.at(1, 1 + len(path))

    def key(self, path: FieldPath) -> Span:
        """Return a place that tells keys from values."""
        return Span.at(2, 1 + len(path))


def records(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and every record below it."""
    yield model
    pending = [info.annotation for info in model.model_fields.values()]
    while pending:
        annotation = pending.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield from records(annotation)
        else:
            pending.extend(getattr(annotation, "__args__", ()))


ALL_RECORDS = sorted(
    {record for model in MODELS for record in records(model)}, key=lambda record: record.__name__
)


@pytest.mark.parametrize("record", ALL_RECORDS, ids=lambda record: record.__name__)
def test_findings_explains_every_mistake_of_every_field(record: type[BaseModel]) -> None:
    """No model can give an error of a kind that has no text of its own."""
    for field in record.model_fields:
        for value in ODD_VALUES:
            errors = _errors(record, {field: value})
            kinds = {error["type"] for error in errors if error["input"] is not None}
            assert kinds <= _EXPLANATIONS.keys() | {"missing", "extra_forbidden"}
            for finding in findings(errors, record, "x.md", Nowhere()):
                assert finding.message.endswith(".")
                assert finding.hint[-1] in ".?"
                assert "‘" in finding.message
                assert "Input" not in finding.message + finding.hint


def _errors(record: type[BaseModel], data: dict[str, object]) -> list[ErrorDetails]:
    try:
        record.model_validate_json(orjson.dumps(data), strict=True)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def test_findings_of_an_unknown_kind_still_name_value_and_field() -> None:
    """A kind of error that no model gives now is not lost when one does."""
    error = {"type": "nieuw", "loc": ("title",), "input": "x", "msg": "", "ctx": {}}
    (finding,) = findings([error], ENTRY_TYPES[0].model, "x.md", Nowhere())  # type: ignore[list-item]
    assert finding.message == "‘x’ kan niet bij ‘title’."


def test_nearest_offers_only_what_is_near() -> None:
    """A slip is recognised, another word is not."""
    assert nearest("sumary", ("summary", "title")) == "summary"
    assert nearest("Titel", ("summary", "title")) == "title"
    assert nearest("kwartel", ("summary", "title")) is None


def test_shown_cuts_long_values() -> None:
    """A message stays readable; truth values are spelled as in the file."""
    assert shown("x" * 100) == f"‘{'x' * 60}…’"
    assert shown("a\n  b") == "‘a b’"
    assert shown(value=True) == "‘true’"
    assert shown(1) == "‘1’"
