"""The search index: what every entry says, made at build time into files a browser looks things up in."""

from kb.outputs.search.analysis import analysis_for
from kb.outputs.search.compounds import unreviewed_compounds
from kb.outputs.search.files import FOLDER, index_files, write_index

__all__ = ["FOLDER", "analysis_for", "index_files", "unreviewed_compounds", "write_index"]
