"""The same entries as a plain MkDocs project, to see what `kb` saves or costs beside it."""

from __future__ import annotations

from pathlib import Path

_CONFIG = """\
site_name: Voorbeeld
docs_dir: content
site_dir: mkdocs-site
theme:
  name: material
  language: nl
plugins: []
nav:
  - Voorbeeld: pages/over/index.md
markdown_extensions:
  - tables
  - footnotes
validation:
  nav:
    omitted_files: ignore
"""


def write_mkdocs_config(project: Path) -> Path:
    """Write the configuration of plain MkDocs with Material for ``project``; return its path.

    The entries stay out of the navigation, as MkDocs cannot carry thousands in it, and no plugin
    runs, search included.
    """
    path = project / "mkdocs-plain.yml"
    path.write_text(_CONFIG, encoding="utf-8")
    return path
