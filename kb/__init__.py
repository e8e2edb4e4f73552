"""Typed Markdown entries in, a checked and searchable site out."""

__version__ = "0.1.0"
