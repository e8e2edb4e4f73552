"""One spelling for letters with and without accents, for addresses and for search alike."""

from __future__ import annotations

import unicodedata

_NOT_FOLDED = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d",
        "þ": "th", "ħ": "h", "ı": "i", "ĸ": "k", "ŋ": "n", "ŧ": "t",
    }
)  # fmt: skip
"""Letters of Latin alphabets that are no other letter with an accent."""


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents: ``Coördinator`` becomes ``coordinator``."""
    lower = text.lower()
    if lower.isascii():
        return lower
    apart = unicodedata.normalize("NFKD", lower).translate(_NOT_FOLDED)
    return apart.encode("ascii", "ignore").decode("ascii").lower()
