"""The trail of every page leads from home down to the page above it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from kb.knowledge_base import KnowledgeBase
from kb.outputs import crumbs
from kb.outputs.crumbs import Crumb
from kb.outputs.pages import plan_pages
from kb.settings import Settings

Knowledge = Callable[..., KnowledgeBase]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", []),
        ("tools/", ["Home"]),
        ("tools/voorbeeldtool/", ["Home", "Hulpmiddelen"]),
        ("tools/soort/checklist/", ["Home", "Hulpmiddelen"]),
        ("tools/fase/voorbeeldfase/thema/voorbeeldthema/", ["Home", "Hulpmiddelen", "Voorbeeldfase"]),
        ("wegwijzer/voorbeeldfase/", ["Home", "Wegwijzer"]),
        ("wegwijzer/fase-onbekend/voorbeeldthema/", ["Home", "Wegwijzer", "Fase onbekend"]),
        (
            "wegwijzer/voorbeeldfase/voorbeeldthema/bestuurder/",
            ["Home", "Wegwijzer", "Fase 1", "Voorbeeldthema"],
        ),
        ("zoeken/a-z/", ["Home", "Zoeken"]),
        ("aanbevelingen/gemeenten/", ["Home", "Wat kan ik doen?"]),
        ("begrippen/", ["Home"]),
    ],
)
def test_trail_follows_the_address(address: str, expected: list[str], knowledge: Knowledge) -> None:
    """Every page above one is named, in order; parts of an address that are no page are left out."""
    found = crumbs.trail(address, crumbs.names(knowledge()))
    assert [crumb.name for crumb in found] == expected


def test_trail_of_every_page_leads_to_pages(knowledge: Knowledge) -> None:
    """From any page of the plan a trail begins at home and goes down, by pages that exist."""
    kb = knowledge()
    plan, names = plan_pages(kb, Settings()), crumbs.names(kb)
    for address in plan.keys() - {""}:
        found = [crumb.address for crumb in crumbs.trail(address, names)]
        assert found[0] == "", address
        assert set(found) <= plan.keys(), address
        assert all(below.startswith(above) for above, below in pairwise([*found, address])), address


def test_as_html_is_navigation_with_a_name() -> None:
    """A screen reader announces the trail; names are text, links are right from where the page is."""
    html = crumbs.as_html([Crumb("Home", ""), Crumb("<b>", "tools/")], "../../")
    assert html == (
        '<nav class="kb-crumbs" aria-label="Kruimelpad"><ol>'
        '<li><a href="../../">Home</a></li><li><a href="../../tools/">&lt;b&gt;</a></li></ol></nav>'
    )
    assert crumbs.as_html([], "./") == ""
