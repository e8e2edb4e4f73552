"""Strict YAML: what an editor types is what is read, and every problem has its place."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from kb.load.yaml_tree import MAX_DEPTH, NotHealthy, Tree, quick_data
from kb.source import Span


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "True",
        "NULL",
        "1.10",
        "012",
        "-012",
        "-0",
        "+5",
        "0x1F",
        "0o7",
        "1_000",
        "12:30",
        "2026-11-25",
        "1e3",
        ".inf",
        ".NaN",
        "=",
        "<<x",
        "1" * 19,
        "１２",
    ],
)
def test_quick_data_keeps_text_that_yaml_would_turn(text: str) -> None:
    """Only plain truth values, nothing and decimal integers are anything but text."""
    assert quick_data(f"a: {text}\n") == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("9" * 18, int("9" * 18)),
    ],
)
def test_quick_data_types_what_is_plainly_typed(text: str, value: object) -> None:
    """These scalars are values without quotes, and text in quotes."""
    read = quick_data(f"a: {text}\nb: '{text}'\n")
    assert read == {"a": value, "b": text}
    assert type(read["a"]) is type(value)


def test_quick_data_reads_every_style() -> None:
    """Blocks, quotes, flow and comments give what YAML says."""
    text = "# c\na: >-\n  een\n  twee\nb: |\n  x\n   y\nc: [1, {d: 'it''s'}]\n\"e\": \"\\u00e9\\n\"\n"
    assert quick_data(text) == {"a": "een twee", "b": "x\n y\n", "c": [1, {"d": "it's"}], "e": "é\n"}


def test_tree_places_count_characters() -> None:
    """Accents and emoji count for one column; lines start at the given number."""
    tree = Tree("😀é: [a😀, b]\nlijst:\n  - x: é😀 y\n    z: 1\n", first_line=2)
    assert tree.keys["😀é",] == Span.at(2, 1, 2)
    assert tree.values["😀é", 1] == Span.at(2, 10, 1)
    assert tree.values["lijst", 0, "x"] == Span.at(4, 8, 4)
    assert tree.keys["lijst", 0, "z"] == Span.at(5, 5, 1)


def test_tree_spans_end_with_the_text() -> None:
    """A block does not reach into the white space and the line behind it."""
    tree = Tree("a: |\n  een\n  twee\n\n\nb:\n  - c\n\nd: e\n")
    assert (tree.values["a",].end.line, tree.values["a",].end.column) == (3, 7)
    assert (tree.values["b",].end.line, tree.values["b",].end.column) == (7, 6)


def test_tree_reports_all_that_it_can_read_past() -> None:
    """One run names every duplicate, anchor, alias, tag and strange key."""
    tree = Tree("a: &x 1\na: 2\nb: *x\nc: !t 3\n<<: {d: [1, {e: 2}]}\n? [f, [g]]\n: h\n~: i\nj: 4\n")
    assert [(p.rule.name, p.span.start.line, p.span.start.column) for p in tree.problems] == [
        ("anchor", 1, 4),
        ("duplicate-key", 2, 1),
        ("anchor", 3, 4),
        ("tag", 4, 4),
        ("merge-key", 5, 1),
        ("key-not-text", 6, 3),
        ("key-not-text", 8, 1),
    ]
    assert tree.data == {"a": 1, "b": None, "c": "3", "j": 4}
    assert tree.complete


def test_tree_stops_at_syntax() -> None:
    """What comes behind a syntax error is unknown, so the fields are not complete."""
    tree = Tree("a: 1\nb: [\n")
    assert not tree.complete
    assert [problem.rule.name for problem in tree.problems] == ["yaml-syntax"]


def test_tree_survives_any_depth() -> None:
    """Thousands of levels are one finding, in a moment."""
    for text in ("a: " + "[" * 50_000, "a: " + "{b: " * 50_000, "- " * 50_000):
        tree = Tree(text)
        assert [problem.rule.name for problem in tree.problems][:1] == ["too-deep"]
        with pytest.raises(NotHealthy):
            quick_data(text)


def test_readers_allow_the_same_depth() -> None:
    """The deepest that one reader takes, the other takes too."""
    deepest = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert quick_data(deepest) == Tree(deepest).data
    assert not Tree(deepest).problems


YAML = st.lists(
    st.sampled_from(
        [
            "a",
            "b: ",
            "- ",
            "\n",
            "\n  ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "'",
            '"',
            "#",
            " ",
            "&x ",
            "*x",
            "!t ",
            "|",
            ">",
            "? ",
            ": ",
            "<<: ",
            "---\n",
            "...\n",
            "~",
            "0",
            "12",
            "true",
            "é😀",
            "\t",
            "\\",
            "%",
            "@",
        ]
    ),
    max_size=25,
).map("".join)


@given(YAML)
@example("a: 1\nb: [x, {c: ~}]\n")
@example("'<<': 1\n")
@example('a: "\\x07"\n')
def test_readers_agree(text: str) -> None:
    """The quick reader takes exactly the texts in which the careful one finds no problem."""
    tree = Tree(text)
    try:
        data: dict[str, Any] | None = quick_data(text)
    except NotHealthy:
        data = None
    assert data == (None if tree.problems else tree.data)
    assert tree.problems or tree.data is not None


@given(YAML)
@example("a: 1\nb: [x, {c: ~}]\n'd': |\n  e\n")
def test_readers_agree_with_pyyaml_on_structure(text: str) -> None:
    """A healthy text has the fields, items and scalars that PyYAML's own reader finds.

    PyYAML's two parsers disagree on tabs; those are a finding of their own.
    """
    tree = Tree(text)
    if not tree.problems and "\t" not in text:
        assert _as_text(tree.data) == _as_text(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - text only  # noqa: E501


def _as_text(value: Any) -> Any:
    """Spell every scalar the same, whatever its type and however nothing was spelled."""
    match value:
        case dict():
            return {key: _as_text(item) for key, item in value.items()}
        case list():
            return [_as_text(item) for item in value]
        case None | "" | "~" | "null":
            return None
        case bool():
            return str(value).lower()
        case _:
            return str(value)


@given(YAML)
def test_tree_names_places_inside_the_text(text: str) -> None:
    """Every problem, key and value stands where an editor can go."""
    tree = Tree(text)
    lines = text.split("\n")
    for span in (*tree.keys.values(), *tree.values.values()):
        assert span.start <= span.end
    starts = [problem.span.start for problem in tree.problems]
    for place in (*starts, *(place for s in tree.values.values() for place in (s.start, s.end))):
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
