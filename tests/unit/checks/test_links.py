"""Addresses in fields."""

from __future__ import annotations

from kb.checks.links import check_links
from kb.corpus import Corpus
from tests.unit.checks.conftest import MakeEntry


def test_check_links_looks_at_every_field_with_an_address(entry: MakeEntry) -> None:
    """The address of a source and those in its links are checked alike."""
    link = {"url": "https://www.rivm.nl/?utm_source=a", "label": "A"}
    found = check_links(Corpus((entry("source", "b", url="ftp://rivm.nl", links=[link]),)))
    assert {(d.code, d.field) for d in found} == {("KB501", "url"), ("KB505", "links.0.url")}


def test_check_links_asks_of_originals_only_that_they_are_no_local_path(entry: MakeEntry) -> None:
    """An original is a record of how a source spelled it, even without an address of ours."""
    links = [{"url": "https://www.rivm.nl/", "label": "A", "original": "www.rivm.nl/?utm_source=a b"}]
    corpus = Corpus(
        (
            entry("tool", "a", links=links),
            entry("source", "b", url_original="file:///C:/Users/jan/rapport.pdf"),
        )
    )
    assert [(d.code, d.field) for d in check_links(corpus)] == [("KB502", "url_original")]


def test_check_links_compares_addresses_within_one_entry(entry: MakeEntry) -> None:
    """Two entries may share an address; one entry has no use for it twice."""
    one = {"url": "https://www.rivm.nl/a", "label": "A"}
    other = {"url": "http://WWW.rivm.nl/a/", "label": "B"}
    assert not list(check_links(Corpus((entry("tool", "a", links=[one]), entry("tool", "b", links=[other])))))
    (found,) = check_links(Corpus((entry("tool", "a", links=[one, other]),)))
    assert (found.code, found.field) == ("KB508", "links.1.url")
    assert "in links.0.url op regel 2" in found.message
