"""Markdown bodies, as HTML to show and as an outline to check; both give headings the same anchors."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

import pyromark
from pyromark.event import Event

from kb.folding import fold

_MARKDOWN = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES)

_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_TARGET = re.compile(r'(?<!<sup class="footnote-reference">)<(a href|img src)="([^"]*)"')
_FOOTNOTE_MARK = re.compile(r'<sup class="footnote-reference">.*?</sup>', re.DOTALL)
_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right)">')
_FOOTNOTE = re.compile(r'(<div class="footnote-definition" id="|<sup class="footnote-reference"><a href="#)')
_TAG = re.compile(r"<[^>]*>")
_EXTERNAL = ("http://", "https://", "//")
_INLINES = frozenset({"Emphasis", "Strong", "Link", "Image"})
_WITH_TEXT = frozenset({"Paragraph", "Heading", "CodeBlock", "HtmlBlock"})


class TocItem(NamedTuple):
    """A line of a table of contents."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML, with its headings in order."""

    html: str
    toc: tuple[TocItem, ...]


class Heading(NamedTuple):
    """A heading and the anchor that `render` gives it."""

    level: int
    text: str
    anchor: str
    line: int
    column: int


class Link(NamedTuple):
    """A link, its target as the author spelled it."""

    target: str
    text: str
    line: int
    column: int


class Image(NamedTuple):
    """An image, its target as the author spelled it."""

    target: str
    alt: str
    line: int
    column: int


class Paragraph(NamedTuple):
    """The plain text of a paragraph, list item or table cell; the text of links kept, code left out."""

    text: str
    line: int
    column: int


class RawHtml(NamedTuple):
    """HTML between the Markdown."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What checks want to know of a body; lines and columns count from 1 within the body."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    paragraphs: tuple[Paragraph, ...]
    raw_html: tuple[RawHtml, ...]


@lru_cache(maxsize=4096)
def anchor_of(text: str) -> str:
    """Return the anchor of a heading: accents folded, lower case, hyphens. Never empty."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-") or "kop"


class _Anchors:
    """Gives every heading of one body an anchor of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def give(self, text: str) -> str:
        wanted = anchor_of(text)
        anchor, count = wanted, self._counts.get(wanted, 0)
        while anchor in self._taken:
            count += 1
            anchor = f"{wanted}-{count}"
        self._counts[wanted] = count
        self._taken.add(anchor)
        return anchor


def render(text: str, resolve: Callable[[str], str]) -> Rendered:
    """Return ``text`` as HTML.

    Every heading gets an id; the target of every link and image is what ``resolve`` makes of it
    (it is given percent-encoded, as HTML wants it); links to other sites get ``rel="external"``.
    """
    anchors = _Anchors()
    toc: list[TocItem] = []

    def with_target(found: re.Match[str]) -> str:
        target = resolve(html.unescape(found[2]))
        rel = ' rel="external"' if found[1] == "a href" and target.lower().startswith(_EXTERNAL) else ""
        return f'<{found[1]}="{html.escape(target)}"{rel}'

    def with_anchor(found: re.Match[str]) -> str:
        plain = found[2]
        if "<" in plain:
            plain = _TAG.sub("", _FOOTNOTE_MARK.sub("", plain))
        text = _squeezed([html.unescape(plain)])
        item = TocItem(int(found[1]), text, anchors.give(text))
        toc.append(item)
        return f'<h{found[1]} id="{item.anchor}">{found[2]}</h{found[1]}>'

    made = _HEADING.sub(with_anchor, _TARGET.sub(with_target, _MARKDOWN.html(text)))
    if ' style="' in made:
        # The policy of the site allows no inline styles, see docs/decisions/0010-security-headers.md.
        made = _ALIGNED.sub(r'\1 align="\2">', made)
    if "footnote-" in made:
        made = _FOOTNOTE.sub(r"\1fn:", made)
    return Rendered(made, tuple(toc))


def outline(text: str) -> Outline:
    """Return headings, links, images, paragraphs and raw HTML of ``text``, each with its place."""
    walk = _Walk(text)
    for event, where in _MARKDOWN.events_with_range(text):
        walk.take(event, where["start"])
    return walk.outline()


def _squeezed(words: list[str]) -> str:
    """Join text, every run of white space as one space."""
    return " ".join("".join(words).split())


class _Places:
    """Turns byte offsets into lines and columns that count from 1, columns in characters."""

    def __init__(self, text: str) -> None:
        self._data = text.encode()
        self._ascii = text.isascii()
        self._starts = [0, *accumulate(len(line) + 1 for line in self._data.split(b"\n"))]

    def __call__(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        before = self._data[self._starts[line - 1] : offset]
        return line, len(before if self._ascii else before.decode()) + 1


@dataclass(slots=True)
class _Open:
    """A block, link or image whose text is still coming; ``detail`` is its target or level."""

    tag: str
    start: int
    detail: str = ""
    words: list[str] = field(default_factory=list)


def _with_detail(tag: Any) -> tuple[str, str]:  # noqa: ANN401 - pyromark's types of tags are private
    """Return the name of a tag that carries data, with the part of the data that we keep."""
    if "Link" in tag or "Image" in tag:
        ((name, data),) = tag.items()
        return name, data["dest_url"]
    return ("Heading", tag["Heading"]["level"]) if "Heading" in tag else (next(iter(tag)), "")


class _Walk:
    """Gathers an outline from the events of the parser.

    A tight list item and a table cell hold text without a paragraph of their own, so text outside
    an open block opens a paragraph.
    """

    def __init__(self, text: str) -> None:
        self._place = _Places(text)
        self._anchors = _Anchors()
        self._block: _Open | None = None
        self._inlines: list[_Open] = []
        self._headings: list[Heading] = []
        self._links: list[Link] = []
        self._images: list[Image] = []
        self._paragraphs: list[Paragraph] = []
        self._raw_html: list[RawHtml] = []

    def outline(self) -> Outline:
        """Return what was gathered."""
        return Outline(
            headings=tuple(self._headings),
            links=tuple(self._links),
            images=tuple(self._images),
            paragraphs=tuple(self._paragraphs),
            raw_html=tuple(self._raw_html),
        )

    def take(self, event: Event, start: int) -> None:
        """Take the next event, which begins at byte ``start``."""
        if isinstance(event, str):
            if event != "Rule":
                self._add(" ", start)
        elif "Text" in event:
            self._add(event["Text"], start)
        elif "Start" in event:
            tag = event["Start"]
            if isinstance(tag, str):
                self._open(tag, "", start)
            else:
                self._open(*_with_detail(tag), start)
        elif "End" in event:
            end = event["End"]
            self._close(end if isinstance(end, str) else next(iter(end)))
        elif "Code" in event:
            self._add(event["Code"], start, code=True)
        elif "Html" in event:
            self._add(event["Html"], start)
        elif "InlineHtml" in event:
            self._raw_html.append(RawHtml(event["InlineHtml"], *self._place(start)))

    def _open(self, tag: str, detail: str, start: int) -> None:
        if tag not in _INLINES:
            self._end_block()
            if tag in _WITH_TEXT:
                self._block = _Open(tag, start, detail)
            return
        self._block = self._block or _Open("Paragraph", start)
        if tag in ("Link", "Image"):
            self._inlines.append(_Open(tag, start, detail))

    def _add(self, text: str, start: int, *, code: bool = False) -> None:
        block = self._block
        if block is None:
            block = self._block = _Open("Paragraph", start)
        shown = not (code and block.tag == "Paragraph")
        for inline in self._inlines:
            inline.words.append(text)
            shown = shown and inline.tag != "Image"
        if shown:
            block.words.append(text)

    def _close(self, tag: str) -> None:
        if tag not in _INLINES:
            if self._block is not None:
                self._end_block()
        elif tag == "Link":
            done = self._inlines.pop()
            self._links.append(Link(done.detail, _squeezed(done.words), *self._place(done.start)))
        elif tag == "Image":
            done = self._inlines.pop()
            self._images.append(Image(done.detail, _squeezed(done.words), *self._place(done.start)))

    def _end_block(self) -> None:
        done, self._block = self._block, None
        if done is None or done.tag == "CodeBlock":
            return
        place = self._place(done.start)
        if done.tag == "HtmlBlock":
            self._raw_html.append(RawHtml("".join(done.words), *place))
            return
        text = _squeezed(done.words)
        if done.tag == "Heading":
            self._headings.append(Heading(int(done.detail[1:]), text, self._anchors.give(text), *place))
        elif text:
            self._paragraphs.append(Paragraph(text, *place))
