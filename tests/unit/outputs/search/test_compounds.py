"""Editors see every split that nobody looked over, and no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model.search_data import SearchWords
from kb.outputs.search import unreviewed_compounds


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ({}, True),
        ({"reviewed": ["ketennetwerk"]}, False),
        ({"whole": ["ketennetwerk"]}, False),
        ({"compounds": [{"word": "ketennetwerk", "parts": ["keten", "netwerk"]}]}, False),
        ({"reviewed": ["ketennetwerken"]}, True),
    ],
)
def test_unreviewed_compounds(
    make: Callable[..., LocatedEntry],
    knowledge: Callable[..., KnowledgeBase],
    words: dict[str, object],
    seen: bool,
) -> None:
    """A compound of the texts is named once, in dictionary form, with its parts, until a list names it."""
    kb = knowledge(make("tool", "a", title="Ketennetwerk", summary="Ketennetwerk en het ketennetwerk. Zorg."))
    reviewed = replace(kb.vocabularies, search_words=SearchWords.model_validate(words))
    found = unreviewed_compounds(replace(kb, vocabularies=reviewed))
    assert ("ketennetwerk: keten + netwerk" in found) == seen
    assert found == sorted(set(found))
    assert not any(line.startswith(("zorg:", "netwerk:")) for line in found)
