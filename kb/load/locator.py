"""Answers where a field stands, at the price of a second reading for files that somebody asks about."""

from __future__ import annotations

from kb.load.yaml_tree import Tree
from kb.source import FieldPath, Span


class YamlLocator:
    """Finds where fields stand by reading the text again, the first time somebody asks."""

    __slots__ = ("_first_line", "_text", "_top", "_tree")

    def __init__(self, text: str, first_line: int, top: Span) -> None:
        """Take the text, the number of its first line in its file, and the place of the whole."""
        self._text = text
        self._first_line = first_line
        self._top = top
        self._tree: Tree | None = None

    def value(self, path: FieldPath) -> Span:
        """Return the span of the value at ``path``, of its key when it is empty, or of the nearest parent."""
        tree = self.tree()
        while path:
            span = tree.values.get(path)
            if span is not None:
                return span if span.start != span.end else tree.keys.get(path, span)
            path = path[:-1]
        return self._top

    def key(self, path: FieldPath) -> Span:
        """Return the span of the key at ``path``; of a list item, its value."""
        return self.tree().keys.get(path) or self.value(path)

    def tree(self) -> Tree:
        """Return all that a careful reading gives."""
        if self._tree is None:
            self._tree = Tree(self._text, self._first_line)
        return self._tree
