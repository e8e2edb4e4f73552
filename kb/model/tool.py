"""Hulpmiddelen: practical knowledge products."""

from __future__ import annotations

from typing import Annotated, Literal

from kb.model.entry import Entry, Language, Record, Slug, Text, Url, Year
from kb.model.markers import InVocabulary


class Link(Record):
    """Een adres op het web waar het item te vinden is."""

    url: Url
    """Het adres, zonder volgcodes en met `https://` als dat kan."""
    label: Text
    """Wat er achter de link zit, zoals `Handreiking (pdf)`."""
    format: Annotated[Slug, InVocabulary("formats")] = "webpagina"
    """De vorm (uit de lijst formaten)."""
    language: Language = "nl"
    """De taal als tweelettercode."""
    access: Annotated[Slug, InVocabulary("access")] = "onbekend"
    """Hoe je erbij komt (uit de lijst toegang)."""
    note: Text | None = None
    """Wat wij weten van het adres, zoals `Werkte niet bij de laatste controle.`"""
    original: Text | None = None
    """Het adres zoals het in de bron staat, als wij het aangepast hebben."""


class Tool(Entry):
    """Een hulpmiddel: een product waarmee een netwerk zelf aan de slag kan."""

    kind: Annotated[Slug, InVocabulary("tool-kinds")]
    """De soort (uit de lijst soorten hulpmiddelen)."""
    publisher: Text | None = None
    """Wie het uitgeeft, als dat bekend is."""
    year: Year | None = None
    """Jaar van uitgave, als dat bekend is."""
    described_by: Literal["source", "title-only"]
    """`source`: een bron beschrijft het. `title-only`: alleen de naam is bekend."""
    links: tuple[Link, ...] = ()
    """Waar het te vinden is."""
    effort: Text | None = None
    """Tijd, mensen en kosten die het vraagt, als dat bekend is."""
    target_groups: tuple[Annotated[Slug, InVocabulary("target-groups")], ...] = ()
    """Groepen inwoners of patiënten waar het over gaat (uit de lijst)."""
    layers: tuple[Annotated[Slug, InVocabulary("layers")], ...] = ()
    """Niveau: `micro` (rond een persoon), `meso` (organisaties), `macro` (stelsel)."""
    evidence: Annotated[Slug, InVocabulary("evidence")] = "onbekend"
    """Het soort bewijs (uit de lijst). Nooit een oordeel `effectief`."""
    requirements: Text | None = None
    """Wat er nodig is om het te gebruiken, als de bron dat zegt."""
    limitations: Text | None = None
    """Bekende beperkingen, als de bron die noemt."""
