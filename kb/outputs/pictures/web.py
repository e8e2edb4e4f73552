"""The web of relations around one entry: its neighbours by type, as a small drawing with links.

Made without a template, since every entry has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from kb.corpus import LocatedEntry
from kb.model import ENTRY_TYPES, EntryType

FEWEST, MOST = 3, 10
"""With fewer neighbours a list says enough; with more nobody sees any."""

WIDTH, ROW = 680, 26
_TITLE, _CENTRE = 33, 19
_SIDES = ((244, "kb-web__left"), (436, "kb-web__right"))

Group = tuple[EntryType, list[LocatedEntry]]


def chosen(neighbours: Iterable[LocatedEntry]) -> tuple[LocatedEntry, ...]:
    """Return the neighbours that are drawn: the first ones; none when there are too few."""
    found = tuple({near.slug: near for near in neighbours}.values())
    return found[:MOST] if len(found) >= FEWEST else ()


def web(located: LocatedEntry, neighbours: Iterable[LocatedEntry], base: str) -> str:
    """Return the drawing as HTML, with links from the page whose way to the root is ``base``."""
    near = chosen(neighbours)
    if not near:
        return ""
    sides = _sides(near)
    height = ROW * max(_rows(side) for side in sides) + 8
    middle = height // 2
    parts: list[str] = []
    lines: list[str] = []
    for (x, name), groups in zip(_SIDES, sides, strict=True):
        edge, box = (x + 6, 270) if x < WIDTH // 2 else (x - 6, 410)
        y = middle - ROW * _rows(groups) // 2 - 8
        parts.append(f'<g class="{name}">')
        for kind, held in groups:
            y += ROW
            parts.append(f'<g class="kb-web--{kind.name}"><text x="{x}" y="{y}">{kind.plural}</text></g>')
            for other in held:
                y += ROW
                parts.append(_link(other, base, x, y))
                lines.append(f"M{box} {middle}C{edge} {middle} {box} {y - 4} {edge} {y - 4}")
        parts.append("</g>")
    return (
        f'<svg class="kb-web" role="group" aria-labelledby="web-t web-d" viewBox="0 0 {WIDTH} {height}">'
        f'<title id="web-t">Verbanden met andere items</title>'
        f'<desc id="web-d">{len(near)} items, per soort.</desc><path d="{"".join(lines)}"/>'
        f'<rect x="270" y="{middle - 18}" width="140" height="36" rx="6"/>'
        f'<text class="kb-web__here" x="340" y="{middle + 4}">{_short(located.entry.title, _CENTRE)}</text>'
        f"{''.join(parts)}</svg>"
    )


def _sides(near: Sequence[LocatedEntry]) -> tuple[list[Group], list[Group]]:
    """Return the groups left and right; a group goes where there is the most room."""
    left: list[Group] = []
    right: list[Group] = []
    by_type: dict[str, list[LocatedEntry]] = {}
    for other in near:
        by_type.setdefault(other.type.name, []).append(other)
    for kind in ENTRY_TYPES:
        if kind.name in by_type:
            (left if _rows(left) <= _rows(right) else right).append((kind, by_type[kind.name]))
    return left, right


def _rows(groups: Iterable[Group]) -> int:
    return sum(1 + len(held) for _, held in groups)


def _link(other: LocatedEntry, base: str, x: int, y: int) -> str:
    language = other.entry.title_lang
    lang = "" if language == "nl" else f' lang="{language}"'
    address = f"{base}{other.type.path}/{other.slug}/"
    return f'<a href="{address}"{lang}><text x="{x}" y="{y}">{_short(other.entry.title, _TITLE)}</text></a>'


def _short(title: str, most: int) -> str:
    """Return a title that fits, cut between words."""
    if len(title) <= most:
        return escape(title)
    return escape(f"{title[: most - 1].rsplit(' ', 1)[0].rstrip(',;:.')}…")
