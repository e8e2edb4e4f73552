"""What every entry has: the common fields and the constrained types they are made of."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kb.model.markers import EntryRef, InVocabulary, WebLink

SLUG_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[a-z]{2}$"

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
EntryId = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{4}$")]
Year = Annotated[int, Field(ge=1900, le=2100)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
Url = Annotated[str, StringConstraints(min_length=1), WebLink()]

Status = Literal["published", "draft", "retired"]
PhaseBasis = Literal["source", "editorial"]


class Record(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Provenance(Record):
    """Waar een uitspraak vandaan komt."""

    source: Annotated[Slug, EntryRef("synthesis", "source")]
    """De kennissynthese of bron waarin het staat (slug)."""
    section: Text
    """Het hoofdstuk, de paragraaf of het kader in die bron."""
    page: Text | None = None
    """De bladzijde of bladzijden, als die bekend zijn."""


class Discrepancy(Record):
    """Twee waarden voor dezelfde bewering, elk met hun plaats."""

    claim: Text
    """Waar het over gaat, in een korte zin."""
    value_a: Text
    """De eerste waarde, precies zoals die er staat."""
    place_a: Text
    """Waar de eerste waarde staat (hoofdstuk, kader of tabel)."""
    value_b: Text
    """De tweede waarde, precies zoals die er staat."""
    place_b: Text
    """Waar de tweede waarde staat (hoofdstuk, kader of tabel)."""
    other_source: Annotated[Slug, EntryRef("synthesis", "source")] | None = None
    """De andere bron, als de tweede waarde niet in deze bron staat (slug)."""
    topics: tuple[Annotated[Slug, EntryRef("topic")], ...] = ()
    """Thema's waarbij dit verschil getoond wordt (slugs)."""
    figures: tuple[Text, ...] = ()
    """De cijfers van deze bron waar het over gaat: hun `statement`, letterlijk."""
    note: Text | None = None
    """Wat wij ervan weten; geen keuze zonder reden."""


class Figure(Record):
    """Een cijfer uit een bron, precies overgenomen."""

    statement: Text
    """Wat er geteld of gemeten is, in een korte zin."""
    value: Text
    """De waarde, precies zoals in de bron, bijvoorbeeld `88,1` of `> 50`."""
    unit: Text
    """De eenheid, bijvoorbeeld `%`, `jaar` of `samenwerkingsverbanden`."""
    n: Annotated[int, Field(ge=1)] | None = None
    """Het aantal waarover het cijfer gaat, als de bron dat noemt."""
    year: Year | None = None
    """Het jaar waarin gemeten is, als de bron dat noemt."""
    locator: Text
    """De plaats in de bron: hoofdstuk, kader, tabel of bladzijde."""
    series: Text | None = None
    """De reeks waar dit cijfer bij hoort, zoals `Doelen van de Quintuple Aim`."""


class SeriesPoint(Record):
    """Een waarde van een reeks in een bepaald jaar."""

    year: Year
    """Het jaar waarin gemeten is."""
    value: Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(?:,[0-9]+)?$")]
    """De waarde, precies zoals in de bron, met een komma: `88,1`."""
    n: Annotated[int, Field(ge=1)] | None = None
    """Het aantal waarover de waarde gaat, als de bron dat noemt."""
    source: Annotated[Slug, EntryRef("synthesis", "source", own=True)]
    """De bron van deze waarde (slug); mag deze bron zelf zijn."""
    locator: Text
    """De plaats in die bron: hoofdstuk, kader, tabel of bladzijde."""


class SeriesItem(Record):
    """Een regel van een reeks, met een waarde per jaar."""

    label: Text
    """Wat er gemeten is, zoals `Kwaliteit`."""
    points: Annotated[tuple[SeriesPoint, ...], Field(min_length=1)]
    """De waarden, van oud naar nieuw."""


class Series(Record):
    """Dezelfde vraag in verschillende jaren, zo dat je de antwoorden naast elkaar kunt zetten."""

    title: Text
    """Waar de reeks over gaat."""
    question: Text
    """De vraag die gesteld is, in onze eigen woorden."""
    unit: Text
    """De eenheid, zoals `%`."""
    items: Annotated[tuple[SeriesItem, ...], Field(min_length=1)]
    """De regels van de reeks."""
    topics: tuple[Annotated[Slug, EntryRef("topic")], ...] = ()
    """Thema's waarbij de reeks getoond wordt (slugs)."""
    note: Text | None = None
    """Wat je moet weten om de jaren te vergelijken, zoals een ander aantal antwoorden."""


class Problem(Record):
    """Een knelpunt uit een bron, met de oplossingen die zij vond en voorstelt."""

    statement: Text
    """Het knelpunt, in onze eigen woorden."""
    found: tuple[Text, ...] = ()
    """Oplossingen die de praktijk vond."""
    proposed: tuple[Text, ...] = ()
    """Oplossingen die de bron voorstelt."""
    locator: Text
    """De plaats in de bron: hoofdstuk, kader, tabel of bladzijde."""
    topics: tuple[Annotated[Slug, EntryRef("topic")], ...] = ()
    """Thema's waarbij het knelpunt getoond wordt (slugs)."""


class Recommendation(Record):
    """Een aanbeveling uit een bron, voor een bepaalde partij."""

    actor: Annotated[Slug, InVocabulary("actors")]
    """Voor wie de aanbeveling is (uit de lijst actoren)."""
    text: Text
    """De aanbeveling, in onze eigen woorden."""
    locator: Text | None = None
    """De plaats in de bron."""
    topics: tuple[Annotated[Slug, EntryRef("topic")], ...] = ()
    """Thema's waar de aanbeveling bij hoort (slugs)."""


class Entry(Record):
    """Een kennisitem: wat alle soorten gemeen hebben."""

    id: EntryId
    """Het blijvende nummer van het item, zoals `T0042`. Verandert nooit en wordt nooit hergebruikt."""
    title: Text
    """De titel. Van een bestaand werk de precieze titel."""
    title_lang: Language = "nl"
    """De taal van de titel als tweelettercode. Standaard `nl`."""
    summary: Text
    """Samenvatting in een tot drie korte zinnen: wat is het, en voor wie?"""
    topics: tuple[Annotated[Slug, EntryRef("topic")], ...] = ()
    """Thema's waar het item bij hoort (slugs uit `content/topics/`)."""
    phases: tuple[Annotated[Slug, EntryRef("phase")], ...] = ()
    """Fasen waarin het item helpt (slugs uit `content/phases/`). Leeg als dat onbekend is."""
    phase_basis: PhaseBasis | None = None
    """Wie het item in de fasen plaatste: `source` (de bron) of `editorial` (de redactie). Nodig bij fasen."""
    audiences: tuple[Annotated[Slug, InVocabulary("audiences")], ...] = ()
    """Voor wie het item bedoeld is (uit de lijst doelgroepen van de site)."""
    aliases: tuple[Text, ...] = ()
    """Andere namen waaronder mensen het zoeken."""
    search_terms: tuple[Text, ...] = ()
    """Hoe lezers ernaar vragen in woorden die niet in de tekst staan. Alleen de zoekmachine gebruikt ze."""
    former_slugs: tuple[Slug, ...] = ()
    """Eerdere adressen; die leiden door naar het huidige."""
    provenance: tuple[Provenance, ...] = ()
    """Waar de inhoud vandaan komt. Minstens een bij hulpmiddel, praktijkvoorbeeld, kennishiaat en model."""
    related: tuple[Annotated[Slug, EntryRef()], ...] = ()
    """Verwante items (slugs van elke soort)."""
    last_reviewed: date
    """Wanneer de redactie dit item het laatst controleerde (jjjj-mm-dd)."""
    reviewed_by: Annotated[Slug, InVocabulary("roles")]
    """De rol die controleerde (uit de lijst rollen), nooit een persoon."""
    status: Status = "published"
    """`published` (zichtbaar), `draft` (nog niet zichtbaar) of `retired` (vervallen)."""
    replaced_by: Annotated[Slug, EntryRef()] | None = None
    """Het item dat dit vervallen item vervangt (slug)."""
