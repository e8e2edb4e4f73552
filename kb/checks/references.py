"""Checks KB301-KB305: what entries and lists refer to exists, is of the right type and is to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.checks.nearest import Names, did_you_mean
from kb.corpus import Corpus, LocatedData, LocatedEntry
from kb.diagnostics import Diagnostic, dotted
from kb.model import TYPE_BY_NAME, EntryRef, marked
from kb.rules import Rule
from kb.rules.references import (
    DRAFT_ENTRY,
    RETIRED_ENTRY,
    SELF_REFERENCE,
    UNKNOWN_ENTRY,
    WRONG_TYPE_OF_ENTRY,
)
from kb.source import FieldPath

_TO_RETIRED = ("replaced_by",)
"""The field that may point at a retired entry: successors can retire in their turn."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a reference, wherever it stands."""

    rule: Rule
    message: str
    hint: str


class Targets:
    """What can be referred to, and what is wrong with referring to it."""

    def __init__(self, corpus: Corpus) -> None:
        """Take every entry, readable or not."""
        self._entries = dict(corpus.by_slug)
        self._broken = corpus.broken_slugs
        self._names: dict[tuple[str, ...], Names] = {}
        self._former = {
            slug: located.slug for located in corpus.entries for slug in located.entry.former_slugs
        }

    def get(self, slug: str) -> LocatedEntry | None:
        """Return the entry called ``slug``, if it could be read."""
        return self._entries.get(slug)

    def is_broken(self, slug: str) -> bool:
        """Whether there is a file called ``slug`` that could not be read."""
        return slug in self._broken

    def suggestion(self, slug: str, otherwise: str, types: tuple[str, ...] = ()) -> str:
        """Return what to do about ``slug``, which no entry is called.

        Only entries of ``types`` are suggested; of any type when empty.
        """
        if new := self._former.get(slug):
            return f"Dat item heet nu ‘{new}’."
        if types not in self._names:
            self._names[types] = Names(
                name for name, located in self._entries.items() if not types or located.type.name in types
            )
        return did_you_mean(self._names[types].nearest(slug), otherwise)

    def visibility(self, target: LocatedEntry, referrer: LocatedEntry | None) -> Finding | None:
        """Return what is wrong with sending readers of ``referrer`` to ``target``, if anything.

        ``None`` as ``referrer`` is a list of ``schema/``, which readers always see.
        """
        status = target.entry.status
        own = referrer.entry.status if referrer else "published"
        if status == "draft" and own != "draft":
            return Finding(
                DRAFT_ENTRY,
                f"‘{target.slug}’ is nog een concept.",
                "Publiceer dat item eerst, of haal de verwijzing weg.",
            )
        if status == "retired" and own != "retired":
            hint = "Haal de verwijzing weg, of verwijs naar wat nu geldt."
            if target.entry.replaced_by:
                hint = f"Verwijs naar de opvolger, ‘{target.entry.replaced_by}’."
            return Finding(RETIRED_ENTRY, f"‘{target.slug}’ is vervallen.", hint)
        return None


def check_references(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every reference in a field that cannot or should not be followed."""
    targets = Targets(corpus)
    healthy = {located.slug: located.type.name for located in corpus.entries if _is_simple(located, targets)}
    for located in corpus.entries:
        own = located.slug
        for path, slug, marker in marked(located.entry, EntryRef):
            type_name = healthy.get(slug)
            if type_name and slug != own and (not marker.types or type_name in marker.types):
                continue
            if found := _problem(targets, located, path, slug, marker):
                yield _at(located, path, found)
    for data in corpus.data:
        for path, slug, marker in marked(data.record, EntryRef):
            if found := _problem(targets, None, path, slug, marker):
                yield _at(data, path, found)


def _is_simple(located: LocatedEntry, targets: Targets) -> bool:
    """Whether everything may refer to this entry, as far as status and name go."""
    return located.entry.status == "published" and targets.get(located.slug) is located


def _problem(
    targets: Targets, referrer: LocatedEntry | None, path: FieldPath, slug: str, marker: EntryRef
) -> Finding | None:
    target = targets.get(slug)
    if target is None:
        return None if targets.is_broken(slug) else _unknown(targets, slug, marker)
    if target is referrer and not marker.own:
        return Finding(
            SELF_REFERENCE, f"Dit item verwijst met ‘{slug}’ naar zichzelf.", "Haal de verwijzing weg."
        )
    if marker.types and target.type.name not in marker.types:
        wanted = " of ".join(TYPE_BY_NAME[name].singular.lower() for name in marker.types)
        return Finding(
            WRONG_TYPE_OF_ENTRY,
            f"‘{slug}’ is van de soort {target.type.singular.lower()}; hier hoort {wanted}.",
            "Kies een item van de juiste soort, of zet de verwijzing in een ander veld, zoals related.",
        )
    found = targets.visibility(target, referrer)
    return None if found and found.rule is RETIRED_ENTRY and path[:1] == _TO_RETIRED else found


def _unknown(targets: Targets, slug: str, marker: EntryRef) -> Finding:
    otherwise = "Vul de bestandsnaam van een bestaand item in, zonder .md."
    return Finding(
        UNKNOWN_ENTRY, f"Er is geen item ‘{slug}’.", targets.suggestion(slug, otherwise, marker.types)
    )


def _at(place: LocatedEntry | LocatedData, path: FieldPath, found: Finding) -> Diagnostic:
    return Diagnostic(
        place.path, place.where.value(path), found.rule, found.message, found.hint, dotted(path)
    )
