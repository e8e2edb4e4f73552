"""Words and values a reader sees for the small closed lists that live in the models."""

from __future__ import annotations

from datetime import date

from kb.corpus import LocatedEntry
from kb.model import EntryType, Framework, Gap, Publication, Tool, Vocabularies, vocabulary_of

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/deed.nl"
"""Of what we write; for the works it is about their own terms hold."""

GAP_STATES = {
    "open": "open",
    "in-onderzoek": "in onderzoek",
    "deels-beantwoord": "deels beantwoord",
    "beantwoord": "beantwoord",
}
CSL_TYPES = {
    "report": "Rapport",
    "article-journal": "Wetenschappelijk artikel",
    "article": "Artikel",
    "book": "Boek",
    "chapter": "Hoofdstuk",
    "thesis": "Proefschrift",
    "webpage": "Webpagina",
    "legislation": "Wet of regeling",
    "bill": "Kamerstuk of wetsvoorstel",
    "speech": "Presentatie",
    "motion_picture": "Video",
    "document": "Document",
}
LANGUAGES = {"nl": "Nederlands", "en": "Engels", "de": "Duits", "fr": "Frans"}
FACETS = {
    "phases": "Fase",
    "topics": "Thema",
    "kind": "Soort",
    "audiences": "Voor wie",
    "target_groups": "Over welke mensen",
    "evidence": "Waar het op rust",
    "domains": "Domein",
    "provinces": "Provincie",
    "state": "Stand",
    "csl_type": "Vorm",
    "year": "Jaar",
    "language": "Taal",
}
LIST_INTROS = {
    "tool": "Producten waarmee je in je netwerk zelf aan de slag kunt.",
    "case": "Wat anderen deden, wat het opleverde en wat niet werkte.",
    "gap": "Wat nog niemand zeker weet, en wat er sinds de vraag is gekomen.",
    "model": "Manieren om naar samenwerken, besturen en betalen te kijken.",
    "source": "De rapporten, artikelen en regelingen waar deze site op rust.",
    "topic": "Onderwerpen waar netwerken tegenaan lopen, met alles wat erbij hoort.",
    "phase": "De vier fasen van een samenwerking. Kies waar jouw netwerk nu staat.",
    "synthesis": "Wat er bekend is, per onderwerp bijeengebracht.",
}
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def dutch_date(day: date) -> str:
    """Return ``24 november 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def badge(located: LocatedEntry, vocabularies: Vocabularies) -> str:
    """Return the kind of a tool or model, the state of a gap, the form and year of a source."""
    entry, singular = located.entry, located.type.singular
    match entry:
        case Tool():
            return f"{singular}: {vocabularies.label('tool-kinds', entry.kind).lower()}"
        case Framework():
            return f"{singular}: {vocabularies.label('model-kinds', entry.kind).lower()}"
        case Gap():
            return f"{singular}: {GAP_STATES[entry.state]}"
        case Publication():
            return f"{CSL_TYPES[entry.csl_type]}, {entry.year or 'jaar onbekend'}"
        case _:
            return singular


def facet_values(located: LocatedEntry, field: str) -> tuple[str, ...]:
    """Return the values of a facet field as text; none when unset."""
    value = getattr(located.entry, field, None)
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def facet_name(entry_type: EntryType, field: str, vocabularies: Vocabularies) -> str:
    """Return what a reader sees above a facet: our word for it, else the title of its list."""
    listed = vocabularies.lists.get(vocabulary_of(entry_type.model, field) or "")
    return FACETS.get(field) or (listed.title if listed else field.capitalize())


def facet_label(entry_type: EntryType, field: str, value: str, vocabularies: Vocabularies) -> str:
    """Return what a reader sees for a facet value of a small list; the value itself when it is in none."""
    if field == "state":
        return GAP_STATES[value].capitalize()
    if field == "csl_type":
        return CSL_TYPES[value]
    if field == "language":
        return LANGUAGES.get(value, value)
    name = vocabulary_of(entry_type.model, field)
    return vocabularies.label(name, value) if name else value


def authors(source: Publication) -> str:
    """Return authors as ``N. van Vooren, B. Steenkamer``; the organisation when there are none."""
    names = [" ".join(part for part in (a.given, a.particle, a.family) if part) for a in source.authors]
    if source.organisation:
        names.append(source.organisation)
    return ", ".join(names)
