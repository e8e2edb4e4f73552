"""A question gets its answers: the index that the build makes, asked by the scripts that readers run."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from kb import pipeline
from kb.knowledge_base import KnowledgeBase
from kb.outputs.search import FOLDER, index_files
from kb.outputs.search import files as index
from tests.functional.javascript import JavaScript, ScriptError

ROOT = Path(__file__).parents[2]
OPEN = """
globalThis.files = given;
globalThis.read = [];
globalThis.engine = new Engine(async (name, version) => {
  read.push(version ? `${name}?${version}` : name);
  if (!(name in files)) throw new Error(`${name}: 404`);
  return JSON.parse(files[name]);
});
"""
TOOL = """---
id: {id}
title: {title}
summary: {summary}
topics: [voorbeeldthema]
phases: [{phase}]
phase_basis: editorial
provenance: [{{source: voorbeeldsynthese, section: Eerste hoofdstuk}}]
last_reviewed: 2026-11-25
reviewed_by: redactie
kind: handreiking
described_by: source
{more}---

## Wat is het?

{text}

## Wanneer gebruik je het?

Dit is een voorbeeld.

## Wat is ervan bekend?

Dit is een voorbeeld.
"""
SOURCE = """---
id: {id}
title: {title}
summary: Deze publicatie gaat over wachtlijsten in de zorg. Zij is voor iedereen die er iets aan wil doen.
topics: [voorbeeldthema]
last_reviewed: 2026-11-25
reviewed_by: redactie
csl_type: report
{more}---

## Waar gaat het over?

Dit is een voorbeeld.
"""
TOOLS: Mapping[str, Mapping[str, str]] = {
    "doelenboom": {
        "title": "Een doelenboom tekenen",
        "summary": "Zo zie je wat iedereen wil bereiken. Het tekenen kost een hele middag.",
        "more": "related: [ganzenbord]\n",
    },
    "ganzenbord": {
        "title": "Ganzenbord",
        "summary": "Leren hoe de ander denkt. Aan tafel, met dobbelstenen en een groot bord.",
    },
    "dementienetwerken": {
        "title": "Dementienetwerken in beeld",
        "summary": "Een overzicht per streek van wie er meedoet. Met alle betrokken namen.",
        "more": "audiences: [bestuurder]\n",
    },
    "mantelzorg": {
        "title": "Steun bij mantelzorg",
        "summary": "Helpen van wie voor een ander zorgt. Met tips, en een lijst van adressen.",
        "phase": "tweede",
    },
    "samenwerking": {
        "title": "Samenwerking in cijfers",
        "summary": "Een meetlat voor wie wil weten hoe de streek ervoor staat. Vul hem in.",
    },
    "kosten": {
        "title": "Kosten verdelen",
        "summary": "Afspraken over geld, voor wie een rekening deelt. Met een rekenblad.",
        "text": "Voor partijen die willen samenwerken en financiële ruimte zoeken.",
    },
    "kaart": {
        "title": "Kaart voor bestuurders",
        "summary": "Vragen die je elkaar stelt aan het begin. Met ruimte voor antwoorden.",
        "more": "search_terms: [onze achterban doet niet mee, hoe verwerf ik draagvlak]\n",
    },
    "coordinator": {
        "title": "Aan de slag als coördinator",
        "summary": "Een wegwijzer voor de eerste honderd dagen. Met taken en valkuilen.",
    },
}  # fmt: skip
SOURCES = {
    "oud": ("Wachttijden", "year: 2019\n"),
    "nieuw": ("Zo lang wachten", "year: 2024\n"),
    "zonder": ("Nog steeds wachten", ""),
}
GLOSSARY = """terms:
  - term: informele zorg
    meaning: Zorg voor een naaste.
    synonyms: [mantelzorg]
    english: informal care
  - term: MDO
    long_form: multidisciplinair overleg
    meaning: Een gesprek tussen vakmensen.
  - term: huisraad
    meaning: Wat er in een huis staat.
    synonyms: [meubels]
    everyday: true
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """Return a small knowledge base: the minimal one, some tools and sources, and a second phase."""
    root = tmp_path_factory.mktemp("search") / "project"
    shutil.copytree(ROOT / "schema", root / "schema")
    shutil.copytree(ROOT / "tests" / "minimal", root, dirs_exist_ok=True)
    content = root / "content"
    phase = (content / "phases/voorbeeldfase.md").read_text(encoding="utf-8")
    second = (
        phase.replace("F0001", "F0002").replace("number: 1", "number: 2").replace("Voorbeeldfase", "Tweede")
    )
    files = {"schema/glossary.yml": GLOSSARY, "content/phases/tweede.md": second}
    defaults = {"more": "", "text": "Dit is een voorbeeld.", "phase": "voorbeeldfase"}
    for number, (slug, fields) in enumerate(TOOLS.items(), 1001):
        files[f"content/tools/{slug}.md"] = TOOL.format(**{**defaults, **fields, "id": f"T{number}"})
    for number, (slug, (title, more)) in enumerate(SOURCES.items(), 1001):
        files[f"content/sources/{slug}.md"] = SOURCE.format(id=f"B{number}", title=title, more=more)
    for path, text in files.items():
        (root / path).write_text(text, encoding="utf-8")
    checked = pipeline.check(root)
    assert not checked.errors, checked.diagnostics
    return checked.knowledge_base()


@pytest.fixture(scope="module")
def files(knowledge: KnowledgeBase) -> dict[str, str]:
    """Return the files of its index by name."""
    return named(knowledge)


@pytest.fixture(scope="module")
def run() -> Iterator[JavaScript]:
    """Return the scripts, running."""
    running = JavaScript()
    yield running
    running.stop()


@pytest.fixture
def engine(run: JavaScript, files: dict[str, str]) -> JavaScript:
    """Return the scripts with a fresh engine for the small knowledge base."""
    run(OPEN, files)
    return run


def named(knowledge: KnowledgeBase) -> dict[str, str]:
    """Return the files of an index as texts, by the name that the engine asks for."""
    made = index_files(knowledge).items()
    return {path.removeprefix(FOLDER).removesuffix(".json"): data.decode() for path, data in made}


def find(
    engine: JavaScript, query: str, filters: Mapping[str, object] | None = None, **options: object
) -> Any:
    """Return the answer to a question."""
    return engine("return engine.find(...given)", [query, filters or {}, options])


def titles(found: Any) -> list[str]:
    """Return the titles of hits, best first."""
    return [hit["title"] for hit in found["hits"]]


def first(engine: JavaScript, query: str) -> Any:
    """Return the best hit."""
    return find(engine, query)["hits"][0]


def test_find_gives_all_that_a_result_shows(engine: JavaScript) -> None:
    """Who and where it is, what it is, and which words to mark; no reason where it has the words."""
    found = first(engine, "doelenboom tekenen")
    assert found.pop("score") > 0
    assert found == {
        "id": "T1001",
        "url": "tools/doelenboom/",
        "title": "Een doelenboom tekenen",
        "type": "tool",
        "kind": "Hulpmiddel: handreiking",
        "lang": "nl",
        "summary": TOOLS["doelenboom"]["summary"],
        "year": None,
        "via": [],
        "words": ["doelenboom", "tekenen"],
    }
    assert first(engine, "wachttijden")["year"] == 2019


SYNONYM = [("informele", "mantelzorg", "synonym"), ("zorg", "mantelzorg", "synonym")]
ENGLISH = [("informal", "mantelzorg", "synonym"), ("care", "mantelzorg", "synonym")]
FORM = [("dementienetwrek", "dementienetwerken", "spelling")]
QUESTION = [("draagvlak verwerven", "hoe verwerf ik draagvlak", "question")]


@pytest.mark.parametrize(
    ("query", "title", "via"),
    [
        ("mantelzorg", "Steun bij mantelzorg", []),
        ("Tekent", "Een doelenboom tekenen", []),
        ("COORDINATOR", "Aan de slag als coördinator", []),
        ("informele zorg", "Steun bij mantelzorg", SYNONYM),
        ("informal care", "Steun bij mantelzorg", ENGLISH),
        ("netwerk", "Dementienetwerken in beeld", [("netwerk", "dementienetwerken", "part")]),
        ("doelenbomo", "Een doelenboom tekenen", [("doelenbomo", "doelenboom", "spelling")]),
        ("cordinatro", "Aan de slag als coördinator", [("cordinatro", "coördinator", "spelling")]),
        ("dementienetwrek", "Dementienetwerken in beeld", FORM),
        ("doelenbo", "Een doelenboom tekenen", [("doelenbo", "doelenboom", "start")]),
        ("bestuurdersk", "Kaart voor bestuurders", []),
        ("draagvlak verwerven", "Kaart voor bestuurders", QUESTION),
    ],
)
def test_find_tells_why(engine: JavaScript, query: str, title: str, via: list[tuple[str, str, str]]) -> None:
    """What the reader typed, the words that were found instead as they are spelled there, and how."""
    found = first(engine, query)
    assert found["title"] == title
    assert [(one["asked"], one["found"], one["how"]) for one in found["via"]] == via


def test_find_tells_of_kin(engine: JavaScript) -> None:
    """Who has the very word comes without a reason, who has its kin with one."""
    hits = {hit["title"]: hit for hit in find(engine, "samenwerken")["hits"]}
    assert hits["Kosten verdelen"]["via"] == []
    assert hits["Samenwerking in cijfers"]["via"] == [
        {"asked": "samenwerken", "found": "samenwerking", "how": "term"}
    ]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("dementienetwerk", ["dementienetwerken"]),
        ("netwerken", ["dementienetwerken"]),
        ("beeld van overzichten", ["beeld", "overzicht"]),
        ("wie doet er mee", []),
    ],
)
def test_find_marks_words_as_they_stand(engine: JavaScript, query: str, words: list[str]) -> None:
    """In any form, and the compound that has a word as its part; small words are not marked."""
    found = {hit["title"]: hit for hit in find(engine, query, limit=30)["hits"]}
    assert found.get("Dementienetwerken in beeld", {"words": []})["words"] == words


def test_find_pages_through_answers(engine: JavaScript) -> None:
    """``limit`` and ``offset`` cut the same list; the total stays."""
    everything = find(engine, "voorbeeld", limit=100)
    assert everything["total"] == len(everything["hits"]) > 6
    parts = [find(engine, "voorbeeld", limit=3, offset=offset) for offset in (0, 3)]
    assert [t for part in parts for t in titles(part)] == titles(everything)[:6]
    assert {part["total"] for part in parts} == {everything["total"]}
    assert len(find(engine, "voorbeeld")["hits"]) == min(10, everything["total"])
    assert find(engine, "voorbeeld", offset=99)["hits"] == []


def test_find_sorts(engine: JavaScript) -> None:
    """By year the newest first and what has none last, each by title; or by title alone."""
    sources = {"type": "source"}
    by_year = ["Zo lang wachten", "Wachttijden", "Nog steeds wachten"]
    assert titles(find(engine, "wachtlijst", sources, sort="year"))[:3] == by_year
    assert titles(find(engine, "wachtlijst", sources, sort="title"))[:3] == sorted(by_year)
    every = find(engine, "", {"type": ["source", "tool"]}, limit=50, sort="year")
    assert titles(every)[:2] == by_year[:2]
    assert titles(every)[2:] == sorted(titles(every)[2:])


def test_find_without_a_question_lists_what_fits(engine: JavaScript) -> None:
    """By title; without filters too there is nothing to list, only how many there are of each."""
    found = find(engine, "", {"phase": 2})
    assert titles(found) == ["Steun bij mantelzorg"]
    assert (found["total"], found["partly"], found["hits"][0]["via"]) == (1, False, [])
    tools = find(engine, " ", {"type": "tool"}, limit=50)
    assert titles(tools) == sorted(titles(tools), key=str.casefold)
    nothing = find(engine, "")
    assert (nothing["total"], nothing["hits"]) == (0, [])
    assert nothing["counts"]["type"]["tool"] == len(TOOLS) + 1
    assert find(engine, "Привет, мир")["hits"] == []


def test_find_narrows_and_counts(engine: JavaScript) -> None:
    """Filters narrow the answers to a question, in the words of another model of phases too."""
    assert titles(find(engine, "mantelzorg", {"phase": "tweede"})) == ["Steun bij mantelzorg"]
    found = find(engine, "mantelzorg", {"phase": "voorbeeldschema:fase-een"}, limit=50)
    assert "Steun bij mantelzorg" not in titles(found)
    assert found["counts"]["phase"]["tweede"] == 1
    bestuurders = find(engine, "dementienetwerk", {"audience": "bestuurder"})
    assert (titles(bestuurders), bestuurders["counts"]["kind"]) == (
        ["Dementienetwerken in beeld"],
        {"handreiking": 1},
    )
    assert find(engine, "mantelzorg", {"type": "onzin"})["total"] == 0


def test_find_shows_a_weak_answer_that_fits(engine: JavaScript) -> None:
    """A filter leaves the best of what it has, not nothing because others were better."""
    found = find(engine, "wachtlijst mantelzorg", {"phase": 2})
    assert titles(found) == ["Steun bij mantelzorg"]
    assert found["partly"]


def test_find_says_when_no_answer_has_all_words(engine: JavaScript) -> None:
    """``partly`` is for answers with some of the words, not for none."""
    assert not find(engine, "doelenboom tekenen")["partly"]
    assert find(engine, "doelenboom wachtlijst")["partly"]
    nothing = find(engine, "qqqqqqqq")
    assert (nothing["total"], nothing["partly"], nothing["hits"], nothing["near"]) == (0, False, [], [])


def test_find_names_near_words_when_nothing_is_found(engine: JavaScript) -> None:
    """Only then, and only for words it does not know."""
    assert find(engine, "doelenbomo", {"type": "case"})["near"] == ["doelenboom"]
    assert find(engine, "doelenboom", {"type": "topic", "year": 2024})["near"] == []
    assert find(engine, "doelenbomo")["near"] == []


def test_find_names_the_glossary(engine: JavaScript) -> None:
    """Any name of a term in the question brings its meaning, whether entries have it or not."""
    assert find(engine, "informele zorg thuis")["glossary"] == [
        {"term": "informele zorg", "meaning": "Zorg voor een naaste.", "anchor": "informele-zorg"}
    ]
    assert [one["term"] for one in find(engine, "mdo of mantelzorg")["glossary"]] == ["informele zorg", "MDO"]
    assert [one["anchor"] for one in find(engine, "multidisciplinair overleg")["glossary"]] == ["mdo"]
    assert find(engine, "zorg")["glossary"] == []
    assert find(engine, "meubels")["glossary"] == [], "everybody knows what that is"


def test_find_brings_what_is_related(engine: JavaScript) -> None:
    """An entry without any of the words comes after the one that relates to it."""
    found = find(engine, "doelenboom")
    assert titles(found)[:2] == ["Een doelenboom tekenen", "Ganzenbord"]
    assert found["hits"][1]["via"] == [
        {"asked": "doelenboom", "found": "Een doelenboom tekenen", "how": "related"}
    ]


def test_small_words_in_any_form_do_not_matter(engine: JavaScript) -> None:
    """Forms that no text has are small words too, not unknown words."""
    plain = find(engine, "doelenboom tekenen")
    assert find(engine, "ik heb zouden kunnen wat ben jij doelenboom tekenen")["hits"] == plain["hits"]


def test_answers_do_not_depend_on_how_files_are_cut(
    engine: JavaScript, knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A term is found in whatever file it is, and so is what a result shows."""
    questions = ["doelenboom", "voorbeeld zorg", "wachten", "informele zorg", "kosten verdelen"]
    whole = [find(engine, query) for query in questions]
    monkeypatch.setattr(index, "_SHARD_NUMBERS", 50)
    monkeypatch.setattr(index, "_SHARD_RECORDS", 3)
    cut = named(knowledge)
    assert {"postings-5", "records-3"} <= set(cut)
    engine(OPEN, cut)
    assert [find(engine, query) for query in questions] == whole


def test_files_are_read_once_and_by_version(engine: JavaScript, files: dict[str, str]) -> None:
    """A second question asks for nothing again; all but the first file are named with the version."""
    version = json.loads(files["start"])["version"]
    for query in ("doelenboom", "tekenen", "doelenboom"):
        find(engine, query)
    asked = engine("return read")
    assert len(asked) == len(set(asked))
    assert asked[0] == "start"
    assert all(name.endswith(f"?{version}") for name in asked[1:])


@pytest.mark.parametrize("name", ["start", "terms", "entries", "postings-0", "records-0", "glossary"])
@pytest.mark.parametrize(("held", "error"), [(None, "{}: 404"), ('{"half', "SyntaxError")])
def test_a_file_that_fails_is_asked_for_again(
    run: JavaScript, files: dict[str, str], name: str, held: str | None, error: str
) -> None:
    """A missing or broken file is an error that says so; once it is there, the next question succeeds."""
    broken = {key: text for key, text in files.items() if key != name}
    run(OPEN, broken if held is None else {**broken, name: held})
    with pytest.raises(ScriptError, match=error.format(name)):
        find(run, "mantelzorg")
    run("globalThis.files = given", files)
    assert first(run, "mantelzorg")["title"] == "Steun bij mantelzorg"


SAID_BY_OTHERS = {"K0017", "B0135"}
"""Entries whose title says only what others are about: a common word, or a term that another explains."""


def test_every_entry_is_found_by_its_title(run: JavaScript) -> None:
    """Among the first three; entries that share a title may stand for each other."""
    knowledge = pipeline.check(ROOT).knowledge_base()
    run(OPEN, named(knowledge))
    code = """
    const found = [];
    for (const title of given) found.push((await engine.find(title, {}, { limit: 3 })).hits);
    return found.map((hits) => hits.map((hit) => hit.title));
    """
    published = [e.entry for e in knowledge.published]
    found = run(code, [entry.title for entry in published])
    missed = {entry.id for entry, hits in zip(published, found, strict=True) if entry.title not in hits}
    assert not missed - SAID_BY_OTHERS
