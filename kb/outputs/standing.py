"""How firm an entry stands: what it rests on, how much there is and how new, who checked it and when.

It stands apart from the other facts, in the same words on every page, so that a reader can weigh
an entry before using it. Nothing here judges whether something works.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus import LocatedEntry
from kb.knowledge_base import IN_BODY, KnowledgeBase, references
from kb.model import TYPE_BY_NAME, Framework
from kb.outputs import facts, labels
from kb.outputs.facts import Fact, Value

_KINDS = ("evidence", "explicit", "provenance")
"""The facts of an entry that say what it rests on."""

_NAMED = 2
"""How many sources are named at the top; more are only counted there, and listed further down."""

_NO_GROUND = frozenset({IN_BODY, "related", "replaced_by", "addressed_by"})
"""Fields that name sources an entry does not rest on: links to read on, and later answers to a gap."""


def standing(located: LocatedEntry, kb: KnowledgeBase) -> tuple[Fact, ...]:
    """Return what an entry rests on, kind first; a fact without values is unknown."""
    return tuple(_facts(located, kb))


def other_facts(located: LocatedEntry, kb: KnowledgeBase) -> tuple[Fact, ...]:
    """Return the facts at the top of a page that `standing` leaves out."""
    return tuple(fact for fact in facts.on_page(located, kb) if fact.name not in _KINDS)


def _facts(located: LocatedEntry, kb: KnowledgeBase) -> Iterator[Fact]:
    entry = located.entry
    if isinstance(entry, Framework):
        note = "Van modellen weten wij niet of iemand onderzocht of ze werken."
        yield Fact("evidence", labels.FACETS["evidence"], (), note=note)
    for fact in facts.on_page(located, kb):
        if fact.name in _KINDS and not (fact.name == "provenance" and len(fact.values) > _NAMED):
            yield fact
    sources = _sources(located, kb)
    counts = (_count([s for s in sources if s.type.name == name], name) for name in ("synthesis", "source"))
    yield Fact("sources", "Aantal bronnen", (Value(" en ".join(filter(None, counts))),) if sources else ())
    if located.type.name != "case":
        examples = _count(facts.using(kb, located, "case"), "case")
        yield Fact("examples", "In de praktijk", (Value(examples or "Wij kennen nog geen voorbeeld"),))
    years = [year for source in sources if (year := getattr(source.entry, "year", None))]
    yield Fact("newest", "Nieuwste bron", (Value(f"uit {max(years)}"),) if years else ())
    role = kb.vocabularies.label("roles", entry.reviewed_by).lower()
    checked = f"{labels.dutch_date(entry.last_reviewed)}, door de {role}"
    yield Fact("reviewed", "Laatst gecontroleerd", (Value(checked),))


def _sources(located: LocatedEntry, kb: KnowledgeBase) -> list[LocatedEntry]:
    named = dict.fromkeys(slug for field, slug in references(located) if field not in _NO_GROUND)
    found = (kb.by_slug[slug] for slug in named if slug in kb.by_slug)
    return [source for source in found if source.type.name in {"synthesis", "source"}]


def _count(found: list[LocatedEntry] | tuple[LocatedEntry, ...], type_name: str) -> str:
    """Return ``2 bronnen``; nothing for none."""
    row = TYPE_BY_NAME[type_name]
    return f"{len(found)} {(row.singular if len(found) == 1 else row.plural).lower()}" if found else ""
