"""The files of the index hold what the index knows, in the form that the browser reads."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs import urls
from kb.outputs.search import FOLDER, files, index_files, write_index
from kb.pipeline import Checked

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]


def read(kb: KnowledgeBase) -> dict[str, Any]:
    """Return the files of the index of a knowledge base by name, as data."""
    made = index_files(kb).items()
    return {path.removeprefix(FOLDER).removesuffix(".json"): json.loads(data) for path, data in made}


def whole(coded: str) -> list[str]:
    """Return words of which each begins with a capital for the letters it shares with the one before."""
    words = [""]
    for shared, rest in re.findall("([A-Z])([^A-Z]*)", coded):
        words.append(words[-1][: ord(shared) - ord("A")] + rest)
    return words[1:]


def postings(found: dict[str, Any]) -> dict[str, dict[int, int]]:
    """Return by term the numbers of entries, with double impacts, from all files together."""
    terms = whole(found["terms"]["terms"])
    shards = found["start"]["shards"]
    held: dict[str, dict[int, int]] = {}
    for number, first in enumerate(shards):
        for place, flat in enumerate(found[f"postings-{number}"], first):
            held[terms[place]] = dict(zip(accumulate(flat[::2]), flat[1::2], strict=True))
    assert list(held) == terms
    return held


def test_the_same_content_gives_the_same_bytes(minimal: Checked) -> None:
    """Two builds of one commit are equal; anything else has another version."""
    one, other = (KnowledgeBase.from_corpus(minimal.corpus) for _ in range(2))
    assert index_files(one) == index_files(other)


def test_version_follows_the_content(make: Make, knowledge: Knowledge) -> None:
    """One changed letter is enough."""
    versions = {
        read(knowledge(make("tool", "a", summary=text)))["start"]["version"] for text in ("Ene.", "Enf.")
    }
    assert len(versions) == 2


def test_postings_lead_to_the_entries_that_have_a_word(make: Make, knowledge: Knowledge) -> None:
    """Steps add up to numbers of entries; odd where the title has the word."""
    kb = knowledge(make("tool", "a", title="Zeldzaam"), make("source", "b", summary="Iets zeldzaams hier."))
    slugs = [e.slug for e in kb.published]
    found = postings(read(kb))["zeldzaam"]
    assert {slugs[number]: value % 2 for number, value in found.items()} == {"a": 1, "b": 0}
    assert all(1 <= value >> 1 <= 63 for held in postings(read(kb)).values() for value in held.values())


@pytest.mark.parametrize("most", [1, 7, 10_000])
def test_postings_are_cut_between_terms(minimal: Checked, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """However many go into a file, all are there."""
    kb = KnowledgeBase.from_corpus(minimal.corpus)
    whole = postings(read(kb))
    monkeypatch.setattr(files, "_SHARD_NUMBERS", most)
    cut = read(kb)
    assert postings(cut) == whole
    assert (len(cut["start"]["shards"]) > 1) == (most < 10_000)


@pytest.mark.parametrize("most", [1, 4, 100])
def test_records_are_cut_into_files(minimal: Checked, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Entry by entry in their order, with all that a result shows."""
    kb = KnowledgeBase.from_corpus(minimal.corpus)
    monkeypatch.setattr(files, "_SHARD_RECORDS", most)
    found = read(kb)
    assert (found["start"]["perFile"], found["start"]["entries"]) == (most, len(kb.published))
    records = [r for n in range(-(-len(kb.published) // most)) for r in found[f"records-{n}"]]
    assert f"records-{-(-len(kb.published) // most)}" not in found
    for record, located in zip(records, kb.published, strict=True):
        entry = located.entry
        assert record[:4] == [entry.id, urls.entry_address(located), entry.title, located.type.name]
        assert record[5:8] == [entry.title_lang, entry.summary, getattr(entry, "year", None)]


def test_columns_narrow_and_sort(make: Make, knowledge: Knowledge) -> None:
    """Options of an entry by their place, the order of titles, and related entries by number."""
    kb = knowledge(make("tool", "a", title="aap", related=["b"]), make("case", "b", title="Noot"))
    found = read(kb)
    columns, numbers = found["entries"], {e.slug: n for n, e in enumerate(kb.published)}
    facets = {facet["name"]: facet["options"] for facet in found["start"]["facets"]}
    for number, located in enumerate(kb.published):
        (place,) = columns["type"][number]
        assert facets["type"][place] == located.type.name
        assert [facets["topic"][p] for p in columns["topic"][number]] == list(located.entry.topics)
    titles = [kb.published[n].entry.title for n in columns["byTitle"]]
    assert titles == sorted(titles, key=str.casefold)
    assert titles[0] == "aap"
    assert numbers["b"] in columns["related"][numbers["a"]]
    assert len(columns["prior"]) == len(columns["nameLength"]) == len(kb.published)


def test_start_tells_of_concepts_and_other_models(minimal: Checked) -> None:
    """Names of glossary terms as rows of words, and phases of other models with ours; small words too."""
    start = read(KnowledgeBase.from_corpus(minimal.corpus))["start"]
    assert {"een", "bent"} <= set(start["small"])
    assert start["concepts"] == [["begrip", [0]]]
    assert start["schemes"] == [{"id": "voorbeeldschema", "phases": [["fase-een", ["voorbeeldfase"]]]}]


def test_glossary_has_its_names(minimal: Checked) -> None:
    """With what it means and where the glossary explains it."""
    found = read(KnowledgeBase.from_corpus(minimal.corpus))["glossary"]
    assert found == [["begrip", "Een begrip om mee te testen.", "begrip", ["begrip"]]]


def test_write_index(minimal: Checked, tmp_path: Path) -> None:
    """All files, below one folder, also in a site that has an index already."""
    kb = KnowledgeBase.from_corpus(minimal.corpus)
    write_index(kb, tmp_path)
    write_index(kb, tmp_path)
    written = {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in tmp_path.rglob("*.json")}
    assert written == index_files(kb)
    assert all(path.startswith("zoekindex/") for path in written)
