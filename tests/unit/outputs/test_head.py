"""The head of a page names it to search engines, social networks and assistants, and claims no more."""

from __future__ import annotations

import json
import re
from html import unescape

from kb.outputs import head
from kb.outputs.crumbs import Crumb
from kb.outputs.page import Page
from kb.settings import Settings

SITE = "https://voorbeeld.nl/onder/pad/"
SETTINGS = Settings(site_name="Kennis & Kunde", site_address=SITE)


def page(path: str = "tools/x/", **changes: object) -> Page:
    """Return a page of the tools."""
    values: dict[str, object] = {"title": "Titel", "html": "", "section": "tools/"} | changes
    return Page(path, **values)  # type: ignore[arg-type]


def properties(text: str) -> dict[str, str]:
    """Return the content of every ``meta`` element by property or name."""
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', text)
    return {name: unescape(content) for name, content in found}


def test_tags_without_a_site_address_claim_none() -> None:
    """Nothing that needs a full address is there; what works relative is."""
    assert head.tags(page(crumbs=(Crumb("Home", ""),)), Settings()) == ""
    link = '<link rel="alternate " type="text/markdown" href="../../id/T0001.md"'
    assert head.tags(page(markdown="id/T0001.md"), Settings()).startswith(link)


def test_tags_may_stand_where_a_former_address_leads_to_the_page() -> None:
    """A redirect names the page it leads to, by links that are right from where it is."""
    text = head.tags(page(markdown="id/T0001.md"), SETTINGS, at="oud/")
    assert 'href="../id/T0001.md"' in text
    assert f'<link rel="canonical" href="{SITE}tools/x/">' in text


def test_tags_name_the_page_in_full() -> None:
    """A shared link shows title, description and an image with its size and a text, all escaped."""
    shown = page(title='<b> & "x"', meta={"description": "Wat & hoe"}, markdown="id/T0001.md")
    text = head.tags(shown, SETTINGS)
    assert f'<link rel="canonical" href="{SITE}tools/x/">' in text
    assert "<b>" not in text
    assert properties(text) == {
        "og:type": "article",
        "og:url": f"{SITE}tools/x/",
        "og:locale": "nl_NL",
        "og:site_name": "Kennis & Kunde",
        "og:title": '<b> & "x"',
        "og:description": "Wat & hoe",
        "og:image": f"{SITE}assets/share/tool.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Hulpmiddelen. Kennis & Kunde",
        "twitter:card": "summary_large_image",
    }


def test_tags_of_a_page_of_no_type_show_the_image_of_the_site() -> None:
    """Home, the glossary and the finder have the image of the site; only entries are articles."""
    for path in ("", "begrippen/"):
        shown = properties(head.tags(page(path, section=path), SETTINGS))
        assert shown["og:image"] == f"{SITE}assets/share/site.png"
        assert shown["og:image:alt"] == "Kennis & Kunde"
        assert shown["og:type"] == "website"


def test_tags_tell_the_trail_as_data() -> None:
    """Search engines read the trail down to the page itself; nothing in a name can end the element."""
    crumbs = (Crumb("Home", ""), Crumb("</script>", "tools/"))
    text = head.tags(page(crumbs=crumbs), SETTINGS)
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert found
    items = json.loads(found[1])["itemListElement"]
    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, "Home", SITE),
        (2, "</script>", f"{SITE}tools/"),
        (3, "Titel", f"{SITE}tools/x/"),
    ]
    assert "ld+json" not in head.tags(page("", section=""), SETTINGS)
