"""Addresses lead where they say, from every page and at any place on a host."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.corpus import LocatedEntry
from kb.model import ENTRY_TYPES, TYPE_BY_NAME
from kb.outputs import urls

FOLDERS = {row.folder: row.path for row in ENTRY_TYPES}

segments = st.text("az09-", min_size=1, max_size=4)
pages = st.lists(segments, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
addresses = pages | st.builds("{}{}.json".format, pages, segments)
sites = st.sampled_from(
    ["https://host.example/", "https://host.example/onder/pad/", "http://127.0.0.1:8000/"]
)


@given(site=sites, here=addresses, there=addresses)
def test_to_root_leads_from_any_page_to_any_other(site: str, here: str, there: str) -> None:
    """A browser that follows the link to the root and an address from any page arrives at that address."""
    assert urljoin(site + here, urls.to_root(here) + there) == site + there


@given(address=addresses)
def test_to_root_is_relative(address: str) -> None:
    """The way to the root names no host and is never empty, as an empty link leads to the page itself."""
    assert urls.to_root(address)
    assert set(urls.to_root(address).split("/")) <= {"..", ".", ""}
    assert not urls.to_root(address).startswith("/")


@given(address=addresses)
def test_output_file_is_what_a_plain_server_shows_at_an_address(address: str) -> None:
    """A folder is served by its `index.html`, a file by itself."""
    file = urls.output_file(address)
    assert file.removesuffix("index.html") == address
    assert file.endswith(("/index.html", ".json")) or file == "index.html"


@given(first=addresses, second=addresses)
def test_output_file_differs_for_every_address(first: str, second: str) -> None:
    """No two pages are written to one file."""
    assert (urls.output_file(first) == urls.output_file(second)) == (first == second)


def test_addresses_of_an_entry(make: Callable[..., LocatedEntry]) -> None:
    """The page, the permanent address and a former one of an entry."""
    case = make("case", "samen-starten", id="P0042")
    assert urls.entry_address(case) == "praktijk/samen-starten/"
    assert urls.permalink(case.entry.id) == "id/P0042/"
    assert urls.former_address(case.type, "oud") == "praktijk/oud/"
    assert urls.advice_address("gemeenten") == "aanbevelingen/gemeenten/"


def test_addresses_of_lists() -> None:
    """A list and a filtered list; a field without a word of its own is its own word."""
    source = TYPE_BY_NAME["source"]
    assert urls.list_address(source) == "bronnen/"
    assert urls.facet_address(source, "csl_type", "motion_picture") == "bronnen/vorm/motion_picture/"
    assert urls.facet_address(source, "container_title", "x") == "bronnen/container-title/x/"
    assert urls.combined_address(source, {"phases": "a", "topics": "b"}) == "bronnen/fase/a/thema/b/"
    assert urls.combined_address(source, {"topics": "b"}) == urls.facet_address(source, "topics", "b")


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("../tools/x.md", "tools/x/"),
        ("../cases/x.md", "praktijk/x/"),
        ("../cases/x.md#wat-werkte-niet", "praktijk/x/#wat-werkte-niet"),
        ("../../content/../tools/x.md", None),
        ("../../tools/x.md", "tools/x/"),
        ("./../tools/x.md", "tools/x/"),
        ("../tools/x", "tools/x/"),
        ("../praktijk/x.md", None),
        ("../pages/over.md", None),
        ("../tools/", None),
        ("../tools/diep/x.md", None),
        ("../tools/x.md?q=1", None),
        ("tools/x.md", None),
        ("/tools/x.md", None),
        ("#kop", None),
        ("", None),
        ("https://host.example/../tools/x.md", None),
        ("//host.example/tools/x.md", None),
        ("mailto:a@host.example", None),
        ("javascript:../tools/x.md", None),
    ],
)
def test_content_link_is_the_address_of_an_entry(target: str, address: str | None) -> None:
    """A link between files of content/ becomes an address; anything else is left to whoever asked."""
    assert urls.content_link(target, FOLDERS) == address


@given(
    folder=st.sampled_from(sorted(FOLDERS)), slug=segments, anchor=st.just("") | segments.map("#{}".format)
)
def test_content_link_finds_every_entry(folder: str, slug: str, anchor: str) -> None:
    """Whatever an entry is called, a link to its file leads to its page and keeps the heading."""
    assert (
        urls.content_link(f"../{folder}/{slug}.md{anchor}", FOLDERS) == f"{FOLDERS[folder]}/{slug}/{anchor}"
    )


@given(
    target=st.text() | st.lists(st.sampled_from(["..", ".", "/", "tools", "x", ".md", "#", ":"])).map("".join)
)
def test_content_link_never_leads_outside_the_folders(target: str) -> None:
    """Any text is no link to an entry, or one that begins with the address of a type."""
    address = urls.content_link(target, FOLDERS)
    assert address is None or address.split("/")[0] in FOLDERS.values()
