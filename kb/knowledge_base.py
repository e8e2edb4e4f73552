"""The resolved knowledge base: immutable, references and back-references at hand, typed queries.

It is made from a corpus without errors, so looking up a reference cannot fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from kb.corpus import Corpus, LocatedEntry
from kb.model import Entry, EntryRef, Gap, Phase, Tool, Topic, Vocabularies, marked

E = TypeVar("E", bound=Entry)

_BODY_LINK = re.compile(r"\](?:\(|:)\s*<?(?:\.\./)+[a-z]+/([a-z0-9-]+)\.md")
"""A link to an entry, inline or by reference; the checks read Markdown in full, this only counts."""

IN_BODY = "body"
"""The field name of a mention in running text."""


@dataclass(frozen=True, slots=True)
class Mention:
    """``source`` refers to some entry in its field ``field`` (``provenance``, ``topics``, ``body`` ...)."""

    source: LocatedEntry
    field: str


@dataclass(frozen=True)
class KnowledgeBase:
    """All entries that have a page: published and retired ones, by path; drafts are left out."""

    entries: tuple[LocatedEntry, ...]
    vocabularies: Vocabularies

    @classmethod
    def from_corpus(cls, corpus: Corpus) -> KnowledgeBase:
        """Resolve a corpus in which the checks found no error."""
        return cls(tuple(e for e in corpus.entries if e.entry.status != "draft"), corpus.vocabularies)

    @cached_property
    def by_slug(self) -> Mapping[str, LocatedEntry]:
        """Entries by slug."""
        return MappingProxyType({e.slug: e for e in self.entries})

    @cached_property
    def published(self) -> tuple[LocatedEntry, ...]:
        """Entries that lists show; retired ones keep their page but leave the lists."""
        return tuple(e for e in self.entries if e.entry.status == "published")

    @cached_property
    def _by_type(self) -> Mapping[str, tuple[LocatedEntry, ...]]:
        found: dict[str, list[LocatedEntry]] = {}
        for located in self.published:
            found.setdefault(located.type.name, []).append(located)
        return MappingProxyType(
            {
                name: tuple(sorted(held, key=lambda e: e.entry.title.casefold()))
                for name, held in found.items()
            }
        )

    def of_type(self, name: str) -> tuple[LocatedEntry, ...]:
        """Return the published entries of a type, by title."""
        return self._by_type.get(name, ())

    def entry(self, slug: str, model: type[E]) -> E:
        """Return the entry ``slug``, which must be of ``model``."""
        entry = self.by_slug[slug].entry
        if not isinstance(entry, model):
            raise TypeError(f"{slug} is a {type(entry).__name__}, not a {model.__name__}")
        return entry

    @cached_property
    def phases(self) -> tuple[LocatedEntry, ...]:
        """The phases in their order."""
        numbered = [(e.entry.number, e) for e in self.of_type("phase") if isinstance(e.entry, Phase)]
        return tuple(e for _, e in sorted(numbered, key=lambda pair: pair[0]))

    @cached_property
    def topics(self) -> tuple[LocatedEntry, ...]:
        """The topics by title."""
        return tuple(e for e in self.of_type("topic") if isinstance(e.entry, Topic))

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        found: dict[str, dict[tuple[str, str], Mention]] = {}
        for located in self.published:
            for field, target in references(located):
                if target != located.slug:
                    found.setdefault(target, {}).setdefault((located.slug, field), Mention(located, field))
        return MappingProxyType({slug: tuple(held.values()) for slug, held in found.items()})

    def mentions(self, slug: str) -> tuple[Mention, ...]:
        """Return who refers to ``slug``, in which field; once per entry and field."""
        return self._mentions.get(slug, ())

    def mentioned_in(self, slug: str, *, fields: frozenset[str] | None = None) -> tuple[LocatedEntry, ...]:
        """Return the published entries that refer to ``slug`` (in one of ``fields``), each once."""
        key = (slug, fields)
        known = self._mentioned_in.get(key)
        if known is None:
            found = (m.source for m in self.mentions(slug) if fields is None or m.field in fields)
            known = self._mentioned_in[key] = tuple({source.slug: source for source in found}.values())
        return known

    @cached_property
    def _mentioned_in(self) -> dict[tuple[str, frozenset[str] | None], tuple[LocatedEntry, ...]]:
        """What was asked before: the page, the data and the Markdown of an entry ask the same."""
        return {}

    @cached_property
    def _tagged(self) -> Mapping[tuple[str, str], tuple[LocatedEntry, ...]]:
        found: dict[tuple[str, str], list[LocatedEntry]] = {}
        for located in self.published:
            for tag in (*located.entry.topics, *located.entry.phases):
                found.setdefault((located.type.name, tag), []).append(located)
        return MappingProxyType(
            {key: tuple(sorted(held, key=lambda e: e.entry.title.casefold())) for key, held in found.items()}
        )

    def find(
        self, type_name: str, *, topic: str | None = None, phase: str | None = None
    ) -> tuple[LocatedEntry, ...]:
        """Return the published entries of a type with this topic and in this phase, by title."""
        if topic is None and phase is None:
            return self.of_type(type_name)
        found = self._tagged.get((type_name, topic or phase or ""), ())
        if topic is not None and phase is not None:
            return tuple(e for e in found if phase in e.entry.phases)
        return found

    def tools(self, *, topic: str | None = None, phase: str | None = None) -> tuple[Tool, ...]:
        """Return the tools with this topic and in this phase, by title."""
        return tuple(
            e.entry for e in self.find("tool", topic=topic, phase=phase) if isinstance(e.entry, Tool)
        )

    def supported_by(self, source: str) -> tuple[LocatedEntry, ...]:
        """Return the entries whose provenance names the source or synthesis ``source``."""
        return self.mentioned_in(source, fields=frozenset({"provenance"}))

    def answered_by(self, study: str) -> tuple[LocatedEntry, ...]:
        """Return the gaps that ``study`` answers, wholly or partly."""
        found = self.mentioned_in(study, fields=frozenset({"addressed_by"}))
        return tuple(e for e in found if isinstance(e.entry, Gap))

    def related(self, slug: str) -> tuple[LocatedEntry, ...]:
        """Return the entries ``slug`` names as related, then those that name it; each once."""
        known = self._related.get(slug)
        if known is None:
            named = (self.by_slug[s] for s in self.by_slug[slug].entry.related if s in self.by_slug)
            both = (*named, *self.mentioned_in(slug, fields=frozenset({"related"})))
            known = self._related[slug] = tuple({e.slug: e for e in both}.values())
        return known

    @cached_property
    def _related(self) -> dict[str, tuple[LocatedEntry, ...]]:
        return {}


def references(located: LocatedEntry) -> Iterator[tuple[str, str]]:
    """Yield ``(field, slug)`` for every reference of an entry, the links in its body included."""
    for path, slug, _ in marked(located.entry, EntryRef):
        yield str(path[0]), slug
    for slug in _BODY_LINK.findall(located.body.text):
        yield IN_BODY, slug
