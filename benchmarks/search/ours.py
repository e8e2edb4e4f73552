"""Our own engine, on its own on a bare page, and as the search page that readers get."""

from __future__ import annotations

from pathlib import Path

from benchmarks.search.engine import Engine, cpu_seconds, put_page
from kb import pipeline
from kb.outputs import search

WHOLE = "this site, whole search page"
_BARE = "proef/"
_ASK = """window.ask = async (text, filters) => (await window.kb.search(text, { ...filters, limit: 10 }))
  .map(({ url }) => new URL(url).pathname.split("/").at(-2));"""


def build(project: Path, folder: Path) -> list[Engine]:
    """Build the whole site of a project; return the engine as used by a bare page and by the search page."""
    kb = pipeline.check(project).knowledge_base()
    started = cpu_seconds()
    search.index_files(kb)
    built = cpu_seconds() - started
    pipeline.build(project, folder)
    put_page(folder / _BARE, "ours.js")
    index = tuple(sorted((folder / search.FOLDER).iterdir()))
    return [
        Engine("this site", folder, index, built, page=_BARE),
        Engine(
            WHOLE,
            folder,
            index,
            built,
            page="zoeken/",
            result="[data-kb-results] a",
            script=_ASK,
        ),
    ]
