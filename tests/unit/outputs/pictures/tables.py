"""Reads the tables of a picture, to compare their numbers with those of the knowledge base."""

from __future__ import annotations

import re
from html import unescape

_ROW = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_TAG = re.compile(r"<svg\b.*?</svg>|<[^>]+>", re.DOTALL)


def rows(html: str) -> list[list[str]]:
    """Return the texts of the cells of all tables, row by row, drawings left out."""
    return [[plain(cell) for cell in _CELL.findall(row)] for row in _ROW.findall(html)]


def plain(html: str) -> str:
    """Return text as a reader sees it."""
    return " ".join(unescape(_TAG.sub("", html)).replace("­", "").split())
