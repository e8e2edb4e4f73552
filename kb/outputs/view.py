"""What a template may ask while it renders one page: links, labels, selections of entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import ModuleType
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import Markup, escape

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.markdown import anchor_of
from kb.model import TYPE_BY_NAME, EntryType, Framework, Publication, review
from kb.model.entry import SeriesPoint
from kb.model.synthesis import Chapter
from kb.model.tool import Link
from kb.model.vocabulary import ForeignPhase, PhaseMapping, PhaseScheme
from kb.outputs import crumbs, facts, labels, resting, standing, urls
from kb.outputs.facts import Fact
from kb.outputs.glossary_terms import GlossaryTerms
from kb.outputs.likeness import Alike, Likeness
from kb.outputs.pictures import models, web
from kb.outputs.search import analysis_for
from kb.settings import Settings

_SHORT_TITLE = 60
_ANY_BASE = "\0"
"""Stands in a card for the way to the site's root; no content can hold it."""


class Said(NamedTuple):
    """Something a source or synthesis says; ``source`` is left out on its own page."""

    what: Any
    source: LocatedEntry | None = None


class TopicExtras(NamedTuple):
    """What sources and syntheses say that is tagged with one topic."""

    recommendations: list[Said]
    discrepancies: list[Said]
    problems: list[Said]
    series: list[Said]


@dataclass(frozen=True)
class Site:
    """What all pages share: the knowledge base, the settings, the templates and rendered cards."""

    kb: KnowledgeBase
    settings: Settings
    environment: Environment

    @cached_property
    def fragments(self) -> dict[tuple[str, ...], str]:
        """Rendered parts of pages by macro and entry, fit for any page: a card stands on many lists."""
        return {}

    @cached_property
    def terms(self) -> GlossaryTerms:
        """The glossary, to explain its terms in running text."""
        return GlossaryTerms(self.kb.vocabularies.glossary)

    @cached_property
    def crumb_names(self) -> Mapping[str, str]:
        """What trails call the pages that have others below them, by address."""
        return crumbs.names(self.kb)

    @cached_property
    def likeness(self) -> Likeness:
        """Which entries are alike."""
        return Likeness(self.kb, analysis_for(self.kb.vocabularies))

    @cached_property
    def by_topic(self) -> dict[str, TopicExtras]:
        """What all sources and syntheses say, by topic."""
        found: dict[str, TopicExtras] = {}
        for located in self._speaking():
            for kind in TopicExtras._fields:
                for what in getattr(located.entry, kind):
                    for topic in what.topics:
                        extras = found.setdefault(topic, TopicExtras([], [], [], []))
                        getattr(extras, kind).append(Said(what, located))
        return found

    @cached_property
    def by_actor(self) -> dict[str, list[Said]]:
        """All recommendations by the actor they are for."""
        found: dict[str, list[Said]] = {}
        for located in self._speaking():
            for what in located.entry.recommendations:  # type: ignore[attr-defined]
                found.setdefault(what.actor, []).append(Said(what, located))
        return found

    def _speaking(self) -> Iterator[LocatedEntry]:
        """Yield the syntheses, then the sources."""
        for name in ("synthesis", "source"):
            yield from self.kb.of_type(name)


@dataclass(frozen=True)
class View:
    """The view from one page; ``base`` is the relative link from it to the site's root."""

    site: Site
    base: str

    @property
    def kb(self) -> KnowledgeBase:
        """The knowledge base."""
        return self.site.kb

    @property
    def urls(self) -> ModuleType:
        """The module that spells addresses."""
        return urls

    def to(self, address: str) -> str:
        """Return the relative link to an address."""
        return f"{self.base}{address}"

    def absolute(self, address: str) -> str:
        """Return an address as a reader can pass it on: in full when the site's address is known."""
        return (
            f"{self.site.settings.site_address}{address}"
            if self.site.settings.site_address
            else f"/{address}"
        )

    def href(self, located: LocatedEntry) -> str:
        """Return the link to an entry."""
        return f"{self.base}{located.type.path}/{located.slug}/"

    def href_to(self, slug: str) -> str:
        """Return the link to the entry with this slug."""
        return self.href(self.kb.by_slug[slug])

    def link(self, slug: str) -> Markup:
        """Return a link with the entry's title as its text."""
        located = self.kb.by_slug[slug]
        lang, title = self.lang(located.entry.title_lang), escape(located.entry.title)
        return Markup(f'<a href="{self.href(located)}"{lang}>{title}</a>')  # noqa: S704 - a slug needs no escape

    def cite(self, source: LocatedEntry) -> Markup:
        """Return a link to a source as running text names it: by maker and year when the title is long."""
        entry = source.entry
        maker = getattr(entry, "organisation", None)
        year = getattr(entry, "year", None)
        if not (maker and year) or (isinstance(entry, Publication) and len(entry.title) <= _SHORT_TITLE):
            return self.link(source.slug)
        return Markup('<a href="{}">{} ({})</a>').format(self.href(source), maker, year)

    def alike(self, points: list[SeriesPoint]) -> bool:
        """Whether values of one year come from one place and one number of answers."""
        return len({(point.n, point.source, point.locator) for point in points}) == 1

    def lang(self, language: str) -> Markup:
        """Return a ``lang`` attribute for text in another language than Dutch."""
        return Markup("") if language == "nl" else Markup(' lang="{}"').format(language)

    def cards(self, entries: Iterable[LocatedEntry], heading: str = "h3") -> Markup:
        """Return entries as items of a list, each on a line."""
        known = [self._fragment("_macros.html", "card", located, heading) for located in entries]
        return self._here("".join([f"{card}\n" for card in known]))

    def fragment(self, template: str, macro: str, located: LocatedEntry, *arguments: str) -> Markup:
        """Return what ``macro(entry, view, *arguments)`` makes, which must not depend on the page."""
        return self._here(self._fragment(template, macro, located, *arguments))

    def _fragment(self, template: str, macro: str, located: LocatedEntry, *arguments: str) -> str:
        key = (template, macro, located.slug, *arguments)
        known = self.site.fragments.get(key)
        if known is None:
            macros = self.site.environment.get_template(template).module
            known = str(getattr(macros, macro)(located, View(self.site, _ANY_BASE), *arguments))
            self.site.fragments[key] = known
        return known

    def _here(self, fragments: str) -> Markup:
        return Markup(fragments.replace(_ANY_BASE, self.base))  # noqa: S704 - the template escapes

    def entries(self, slugs: tuple[str, ...]) -> tuple[LocatedEntry, ...]:
        """Return the entries with these slugs."""
        return tuple(self.kb.by_slug[slug] for slug in slugs)

    def phases(self, located: LocatedEntry) -> tuple[LocatedEntry, ...]:
        """Return the phases of an entry, in their order."""
        return tuple(p for p in self.kb.phases if p.slug in located.entry.phases)

    def topics(self, located: LocatedEntry) -> tuple[LocatedEntry, ...]:
        """Return the topics of an entry."""
        return self.entries(located.entry.topics)

    def type(self, name: str) -> EntryType:
        """Return the row of the type table."""
        return TYPE_BY_NAME[name]

    def badge(self, located: LocatedEntry) -> str:
        """Return the short description of what an entry is: its kind where it has one."""
        return labels.badge(located, self.kb.vocabularies)

    def facet_values(self, located: LocatedEntry, field: str) -> tuple[str, ...]:
        """Return the values an entry has for a facet."""
        return labels.facet_values(located, field)

    def label(self, vocabulary: str, term: str) -> str:
        """Return what a reader sees for a term."""
        return self.kb.vocabularies.label(vocabulary, term)

    def labels(self, vocabulary: str, terms: tuple[str, ...]) -> str:
        """Return the labels of terms in one line."""
        return ", ".join(self.label(vocabulary, term) for term in terms)

    def state(self, state: str) -> str:
        """Return what a reader sees for the state of a gap."""
        return labels.GAP_STATES[state]

    def language(self, code: str) -> str:
        """Return the name of a language."""
        return labels.LANGUAGES.get(code, code)

    def date(self, day: date) -> str:
        """Return a date as Dutch readers write it."""
        return labels.dutch_date(day)

    def source_links(self, source: Publication) -> tuple[Link, ...]:
        """Return all addresses of a source, the main one first."""
        return facts.source_links(source)

    def anchor(self, text: str) -> str:
        """Return the anchor for a heading."""
        return anchor_of(text)

    def facts(self, located: LocatedEntry) -> tuple[Fact, ...]:
        """Return the facts at the top of an entry's page."""
        return facts.on_page(located, self.kb)

    def standing(self, located: LocatedEntry) -> tuple[Fact, ...]:
        """Return what an entry rests on, how much that is, and when it was checked."""
        return standing.standing(located, self.kb)

    def other_facts(self, located: LocatedEntry) -> tuple[Fact, ...]:
        """Return the facts at the top of an entry's page that `standing` leaves out."""
        return standing.other_facts(located, self.kb)

    def check_by(self, located: LocatedEntry) -> str:
        """Return the last day on which the check of an entry counts, as data."""
        return review.check_by(located.entry.last_reviewed).isoformat()

    def using(self, located: LocatedEntry, type_name: str) -> tuple[LocatedEntry, ...]:
        """Return the entries of a type that refer to this one, or that it refers to as related."""
        return facts.using(self.kb, located, type_name)

    def other_mentions(self, located: LocatedEntry) -> tuple[LocatedEntry, ...]:
        """Return who refers to an entry, leaving out what the page shows elsewhere."""
        shown = {e.slug for e in self.kb.related(located.slug)}
        shown.update(e.slug for e in self.kb.supported_by(located.slug))
        return tuple(e for e in self.kb.mentioned_in(located.slug) if e.slug not in shown)

    def look_alikes(self, located: LocatedEntry) -> tuple[Alike, ...]:
        """Return the entries that are like one without a link between them."""
        return self.site.likeness.of(located.slug)

    def drawing(self, model: Framework) -> models.Drawing | None:
        """Return how a model is drawn, when its parts say what they are."""
        return models.drawing(model)

    def web(self, located: LocatedEntry) -> Markup:
        """Return the drawing of what an entry is related to; nothing when that is little."""
        near = (*self.kb.related(located.slug), *self.other_mentions(located))
        return Markup(web.web(located, near, self.base))  # noqa: S704 - titles are escaped there

    def with_topic(self, topic: str) -> TopicExtras:
        """Return what sources and syntheses say about a topic."""
        return self.site.by_topic.get(topic, TopicExtras([], [], [], []))

    def said(self, records: tuple[object, ...]) -> list[Said]:
        """Return what an entry says, for its own page."""
        return [Said(record) for record in records]

    def foreign_names(self, phase: str) -> Iterator[tuple[PhaseScheme, ForeignPhase, PhaseMapping]]:
        """Yield how other models name a phase."""
        for scheme in self.kb.vocabularies.crosswalk.schemes:
            for foreign in scheme.phases:
                for mapping in foreign.maps_to:
                    if mapping.phase == phase:
                        yield scheme, foreign, mapping

    def by_chapter(self, located: LocatedEntry) -> Iterator[tuple[Chapter, tuple[LocatedEntry, ...]]]:
        """Yield the chapters of a synthesis, each with the entries whose provenance names it."""
        return resting.by_chapter(self.kb, located)

    def resting_page(self, located: LocatedEntry) -> str:
        """Return the link to the page with all that rests on an entry; nothing when its own page lists it."""
        return self.to(resting.address(located)) if resting.is_beside(self.kb, located) else ""

    def edit_link(self, located: LocatedEntry) -> str:
        """Return the address to edit an entry's file, or nothing when no repository is set."""
        settings = self.site.settings
        if not settings.repository:
            return ""
        return f"{settings.repository.rstrip('/')}/{settings.edit_path}{escape(located.path)}"
