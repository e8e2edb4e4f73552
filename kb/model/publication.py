"""Bronnen: reports, studies, articles and laws that entries rest on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from kb.model.entry import (
    Discrepancy,
    Entry,
    Figure,
    Language,
    Problem,
    Recommendation,
    Record,
    Series,
    Slug,
    Text,
    Url,
    Year,
)
from kb.model.markers import InVocabulary
from kb.model.tool import Link


class Author(Record):
    """Een auteur van een gepubliceerd werk; tussenvoegsels apart, zoals CSL ze wil."""

    family: Text
    """Achternaam zonder tussenvoegsel, zoals `Vooren`."""
    given: Text | None = None
    """Voornaam of voorletters."""
    particle: Text | None = None
    """Tussenvoegsel, zoals `van der`."""


class Finding(Record):
    """Een bevinding van een bron."""

    statement: Text
    """De bevinding, in onze eigen woorden."""
    locator: Text | None = None
    """De plaats in de bron."""


class Publication(Entry):
    """Een bron: een rapport, studie, artikel, wet of brief."""

    csl_type: Literal[
        "report",
        "article-journal",
        "article",
        "book",
        "chapter",
        "thesis",
        "webpage",
        "legislation",
        "bill",
        "speech",
        "motion_picture",
        "document",
    ]
    """Het soort werk, met de naam die CSL-JSON eraan geeft."""
    authors: tuple[Author, ...] = ()
    """De auteurs, in de volgorde van het werk."""
    organisation: Text | None = None
    """De organisatie die het werk schreef of uitgaf, als dat bekend is."""
    year: Year | None = None
    """Jaar van verschijnen, als dat bekend is."""
    doi: Annotated[str, StringConstraints(pattern=r"^10\.[0-9]{4,9}/\S+$")] | None = None
    """De DOI, zonder `https://doi.org/`."""
    isbn: Text | None = None
    """Het ISBN."""
    url: Url | None = None
    """Het adres. Leeg als er geen (bruikbaar) adres bekend is."""
    url_note: Text | None = None
    """Wat wij weten van het adres, zoals `Leidt naar een overzicht, niet naar het rapport zelf.`"""
    url_original: Text | None = None
    """Het adres zoals het in de bron staat, als wij het aangepast hebben."""
    container_title: Text | None = None
    """Het tijdschrift of de reeks."""
    volume: Text | None = None
    """Jaargang van het tijdschrift."""
    issue: Text | None = None
    """Nummer van het tijdschrift."""
    pages: Text | None = None
    """Bladzijden in het tijdschrift of boek."""
    number: Text | None = None
    """Rapportnummer of kamerstuknummer."""
    language: Language = "nl"
    """De taal van het werk als tweelettercode."""
    access: Annotated[Slug, InVocabulary("access")] = "onbekend"
    """Hoe je erbij komt (uit de lijst toegang)."""
    links: tuple[Link, ...] = ()
    """Andere adressen van hetzelfde werk."""
    findings: tuple[Finding, ...] = ()
    """De belangrijkste bevindingen."""
    conclusions: tuple[Finding, ...] = ()
    """De conclusies die de bron zelf trekt."""
    relevance: tuple[Finding, ...] = ()
    """Wat de bron volgens zichzelf of het overzicht betekent voor beleid."""
    figures: tuple[Figure, ...] = ()
    """Cijfers uit de bron."""
    series: tuple[Series, ...] = ()
    """Cijfers die je over de jaren kunt vergelijken."""
    problems: tuple[Problem, ...] = ()
    """Knelpunten met gevonden en voorgestelde oplossingen."""
    recommendations: tuple[Recommendation, ...] = ()
    """Aanbevelingen uit de bron."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """Plaatsen waar de bron zichzelf of een andere bron tegenspreekt."""
