"""Spells text, links and lists in Markdown, so that nothing an editor wrote is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.model import ENTRY_TYPES
from kb.outputs import urls

_FOLDERS = {row.folder: row.path for row in ENTRY_TYPES}
_SIGN = re.compile(r"[\\`*_\[\]<&#]")
_MARKUP = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|#$")
_OPENING = re.compile(r"^(?:(\d+)(?=[.)](?:\s|$))|(?=[#>+=~|-]))")
_OPENS = frozenset("#>+=~|-0123456789")
"""How a heading, quote, list or line begins."""

_BODY_LINK = re.compile(r"(?P<before>\](?:\(|:)[ \t]*<?)(?P<target>(?:\./)?(?:\.\./)+[a-z]+/[^\s<>)]+)")
_BARE = re.compile(r"[^\s()<>]+")


def escaped(text: str) -> str:
    """Return a line of text that Markdown shows exactly as it is, also at the start of a paragraph."""
    if "\n" in text or "  " in text:
        text = " ".join(text.split())
    if _SIGN.search(text):
        text = _MARKUP.sub(r"\\\g<0>", text)
    return _OPENING.sub(r"\1\\", text) if text[:1] in _OPENS else text


def link(text: str, target: str) -> str:
    """Return a link; ``text`` is plain, ``target`` an address in full or relative to the document."""
    place = target if _BARE.fullmatch(target) else f"<{target.replace('<', '%3C').replace('>', '%3E')}>"
    return f"[{escaped(text)}]({place})"


def bullets(lines: Iterable[str]) -> str:
    """Return lines of Markdown as a list."""
    return "\n".join(f"- {line}" for line in lines)


def section(title: str, text: str) -> list[str]:
    """Return a heading with what is under it, as two blocks; no text, no heading."""
    return [f"## {title}", text] if text else []


def rebased(body: str, base: str) -> str:
    """Return a body of which the links to content files lead to pages and images below ``base``."""

    def lead(found: re.Match[str]) -> str:
        inside = urls.content_link(found["target"], _FOLDERS)
        return found["before"] + (f"{base}{inside}" if inside else found["target"])

    return _BODY_LINK.sub(lead, body) if "../" in body else body
