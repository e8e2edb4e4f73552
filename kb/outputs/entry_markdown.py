"""Every entry as one Markdown document, so that assistants read what the page says and quote it rightly.

Why it is at `/id/T0042.md`, and what its links lead to, stands in docs/decisions/0012-sharing.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs import facts, labels, standing, urls
from kb.outputs.markdown_said import Context, after_body, before_body
from kb.outputs.markdown_text import bullets, escaped, link, rebased, section
from kb.settings import Settings

_ELSEWHERE = frozenset({"provenance", "reviewed"})
"""Facts that are said at the end."""

_WEIGHED = frozenset({"tool", "case", "gap", "model"})
"""The types whose pages say how firm an entry stands."""


def plan_markdown(kb: KnowledgeBase, settings: Settings) -> dict[str, Callable[[], bytes]]:
    """Return what makes the Markdown of every entry with a page, retired ones too, by address."""
    context = Context(kb, settings, settings.site_address or "../")
    return {
        urls.entry_markdown(located.entry.id): partial(entry_markdown, located, context)
        for located in kb.entries
    }


def entry_markdown(located: LocatedEntry, context: Context) -> bytes:
    """Return one entry as Markdown, without front matter or HTML."""
    blocks = [
        f"# {escaped(located.entry.title)}",
        f"**{escaped(labels.badge(located, context.kb.vocabularies))}** ({located.entry.id})",
        *_retired(located, context),
        escaped(located.entry.summary),
        *before_body(located, context),
        *section("Gegevens", bullets(_facts(located, context))),
        rebased(located.body.text, context.base).strip(),
        *after_body(located, context),
        *section("Waar komt dit vandaan?", bullets(_origin(located, context))),
        *section("Over dit item", bullets(_about(located, context))),
    ]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _retired(located: LocatedEntry, context: Context) -> Iterator[str]:
    entry = located.entry
    if entry.status == "retired":
        successor = f" Kijk nu bij {context.to(entry.replaced_by)}." if entry.replaced_by else ""
        yield f"> **Dit item is vervallen.**{successor}"


def _facts(located: LocatedEntry, context: Context) -> Iterator[str]:
    """Yield a line for what is known, and one that names what is not."""
    known = {fact.name: fact for fact in facts.everything(located, context.kb)}
    if located.type.name in _WEIGHED:
        known |= {fact.name: fact for fact in standing.standing(located, context.kb)}
    unknown = []
    for name, fact in known.items():
        if name in _ELSEWHERE:
            continue
        if fact.values or fact.unknown == "row":
            said = context.values(fact.values) or "Onbekend"
            note = f". {escaped(fact.note)}" if fact.note else ""
            yield f"{fact.label}: {said}{note}"
        elif fact.unknown == "together":
            unknown.append(fact.label)
    if unknown:
        yield f"Onbekend: {', '.join(unknown)}"


def _origin(located: LocatedEntry, context: Context) -> Iterator[str]:
    entry = located.entry
    for place in entry.provenance:
        page = f", bladzijde {escaped(place.page)}" if place.page else ""
        yield f"{context.to(place.source)}: {escaped(place.section)}{page}"
    if entry.provenance and entry.phase_basis and entry.phases:
        yield (
            "De fase staat zo in de bron."
            if entry.phase_basis == "source"
            else "De redactie koos de fase; de bron noemt die niet zo."
        )


def _about(located: LocatedEntry, context: Context) -> Iterator[str]:
    entry = located.entry
    related = [context.to(other.slug) for other in context.kb.related(located.slug)]
    if related:
        yield f"Verwant: {'; '.join(related)}"
    if entry.aliases:
        yield f"Ook bekend als: {escaped(', '.join(entry.aliases))}"
    role = context.label("roles", entry.reviewed_by).lower()
    yield f"Laatst gecontroleerd: {labels.dutch_date(entry.last_reviewed)}, door de {role}"
    permanent = urls.permalink(entry.id)
    yield f"Blijvende link: {link(context.settings.site_address + permanent, context.base + permanent)}"
    yield f"Pagina: {context.to(located.slug)}"
    licence, site = link(labels.LICENCE, labels.LICENCE_URL), escaped(context.settings.site_name)
    yield f"Licentie van deze tekst: {licence}. Noem ‘{site}’ en de blijvende link."
    yield "Voor de bronnen gelden hun eigen voorwaarden."
