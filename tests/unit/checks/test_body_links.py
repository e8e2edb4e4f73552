"""Links, images and HTML of one body."""

from __future__ import annotations

import pytest

from kb.checks import body_links
from kb.checks.body_links import BodyLinks
from kb.checks.references import Targets
from kb.corpus import BrokenEntry, Corpus
from kb.markdown import Outline, outline
from kb.model import TYPE_BY_NAME
from tests.unit.checks.conftest import MakeEntry


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[a](../cases/c.md)", []),
        ("[a](../cases/c.md#wat-gebeurde-er)", []),
        ("[a](../cases/kapot.md#kop)", []),
        ("[a](#kop)\n\n### Kop", []),
        ("[a](../cases/c.md#)", ["KB407"]),
        ("[a](../tools/c.md#weg)", ["KB406"]),
        ("[a](../tool/c.md)", ["KB406"]),
        ("[a](../cases/weg.md)", ["KB405"]),
        ("[a](../mappen/weg.md)", ["KB408"]),
        ("[a](../cases/c.md?x=1)", ["KB408"]),
        ("[a](../cases/c)", ["KB408"]),
        ("[a][b]\n\n[b]: ../cases/weg.md", ["KB405"]),
        ("[a](C:\\c.md)", ["KB502"]),
        ("[a](//rivm.nl)", ["KB501"]),
        ("[](#)", ["KB407", "KB409"]),
        ("![a](../images/a.PNG)", ["KB410"]),
        ("![](a.png)", ["KB410", "KB411"]),
        ("a <br> b", ["KB412"]),
    ],
)
def test_check_finds(entry: MakeEntry, body: str, found: list[str]) -> None:
    """Each mistake in a link or image gives its own finding, and no other."""
    located = entry("tool", "a", body=body)
    broken = BrokenEntry(TYPE_BY_NAME["case"], "kapot", "content/cases/kapot.md")
    links = BodyLinks(Targets(Corpus((located, entry("case", "c")), (broken,))), frozenset({"x.png"}))
    assert sorted(d.code for d in links.check(located, outline(body))) == found


def test_check_parses_a_linked_page_once(entry: MakeEntry, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that many link to by heading costs one parse."""
    parsed: list[str] = []

    def parse(text: str) -> Outline:
        parsed.append(text)
        return outline(text)

    monkeypatch.setattr(body_links, "outline", parse)
    body = "[a](../cases/c.md#wat-gebeurde-er) [b](../cases/c.md#wat-werkte-niet)"
    located = entry("tool", "a", body=body)
    links = BodyLinks(Targets(Corpus((located, entry("case", "c")))), frozenset({"x.png"}))
    assert not list(links.check(located, outline(body)))
    assert len(parsed) == 1
