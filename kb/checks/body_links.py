"""Checks KB405-KB412, KB414 and KB5xx in bodies: links lead somewhere, images and HTML are as agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.addresses import problems
from kb.checks.body_places import span_in
from kb.checks.nearest import Names, did_you_mean
from kb.checks.references import Targets
from kb.corpus import LocatedEntry
from kb.diagnostics import Diagnostic
from kb.markdown import Image, Link, Outline, outline
from kb.model import TYPE_BY_FOLDER
from kb.rules import Rule
from kb.rules.prose import (
    IMAGE_PLACE,
    IMAGE_TEXT,
    LINK_FORM,
    LINK_TEXT,
    RAW_HTML,
    UNKNOWN_ANCHOR,
    UNKNOWN_IMAGE,
    UNKNOWN_PAGE,
    WRONG_FOLDER,
)

_is_image = re.compile(r"\.\./images/([A-Za-z0-9][A-Za-z0-9._-]*\.(?:png|svg|jpg|webp))").fullmatch
_is_external = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\|www\.|~?/(?:Users|home)/").match
_entry_link = re.compile(r"\.\./(?P<folder>[a-z]+)/(?P<slug>[^/#?]+)\.md(?:#(?P<anchor>.*))?").fullmatch


class BodyLinks:
    """Judges what bodies link to; remembers the headings of pages that were linked to by heading."""

    def __init__(self, targets: Targets, images: frozenset[str]) -> None:
        """Take what can be linked to, and the names of the images that can be shown."""
        self._targets = targets
        self._images = Names(images)
        self._anchors: dict[str, frozenset[str]] = {}

    def check(self, located: LocatedEntry, found: Outline) -> Iterator[Diagnostic]:
        """Yield everything that is wrong with the links, images and HTML of one body."""
        for link in found.links:
            yield from self._link(located, link, found)
        for image in found.images:
            yield from self._image(located, image)
        for html in found.raw_html:
            if not html.text.startswith("</"):
                shown = html.text.split("\n", 1)[0].strip()
                place = span_in(located.body, html.line, html.column, shown)
                message = f"‘{shown}’ is HTML; een tekst bestaat alleen uit Markdown."
                yield Diagnostic(located.path, place, RAW_HTML, message, "Schrijf het in Markdown.")

    def _link(self, located: LocatedEntry, link: Link, own: Outline) -> Iterator[Diagnostic]:
        target = link.target
        if not link.text:
            message = f"De link naar ‘{target}’ heeft geen tekst."
            yield _at(located, link, LINK_TEXT, message, "Zet tussen [ en ] waar de link heen gaat.")
        if target.startswith("#"):
            anchors = frozenset(heading.anchor for heading in own.headings)
            if target[1:] not in anchors:
                yield _no_anchor(located, link, target[1:], anchors)
        elif (parts := _entry_link(target)) and self._is_entry(parts):
            yield from self._entry(located, link, parts)
        elif _is_external(target):
            for problem in problems(target):
                yield _at(located, link, *problem)
        elif not _is_image(target):
            message = f"De link ‘{target}’ heeft niet de vorm ../map/naam.md."
            if not target:
                message = f"De link ‘{link.text}’ gaat nergens heen."
            yield _at(located, link, LINK_FORM, message, self._form(target))

    def _image(self, located: LocatedEntry, image: Image) -> Iterator[Diagnostic]:
        named = _is_image(image.target)
        if not named:
            message = f"De afbeelding ‘{image.target}’ heeft niet de vorm ../images/naam.png."
            hint = "Zet het bestand (png, svg, jpg of webp) in content/images/ en schrijf: ../images/naam.png"
            yield _at(located, image, IMAGE_PLACE, message, hint)
        elif named[1] not in self._images:
            hint = did_you_mean(
                self._images.nearest(named[1]), "Zet het bestand erbij, of haal de afbeelding weg."
            )
            message = f"De afbeelding ‘{named[1]}’ staat niet in content/images/."
            yield _at(located, image, UNKNOWN_IMAGE, message, hint)
        if not image.alt:
            message = f"De afbeelding ‘{image.target}’ heeft geen beschrijving."
            yield _at(located, image, IMAGE_TEXT, message, "Zet tussen ![ en ] wat er te zien is.")

    def _is_entry(self, parts: re.Match[str]) -> bool:
        """Whether a link names a folder of entries, or at least an entry."""
        return parts["folder"] in TYPE_BY_FOLDER or self._targets.get(parts["slug"]) is not None

    def _entry(self, located: LocatedEntry, link: Link, parts: re.Match[str]) -> Iterator[Diagnostic]:
        slug, folder, anchor = parts["slug"], parts["folder"], parts["anchor"]
        target = self._targets.get(slug)
        if target is None:
            if not self._targets.is_broken(slug):
                message = f"Er is geen item ‘{slug}’ om naar te linken."
                hint = self._targets.suggestion(slug, "Kies een bestaand item, of haal de link weg.")
                yield _at(located, link, UNKNOWN_PAGE, message, hint)
            return
        if folder != target.type.folder:
            message = f"‘{slug}’ staat in content/{target.type.folder}/, niet in content/{folder}/."
            yield _at(located, link, WRONG_FOLDER, message, f"Schrijf: ../{target.type.folder}/{slug}.md")
        elif anchor is not None and anchor not in self._anchors_of(target):
            yield _no_anchor(located, link, anchor, self._anchors_of(target))
        if problem := self._targets.visibility(target, located):
            yield _at(located, link, problem.rule, problem.message, problem.hint)

    def _anchors_of(self, target: LocatedEntry) -> frozenset[str]:
        if target.slug not in self._anchors:
            headings = outline(target.body.text).headings
            self._anchors[target.slug] = frozenset(heading.anchor for heading in headings)
        return self._anchors[target.slug]

    def _form(self, target: str) -> str:
        """Return how a link inside the site that is spelled in another way should be spelled."""
        last = target.split("#", 1)[0].split("?", 1)[0].rstrip("/").rsplit("/", 1)[-1]
        found = self._targets.get(last.removesuffix(".md"))
        if found:
            return f"Schrijf: ../{found.type.folder}/{found.slug}.md"
        return f"De map is een van {', '.join(TYPE_BY_FOLDER)}. Een adres op het web begint met https://."


def _no_anchor(located: LocatedEntry, link: Link, anchor: str, anchors: frozenset[str]) -> Diagnostic:
    known = ", ".join(f"#{name}" for name in sorted(anchors))
    hint = (
        f"De koppen daar zijn: {known}." if known else "Die pagina heeft geen koppen; haal het deel na # weg."
    )
    return _at(located, link, UNKNOWN_ANCHOR, f"Er is geen kop ‘#{anchor}’ op die pagina.", hint)


def _at(located: LocatedEntry, place: Link | Image, rule: Rule, message: str, hint: str) -> Diagnostic:
    span = span_in(located.body, place.line, place.column, place.target)
    return Diagnostic(located.path, span, rule, message, hint)
