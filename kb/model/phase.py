"""Fasen: the four canonical phases, term and page in one file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kb.model.entry import Entry, Slug, Text
from kb.model.markers import EntryRef


class Phase(Entry):
    """Een fase van de samenwerking, volgens het Ontwikkelingsmodel Ketenzorg."""

    number: Annotated[int, Field(ge=1, le=9)]
    """Het volgnummer van de fase."""
    tasks: tuple[Text, ...] = ()
    """Wat er in deze fase meestal te doen is."""
    pitfalls: tuple[Text, ...] = ()
    """Valkuilen die bronnen noemen."""
    first_tools: tuple[Annotated[Slug, EntryRef("tool")], ...] = ()
    """Hulpmiddelen om mee te beginnen (slugs)."""
