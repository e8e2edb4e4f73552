"""The marks of the types in the style sheet are those in the images to share."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from kb.model import ENTRY_TYPES

ROOT = Path(__file__).parents[3]
STYLES = (ROOT / "site_overrides/assets/stylesheets/kb.css").read_text(encoding="utf-8")


def drawn(svg: str) -> list[tuple[str, dict[str, str]]]:
    """Return the shapes of a mark."""
    return [(shape.tag, dict(shape.attrib)) for shape in ET.fromstring(svg)]  # noqa: S314 - our own files


@pytest.mark.parametrize("name", [row.name for row in ENTRY_TYPES])
def test_style_sheet_has_the_mark_of_each_type(name: str) -> None:
    """A mark lives in two places, as a page must not fetch eight images to show eight types."""
    shape = re.search(rf'\[class\*="--{name}"\] {{[^}}]*url\("data:image/svg\+xml,([^"]+)"\)', STYLES)
    assert shape, f"kb.css has no --kb-shape for {name}"
    mark = (ROOT / f"kb/templates/marks/{name}.svg").read_text(encoding="utf-8")
    assert drawn(unquote(shape[1])) == drawn(mark)
