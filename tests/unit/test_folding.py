"""Letters with and without accents are one, in addresses and in search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.folding import fold


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("Zorg voor 65+", "zorg voor 65+"),
        ("Coördinator", "coordinator"),
        ("PATIËNTEN", "patienten"),
        ("cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("œuvre Æsir Ǽ", "oeuvre aesir ae"),
        ("Søren Ǿ", "soren o"),
        ("Łódź", "lodz"),
        ("Þing ŋ ħ ı đ ð ŧ ĸ", "thing n h i d d t k"),
        ("ﬁnanciering Ĳssel", "financiering ijssel"),
        ("™ ℝ", "tm r"),
        ("regio’s – Привет", "regios  "),
    ],
)
def test_fold(text: str, plain: str) -> None:
    """Lower case, only ASCII; what has no plain letter is left out."""
    assert fold(text) == plain


@given(st.text())
def test_fold_is_plain_and_final(text: str) -> None:
    """What comes out has nothing left to fold."""
    folded = fold(text)
    assert folded.isascii()
    assert folded == folded.lower()
    assert fold(folded) == folded
