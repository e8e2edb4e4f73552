"""The small lists, the glossary and the phase crosswalk that ``schema/*.yml`` holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from kb.model.entry import Record, Slug, Text, Url
from kb.model.markers import EntryRef
from kb.model.search_data import SearchQueries, SearchWords

VOCABULARY_NAMES = (
    "access",
    "actors",
    "audiences",
    "domains",
    "evidence",
    "formats",
    "layers",
    "model-kinds",
    "provinces",
    "regions",
    "roles",
    "target-groups",
    "tool-kinds",
)
"""The vocabularies that fields refer to; each is a file ``schema/<name>.yml``."""


class Term(Record):
    """Een term uit een vaste lijst."""

    id: Slug
    """De waarde die in een item staat."""
    label: Text
    """Wat de lezer ziet."""
    description: Text | None = None
    """Wat de term betekent."""


class Vocabulary(Record):
    """Een vaste lijst van termen."""

    title: Text
    """De naam van de lijst."""
    description: Text | None = None
    """Waar de lijst voor is en waar die vandaan komt."""
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    """De termen, in de volgorde waarin ze getoond worden."""


class GlossaryTerm(Record):
    """Een begrip of afkorting uit de begrippenlijst."""

    term: Text
    """Het begrip, of de afkorting zoals die in teksten staat."""
    long_form: Text | None = None
    """Waar de afkorting voor staat."""
    meaning: Text
    """Wat het betekent, in een of twee korte zinnen."""
    synonyms: tuple[Text, ...] = ()
    """Andere woorden voor hetzelfde; ook de zoekmachine gebruikt ze."""
    english: Text | None = None
    """De Engelse term."""
    entry: Annotated[Slug, EntryRef()] | None = None
    """Het item dat dit begrip uitlegt (slug)."""
    everyday: bool = False
    """Of dit een gewoon woord is: dan krijgt het in lopende tekst geen uitleg."""


class Glossary(Record):
    """De begrippenlijst."""

    terms: tuple[GlossaryTerm, ...] = ()
    """Alle begrippen."""


class PhaseMapping(Record):
    """Hoe een fase uit een ander model zich verhoudt tot een van de vier fasen."""

    phase: Annotated[Slug, EntryRef("phase")]
    """De fase van deze site (slug)."""
    relation: Literal["exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"]
    """De SKOS-relatie van de andere fase naar onze fase."""
    reason: Text
    """Waarom wij dit zo lezen."""


class ForeignPhase(Record):
    """Een fase uit een ander model."""

    id: Slug
    """Herkenbare sleutel binnen het model."""
    name: Text
    """De naam van de fase in dat model."""
    maps_to: Annotated[tuple[PhaseMapping, ...], Field(min_length=1)]
    """De fasen van deze site waar die bij past."""


class PhaseScheme(Record):
    """Een ander model met fasen dat lezers kunnen kennen."""

    id: Slug
    """Sleutel van het model, zoals `rivm`."""
    label: Text
    """Hoe het model heet, zoals `het RIVM-model`."""
    entry: Annotated[Slug, EntryRef()] | None = None
    """Het item over dit model (slug)."""
    phases: Annotated[tuple[ForeignPhase, ...], Field(min_length=1)]
    """De fasen van dat model, in volgorde."""


class Crosswalk(Record):
    """De vertaling van fasen uit andere modellen naar de vier fasen van deze site."""

    note: Text = "Redactionele vertaling."
    """Uitleg bij de vertaling; geen bron legt de modellen zo naast elkaar."""
    schemes: tuple[PhaseScheme, ...] = ()
    """De andere modellen."""


class ExcludedLink(Record):
    """Een adres uit een brondocument dat de site met reden niet overneemt."""

    url: Url
    """Het adres."""
    reason: Text
    """Waarom het niet overgenomen is."""


class ExcludedLinks(Record):
    """De lijst van niet overgenomen adressen."""

    links: tuple[ExcludedLink, ...] = ()
    """De adressen met hun reden."""


@dataclass(frozen=True)
class Vocabularies:
    """All data of ``schema/``; ``lists`` by vocabulary name."""

    lists: Mapping[str, Vocabulary] = field(default_factory=lambda: MappingProxyType({}))
    glossary: Glossary = field(default_factory=Glossary)
    crosswalk: Crosswalk = field(default_factory=Crosswalk)
    excluded_links: ExcludedLinks = field(default_factory=ExcludedLinks)
    search_words: SearchWords = field(default_factory=SearchWords)
    search_queries: SearchQueries = field(default_factory=SearchQueries)

    @cached_property
    def _labels(self) -> Mapping[str, Mapping[str, str]]:
        return {
            name: {term.id: term.label for term in reversed(listed.terms)}
            for name, listed in self.lists.items()
        }

    def label(self, vocabulary: str, term: str) -> str:
        """Return what a reader sees for ``term``; the term itself when unknown."""
        return self._labels.get(vocabulary, {}).get(term, term)
