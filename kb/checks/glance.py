"""A glance at a body that proves nearly all healthy ones healthy, so that only the others are parsed.

Parsing is most of the cost of checking. A glance never reports anything: whatever it does not
understand at once goes to the checks that do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kb.checks.language import has_only, is_short
from kb.corpus import Corpus, LocatedEntry

_UNUSUAL = ("<", "&", "`", "\\", "~", "\t", "![", "][", "\n    ")
"""What can make Markdown mean something else than its words, or start a block we would overlook."""

_UNDERLINED = re.compile(r"\n[=-]+ *(?:\n|$)")
_EMPTY_SECTION = re.compile(r"\n## [^\n]*(?:\s*\Z|\n\s*## )")
_HEADING = re.compile(r"\n(#{2,6}) (.*)")
_ENTRY_LINK = re.compile(r"\[[^\[\]\w]*\w[^\[\]]*\]\(\.\./([a-z]+)/([a-z0-9-]+)\.md\)")


def folders_of(corpus: Corpus) -> Mapping[str, str]:
    """Return the folder of every entry that anything may link to."""
    return {
        slug: located.type.folder
        for slug, located in corpus.by_slug.items()
        if located.entry.status == "published"
    }


def is_healthy(located: LocatedEntry, folders: Mapping[str, str], known: frozenset[str] | None) -> bool:
    """Whether the body surely gives no finding.

    ``folders`` is what `folders_of` returns; ``known`` are the abbreviations that may be used,
    ``None`` when any may.
    """
    text = "\n" + located.body.text
    return (
        not any(sign in text for sign in _UNUSUAL)
        and not _UNDERLINED.search(text)
        and not _EMPTY_SECTION.search(text)
        and _has_headings(text, located.type.headings)
        and _has_good_links(text, folders)
        and is_short(text)
        and (known is None or has_only(known, text))
    )


def _has_headings(text: str, required: tuple[str, ...]) -> bool:
    found = _HEADING.findall(text)
    above = 1
    for marks, _ in found:
        if len(marks) > above + 1:
            return False
        above = len(marks)
    if sum(len(marks) for marks, _ in found) != text.count("#"):
        return False
    return tuple(title for marks, title in found if marks == "##" and title in required) == required


def _has_good_links(text: str, folders: Mapping[str, str]) -> bool:
    links = _ENTRY_LINK.findall(text)
    brackets = text.count("[") - text.count("[^")
    return len(links) == brackets == text.count("](") and all(
        folders.get(slug) == folder for folder, slug in links
    )
