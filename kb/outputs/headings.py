"""The table of contents of a generated page, read from the headings in its HTML."""

from __future__ import annotations

import re
from html import unescape

from kb.markdown import TocItem

_HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<anchor>[^"]+)">(?P<text>.*?)</h(?P=level)>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_COUNT = '<span class="kb-count"'


def table_of_contents(html: str) -> tuple[TocItem, ...]:
    """Return the headings that have an id, without the number that may stand behind one."""
    return tuple(
        TocItem(int(m["level"]), _plain(m["text"].partition(_COUNT)[0]), m["anchor"])
        for m in _HEADING.finditer(html)
    )


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
