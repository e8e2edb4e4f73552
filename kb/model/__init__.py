"""What an entry is. ``ENTRY_TYPES`` is the only table of types: a new type is one row here."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.case import Case
from kb.model.entry import Entry
from kb.model.framework import Framework
from kb.model.gap import Gap
from kb.model.markers import EntryRef, InVocabulary, WebLink, marked, vocabulary_of
from kb.model.phase import Phase
from kb.model.publication import Publication
from kb.model.synthesis import Synthesis
from kb.model.tool import Tool
from kb.model.topic import Topic
from kb.model.vocabulary import VOCABULARY_NAMES, Crosswalk, ExcludedLinks, Glossary, Vocabularies, Vocabulary


@dataclass(frozen=True, slots=True)
class EntryType:
    """One row of the table of types.

    ``name`` is the code's word, ``folder`` the folder below ``content/``, ``prefix`` the letter of
    its ids, ``path`` the first part of its public address, ``singular`` and ``plural`` what a
    reader sees. ``headings`` are the second-level headings every body must have, in this order.
    ``facets`` are the fields readers filter by. ``needs_provenance``: at least one required.
    The template is ``<name>.html``.
    """

    name: str
    folder: str
    prefix: str
    path: str
    model: type[Entry]
    singular: str
    plural: str
    headings: tuple[str, ...]
    facets: tuple[str, ...] = ("topics", "phases")
    needs_provenance: bool = False


ENTRY_TYPES: tuple[EntryType, ...] = (
    EntryType(
        "tool",
        "tools",
        "T",
        "tools",
        Tool,
        "Hulpmiddel",
        "Hulpmiddelen",
        ("Wat is het?", "Wanneer gebruik je het?", "Wat is ervan bekend?"),
        ("phases", "topics", "kind", "audiences", "target_groups", "evidence", "year"),
        needs_provenance=True,
    ),
    EntryType(
        "case",
        "cases",
        "P",
        "praktijk",
        Case,
        "Praktijkvoorbeeld",
        "Praktijkvoorbeelden",
        ("Wat gebeurde er?", "Wat leverde het op?", "Wat werkte niet?"),
        ("phases", "topics", "domains", "provinces", "audiences", "evidence"),
        needs_provenance=True,
    ),
    EntryType(
        "gap",
        "gaps",
        "K",
        "kennishiaten",
        Gap,
        "Kennishiaat",
        "Kennishiaten",
        ("Wat weten we niet?", "Wat weten we wel?"),
        ("state", "topics", "phases", "audiences"),
        needs_provenance=True,
    ),
    EntryType(
        "model",
        "models",
        "M",
        "modellen",
        Framework,
        "Model",
        "Modellen",
        ("Wat is het?", "Hoe gebruik je het?"),
        ("kind", "topics", "phases", "audiences"),
        needs_provenance=True,
    ),
    EntryType(
        "source",
        "sources",
        "B",
        "bronnen",
        Publication,
        "Bron",
        "Bronnen",
        ("Waar gaat het over?",),
        ("csl_type", "topics", "phases", "year", "language", "audiences"),
    ),
    EntryType(
        "topic",
        "topics",
        "H",
        "themas",
        Topic,
        "Thema",
        "Thema's",
        ("Wat weten we?", "Wat helpt in de praktijk?", "Wat is nog open?"),
        (),
    ),
    EntryType(
        "phase",
        "phases",
        "F",
        "fasen",
        Phase,
        "Fase",
        "Fasen",
        ("Wat gebeurt er in deze fase?", "Waar loop je tegenaan?", "Wat helpt?"),
        (),
    ),
    EntryType(
        "synthesis",
        "syntheses",
        "S",
        "syntheses",
        Synthesis,
        "Kennissynthese",
        "Kennissyntheses",
        ("Waar gaat het over?",),
        (),
    ),
)

TYPE_BY_NAME = {row.name: row for row in ENTRY_TYPES}
TYPE_BY_FOLDER = {row.folder: row for row in ENTRY_TYPES}

__all__ = [
    "ENTRY_TYPES",
    "TYPE_BY_FOLDER",
    "TYPE_BY_NAME",
    "VOCABULARY_NAMES",
    "Case",
    "Crosswalk",
    "Entry",
    "EntryRef",
    "EntryType",
    "ExcludedLinks",
    "Framework",
    "Gap",
    "Glossary",
    "InVocabulary",
    "Phase",
    "Publication",
    "Synthesis",
    "Tool",
    "Topic",
    "Vocabularies",
    "Vocabulary",
    "WebLink",
    "marked",
    "vocabulary_of",
]
