"""Kennishiaten: what is not known yet, and what has come since."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kb.model.entry import Entry, Record, Slug, Text
from kb.model.markers import EntryRef


class Answer(Record):
    """Een later item dat een deel van het kennishiaat beantwoordt."""

    entry: Annotated[Slug, EntryRef()]
    """Het item dat (een deel van) het antwoord geeft (slug)."""
    how: Text
    """Wat het beantwoordt."""
    remains: Text
    """Wat daarna nog open is."""


class Gap(Entry):
    """Een kennishiaat: een vraag die nog niet beantwoord is."""

    questions: Annotated[tuple[Text, ...], Field(min_length=1)]
    """De vragen die open staan."""
    explicit: bool
    """`true` als de bron het als kennishiaat opsomt, `false` als die het terloops zegt."""
    state: Literal["open", "in-onderzoek", "deels-beantwoord", "beantwoord"]
    """Hoe het ervoor staat."""
    asked_by: Text | None = None
    """Wie het vroeg of signaleerde, als dat bekend is."""
    addressed_by: tuple[Answer, ...] = ()
    """Latere items die het (deels) beantwoorden."""
