"""The facts of an entry as a reader sees them: one wording for its page, the comparison and the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import TYPE_BY_NAME, Case, Entry, Framework, Gap, Publication, Synthesis, Tool
from kb.model.tool import Link
from kb.outputs import labels

Unknown = Literal["row", "together", "hidden"]
"""Where a page says that a fact is unknown: in its own row, in one row for all, or nowhere."""


class Value(NamedTuple):
    """One value of a fact: a text, another entry, or a link to elsewhere."""

    text: str
    entry: LocatedEntry | None = None
    url: str = ""


class Fact(NamedTuple):
    """What is known of one field; no ``values``: unknown. ``name`` stands for it in data."""

    name: str
    label: str
    values: tuple[Value, ...]
    unknown: Unknown = "row"
    note: str = ""


def on_page(located: LocatedEntry, kb: KnowledgeBase) -> tuple[Fact, ...]:
    """Return the facts in the list at the top of an entry's page, in order."""
    return tuple(_on_page(located.entry, kb))


def everything(located: LocatedEntry, kb: KnowledgeBase) -> tuple[Fact, ...]:
    """Return also the facts that a page shows elsewhere: phases, topics, use in practice, links."""
    return (*on_page(located, kb), *_elsewhere(located, kb))


def using(kb: KnowledgeBase, located: LocatedEntry, type_name: str) -> tuple[LocatedEntry, ...]:
    """Return the entries of a type that refer to this one, or that it refers to as related."""
    both = (*kb.mentioned_in(located.slug), *kb.related(located.slug))
    return tuple({e.slug: e for e in both if e.type.name == type_name}.values())


def source_links(source: Publication) -> tuple[Link, ...]:
    """Return all addresses of a source, the main one first."""
    main = (Link(url=source.url, label="Lees de bron", language=source.language),) if source.url else ()
    return (*main, *source.links)


def container(source: Publication) -> str:
    """Return the journal or series of a source with volume, issue and pages; nothing without one."""
    if not source.container_title:
        return ""
    parts = (
        source.container_title,
        f"jaargang {source.volume}" if source.volume else None,
        f"nummer {source.issue}" if source.issue else None,
        f"bladzijde {source.pages}" if source.pages else None,
    )
    return ", ".join(part for part in parts if part)


def _elsewhere(located: LocatedEntry, kb: KnowledgeBase) -> Iterator[Fact]:
    entry = located.entry
    phases = [p for p in kb.phases if p.slug in entry.phases]
    yield Fact("phases", labels.FACETS["phases"], _entries(phases), "hidden")
    topics = [kb.by_slug[slug] for slug in entry.topics]
    yield Fact("topics", labels.FACETS["topics"], _entries(topics), "hidden")
    if located.type.name == "tool":
        yield Fact("cases", TYPE_BY_NAME["case"].plural, _entries(using(kb, located, "case")), "hidden")
    links = source_links(entry) if isinstance(entry, Publication) else getattr(entry, "links", ())
    yield Fact("links", "Link", tuple(Value(link.label, url=link.url) for link in links), "hidden")


def _on_page(entry: Entry, kb: KnowledgeBase) -> Iterator[Fact]:
    match entry:
        case Tool():
            yield from _tool(entry, kb)
        case Case():
            yield from _case(entry, kb)
        case Gap():
            yield from _gap(entry, kb)
        case Framework():
            yield from _model(entry, kb)
        case Publication():
            yield from _source(entry, kb)
        case Synthesis():
            yield from _synthesis(entry)


def _tool(entry: Tool, kb: KnowledgeBase) -> Iterator[Fact]:
    yield Fact("kind", labels.FACETS["kind"], _terms(kb, "tool-kinds", entry.kind))
    audiences = _terms(kb, "audiences", *entry.audiences)
    yield Fact("audiences", labels.FACETS["audiences"], audiences, "together")
    yield Fact("effort", "Wat het vraagt", _text(entry.effort), "together")
    yield _evidence(entry.evidence, kb)
    yield _origin(entry, kb)
    yield Fact("publisher", "Gemaakt door", _text(entry.publisher), "together")
    yield Fact("year", labels.FACETS["year"], _text(entry.year), "together")
    yield Fact(
        "target_groups",
        labels.FACETS["target_groups"],
        _terms(kb, "target-groups", *entry.target_groups),
        "hidden",
    )
    yield Fact("layers", "Niveau", _terms(kb, "layers", *entry.layers), "hidden")
    yield Fact("requirements", "Nodig", _text(entry.requirements), "hidden")
    yield Fact("limitations", "Beperkingen", _text(entry.limitations), "hidden")


def _case(entry: Case, kb: KnowledgeBase) -> Iterator[Fact]:
    said = "" if entry.did_not_work == "Niet bekend." else entry.did_not_work
    provinces = _terms(kb, "provinces", *entry.provinces)
    yield Fact("place", "Waar", _text(entry.place), "together")
    yield Fact("regions", "Zorgkantoorregio", _terms(kb, "regions", *entry.regions), "hidden")
    yield Fact("provinces", labels.FACETS["provinces"], provinces, "hidden")
    yield Fact("domains", "Domeinen", _terms(kb, "domains", *entry.domains), "hidden")
    yield Fact("partners", "Wie doen mee", tuple([Value(partner) for partner in entry.partners]), "together")
    yield Fact("started", "Sinds", _text(entry.started), "together")
    yield Fact("did_not_work", "Wat niet werkte", _text(said), "together")
    yield Fact("financing", "Hoe het betaald is", _text(entry.financing), "together")
    yield _evidence(entry.evidence, kb)
    yield _origin(entry, kb)


def _gap(entry: Gap, kb: KnowledgeBase) -> Iterator[Fact]:
    said = "Staat er uitdrukkelijk als kennishiaat."
    read = "Staat er terloops; wij lezen het als kennishiaat."
    yield Fact("asked_by", "Gesignaleerd door", _text(entry.asked_by))
    yield Fact("explicit", "In de bron", _text(said if entry.explicit else read))
    yield _origin(entry, kb)
    yield Fact("addressed_by", "Latere antwoorden", _text(len(entry.addressed_by) or "Nog geen"))


def _model(entry: Framework, kb: KnowledgeBase) -> Iterator[Fact]:
    yield Fact("kind", labels.FACETS["kind"], _terms(kb, "model-kinds", entry.kind))
    yield Fact("audiences", labels.FACETS["audiences"], _terms(kb, "audiences", *entry.audiences))
    yield Fact("parts", "Onderdelen", _text(len(entry.parts)), "hidden")
    yield Fact("described_in", "Beschreven in", _entries([kb.by_slug[slug] for slug in entry.described_in]))
    yield _origin(entry, kb)


def _source(entry: Publication, kb: KnowledgeBase) -> Iterator[Fact]:
    doi = (Value(entry.doi, url=f"https://doi.org/{entry.doi}"),) if entry.doi else ()
    yield Fact("csl_type", labels.FACETS["csl_type"], _text(labels.CSL_TYPES[entry.csl_type]))
    yield Fact("authors", "Wie", _text(labels.authors(entry)))
    yield Fact("year", labels.FACETS["year"], _text(entry.year))
    yield Fact("container_title", "Verschenen in", _text(container(entry)), "hidden")
    yield Fact("number", "Nummer", _text(entry.number), "hidden")
    yield Fact("doi", "DOI", doi, "hidden")
    yield Fact("isbn", "ISBN", _text(entry.isbn), "hidden")
    yield Fact("language", "Taal", _text(labels.LANGUAGES.get(entry.language, entry.language)))
    yield Fact("access", "Toegang", _terms(kb, "access", entry.access))


def _synthesis(entry: Synthesis) -> Iterator[Fact]:
    yield Fact("organisation", "Gemaakt door", _text(entry.organisation))
    yield Fact("year", labels.FACETS["year"], _text(entry.year))
    yield Fact("commissioned_by", "In opdracht van", _text(entry.commissioned_by))
    yield Fact("method", "Werkwijze", _text(entry.method))


def _evidence(term: str, kb: KnowledgeBase) -> Fact:
    listed = kb.vocabularies.lists.get("evidence")
    note = next((known.description for known in listed.terms if known.id == term), None) if listed else None
    values = () if term == "onbekend" else _terms(kb, "evidence", term)
    return Fact("evidence", labels.FACETS["evidence"], values, note=note or "")


def _origin(entry: Entry, kb: KnowledgeBase) -> Fact:
    sources = dict.fromkeys(p.source for p in entry.provenance)
    return Fact("provenance", "Komt uit", _entries([kb.by_slug[slug] for slug in sources]), "hidden")


def _entries(found: Sequence[LocatedEntry]) -> tuple[Value, ...]:
    return tuple([Value(located.entry.title, located) for located in found])


def _terms(kb: KnowledgeBase, vocabulary: str, *terms: str) -> tuple[Value, ...]:
    return tuple([Value(kb.vocabularies.label(vocabulary, term)) for term in terms])


def _text(value: object) -> tuple[Value, ...]:
    """Return a value as text; none when it says nothing."""
    return (Value(str(value)),) if value else ()
