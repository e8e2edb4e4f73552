"""What editors tell the search engine: words it should know, and questions it must answer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kb.model.entry import Record, Slug, Text, Year
from kb.model.markers import EntryRef, InVocabulary

WORD_PATTERN = r"^[a-z0-9ß-öø-ž']+$"
Word = Annotated[str, StringConstraints(pattern=WORD_PATTERN)]
"""One word as `kb.dutch.tokens` gives it; the files of the index keep words apart with spaces."""


class WordForm(Record):
    """Een woord met de vorm waaronder de zoekmachine het kent."""

    word: Word
    """Het woord, in kleine letters."""
    lemma: Word
    """De vorm zoals die in een woordenboek staat."""


class Compound(Record):
    """Een samengesteld woord met zijn delen."""

    word: Word
    """Het samengestelde woord, in kleine letters."""
    parts: Annotated[tuple[Word, ...], Field(min_length=2)]
    """De delen, in volgorde: `zorg` en `netwerk` van `zorgnetwerk`."""


class SearchWords(Record):
    """Wat de zoekmachine van woorden moet weten en het woordenboek niet of verkeerd heeft."""

    forms: tuple[WordForm, ...] = ()
    """Woorden waarvan het woordenboek een verkeerde vorm geeft."""
    compounds: tuple[Compound, ...] = ()
    """Samengestelde woorden die anders verkeerd of niet gesplitst worden."""
    whole: tuple[Word, ...] = ()
    """Woorden die geen samenstelling zijn en heel moeten blijven."""
    short_parts: tuple[Word, ...] = ()
    """Delen van minder dan vier letters die mogen, zoals `wmo`."""
    reviewed: tuple[Word, ...] = ()
    """Samengestelde woorden die vanzelf goed gesplitst worden en nagekeken zijn."""


class Judgement(Record):
    """Hoe goed een item past bij een zoekvraag."""

    entry: Annotated[Slug, EntryRef()]
    """Het item (slug)."""
    grade: Annotated[int, Field(ge=1, le=3)]
    """3: dit zoekt de lezer. 2: duidelijk bruikbaar. 1: enigszins bruikbaar."""


class QueryFilters(Record):
    """De filters die een lezer bij een zoekvraag aanzette."""

    type: Literal["synthesis", "tool", "case", "gap", "model", "source", "topic", "phase"] | None = None
    """De soort item."""
    phase: Annotated[Slug, EntryRef("phase")] | None = None
    """De fase (slug)."""
    topic: Annotated[Slug, EntryRef("topic")] | None = None
    """Het thema (slug)."""
    audience: Annotated[Slug, InVocabulary("audiences")] | None = None
    """De doelgroep (uit de lijst doelgroepen van de site)."""
    province: Annotated[Slug, InVocabulary("provinces")] | None = None
    """De provincie (uit de lijst provincies)."""
    year: Year | None = None
    """Het jaar."""


class SearchQuery(Record):
    """Een zoekvraag met de items die een lezer dan hoort te vinden."""

    query: Text
    """Wat de lezer intypt."""
    kind: Literal[
        "known-item", "problem", "topic", "abbreviation", "compound", "typo",
        "phase", "synonym", "english-term", "fact", "place", "form",
    ]  # fmt: skip
    """Wat voor zoekvraag het is."""
    need: Text
    """Wat de lezer wil weten."""
    filters: QueryFilters | None = None
    """Filters die aan staan, als die er zijn."""
    relevant: Annotated[tuple[Judgement, ...], Field(min_length=1)]
    """De items die passen, elk met een cijfer."""


class SearchQueries(Record):
    """De zoekvragen waarmee wij meten hoe goed de zoekmachine vindt."""

    queries: tuple[SearchQuery, ...] = ()
    """De zoekvragen."""
