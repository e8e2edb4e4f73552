"""The search index holds what published entries say, weighted by where they say it, and nothing else."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import Glossary
from kb.outputs import urls
from kb.outputs.search import FOLDER, document, write_index
from kb.pipeline import Checked

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]


class Document(HTMLParser):
    """What Pagefind sees of a document: facts, filters, weighted texts, and which tags there are."""

    def __init__(self, html: str) -> None:
        """Read ``html``."""
        super().__init__()
        self.meta: dict[str, str] = {}
        self.filters: list[tuple[str, str]] = []
        self.weights: dict[str, str] = {}
        self.tags: set[str] = set()
        self._open: list[dict[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        held = dict(attrs)
        self.tags.add(tag)
        self._open.append(held)
        if name := held.get("data-pagefind-meta"):
            self.meta[name] = ""
        if name := held.get("data-pagefind-filter"):
            self.filters.append((name, ""))

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        assert self._open.pop() is not None, tag

    def handle_data(self, data: str) -> None:
        """Give a text to what it stands in."""
        if not self._open:
            return
        inner = self._open[-1]
        if name := inner.get("data-pagefind-meta"):
            self.meta[name] += data
        if name := inner.get("data-pagefind-filter"):
            self.filters[-1] = (name, self.filters[-1][1] + data)
        if weight := inner.get("data-pagefind-weight"):
            self.weights[weight] = self.weights.get(weight, "") + data


def test_document_has_facts_filters_and_weights(make: Make, knowledge: Knowledge) -> None:
    """The result list, the filters and the ranking find all they need."""
    tool = make(
        "tool",
        "x",
        id="T0042",
        title="Doelen kiezen",
        title_lang="en",
        summary="Kort.",
        aliases=["Ook zo"],
        audiences=["bestuurder"],
    )
    found = Document(document(tool, knowledge(tool)))
    assert found.meta == {
        "title": "Doelen kiezen",
        "summary": "Kort.",
        "id": "T0042",
        "type": "tool",
        "kind": "Hulpmiddel: handreiking",
        "lang": "en",
    }
    assert found.filters == [
        ("type", "tool"),
        ("phase", "voorbeeldfase"),
        ("topic", "voorbeeldthema"),
        ("audience", "bestuurder"),
    ]
    assert found.weights == {
        "8": "Doelen kiezen",
        "6": "Ook zo",
        "4": "Kort.",
        "2": "Hulpmiddel. Voorbeeldthema. Voorbeeldfase",
    }


def test_document_has_the_text_of_the_entry(make: Make, knowledge: Knowledge) -> None:
    """The body is in it as HTML, with its headings."""
    tool = make("tool", "x", body="## Wat is het?\n\nEen *zeldzaam* woord.\n")
    html = document(tool, knowledge(tool))
    assert "<em>zeldzaam</em>" in html
    assert '<h2 id="wat-is-het">' in html


def test_document_has_the_names_of_the_glossary(make: Make, knowledge: Knowledge) -> None:
    """Who searches for a synonym finds the entry that explains the term."""
    tool = make("tool", "x", aliases=["Ook zo"])
    found = Document(document(tool, knowledge(tool), ("GALA", "Gezond en Actief Leven")))
    assert found.weights["6"] == "Ook zo. GALA. Gezond en Actief Leven"


hostile = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1) | st.sampled_from(
    [
        "</h1></body><script>alert(1)</script>",
        '"><b data-pagefind-filter="type">x',
        "{title}{0}",
        "&amp;",
        "<!--",
    ]
)


@given(text=hostile)
def test_document_takes_every_text_for_what_it_is(text: str, make: Make, knowledge: Knowledge) -> None:
    """No title, name or summary can end its element, add a filter or be taken for a slot."""
    tool = make("tool", "x", title=text, summary=text, aliases=[text])
    found = Document(document(tool, knowledge(tool), (text,)))
    assert (found.meta["title"], found.meta["summary"]) == (text, text)
    assert found.weights["6"] == f"{text}. {text}"
    assert [name for name, _ in found.filters] == ["type", "phase", "topic"]
    assert not found.tags & {"script", "b"}


def test_write_index_gives_the_same_entries_twice(minimal: Checked, tmp_path: Path) -> None:
    """The same content gives the same words and entries, byte for byte, and only what our page asks for.

    The order of the values of a filter is Pagefind's own, and differs from run to run.
    """
    built = []
    for name in ("een", "twee"):
        write_index(minimal.knowledge_base(), tmp_path / name)
        files = [path for path in (tmp_path / name).rglob("*") if path.is_file()]
        built.append({path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in files})
    first, second = (
        {path: data for path, data in files.items() if ".pf_filter" not in path and ".pf_meta" not in path}
        for files in built
    )
    assert len(built[0]) == len(built[1])
    assert first.pop(f"{FOLDER}/pagefind-entry.json").count(b'"nl"') == 2
    assert second.pop(f"{FOLDER}/pagefind-entry.json")
    assert first == second
    assert f"{FOLDER}/pagefind.js" in first
    assert [path for path in first if path.endswith(".pf_fragment")]
    assert [path for path in first if path.endswith(".pf_index")]
    assert not [path for path in built[0] if "-ui." in path or "highlight" in path]


def fragments(site: Path) -> dict[str, str]:
    """Return the text of every entry in an index, by address."""
    found = {}
    for file in (site / FOLDER / "fragment").iterdir():
        held = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[held["url"]] = held["content"]
    return found


def test_write_index_holds_published_entries_only(make: Make, knowledge: Knowledge, tmp_path: Path) -> None:
    """Each published entry is found at the address of its page; a draft and a retired one are not found."""
    kb = knowledge(make("tool", "a"), make("tool", "b", status="draft"), make("tool", "c", status="retired"))
    write_index(kb, tmp_path)
    assert fragments(tmp_path).keys() == {f"/{urls.entry_address(located)}" for located in kb.published}
    assert len(kb.published) == 9


def test_write_index_has_the_glossary_at_the_entry_that_explains_a_term(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    """Every name of a term leads to its entry, and to no other; a term without an entry leads nowhere."""
    term = {"meaning": "Iets.", "synonyms": ["bijwoord"], "english": "thing", "long_form": "voluit"}
    terms = [{**term, "term": "afk", "entry": "voorbeeldtool"}, {"term": "los", "meaning": "Iets."}]
    kb = knowledge()
    glossary = Glossary.model_validate({"terms": terms})
    write_index(replace(kb, vocabularies=replace(kb.vocabularies, glossary=glossary)), tmp_path)
    found = fragments(tmp_path)
    assert "afk. voluit. bijwoord. thing" in found["/tools/voorbeeldtool/"]
    assert [address for address, text in found.items() if "bijwoord" in text] == ["/tools/voorbeeldtool/"]
    assert not [address for address, text in found.items() if "los." in text]
