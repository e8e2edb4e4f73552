"""Every picture has a page, stands on the overview, and is drawn so that all can read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, EntryType
from kb.outputs import urls
from kb.outputs.pages import plan_pages
from kb.outputs.pictures import PICTURES, shown_with
from kb.outputs.pictures.picture import Picture
from kb.outputs.shell import SECTIONS
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

_TAG = re.compile(r"<(?P<end>/?)svg\b(?P<attributes>[^>]*)>")

every_picture = pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.address)


@pytest.fixture(scope="module")
def kb(full: Callable[[EntryType], LocatedEntry], knowledge: Knowledge) -> KnowledgeBase:
    """Return a project with a value in every field."""
    return knowledge(*map(full, ENTRY_TYPES))


def drawings(html: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes and the inside of every drawing; one in another is part of it."""
    depth, start, attributes = 0, 0, ""
    for tag in _TAG.finditer(html):
        if not tag["end"] and depth == 0:
            start, attributes = tag.end(), tag["attributes"]
        depth += -1 if tag["end"] else 1
        if depth == 0:
            yield attributes, html[start : tag.start()]


@every_picture
def test_picture_has_a_page_in_its_section(picture: Picture, kb: KnowledgeBase) -> None:
    """The page says what the picture is about, below a section that has a shell."""
    page = plan_pages(kb, Settings())[picture.address]()
    assert picture.section in SECTIONS
    assert (page.path, page.title, page.section) == (picture.address, picture.title, picture.section)
    assert picture.lead in page.html


@every_picture
def test_overview_and_lists_lead_to_the_picture(picture: Picture, kb: KnowledgeBase) -> None:
    """The overview shows its fact; the lists it is about link to it, narrowed lists do not."""
    plan = plan_pages(kb, Settings())
    overview = plan[urls.OVERVIEW]().html
    assert f'<a href="../{picture.address}">' in overview
    assert picture.said(kb).replace("'", "&#39;") in overview
    for row in ENTRY_TYPES:
        linked = picture.invitation in plan[urls.list_address(row)]().html
        assert linked == (row.name in picture.lists) == (picture in shown_with(row.name))
    assert "kb-seen__link" not in plan["tools/fase/voorbeeldfase/"]().html


@every_picture
def test_drawings_have_a_name_and_words(picture: Picture, kb: KnowledgeBase) -> None:
    """A drawing is an image with name and description, or decoration that is left out."""
    html = plan_pages(kb, Settings())[picture.address]().html
    for attributes, inside in drawings(html):
        if 'aria-hidden="true"' in attributes:
            assert "<text" not in inside
            continue
        assert 'role="img"' in attributes
        named = re.search(r'aria-labelledby="(\S+) (\S+)"', attributes)
        assert named is not None
        assert re.search(rf'<title id="{named[1]}">[^<]+</title><desc id="{named[2]}">[^<]+</desc>', inside)


@pytest.mark.parametrize("address", [urls.OVERVIEW, *(picture.address for picture in PICTURES)])
def test_pages_keep_to_the_policy(address: str, kb: KnowledgeBase) -> None:
    """No styles or scripts inside, nothing from elsewhere; drawn twice it is the same."""
    html = plan_pages(kb, Settings())[address]().html
    assert re.search(r'\sstyle=|<style|<script|(?:href|src)="https?:', html) is None
    assert html == plan_pages(kb, Settings())[address]().html


def test_pictures_do_not_depend_on_the_day(make: Make, knowledge: Knowledge) -> None:
    """What was reviewed later draws the same."""
    early, late = (knowledge(make("tool", "x", last_reviewed=date(year, 1, 1))) for year in (2025, 2026))
    for picture in PICTURES:
        pages = [plan_pages(kb, Settings())[picture.address]().html for kb in (early, late)]
        assert pages[0] == pages[1]
