"""Strict YAML: plain data quickly, or, for a text that is not healthy, every problem with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kb.load.text import CONTROL
from kb.load.yaml_messages import QUOTE, blames_the_start, syntax_texts
from kb.rules import Rule
from kb.rules.reading import (
    ANCHOR,
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    MERGE_KEY,
    NOT_FIELDS,
    SEVERAL_DOCUMENTS,
    TAG,
    TOO_DEEP,
    YAML_SYNTAX,
)
from kb.source import FieldPath, Position, Span

MAX_DEPTH = 16

_WORDS: Mapping[str, object] = {"true": True, "false": False, "": None, "~": None, "null": None}
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}").fullmatch
"""Eighteen digits at most, so that every integer fits what JSON readers can hold."""
_INTEGER_STARTS = frozenset("-0123456789")


_NOT_SYNTAX = (("<document start>", SEVERAL_DOCUMENTS), ("nesting depth", TOO_DEEP))
"""Two complaints of the parser that editors know by another name."""


class NotHealthy(Exception):  # noqa: N818 - not an error: the careful reader takes over
    """The quick reader met something that only `Tree` can report."""


def quick_data(text: str) -> dict[str, object]:
    """Return the fields in ``text``; raise `NotHealthy` unless all of it is plain and valid."""
    next_event = CParser(text).get_event
    try:
        next_event()
        if not isinstance(next_event(), DocumentStartEvent):
            raise NotHealthy
        root = next_event()
        if not isinstance(root, MappingStartEvent):
            raise NotHealthy
        data = _quick_value(root, next_event, 1)
        next_event()
        if not isinstance(next_event(), StreamEndEvent):
            raise NotHealthy
    except YAMLError:
        raise NotHealthy from None
    return data  # type: ignore[no-any-return]


def _quick_value(event: Any, next_event: Callable[[], Any], depth: int) -> Any:  # noqa: ANN401 - any YAML value
    kind = type(event)
    if kind is AliasEvent or event.anchor is not None or event.tag is not None:
        raise NotHealthy
    if kind is ScalarEvent:
        return _scalar(event)
    if depth > MAX_DEPTH:
        raise NotHealthy
    if kind is SequenceStartEvent:
        items: list[Any] = []
        while type(event := next_event()) is not SequenceEndEvent:
            items.append(_quick_value(event, next_event, depth + 1))
        return items
    fields: dict[str, Any] = {}
    while type(event := next_event()) is not MappingEndEvent:
        if type(event) is not ScalarEvent or event.anchor is not None or event.tag is not None:
            raise NotHealthy
        key = _scalar(event)
        if type(key) is not str or key in fields or (key == "<<" and event.implicit[0]):
            raise NotHealthy
        fields[key] = _quick_value(next_event(), next_event, depth + 1)
    return fields


def _scalar(event: Any) -> Any:  # noqa: ANN401 - any YAML scalar
    """Return what a scalar means: text, unless it is plainly something else."""
    text = event.value
    if event.implicit[0]:
        if text in _WORDS:
            return _WORDS[text]
        return int(text) if text[0] in _INTEGER_STARTS and _INTEGER(text) else text
    if event.style == '"' and CONTROL.search(text):
        raise NotHealthy
    return text


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that strict YAML refuses; ``path`` is the field that cannot be trusted for it."""

    rule: Rule
    span: Span
    message: str
    hint: str
    path: FieldPath


class Tree:
    """The fields of a text that may be wrong: what could be read, all problems, and every place.

    ``first_line`` is the number of the first line of ``text`` in its file. ``data`` is ``None``
    when there are no fields at all; ``complete`` says whether all of them were reached.
    """

    def __init__(self, text: str, first_line: int = 1) -> None:
        """Read all of ``text``."""
        self.problems: list[Problem] = []
        self.values: dict[FieldPath, Span] = {}
        self.keys: dict[FieldPath, Span] = {}
        self.data: dict[str, Any] | None = None
        self.complete = False
        self._text = text
        self._first_line = first_line
        self._parser = CParser(text)
        try:
            self._read()
            self.complete = not any(problem.rule is SEVERAL_DOCUMENTS for problem in self.problems)
        except YAMLError as error:
            self._syntax(error)
        except _TooDeepError:
            pass

    def _read(self) -> None:
        self._next()
        event = self._next()
        if type(event) is StreamEndEvent:
            self._problem(
                NOT_FIELDS, event, "Er staan geen velden.", "Zet er velden in, zoals ‘title: …’.", ()
            )
            return
        root = self._next()
        data = self._value(root, ())
        if isinstance(data, dict):
            self.data = data
        else:
            what = "een lijst" if isinstance(data, list) else "losse tekst"
            hint = "Begin elke regel met een veldnaam en een dubbele punt, zoals ‘title: …’."
            self._problem(NOT_FIELDS, root, f"Hier staat {what} in plaats van velden.", hint, ())
        self._next()
        if type(event := self._next()) is not StreamEndEvent:
            self._problem(SEVERAL_DOCUMENTS, event, *syntax_texts("<document start>"), ())

    def _next(self) -> Any:  # noqa: ANN401 - PyYAML's events are untyped
        return self._parser.get_event()

    def _value(self, event: Any, path: FieldPath) -> Any:  # noqa: ANN401 - any YAML value
        self.values[path] = self._span(event.start_mark, event.end_mark)
        self._refuse_marks(event, path)
        if type(event) is AliasEvent:
            return None
        if type(event) is ScalarEvent:
            return self._checked_scalar(event, path)
        if len(path) >= MAX_DEPTH:
            self._problem(TOO_DEEP, event, *syntax_texts("nesting depth"), path)
            raise _TooDeepError
        return (
            self._sequence(event, path) if type(event) is SequenceStartEvent else self._mapping(event, path)
        )

    def _refuse_marks(self, event: Any, path: FieldPath) -> None:  # noqa: ANN401 - any YAML event
        if type(event) is AliasEvent:
            hint = f"Schrijf de waarde zelf op. Hoort ‘*’ bij de tekst? {QUOTE}"
            self._problem(ANCHOR, event, f"‘*{event.anchor}’ verwijst naar een waarde elders.", hint, path)
            return
        if event.anchor is not None:
            hint = f"Haal het anker weg. Hoort ‘&’ bij de tekst? {QUOTE}"
            self._problem(ANCHOR, event, f"‘&{event.anchor}’ is een anker.", hint, path)
        if event.tag is not None:
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            hint = f"Haal het label weg. Hoort ‘!’ bij de tekst? {QUOTE}"
            self._problem(TAG, event, f"‘{name}’ is een label van YAML.", hint, path)

    def _checked_scalar(self, event: Any, path: FieldPath) -> Any:  # noqa: ANN401 - any YAML scalar
        try:
            return _scalar(event)
        except NotHealthy:
            message = "De code achter een backslash maakt hier een onzichtbaar stuurteken."
            self._problem(CONTROL_CHARACTER, event, message, "Haal de code weg.", path)
            return None

    def _sequence(self, start: Any, path: FieldPath) -> list[Any]:  # noqa: ANN401 - a PyYAML event
        items: list[Any] = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._value(event, (*path, len(items))))
        self.values[path] = self._span(start.start_mark, event.end_mark)
        return items

    def _mapping(self, start: Any, path: FieldPath) -> dict[str, Any]:  # noqa: ANN401 - a PyYAML event
        fields: dict[str, Any] = {}
        while type(event := self._next()) is not MappingEndEvent:
            if not self._is_key(event, path, fields):
                self._skip(event)
                self._skip(self._next())
                continue
            below = (*path, event.value)
            self.keys[below] = self._span(event.start_mark, event.end_mark)
            fields[event.value] = self._value(self._next(), below)
        self.values[path] = self._span(start.start_mark, event.end_mark)
        return fields

    def _is_key(self, event: Any, path: FieldPath, fields: Mapping[str, Any]) -> bool:  # noqa: ANN401 - a PyYAML event
        """Whether a field can have this name; if not, that is a problem of the mapping at ``path``."""
        self._refuse_marks(event, path)
        if type(event) is not ScalarEvent:
            if type(event) is not AliasEvent:
                hint = f"Een veldnaam is een woord. {QUOTE}"
                self._problem(KEY_NOT_TEXT, event, "Hier staat een lijst of groep als veldnaam.", hint, path)
            return False
        name = event.value
        if event.implicit[0] and name == "<<":
            hint = "Schrijf de velden zelf op."
            self._problem(MERGE_KEY, event, "‘<<’ voegt velden van elders samen.", hint, (*path, name))
            return False
        if event.implicit[0] and type(_scalar(event)) is not str:
            message = (
                f"‘{name}’ kan geen veldnaam zijn."
                if name
                else "Voor de dubbele punt ontbreekt een veldnaam."
            )
            self._problem(KEY_NOT_TEXT, event, message, "Begin de regel met de naam van een veld.", path)
            return False
        if name in fields:
            line = self.keys[*path, name].start.line
            hint = f"Laat er één staan; het veld staat ook op regel {line}."
            self._problem(DUPLICATE_KEY, event, f"Het veld ‘{name}’ staat er twee keer.", hint, (*path, name))
            return False
        return True

    def _skip(self, event: Any) -> None:  # noqa: ANN401 - a PyYAML event
        """Read past a value without looking at it."""
        depth = 0
        while True:
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth == 0:
                return
            event = self._next()

    def _problem(self, rule: Rule, event: Any, message: str, hint: str, path: FieldPath) -> None:  # noqa: ANN401 - a PyYAML event
        span = self._span(event.start_mark, event.end_mark)
        self.problems.append(Problem(rule, span, message, hint, path))

    def _syntax(self, error: YAMLError) -> None:
        problem = str(getattr(error, "problem", error))
        mark = getattr(error, "problem_mark", None)
        if blames_the_start(problem):
            mark = getattr(error, "context_mark", None) or mark
        start = self._span(mark, mark).start if mark else Position(self._first_line, 1)
        rule = next((rule for part, rule in _NOT_SYNTAX if part in problem), YAML_SYNTAX)
        message, hint = syntax_texts(problem)
        self.problems.append(Problem(rule, Span.at(start.line, start.column), message, hint, ()))

    def _span(self, start: Any, end: Any) -> Span:  # noqa: ANN401 - PyYAML's marks are untyped
        """Return the span between two marks, without the white space that PyYAML counts to a block."""
        text, index, line = self._text, end.index, self._line(end)
        while index > start.index and text[index - 1] in " \n":
            index -= 1
            line -= text[index] == "\n"
        return Span(self._position(self._line(start), start), self._position(line, end, index))

    def _line(self, mark: Any) -> int:  # noqa: ANN401 - PyYAML's marks are untyped
        """Return the line of a mark from 0, without the line that PyYAML adds behind the last."""
        added = mark.column == 0 and mark.index > 0 and self._text[mark.index - 1] != "\n"
        return int(mark.line) - added

    def _position(self, line: int, mark: Any, index: int | None = None) -> Position:  # noqa: ANN401 - a mark of PyYAML
        """Return the place of a mark, or of the character at ``index`` before it."""
        moved = line != mark.line or index not in (None, mark.index)
        at = mark.index if index is None else index
        column = at - self._text.rfind("\n", 0, at) - 1 if moved else mark.column
        return Position(line + self._first_line, column + 1)


class _TooDeepError(Exception):
    """Reading stops: what follows is no deeper problem of the editor's."""
