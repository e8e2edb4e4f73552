"""What a search found, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_HOW = {
    "spelling": "lijkt op",
    "start": "begint zo",
    "term": "verwant woord",
    "part": "deel van een woord",
    "question": "zo vragen lezers het",
    "related": "verwant",
}


def as_text(found: Mapping[str, Any]) -> str:
    """Return the results of ``kb.node.search`` as lines."""
    return "\n".join(_lines(found))


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    for term in found["glossary"]:
        yield f"{term['term']}: {term['meaning']}"
    if not found["hits"]:
        yield "Niets gevonden."
        if found["near"]:
            yield f"Bedoelde je: {', '.join(found['near'])}?"
        return
    total = found["total"]
    yield f"{total} {'resultaat' if total == 1 else 'resultaten'}"
    for number, hit in enumerate(found["hits"], 1):
        yield f"{number:3}. {hit['title']}  [{hit['id']}, {hit['kind']}]"
        yield f"     {hit['url']}{_reason(hit['via'])}"


def _reason(via: Sequence[Mapping[str, Any]]) -> str:
    """Return why an entry was found when it does not have the words of the question."""
    words = dict.fromkeys(
        f"{one['found']} ({_HOW[one['how']]})" if one["how"] in _HOW else one["found"] for one in via
    )
    return f"  gevonden via: {', '.join(words)}" if words else ""
