"""Praktijkvoorbeelden: who did what, where, with what result."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kb.model.entry import Entry, Record, Slug, Text, Year
from kb.model.markers import EntryRef, InVocabulary
from kb.model.tool import Link


class Result(Record):
    """Een uitkomst van een praktijkvoorbeeld."""

    statement: Text
    """Wat er uitkwam, in een korte zin."""
    value: Text | None = None
    """De waarde, precies zoals in de bron."""
    unit: Text | None = None
    """De eenheid van de waarde."""
    n: Annotated[int, Field(ge=1)] | None = None
    """Het aantal waarover het gaat."""
    source: Annotated[Slug, EntryRef("synthesis", "source")]
    """De bron van deze uitkomst (slug)."""


class Case(Entry):
    """Een praktijkvoorbeeld: wie, waar, wat, met welk resultaat, en wat niet werkte."""

    place: Text | None = None
    """De plaats of streek zoals de bron die noemt. Leeg als de bron die niet noemt."""
    regions: tuple[Annotated[Slug, InVocabulary("regions")], ...] = ()
    """Zorgkantoorregio's, alleen als de plaats het zeker maakt."""
    provinces: tuple[Annotated[Slug, InVocabulary("provinces")], ...] = ()
    """Provincies, alleen als de plaats het zeker maakt."""
    partners: tuple[Text, ...] = ()
    """Organisaties of soorten organisaties die meedoen."""
    domains: tuple[Annotated[Slug, InVocabulary("domains")], ...] = ()
    """Domeinen die meedoen (uit de lijst)."""
    started: Year | None = None
    """Startjaar, als dat bekend is."""
    results: tuple[Result, ...] = ()
    """Uitkomsten die een bron noemt."""
    did_not_work: Text
    """Wat niet werkte of tegenviel; `Niet bekend.` als de bron er niets over zegt."""
    financing: Text | None = None
    """Hoe het betaald is, als dat bekend is."""
    evidence: Annotated[Slug, InVocabulary("evidence")]
    """Het soort bewijs (uit de lijst)."""
    links: tuple[Link, ...] = ()
    """Waar meer te vinden is."""
