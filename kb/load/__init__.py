"""Reading a project: files in, a corpus and findings out. Nothing else reads content/ and schema/."""

from __future__ import annotations

from kb.load.project import ProjectPaths, load_corpus, load_settings

__all__ = ["ProjectPaths", "load_corpus", "load_settings"]
