"""MiniSearch, from npm: installed below `build/` when this runs, and indexed with Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.search.engine import Engine, cpu_seconds, put_page
from benchmarks.search.texts import EntryText
from kb import node
from kb.dutch import SMALL_WORDS

_LOCK = ("package.json", "package-lock.json")
_BOOST = {"title": 7, "names": 7, "summary": 3, "tags": 1.2, "text": 1}
_BOOST_ADDED = {"terms": 3.5, "of_names": 3, "of_text": 0.5}


def install(folder: Path) -> Path:
    """Install exactly what the lock names; return the script of MiniSearch."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in _LOCK:
        shutil.copyfile(Path(__file__).parent / name, folder / name)
    npm = Path(node.executable()).parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    quiet = ("--ignore-scripts", "--loglevel=error", "--no-audit", "--no-fund", "--no-update-notifier")
    subprocess.run([node.executable(), npm, "ci", *quiet], check=True, cwd=folder, stdout=subprocess.DEVNULL)
    return folder / "node_modules" / "minisearch" / "dist" / "es" / "index.js"


def build(texts: Sequence[EntryText], folder: Path, script: Path, *, analysed: bool) -> Engine:
    """Index all entries; ``analysed``: with the words that analysis adds, and without small words."""
    put_page(folder, "minisearch.js", "options.js", "index-minisearch.js")
    (folder / "minisearch").mkdir()
    shutil.copyfile(script, folder / "minisearch" / "index.js")
    boost = _BOOST | (_BOOST_ADDED if analysed else {})
    small = sorted(SMALL_WORDS) if analysed else []
    settings = {"boost": boost, "small": small, "facets": sorted(texts[0].filters)}
    documents = [_document(text) for text in texts]
    for name, data in (("package", {"type": "module"}), ("settings", settings), ("documents", documents)):
        (folder / f"{name}.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    started = cpu_seconds()
    subprocess.run([node.executable(), "index-minisearch.js"], check=True, cwd=folder)
    built = cpu_seconds() - started
    name = "MiniSearch, parts and synonyms added" if analysed else "MiniSearch"
    return Engine(name, folder, (folder / "index.json",), built)


def _document(text: EntryText) -> Mapping[str, object]:
    return {
        "id": text.slug,
        "url": text.address,
        "title": text.title,
        "names": text.names,
        "summary": text.summary,
        "tags": text.tags,
        "text": "\n".join((*text.fields, text.body)),
        "terms": text.words.terms,
        "of_names": text.words.of_names,
        "of_text": text.words.of_text,
        **text.filters,
    }
