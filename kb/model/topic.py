"""Thema's: the term and its page in one file."""

from __future__ import annotations

from typing import Annotated

from kb.model.entry import Entry, Slug, Text
from kb.model.markers import EntryRef


class Topic(Entry):
    """Een thema: wat we weten, wat helpt, wat open is, en alles wat erbij hoort."""

    definition: Text
    """Wat wij onder dit thema verstaan, in een of twee zinnen."""
    signal: Text | None = None
    """Waaraan een netwerk merkt dat dit speelt, in de woorden van een lezer: `Niemand trekt dit.`"""
    broader: Annotated[Slug, EntryRef("topic")] | None = None
    """Het bredere thema waar dit onder valt (slug)."""
