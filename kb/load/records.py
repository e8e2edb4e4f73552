"""The one place where raw data becomes a record: front matter an entry, a file of ``schema/`` a list."""

from __future__ import annotations

from typing import Any, TypeVar

import orjson
from pydantic import ValidationError

from kb.diagnostics import Diagnostic, dotted
from kb.load.fields import findings
from kb.load.locator import YamlLocator
from kb.model.entry import Record
from kb.source import FieldPath

R = TypeVar("R", bound=Record)


def read_fields(
    data: dict[str, Any] | None, model: type[R], path: str, where: YamlLocator
) -> tuple[R | None, list[Diagnostic]]:
    """Return the record that ``where`` points into, or all that is wrong with it.

    ``data`` is what the quick reader made of the text; ``None`` when that gave up.
    """
    found: list[Diagnostic] = []
    distrusted: list[FieldPath] = []
    if data is None:
        tree = where.tree()
        data = tree.data if tree.complete else None
        distrusted = [problem.path for problem in tree.problems]
        found = [Diagnostic(path, p.span, p.rule, p.message, p.hint, dotted(p.path)) for p in tree.problems]
    if data is None:
        return None, found
    try:
        record = model.model_validate_json(orjson.dumps(data), strict=True)
    except ValidationError as error:
        errors = [e for e in error.errors(include_url=False) if not _below(e["loc"], distrusted)]
        return None, [*found, *findings(errors, model, path, where)]
    return (None if found else record), found


def _below(loc: FieldPath, distrusted: list[FieldPath]) -> bool:
    """Whether ``loc`` is in a part of the data that already has a finding of its own."""
    return any(path and loc[: len(path)] == path for path in distrusted)
