"""The name that an editor probably meant; offered only where all names are known."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_ALIKE = 72
"""How alike two names must be, of 100, before we dare to ask."""


class Names:
    """A closed set of names to find near ones in; each question is answered once."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take all names that exist."""
        self._known = frozenset(names)
        self._names = sorted(self._known)
        self._answers: dict[str, str | None] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def nearest(self, name: str) -> str | None:
        """Return the name most like ``name``, or ``None`` when nothing is much like it."""
        if name not in self._answers:
            found = process.extractOne(name, self._names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
            self._answers[name] = found[0] if found else None
        return self._answers[name]


def did_you_mean(near: str | None, otherwise: str) -> str:
    """Return the question whether ``near`` was meant followed by ``otherwise``, or that alone."""
    return f"Bedoelde je ‘{near}’? {otherwise}".rstrip() if near else otherwise
