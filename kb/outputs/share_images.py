"""The images that others show of the site: of a shared link per type of entry, and its icons.

Social networks take no SVG. Why they are drawn with Pillow, and one for each type, stands in
docs/decisions/0012-sharing.md.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree as ET

from PIL import Image, ImageDraw, ImageFont

from kb.model import ENTRY_TYPES
from kb.outputs import labels, urls
from kb.outputs.head import SHARE_SIZE, SITE
from kb.settings import Settings

PAPER, INK, SOFT, BRAND, BAR = "#fdfcf8", "#1b2827", "#4c5957", "#0b5a58", "#0c4a4a"
COLOURS = {
    "tool": "#0b5a58", "case": "#8a4b08", "gap": "#9a2c4e", "model": "#3d4da0",
    "source": "#4c5957", "topic": "#3b6121", "phase": "#663b8c", "synthesis": "#7a3a2a",
}  # fmt: skip
"""The colours of the style sheet, in light; a type without one has that of the site."""

_ABOUT = "Kennis over samenwerken in zorg, welzijn en sociaal domein."
_HOLDS = "Hulpmiddelen, voorbeelden en open vragen"
_MARGIN, _EDGE, _BAR, _MARK, _PIN = 80, 16, 118, 250, 58
_LEADING = 1.25
_FINER = 4
"""How many times larger a mark is drawn than it is shown, for smooth edges."""

_PLAIN = str.maketrans("‘’“”–—", "''\"\"--")


def share_images(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield the image of the site and of every type, by address; the same bytes every time."""
    yield urls.share_image(SITE), _png(_card(SITE, settings.site_name, _ABOUT, _HOLDS))
    for row in ENTRY_TYPES:
        about = labels.LIST_INTROS.get(row.name, "")
        yield urls.share_image(row.name), _png(_card(row.name, row.plural, about, settings.site_name))


def icons() -> Iterator[tuple[str, bytes]]:
    """Yield the icons for what shows no SVG, by address: bookmarks on a phone, old browsers."""
    apple = Image.new("RGB", (180, 180), BAR)
    apple.paste("#ffffff", (28, 28), _mark(SITE, 124, filled=True))
    yield urls.APPLE_ICON, _png(apple)
    small = Image.new("RGBA", (48, 48), BRAND)
    small.putalpha(_mark(SITE, 48, filled=True))
    file = BytesIO()
    small.save(file, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    yield urls.ICON, file.getvalue()


def _card(name: str, title: str, about: str, said: str) -> Image.Image:
    """Return the mark of a type beside its name, above a bar in which something is said."""
    width, height = SHARE_SIZE
    colour = COLOURS.get(name, BRAND)
    image = Image.new("RGB", SHARE_SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, _EDGE), colour)
    draw.rectangle((0, height - _BAR, width, height), BAR)
    centre = (_EDGE + height - _BAR) // 2
    image.paste(colour, (_MARGIN, centre - _MARK // 2), _mark(name, _MARK))
    left = _MARGIN + _MARK + 70
    _write(draw, (left, centre), (_Text(title, 84, INK), _Text(about, 38, SOFT)), width - left - _MARGIN)
    line = height - _BAR // 2
    image.paste("#ffffff", (_MARGIN, line - _PIN // 2), _mark(SITE, _PIN, filled=True))
    place = (_MARGIN + _PIN + 24, line)
    _write(draw, place, (_Text(said, 42, "#ffffff"),), width - place[0] - _MARGIN)
    return image


class _Text(NamedTuple):
    """A text with its size and colour."""

    text: str
    size: int
    colour: str


def _write(draw: ImageDraw.ImageDraw, place: tuple[int, int], texts: tuple[_Text, ...], room: int) -> None:
    """Write texts below each other, in lines that fit, their middle at the height of ``place``."""
    lines = [part._replace(text=line) for part in texts for line in _lines(part, room)]
    heights = [round(line.size * _LEADING) for line in lines]
    top = place[1] - sum(heights) // 2
    for line, height in zip(lines, heights, strict=True):
        draw.text((place[0], top + height // 2), line.text, line.colour, _font(line.size), anchor="lm")
        top += height


def _lines(part: _Text, room: int) -> list[str]:
    """Return a text in lines that fit; the font has no accents, so letters are drawn without."""
    plain = unicodedata.normalize("NFD", part.text.translate(_PLAIN)).encode("ascii", "ignore").decode()
    font = _font(part.size)
    lines: list[str] = []
    for word in plain.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """Return the font that is in Pillow, spaced the same on every machine."""
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise TypeError("Pillow lacks FreeType")
    return font.font_variant(layout_engine=ImageFont.Layout.BASIC)


def _mark(name: str, size: int, *, filled: bool = False) -> Image.Image:
    """Return the mark of a type as a mask, that of the site when it has none."""
    pen = _Pen(size * _FINER, filled=filled)
    marks = files("kb") / "templates" / "marks"
    file = marks / f"{name}.svg"
    svg = (file if file.is_file() else marks / f"{SITE}.svg").read_text(encoding="utf-8")
    for shape in ET.fromstring(svg):  # noqa: S314 - our own file
        pen.draw(shape)
    return pen.image.resize((size, size), Image.Resampling.BOX)


class _Pen:
    """Draws the shapes that marks are made of, 24 by 24: lines, circles and a rounded square."""

    def __init__(self, size: int, *, filled: bool) -> None:
        self.image = Image.new("L", (size, size))
        self._draw = ImageDraw.Draw(self.image)
        self._scale = size / 24
        self._width = round(2 * self._scale)
        self._filled = filled

    def draw(self, shape: ET.Element) -> None:
        """Draw one shape; in a filled mark lines inside are left open."""
        held = {name: float(text) for name, text in shape.attrib.items() if name != "points"}
        points = [self._at(*map(float, pair.split(","))) for pair in shape.get("points", "").split()]
        match shape.tag.rpartition("}")[2]:
            case "line":
                self._stroke([self._at(held["x1"], held["y1"]), self._at(held["x2"], held["y2"])])
            case "polyline":
                self._stroke(points, 0 if self._filled else 255)
            case "polygon":
                if self._filled:
                    self._draw.polygon(points, 255)
                self._stroke([*points, points[0]])
            case "circle":
                r = held["r"]
                box = self._box(held["cx"] - r, held["cy"] - r, 2 * r, 2 * r)
                self._draw.ellipse(box, outline=255, width=self._width)
            case "rect":
                box = self._box(held["x"], held["y"], held["width"], held["height"])
                radius = (held["rx"] + 1) * self._scale
                self._draw.rounded_rectangle(box, radius, outline=255, width=self._width)
            case other:
                raise ValueError(f"a mark cannot hold a {other}")

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x * self._scale, y * self._scale

    def _box(self, x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
        """Return the box around a shape, half the width of its line included."""
        return (*self._at(x - 1, y - 1), *self._at(x + width + 1, y + height + 1))

    def _stroke(self, points: list[tuple[float, float]], shade: int = 255) -> None:
        """Draw lines with round ends and corners."""
        self._draw.line(points, shade, self._width, joint="curve")
        half = self._width / 2
        for x, y in points:
            self._draw.ellipse((x - half, y - half, x + half, y + half), shade)


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG", compress_level=6)
    return file.getvalue()
