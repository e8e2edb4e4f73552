"""The images others show of the site have the size they promise, our colours, and something on them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from kb.model import ENTRY_TYPES
from kb.outputs import share_images, urls
from kb.outputs.head import SHARE_SIZE, SITE
from kb.settings import Settings

ROOT = Path(__file__).parents[3]
MARKS = ROOT / "kb/templates/marks"
NAMES = [SITE, *(row.name for row in ENTRY_TYPES)]


@pytest.fixture(scope="module")
def drawn() -> dict[str, bytes]:
    """Return every image to share, by address."""
    return dict(share_images.share_images(Settings(site_name="Kennis")))


def opened(data: bytes) -> Image.Image:
    """Return an image in colours."""
    return Image.open(BytesIO(data)).convert("RGB")


def test_share_images_are_there_for_every_type(drawn: dict[str, bytes]) -> None:
    """Each address that a page can name has an image of the size that the page says it has."""
    assert drawn.keys() == {urls.share_image(name) for name in NAMES}
    assert {Image.open(BytesIO(data)).format for data in drawn.values()} == {"PNG"}
    assert {opened(data).size for data in drawn.values()} == {SHARE_SIZE}
    assert len(set(drawn.values())) == len(NAMES)


def test_share_images_are_the_same_twice(drawn: dict[str, bytes]) -> None:
    """A build that changed nothing gives the same bytes."""
    assert dict(share_images.share_images(Settings(site_name="Kennis"))) == drawn


def test_share_images_show_the_name_of_the_site(drawn: dict[str, bytes]) -> None:
    """Another name gives another image, and letters that the font lacks are no boxes."""
    changed = dict(share_images.share_images(Settings(site_name="Kénnis")))
    assert changed == drawn
    assert dict(share_images.share_images(Settings(site_name="Kunde"))).items().isdisjoint(drawn.items())


def test_share_images_keep_long_names_inside() -> None:
    """A long name is broken into lines and leaves the margin free."""
    long = "De juiste kennis op de juiste plek voor iedereen die samenwerkt"
    image = opened(dict(share_images.share_images(Settings(site_name=long)))[urls.share_image(SITE)])
    right = image.crop((image.width - 60, 20, image.width, image.height))
    assert len(right.getcolors() or []) == 2


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_share_image_has_the_colour_of_its_type(row: object, drawn: dict[str, bytes]) -> None:
    """The edge has the colour that the style sheet gives the type in light."""
    name = row.name  # type: ignore[attr-defined]
    style = (ROOT / "site_overrides/assets/stylesheets/kb.css").read_text(encoding="utf-8")
    light = re.search(rf"--kb-{name}: (#[0-9a-f]{{6}})", style)
    assert light
    red, green, blue = opened(drawn[urls.share_image(name)]).getpixel((5, 5))  # type: ignore[misc]
    assert f"#{red:02x}{green:02x}{blue:02x}" == light[1] == share_images.COLOURS[name]


def test_colours_of_the_site_are_those_of_the_style_sheet() -> None:
    """Paper, ink and bar look as they do on the site."""
    style = (ROOT / "site_overrides/assets/stylesheets/kb.css").read_text(encoding="utf-8")
    for token, colour in {
        "bg": share_images.PAPER,
        "ink": share_images.INK,
        "soft": share_images.SOFT,
        "brand": share_images.BRAND,
        "bar": share_images.BAR,
    }.items():
        assert f"--kb-{token}: {colour};" in style


@pytest.mark.parametrize("name", NAMES)
def test_mark_is_made_of_shapes_in_its_square(name: str) -> None:
    """A mark can stand in a page and in an image: current colour, simple shapes, nothing cut off."""
    root = ET.parse(MARKS / f"{name}.svg").getroot()  # noqa: S314
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("stroke"), root.get("fill")) == ("currentColor", "none")
    numbers = [float(n) for shape in root for text in shape.attrib.values() for n in re.split("[ ,]", text)]
    assert numbers
    assert all(0 <= number <= 23 for number in numbers)


def test_marks_are_those_of_the_types() -> None:
    """No mark is left of a type that is gone."""
    assert sorted(file.stem for file in MARKS.iterdir()) == sorted(NAMES)


def test_icons_have_the_sizes_that_are_asked_for() -> None:
    """A phone gets 180 pixels without a hole in it; an old browser gets three sizes in one file."""
    found = dict(share_images.icons())
    apple = Image.open(BytesIO(found[urls.APPLE_ICON]))
    assert (apple.size, apple.mode) == ((180, 180), "RGB")
    assert len(apple.getcolors(1000) or []) > 2
    icon = Image.open(BytesIO(found[urls.ICON]))
    assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
