"""The web around an entry shows neighbours that its lists also name, and stays light."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs.pages import plan_pages
from kb.outputs.pictures.web import FEWEST, MOST, web
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

LONG = "Een heel lange titel die nooit op een regel past & <daarom> korter wordt"


@pytest.fixture(scope="module")
def near(make: Make) -> tuple[LocatedEntry, ...]:
    """Return neighbours of several types, with long titles, one in another language."""
    return (
        *(make("tool", f"een-tamelijk-lang-adres-van-hulpmiddel-{n}", title=LONG) for n in range(8)),
        make("case", "c", title="Case", title_lang="en"),
        make("gap", "g", title="Gat"),
        make("model", "m", title="Model"),
        make("source", "s", title="Bron"),
    )


def targets(html: str) -> list[str]:
    """Return the slugs that a drawing links to."""
    return re.findall(r'<a href="[^"]*/([^"/]+)/"', html)


def test_neighbours_are_linked_by_type(near: tuple[LocatedEntry, ...], make: Make) -> None:
    """Each of the first neighbours is a link with text, once, below the name of its type."""
    html = web(make("tool", "hier"), (*near, *near), "../../")
    assert sorted(targets(html)) == sorted(e.slug for e in near[:MOST])
    drawn = ET.fromstring(html)  # noqa: S314 - made here
    texts = ["".join(link.itertext()) for link in drawn.iter("a")]
    assert all(texts)
    assert {text for text in texts if text.endswith("…")} == {"Een heel lange titel die nooit…"}
    for kind in {e.type.plural for e in near[:MOST]}:
        assert html.count(f">{kind}</text>") == 1
    assert 'lang="en"><text' in html


def test_web_is_light_and_keeps_to_the_policy(near: tuple[LocatedEntry, ...], make: Make) -> None:
    """With the longest titles it is below 3 kB, with no styles or scripts, and always the same."""
    html = web(make("tool", "hier", title=LONG), near, "../../")
    assert len(html.encode()) < 3000
    assert re.search(r"\sstyle=|<style|<script|fill=|stroke=", html) is None
    assert html == web(make("tool", "hier", title=LONG), near, "../../")


@pytest.mark.parametrize("number", range(FEWEST))
def test_few_neighbours_are_not_drawn(number: int, near: tuple[LocatedEntry, ...], make: Make) -> None:
    """What a list says in two lines needs no drawing; the same neighbour twice is one."""
    assert not web(make("tool", "hier"), near[:number] * 3, "")


def inside(html: str, drawing: str, slugs: Iterable[str]) -> list[str]:
    """Return the slugs that the page outside its drawing does not link to."""
    rest = html.replace(drawing, "")
    return [slug for slug in slugs if f'/{slug}/"' not in rest]


def test_page_lists_what_is_drawn(make: Make, knowledge: Knowledge) -> None:
    """Every neighbour in the drawing is in a list of the page too; the drawing names itself."""
    tools = [make("tool", f"t{n}", title=f"Hulpmiddel {n}") for n in range(4)]
    hub = make("gap", "spil", title="De spil", related=[tool.slug for tool in tools[:3]])
    html = plan_pages(knowledge(*tools, hub), Settings())["kennishiaten/spil/"]().html
    found = re.search(r'<svg class="kb-web" role="group" aria-labelledby="web-t web-d".*?</svg>', html)
    assert found is not None
    assert {"t0", "t1", "t2"} <= set(targets(found[0]))
    assert inside(html, found[0], targets(found[0])) == []
    assert "De spil" in unescape(found[0])
