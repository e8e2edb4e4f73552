"""Pagefind: each entry a small document, with the weights that ours has."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup
from pagefind.index import IndexConfig, PagefindIndex

from benchmarks.search.engine import Engine, cpu_seconds, put_page
from benchmarks.search.texts import EntryText
from kb.dutch import SMALL_WORDS
from kb.markdown import render

_DATA = ("pagefind-entry.json", "*.pf_meta", "index/*", "fragment/*", "filter/*")
_DOCUMENT = Markup(
    '<!doctype html><html lang="nl"><head><title>{title}</title></head><body data-pagefind-body>'
    '<h1 data-pagefind-weight="8" data-pagefind-meta="title">{title}</h1>'
    '<p data-pagefind-weight="6">{names}</p>'
    '<p data-pagefind-weight="4" data-pagefind-meta="summary">{summary}</p>'
    '<p data-pagefind-weight="2">{tags}</p>{fields}{body}<div hidden>{hidden}</div></body></html>'
)
_PARAGRAPH = Markup("<p>{0}</p>")
_WORDS = Markup('<p data-pagefind-weight="{0}">{1}</p>')
_FILTER = Markup('<span data-pagefind-filter="{0}">{1}</span>')


def build(texts: Sequence[EntryText], folder: Path, *, analysed: bool) -> Engine:
    """Index all entries; ``analysed``: with the words that analysis adds, and a lenient way of asking."""
    put_page(folder, "pagefind.js")
    settings = {"lenient": analysed, "small": sorted(SMALL_WORDS)}
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    target = folder / "pagefind"
    with tempfile.TemporaryDirectory() as held:
        for text in texts:
            path = Path(held) / text.address / "index.html"
            path.parent.mkdir(parents=True)
            path.write_text(_document(text, analysed=analysed), encoding="utf-8")
        started = cpu_seconds()
        asyncio.run(_index(held, target))
        built = cpu_seconds() - started
    index = tuple(sorted(path for pattern in _DATA for path in target.glob(pattern)))
    name = "Pagefind, parts and synonyms added" if analysed else "Pagefind"
    return Engine(name, folder, index, built)


async def _index(documents: str, target: Path) -> None:
    config = IndexConfig(output_path=str(target), force_language="nl", write_playground=False)
    async with PagefindIndex(config=config) as index:
        await index.add_directory(documents)


def _document(text: EntryText, *, analysed: bool) -> str:
    hidden = [_FILTER.format(name, value) for name, values in text.filters.items() for value in values]
    if analysed:
        weighted = (("3.5", text.words.terms), ("3", text.words.of_names), ("0.5", text.words.of_text))
        hidden += [_WORDS.format(weight, words) for weight, words in weighted]
    return _DOCUMENT.format(
        title=text.title,
        names=text.names,
        summary=text.summary,
        tags=text.tags,
        fields=Markup("").join(_PARAGRAPH.format(field) for field in text.fields),
        body=Markup(render(text.body, lambda target: target).html),  # noqa: S704 - our own renderer
        hidden=Markup("").join(hidden),
    )
