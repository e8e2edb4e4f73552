"""The search that Material has by itself: MkDocs with its plugin, the entries written as pages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import measure
from benchmarks.search.engine import PAGES, Engine
from benchmarks.search.texts import EntryText

_CONFIG = """\
site_name: Voorbeeld
docs_dir: docs
site_dir: site
theme:
  name: material
  language: nl
  font: false
plugins: {plugins}
nav:
  - Voorbeeld: index.md
markdown_extensions:
  - tables
  - footnotes
validation:
  nav:
    omitted_files: ignore
  links:
    anchors: ignore
"""
_PLUGINS = {"with": "[{search: {lang: nl}}]", "without": "[]"}


def build(texts: Sequence[EntryText], folder: Path) -> Engine:
    """Build the site with and without search; what the index took is the difference."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Voorbeeld\n", encoding="utf-8")
    for text in texts:
        path = docs / f"{text.address.removesuffix('/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_page(text), encoding="utf-8")
    cpu = {name: _build(folder, name, plugins) for name, plugins in sorted(_PLUGINS.items(), reverse=True)}
    return Engine(
        "Material's own search, whole page",
        folder / "site",
        (folder / "site" / "search" / "search_index.json",),
        max(0.0, cpu["with"] - cpu["without"]),
        result=".md-search-result__item a",
        script=(PAGES / "material.js").read_text(encoding="utf-8"),
        note="It knows no filters, so queries with filters are asked without them.",
    )


def _build(folder: Path, name: str, plugins: str) -> float:
    config = folder / f"mkdocs-{name}.yml"
    config.write_text(_CONFIG.format(plugins=plugins), encoding="utf-8")
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", config)
    return measure(mkdocs, cwd=folder).cpu


def _page(text: EntryText) -> str:
    blocks = (f"# {text.title}", text.names, text.summary, text.tags, *text.fields, text.body)
    return "\n\n".join(block for block in blocks if block) + "\n"
