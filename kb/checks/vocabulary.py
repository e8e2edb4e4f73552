"""Checks KB250-KB299: values come from their list, and lists and fields hold everything once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, get_args, get_origin

from kb.checks.nearest import Names, did_you_mean
from kb.corpus import Corpus, LocatedData, LocatedEntry
from kb.diagnostics import Diagnostic, dotted
from kb.model import Entry, Glossary, InVocabulary, Vocabulary, marked
from kb.rules.vocabulary import DUPLICATE_TERM, DUPLICATE_VALUE, UNKNOWN_TERM
from kb.source import FieldPath


def check_terms(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every value that is not in the list of its field.

    A list that could not be read has a finding of its own; its values are not checked.
    """
    terms = {
        name: frozenset(term.id for term in known.terms) for name, known in corpus.vocabularies.lists.items()
    }
    names = {name: Names(ids) for name, ids in terms.items()}
    everything: tuple[LocatedEntry | LocatedData, ...] = (*corpus.entries, *corpus.data)
    for located in everything:
        record = located.entry if isinstance(located, LocatedEntry) else located.record
        for path, value, marker in marked(record, InVocabulary):
            known = terms.get(marker.name)
            if known is not None and value not in known:
                yield _unknown(located, path, value, marker.name, names[marker.name])


def _unknown(
    located: LocatedEntry | LocatedData, path: FieldPath, value: str, name: str, known: Names
) -> Diagnostic:
    return Diagnostic(
        located.path,
        located.where.value(path),
        UNKNOWN_TERM,
        f"‘{value}’ staat niet in de lijst schema/{name}.yml.",
        did_you_mean(known.nearest(value), f"Kies een waarde uit schema/{name}.yml."),
        dotted(path),
    )


def check_duplicate_terms(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every term that its list already has."""
    for data in corpus.data:
        key, terms = _terms(data)
        first: dict[str, int] = {}
        for index, term in enumerate(terms):
            earlier = first.setdefault(term.casefold(), index)
            if earlier != index:
                line = data.where.value(("terms", earlier, key)).start.line
                yield Diagnostic(
                    data.path,
                    data.where.value(("terms", index, key)),
                    DUPLICATE_TERM,
                    f"De term ‘{term}’ staat al in deze lijst, op {data.path}:{line}.",
                    "Voeg de twee samen of geef een van de twee een andere naam.",
                    f"terms.{index}.{key}",
                )


def _terms(data: LocatedData) -> tuple[str, tuple[str, ...]]:
    """Return the field that names a term of this list, and all those names."""
    if isinstance(data.record, Vocabulary):
        return "id", tuple(term.id for term in data.record.terms)
    if isinstance(data.record, Glossary):
        return "term", tuple(term.term for term in data.record.terms)
    return "", ()


def check_duplicate_values(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield a finding for every value that its field already has."""
    for located in corpus.entries:
        entry = located.entry
        for field in _fields_with_texts(type(entry)):
            values: tuple[str, ...] = getattr(entry, field)
            if len(values) > 1 and len(set(values)) < len(values):
                yield from _repeated(located, field, values)


def _repeated(located: LocatedEntry, field: str, values: tuple[str, ...]) -> Iterator[Diagnostic]:
    for index, value in enumerate(values):
        if value in values[:index]:
            yield Diagnostic(
                located.path,
                located.where.value((field, index)),
                DUPLICATE_VALUE,
                f"‘{value}’ staat twee keer in {field}.",
                "Haal er een weg.",
                f"{field}.{index}",
            )


@cache
def _fields_with_texts(model: type[Entry]) -> tuple[str, ...]:
    """Return the names of the fields that hold several texts."""
    return tuple(name for name, info in model.model_fields.items() if _holds_texts(info.annotation))


def _holds_texts(annotation: object) -> bool:
    if get_origin(annotation) is not tuple:
        return False
    inner = get_args(annotation)[0]
    return (get_args(inner)[0] if get_origin(inner) is Annotated else inner) is str
