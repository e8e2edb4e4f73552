"""What each script of search does by itself, run in Node as it stands."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from math import log1p
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from kb.dutch import tokens
from kb.folding import fold
from kb.outputs.search.files import front_coded
from tests.functional.javascript import JavaScript

HOSTILE = (
    "’", "‘", "`", "´", "'", "\u0301", "\u0308", "\u00ad", "\u200d", "\0", "\n", "\u2028", "\ufeff",
    "\x1f", "1", "2", "٣", "½", "²",
    ".", ",", "1.000", "88,1", "_", "-", "/", "™", "ß", "ẞ", "İ", "ı", "Ǿ", "ﬁ", "Ĳ",
    "A\u030a\u0301",
    "é", "e\u0301", "Ș", "ễ", "Å", "\u212b", "\u212a", "ά", "ж", "字", "😀", "𝒜", "zorg", "IX", "Σ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.characters(exclude_categories=("Cs", "Cn")), max_size=20).map(
    "".join
)
WORDS = st.text("abcdë'1", max_size=9)


@pytest.fixture(scope="module")
def run() -> Iterator[JavaScript]:
    """Return the scripts, running."""
    running = JavaScript()
    yield running
    running.stop()


def lexicon(terms: str, forms: Mapping[str, str] | None = None, **kin: Sequence[tuple[str, int]]) -> Any:
    """Return the data of a lexicon: forms with their terms, and kin of terms with their worth."""
    ordered = sorted(terms.split())
    placed = sorted((forms or {}).items())
    return {
        "terms": front_coded(ordered),
        "forms": front_coded(form for form, _ in placed),
        "of": [ordered.index(term) - bisect_left(ordered, form) for form, term in placed],
        "kin": [
            [ordered.index(term), *(n for other, worth in found for n in (ordered.index(other), worth))]
            for term, found in kin.items()
        ],
    }


# ---- words.js


@given(text=TEXTS)
def test_questions_are_split_and_folded_as_texts_are(run: JavaScript, text: str) -> None:
    """Whatever somebody types or an editor writes: a word of the one is the same word of the other."""
    assert run("return words(given)", text) == [fold(token) for token in tokens(text)]


@given(text=TEXTS)
def test_fold_is_that_of_the_build(run: JavaScript, text: str) -> None:
    """But for apostrophes, which a question may spell in many ways."""
    assert run("return fold(given)", text) == fold(text.translate(dict.fromkeys(map(ord, "’‘`´"), "'")))


@given(text=TEXTS)
def test_pieces_leave_a_text_as_it_is(run: JavaScript, text: str) -> None:
    """Marking words changes nothing that a reader sees."""
    assert "".join(run("return pieces(given)", text)) == text


@pytest.mark.parametrize(
    "word", ["regio's", "regio’s", "regio´s", "88,1", "1.000.000", "patiënten", "cafe\u0301"]
)
def test_pieces_keep_a_word_in_one_piece(run: JavaScript, word: str) -> None:
    """So that it can be marked."""
    assert run("return pieces(given)", f"(‘{word}’)") == ["(‘", word, "’)"]


# ---- lexicon.js


@given(a=WORDS, b=WORDS, most=st.integers(0, 3))
def test_distance(run: JavaScript, a: str, b: str, most: int) -> None:
    """Letters to change, add, leave out or swap, exact up to ``most``."""
    apart = OSA.distance(a, b)
    found = run("return distance(...given)", [a, b, most])
    assert found == apart if apart <= most else found > most


CARE = lexicon(
    "doelenboom netwerk netwerken2 wmo zorg zorgnetwerk #0 #100",
    {"netwerken": "netwerk", "netwerkje": "netwerk", "aardig": "zorg", "zorgen": "zorg"},
    zorgnetwerk=[("zorg", 30), ("netwerk", 60)],
)


def asked(run: JavaScript, method: str, word: str, data: Any = CARE) -> list[tuple[str, float, str]]:
    """Return what the lexicon has for a word: terms with worth and reason."""
    code = """
    const [data, method, word] = given;
    const lexicon = new Lexicon(data);
    return lexicon[method](word).map(({ place, worth, how }) => [lexicon.terms[place], worth, how]);
    """
    return [(term, worth, how) for term, worth, how in run(code, [data, method, word])]


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("netwerk", "netwerk"),
        ("netwerken", "netwerk"),
        ("aardig", "zorg"),
        ("zorgen", "zorg"),
        ("netwerken2", "netwerken2"),
        ("doelenbooms", "doelenboom"),
        ("doelenboom's", "doelenboom"),
        ("zorge", "zorg"),
    ],
)
def test_lexicon_knows_words_in_every_form(run: JavaScript, word: str, term: str) -> None:
    """Forms of the list, wherever they sort, and usual endings of words without a list."""
    assert asked(run, "known", word) == [(term, 1, "")]


@pytest.mark.parametrize("word", ["zor", "gs", "en", "wmos", "xyz", ""])
def test_lexicon_does_not_know_every_word(run: JavaScript, word: str) -> None:
    """An ending alone, or the beginning of a word, is no form of it."""
    assert asked(run, "known", word) == []


def test_lexicon_gives_kin_with_less_worth(run: JavaScript) -> None:
    """What is nearly the same word comes with it."""
    assert asked(run, "known", "zorgnetwerk") == [
        ("zorgnetwerk", 1, ""),
        ("zorg", 0.3, "term"),
        ("netwerk", 0.6, "term"),
    ]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("netwerkzorg", ["netwerk", "zorg"]),
        ("netwerkszorg", ["netwerk", "zorg"]),
        ("netwerkenzorg", ["netwerk", "zorg"]),
        ("zorgnetwerkzorg", ["zorgnetwerk", "zorg"]),
        ("doelenboomnetwerkje", ["doelenboom", "netwerkje"]),
        ("netwerk", []),
        ("netwerkzorgs", []),
        ("netwerkxzorg", []),
        ("xxnetwerk", []),
        ("wmonetwerk", []),
    ],
)
def test_lexicon_takes_unknown_compounds_apart(run: JavaScript, word: str, parts: list[str]) -> None:
    """In as few known words as can be, all of the word or nothing."""
    assert run("return new Lexicon(given[0]).parts(given[1])", [CARE, word]) == parts


def test_lexicon_finds_how_words_go_on(run: JavaScript) -> None:
    """Shortest first, each term once, from three letters; the names of concepts are no words."""
    assert asked(run, "starting", "net") == [("netwerk", 0.7, "start"), ("netwerken2", 0.7, "start")]
    assert asked(run, "starting", "zorg")[0][0] == "zorg"
    assert asked(run, "starting", "zo") == []
    assert asked(run, "starting", "xyz") == []
    assert asked(run, "starting", "#10") == []


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("netwrek", [("netwerk", 0.75, "spelling")]),
        ("doelenbom", [("doelenboom", 0.75, "spelling")]),
        ("toelenboom", [("doelenboom", 0.75, "spelling")]),
        ("doelnbom", [("doelenboom", 0.6, "spelling")]),
        ("netwk", []),
        ("zorh", []),
        ("netwerk99", []),
        ("1234567", []),
        ("xxxxxxxx", []),
    ],
)
def test_lexicon_forgives_typing_errors(
    run: JavaScript, word: str, found: list[tuple[str, float, str]]
) -> None:
    """One letter, two in long words; none in words under six letters and in numbers."""
    assert asked(run, "like", word) == found


def test_lexicon_prefers_the_nearest_word(run: JavaScript) -> None:
    """A word with one error leaves out words with two; the first letter is seldom the wrong one."""
    data = lexicon("kostenplan postenplan kostenplaat kostenblad")
    assert [term for term, _, _ in asked(run, "like", "kostenplam", data)] == ["kostenplan"]
    assert [term for term, _, _ in asked(run, "like", "mostenplan", data)] == ["kostenplan", "postenplan"]
    assert [term for term, _, _ in asked(run, "like", "postenplaan", data)] == ["postenplan"]
    assert [term for term, _, _ in asked(run, "like", "kostenplat", data)] == ["kostenplaat", "kostenplan"]
    data = lexicon("kafelblad tafelblat")
    assert [term for term, _, _ in asked(run, "like", "tafelblad", data)] == ["tafelblat", "kafelblad"]


@given(st.sets(st.text("abcé#'1.", min_size=1, max_size=40)))
def test_lexicon_reads_words_as_they_were_written(run: JavaScript, words: set[str]) -> None:
    """Whatever they share with the word before, also more letters than a capital can tell."""
    data = {"terms": front_coded(sorted(words)), "forms": "", "of": [], "kin": []}
    assert run("return new Lexicon(given).terms;", data) == sorted(words)


def test_lexicon_of_nothing(run: JavaScript) -> None:
    """A site without entries has no words, and no errors."""
    for method in ("known", "starting", "like"):
        assert asked(run, method, "netwerken", lexicon("")) == []


# ---- question.js

CONCEPTS = [["mantelzorg", [0]], ["juist plek", [1]]]
SMALL = ["de", "op", "een"]
ASKED = lexicon(
    "mantelzorg juist plek zorg wijkondersteuner wijk doel doelenboom doelgroep boomgaard boomgaardier kosten"
    " kostelijk #0 #1",
    {"juiste": "juist", "plekken": "plek"},
)
ROWS = """
const [data, text, concepts, small] = given;
const lexicon = new Lexicon(data);
const { words, ...rest } = analyse(text, lexicon, concepts, new Set(small));
const found = ({ place, worth, how }) => [lexicon.terms[place], worth, how];
return { ...rest, words: words.map((row) => [row.asked, row.known, row.alternatives.map(found)]) };
"""


def question(run: JavaScript, text: str) -> Any:
    """Return the rows of a question."""
    return run(ROWS, [ASKED, text, CONCEPTS, SMALL])


def rows(run: JavaScript, text: str) -> list[tuple[str, list[str]]]:
    """Return the words of a question with the terms that each asks for."""
    return [(word, [term for term, _, _ in found]) for word, _, found in question(run, text)["words"]]


def test_question_leaves_out_small_words(run: JavaScript) -> None:
    """Unless there are no others."""
    assert [word for word, _ in rows(run, "De zorg op een wijk")] == ["zorg", "wijk"]
    assert [word for word, _ in rows(run, "op de")] == ["op", "de"]
    assert rows(run, " – ") == []


def test_question_counts_a_word_once(run: JavaScript) -> None:
    """Typing it twice does not make it mean more."""
    assert [word for word, _ in rows(run, "zorg wijk Zorg")] == ["zorg", "wijk"]


def test_question_tries_two_words_as_one(run: JavaScript) -> None:
    """What a reader writes apart is found in one word, by both words."""
    assert rows(run, "wijk ondersteuner") == [
        ("wijk", ["wijk", "wijkondersteuner"]),
        ("ondersteuner", ["wijkondersteuner"]),
    ]
    assert rows(run, "doel boom ") == [
        ("doel", ["doel", "doelenboom"]),
        ("boom", ["boomgaard", "boomgaardier", "doelenboom"]),
    ]
    assert rows(run, "wijk zorg") == [("wijk", ["wijk"]), ("zorg", ["zorg"])]


@pytest.mark.parametrize("text", ["de juiste plek", "plekken juist", "zorg op de juiste plek"])
def test_question_names_a_concept_in_any_order(run: JavaScript, text: str) -> None:
    """All words of a name must be there; then each of them asks for the concept too."""
    found = question(run, text)
    assert found["concepts"] == [1]
    by_word = {word: alternatives for word, _, alternatives in found["words"]}
    assert ["#1", 0.8, "synonym"] in by_word[next(word for word in by_word if word.startswith("juist"))]
    assert ["#1", 0.8, "synonym"] in by_word[next(word for word in by_word if word.startswith("plek"))]
    assert all(term != "#1" for term, _, _ in by_word.get("zorg", []))


def test_question_with_a_part_of_a_name(run: JavaScript) -> None:
    """One word of two does not name the concept."""
    assert question(run, "juiste zorg")["concepts"] == []
    assert question(run, "mantelzorg")["concepts"] == [0]


def test_question_may_end_in_a_half_typed_word(run: JavaScript) -> None:
    """Until something follows it; a whole word is not gone on with."""
    assert rows(run, "zorg doelenb") == [("zorg", ["zorg"]), ("doelenb", ["doelenboom"])]
    assert rows(run, "wijkond")[0][1] == ["wijkondersteuner"]
    assert rows(run, "doel") == [("doel", ["doel"])]
    assert question(run, "wijkond")["words"][0][2][0][2] == "start"
    assert rows(run, "boomgaar") == [("boomgaar", ["boomgaard", "boomgaardier"])]
    assert [rows(run, f"boomgaar{after}")[0] for after in (" ", " op de", " zorg")] == [
        ("boomgaar", ["boomgaard"])
    ] * 3


def test_question_takes_unknown_compounds_apart(run: JavaScript) -> None:
    """Each part asks by itself, for somewhat less than a word that was typed."""
    assert question(run, "wijkmantelzorg")["words"] == [
        ["wijk", True, [["wijk", 0.8, ""]]],
        ["mantelzorg", True, [["mantelzorg", 0.8, ""]]],
    ]


def test_question_tells_which_words_are_unknown(run: JavaScript) -> None:
    """A word with an error is unknown, though it is found; so is one that is nothing at all."""
    found = question(run, "mantelzog qqqqq zorg ")
    assert found["unknown"] == ["mantelzog", "qqqqq"]
    assert [[word, known] for word, known, _ in found["words"]] == [
        ["mantelzog", False],
        ["qqqqq", False],
        ["zorg", True],
    ]


@given(text=TEXTS)
def test_question_may_be_anything(run: JavaScript, text: str) -> None:
    """No text breaks the analysis, and every row points at words of the index."""
    assert all(term for _, terms in rows(run, text) for term in terms)
    assert unicodedata.is_normalized("NFC", "".join(word for word, _ in rows(run, text)))


# ---- filters.js

FACETS = [
    {"name": "type", "options": ["tool", "case"]},
    {"name": "phase", "options": ["een", "twee", "drie"]},
    {"name": "year", "options": ["2025", "2020"]},
]
COLUMNS = {
    "type": [[0], [0], [1], [1]],
    "phase": [[0], [0, 1], [2], []],
    "year": [[0], [1], [], [0]],
}
SCHEMES = [{"id": "rivm", "phases": [["fase-1", ["een"]], ["fase-2", ["twee", "drie"]]]}]
NARROW = """
const [facets, columns, schemes, asked] = given;
const filters = new Filters(facets, columns, schemes);
const hits = [0, 1, 2, 3].map((entry) => ({ entry }));
const { kept, counts } = filters.apply(hits, asked);
const fits = hits.filter(filters.test(asked));
return { kept: kept.map((hit) => hit.entry), fits: fits.map((hit) => hit.entry), counts };
"""


def narrowed(run: JavaScript, asked: Mapping[str, object]) -> Any:
    """Return which of four entries fit filters, and the counts."""
    found = run(NARROW, [FACETS, COLUMNS, SCHEMES, asked])
    assert found["kept"] == found["fits"]
    return found


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({}, [0, 1, 2, 3]),
        ({"type": "tool"}, [0, 1]),
        ({"type": ["tool", "case"]}, [0, 1, 2, 3]),
        ({"type": [], "phase": "", "year": None}, [0, 1, 2, 3]),
        ({"phase": "twee"}, [1]),
        ({"phase": 2}, [1]),
        ({"phase": ["1", 3]}, [0, 1, 2]),
        ({"phase": "rivm:fase-1"}, [0, 1]),
        ({"phase": "rivm:fase-2"}, [1, 2]),
        ({"type": "case", "phase": "rivm:fase-2"}, [2]),
        ({"year": 2025}, [0, 3]),
        ({"year": "2025", "type": "case"}, [3]),
        ({"type": "anders"}, []),
        ({"type": ["anders", "tool"]}, [0, 1]),
        ({"phase": 9}, []),
        ({"phase": 0}, []),
        ({"phase": "rivm:fase-9"}, []),
        ({"phase": "tool"}, []),
        ({"year": 1999}, []),
        ({"geen": "facet"}, [0, 1, 2, 3]),
    ],
)
def test_filters(run: JavaScript, filters: Mapping[str, object], kept: list[int]) -> None:
    """Any of a facet's values, all of the facets; what is in no list leaves nothing."""
    assert narrowed(run, filters)["kept"] == kept


def test_filters_count_with_those_of_the_other_facets(run: JavaScript) -> None:
    """An option tells how many it would leave; its own facet does not hold it back. None has no count."""
    assert narrowed(run, {})["counts"] == {
        "type": {"tool": 2, "case": 2},
        "phase": {"een": 2, "twee": 1, "drie": 1},
        "year": {"2025": 2, "2020": 1},
    }
    assert narrowed(run, {"type": "tool", "year": "2025"})["counts"] == {
        "type": {"tool": 1, "case": 1},
        "phase": {"een": 1},
        "year": {"2025": 1, "2020": 1},
    }
    assert narrowed(run, {"type": "anders"})["counts"]["type"] == {"tool": 2, "case": 2}


# ---- ranking.js

RANK = """
const [rows, columns] = given;
const { hits, matched } = rank(rows, columns);
return hits.map((hit) => ({ ...hit, which: rows.map((_, row) => matched(hit.entry, row)) }));
"""


def flat(found: Mapping[int, tuple[int, bool]]) -> list[int]:
    """Return postings as the index has them: steps between entries, impacts doubled plus one for titles."""
    steps = zip(found, (0, *found), strict=False)
    return [n for (entry, before) in steps for n in (entry - before, found[entry][0] * 2 + found[entry][1])]


def row(*alternatives: tuple[float, str, Mapping[int, tuple[int, bool]]]) -> Any:
    """Return a word of a question: alternatives with worth, reason, and impact and title by entry."""
    return {
        "alternatives": [{"worth": w, "how": how, "postings": flat(found)} for w, how, found in alternatives]
    }


def ranked(
    run: JavaScript,
    given_rows: Sequence[Any],
    *,
    prior: Mapping[int, float] | None = None,
    related: Mapping[int, list[int]] | None = None,
    topic: Mapping[int, list[int]] | None = None,
    names: int = 3,
) -> list[Any]:
    """Return the hits for the rows of a question, among twenty entries with ``names`` words in a title."""
    columns = {
        "prior": [(prior or {}).get(n, 1) for n in range(20)],
        "nameLength": [names] * 20,
        "related": [(related or {}).get(n, []) for n in range(20)],
        "topic": [(topic or {}).get(n, []) for n in range(20)],
        "topicPage": [19, 18],
    }
    found: list[Any] = run(RANK, [given_rows, columns])
    return found


def order(hits: Sequence[Any]) -> list[int]:
    """Return the entries of hits, best first."""
    return [hit["entry"] for hit in hits]


def test_rank_by_impact_then_by_entry(run: JavaScript) -> None:
    """More of a word is better; what is as good comes in the order of the entries."""
    hits = ranked(run, [row((1, "", {2: (9, False), 5: (30, False), 7: (9, False), 11: (9, False)}))])
    assert order(hits) == [5, 2, 7, 11]
    assert all(hit["whole"] and hit["share"] == pytest.approx(1) for hit in hits)
    assert hits[0]["score"] == pytest.approx(30 * log1p((20 - 4 + 0.5) / (4 + 0.5)))


def test_rank_exact_above_part_synonym_and_error(run: JavaScript) -> None:
    """The same impact is worth less where it is not the word itself, and the reason is remembered."""
    hits = ranked(
        run,
        [
            row(
                (1, "", {9: (20, False)}),
                (0.8, "synonym", {3: (20, False)}),
                (0.6, "spelling", {1: (20, False)}),
            )
        ],
    )
    assert order(hits) == [9, 3, 1]
    assert [hit["which"] for hit in hits] == [[0], [1], [2]]


def test_rank_a_part_never_above_the_whole_word(run: JavaScript) -> None:
    """Not even when the part stands in a title and the word itself deep in a text; a near word may."""
    whole, elsewhere = {9: (2, False)}, {3: (60, True)}
    assert order(ranked(run, [row((1, "", whole), (0.3, "term", elsewhere))])) == [9, 3]
    assert order(ranked(run, [row((1, "", whole), (0.6, "term", elsewhere))])) == [3, 9]
    assert order(ranked(run, [row((0.3, "term", elsewhere), (0.3, "term", {4: (30, True)}))])) == [3, 4]


def test_rank_leans_to_the_topic_of_the_best(run: JavaScript) -> None:
    """Of two entries that match as well, the one about what the others are about comes first."""
    rows = [row((1, "", {0: (40, False), 1: (40, False), 4: (20, False), 5: (20, False)}))]
    assert order(ranked(run, rows)) == [0, 1, 4, 5]
    assert order(ranked(run, rows, topic={0: [1], 1: [1, 2], 4: [3], 5: [1]})) == [0, 1, 5, 4]
    rows = [row((1, "", {0: (40, False), 5: (20, False), 18: (20, False)}))]
    assert order(ranked(run, rows, topic={0: [1], 5: [0]})) == [0, 18, 5], "the page of the topic itself"


def test_rank_takes_the_best_alternative_once(run: JavaScript) -> None:
    """An entry with a word and its synonym does not count for both."""
    both = ranked(run, [row((1, "", {0: (20, False)}), (0.5, "term", {0: (20, False)}))])
    one = ranked(run, [row((1, "", {0: (20, False)}), (0.5, "term", {4: (20, False)}))])
    assert both[0]["score"] == one[0]["score"]
    assert both[0]["which"] == [0]


def test_rank_title_above_text(run: JavaScript) -> None:
    """At the same impact the entry that is called so comes first."""
    assert order(ranked(run, [row((1, "", {0: (20, False), 1: (20, True)}))])) == [1, 0]


def test_rank_all_words_above_some(run: JavaScript) -> None:
    """Two words of two beat a little more of one; the share tells how much of the question there is."""
    hits = ranked(
        run,
        [
            row((1, "", {0: (20, False), 1: (60, False), 2: (20, False)})),
            row((1, "", {0: (20, False), 3: (20, False), 4: (20, False)})),
        ],
    )
    assert order(hits)[0] == 0
    assert [hit["whole"] for hit in hits] == [True, False, False, False, False]
    assert hits[1]["share"] == pytest.approx(0.5)


def test_rank_rare_words_count_for_more(run: JavaScript) -> None:
    """Of two entries with one word each, the one with the rarer word is better."""
    common = dict.fromkeys(range(12), (20, False))
    assert order(ranked(run, [row((1, "", common)), row((1, "", {15: (20, False)}))]))[0] == 15


def test_rank_a_synonym_is_as_rare_as_the_rarest_name(run: JavaScript) -> None:
    """The concept is in many entries, as it has many names; that makes it worth no less than the word."""
    concept = dict.fromkeys(range(5, 17), (20, False))
    hits = ranked(run, [row((1, "", {0: (20, False)}), (0.8, "synonym", concept))])
    assert hits[1]["score"] == pytest.approx(0.8 * hits[0]["score"])


def test_rank_words_that_no_entry_has(run: JavaScript) -> None:
    """They lower the share of what is found, and find nothing themselves."""
    (hit,) = ranked(run, [row((1, "", {0: (20, False)})), row()])
    assert not hit["whole"]
    assert hit["share"] < 0.5
    assert hit["which"] == [0, -1]
    assert ranked(run, [row()]) == []


def test_rank_by_what_an_entry_is_worth_for_any_question(run: JavaScript) -> None:
    """The prior decides between entries that match as well."""
    assert order(ranked(run, [row((1, "", {0: (20, False), 1: (20, False)}))], prior={1: 1.2})) == [1, 0]


def test_rank_a_title_that_is_the_question_first(run: JavaScript) -> None:
    """Word for word, also where a synonym is in far more of the text; not for a part of the title."""
    words = [
        row(
            (1, "", {0: (30, True), 3: (30, True)}),
            (0.8, "synonym", {0: (60, True), 1: (63, True), 2: (63, True)}),
        )
        for _ in range(2)
    ]
    assert order(ranked(run, words, names=2))[0] == 0
    assert order(ranked(run, words, names=4))[0] != 0


def test_rank_brings_what_a_good_answer_is_related_to(run: JavaScript) -> None:
    """Below it, and without the words of the question."""
    hits = ranked(run, [row((1, "", {0: (40, True), 1: (10, False)}))], related={0: [6, 1]})
    assert order(hits)[0] == 0
    assert set(order(hits)) == {0, 1, 6}
    (brought,) = (hit for hit in hits if hit["entry"] == 6)
    assert (brought["whole"], brought["which"]) == (False, [-1])
    alone = ranked(run, [row((1, "", {0: (40, True), 1: (10, False)}))])
    assert hits[1]["score"] > alone[1]["score"]


def kept(run: JavaScript, hits: Sequence[Any], *, odd: bool = False) -> list[int]:
    """Return the entries of hits that are enough, for filters that all fit, or only odd entries."""
    code = "const [hits, odd] = given; return enough(hits, ({ entry }) => !odd || entry % 2 === 1)"
    return order(run(code, [hits, odd]))


def hit(entry: int, score: float, *, whole: bool = False) -> Any:
    """Return a hit."""
    return {"entry": entry, "score": score, "whole": whole}


def test_enough_is_what_answers_about_as_well_as_the_best(run: JavaScript) -> None:
    """With all words or a good score; where those are ten, weaker ones are left out."""
    good = [hit(n, 100 - n) for n in range(9)]
    weak = [hit(n, 5 - n / 100) for n in range(20, 40)]
    assert kept(run, [*good, hit(9, 50), hit(10, 4, whole=True), *weak]) == list(range(11))
    assert kept(run, [*good, *weak]) == [*range(9), 20]
    assert kept(run, weak) == list(range(20, 40))
    assert kept(run, []) == []


def test_enough_fills_up_with_what_fits_the_filters(run: JavaScript) -> None:
    """So that a filter on a weak answer still shows it; those that fit no filter do not fill the list."""
    good = [hit(n, 100 - n) for n in range(4)]
    weak = [hit(n, 9 - n / 100) for n in range(10, 40)]
    assert kept(run, [*good, *weak]) == [0, 1, 2, 3, *range(10, 16)]
    assert kept(run, [*good, *weak], odd=True) == [0, 1, 2, 3, *range(11, 27, 2)]


def test_enough_stays_in_order(run: JavaScript) -> None:
    """A weak answer that comes along stands where its score puts it."""
    assert kept(run, [hit(0, 100), hit(1, 5), hit(2, 4, whole=True), hit(3, 3)]) == [0, 1, 2, 3]
