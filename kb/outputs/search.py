"""The search index over all published entries, made by Pagefind.

Each entry goes in as a small document of its own, not as its page: the index then holds what the
entry says, weighted by where it says it, and nothing of navigation and lists.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup, escape
from pagefind.index import IndexConfig, PagefindIndex

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.markdown import render
from kb.outputs import labels, urls

FOLDER = "pagefind"

_UNUSED = ("*-ui.*", "pagefind-highlight.js")
"""What Pagefind ships besides the engine; our own search page needs none of it."""

_DOCUMENT = Markup(
    '<!doctype html><html lang="nl"><head><title>{title}</title></head><body data-pagefind-body>'
    '<h1 data-pagefind-weight="8" data-pagefind-meta="title">{title}</h1>'
    '<p data-pagefind-weight="6">{aliases}</p>'
    '<p data-pagefind-weight="4" data-pagefind-meta="summary">{summary}</p>'
    '<p data-pagefind-weight="2">{tags}</p>{body}'
    "<div hidden>{meta}{filters}</div></body></html>"
)
_META = Markup('<span data-pagefind-meta="{0}">{1}</span>')
_FILTER = Markup('<span data-pagefind-filter="{0}">{1}</span>')


def write_index(kb: KnowledgeBase, site: Path) -> None:
    """Write the index of all published entries to the folder ``pagefind`` of the site."""
    target, names = site / FOLDER, _glossary_names(kb)
    with tempfile.TemporaryDirectory() as held:
        documents = Path(held)
        for located in kb.published:
            path = documents / urls.output_file(urls.entry_address(located))
            path.parent.mkdir(parents=True)
            path.write_text(document(located, kb, names.get(located.slug, ())), encoding="utf-8")
        asyncio.run(_index(documents, target))
    for pattern in _UNUSED:
        for path in target.glob(pattern):
            path.unlink()


async def _index(documents: Path, target: Path) -> None:
    config = IndexConfig(output_path=str(target), force_language="nl", write_playground=False)
    async with PagefindIndex(config=config) as index:
        await index.add_directory(str(documents))


def _glossary_names(kb: KnowledgeBase) -> dict[str, list[str]]:
    """Return every name the glossary has for the entry that explains a term, by the entry's slug."""
    found: dict[str, list[str]] = {}
    for term in kb.vocabularies.glossary.terms:
        if term.entry:
            names = (term.term, term.long_form, *term.synonyms, term.english)
            found.setdefault(term.entry, []).extend(name for name in names if name)
    return found


def document(located: LocatedEntry, kb: KnowledgeBase, names: Sequence[str] = ()) -> str:
    """Return the document that stands for an entry in the index; ``names`` come from the glossary."""
    entry = located.entry
    phases = [p for p in kb.phases if p.slug in entry.phases]
    topics = [kb.by_slug[slug] for slug in entry.topics]
    meta = {
        "id": entry.id,
        "type": located.type.name,
        "kind": labels.badge(located, kb.vocabularies),
        "lang": entry.title_lang,
    }
    filters = [
        ("type", located.type.name),
        *(("phase", p.slug) for p in phases),
        *(("topic", t.slug) for t in topics),
        *(("audience", audience) for audience in entry.audiences),
    ]
    return _DOCUMENT.format(
        title=entry.title,
        aliases=". ".join((*entry.aliases, *names)),
        summary=entry.summary,
        tags=". ".join(
            [located.type.singular, *(t.entry.title for t in topics), *(p.entry.title for p in phases)]
        ),
        body=Markup(render(located.body.text, lambda target: target).html),  # noqa: S704 - our own renderer
        meta=Markup("").join(_META.format(name, value) for name, value in meta.items()),
        filters=Markup("").join(_FILTER.format(name, escape(value)) for name, value in filters),
    )
