"""The search index: what every entry says, made at build time into files a browser looks things up in."""

from kb.outputs.search.files import FOLDER, analysis_for, index_files, write_index

__all__ = ["FOLDER", "analysis_for", "index_files", "write_index"]
