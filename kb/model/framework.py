"""Modellen: frameworks and payment models with their parts."""

from __future__ import annotations

from typing import Annotated

from kb.model.entry import Entry, Record, Slug, Text
from kb.model.markers import EntryRef, InVocabulary


class Part(Record):
    """Een onderdeel van een model."""

    name: Text
    """De naam van het onderdeel, zoals de bron die geeft."""
    description: Text | None = None
    """Wat het onderdeel inhoudt, in onze eigen woorden."""


class Argument(Record):
    """Een voordeel of nadeel dat een bron noemt."""

    text: Text
    """Het voordeel of nadeel, in onze eigen woorden."""
    source: Annotated[Slug, EntryRef("synthesis", "source")]
    """De bron die het noemt (slug)."""


class Framework(Entry):
    """Een model: een raamwerk, fasemodel of betaalmodel met zijn onderdelen."""

    kind: Annotated[Slug, InVocabulary("model-kinds")]
    """De soort model (uit de lijst)."""
    parts: tuple[Part, ...] = ()
    """De onderdelen, in de volgorde van het model."""
    described_in: tuple[Annotated[Slug, EntryRef("synthesis", "source")], ...] = ()
    """De oorspronkelijke werken waarin het model beschreven is (slugs)."""
    advantages: tuple[Argument, ...] = ()
    """Voordelen die een bron noemt."""
    disadvantages: tuple[Argument, ...] = ()
    """Nadelen die een bron noemt."""
