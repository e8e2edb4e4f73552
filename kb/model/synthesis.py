"""Kennissyntheses: what is known, by chapter."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kb.model.entry import Discrepancy, Entry, Figure, Problem, Recommendation, Record, Series, Text, Year
from kb.model.tool import Link


class Chapter(Record):
    """Een hoofdstuk van een kennissynthese."""

    title: Text
    """De titel van het hoofdstuk; de vindplaats (`section`) van items begint hiermee."""
    summary: Text
    """Wat het hoofdstuk zegt, in onze eigen woorden."""


class Synthesis(Entry):
    """Een kennissynthese: vragen, werkwijze, wat er per hoofdstuk in staat."""

    organisation: Text
    """De organisatie die de synthese maakte."""
    year: Year
    """Jaar van verschijnen."""
    commissioned_by: Text | None = None
    """Wie de opdracht gaf."""
    questions: Annotated[tuple[Text, ...], Field(min_length=1)]
    """De vragen die de synthese beantwoordt."""
    method: Text
    """Hoe de synthese gemaakt is; `Niet bekend.` als dat er niet staat."""
    chapters: tuple[Chapter, ...] = ()
    """De hoofdstukken, in volgorde."""
    links: tuple[Link, ...] = ()
    """Waar de synthese te vinden is."""
    figures: tuple[Figure, ...] = ()
    """Cijfers uit de synthese."""
    series: tuple[Series, ...] = ()
    """Cijfers die je over de jaren kunt vergelijken."""
    problems: tuple[Problem, ...] = ()
    """Knelpunten met gevonden en voorgestelde oplossingen."""
    recommendations: tuple[Recommendation, ...] = ()
    """Aanbevelingen per partij."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """Plaatsen waar de synthese zichzelf of een bron tegenspreekt."""
