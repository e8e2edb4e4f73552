"""Terms in running text: which are found, where, and how many."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from kb.model import Glossary
from kb.outputs.glossary_terms import MOST, Explained, GlossaryTerms

TERMS = (
    {
        "term": "IZA",
        "long_form": "Integraal Zorgakkoord",
        "meaning": "Landelijk akkoord.",
        "synonyms": ["akkoord"],
    },
    {"term": "IZA-regio", "meaning": "Regio met een plan."},
    {"term": "DSV", "long_form": "Domeinoverstijgend samenwerkingsverband", "meaning": "Samenwerking."},
    {"term": "Wmo", "long_form": "Wet maatschappelijke ondersteuning", "meaning": "Wet & meer."},
    {"term": "ACM", "long_form": "Autoriteit Consument & Markt", "meaning": "Toezichthouder."},
    {"term": "AI", "long_form": "kunstmatige intelligentie", "meaning": "Systemen."},
    {"term": "regiobeeld", "meaning": "Beschrijving.", "entry": "regiobeelden-en-regioplannen"},
    {"term": "zorgzame gemeenschap", "meaning": "Mensen die zorgen."},
    {"term": "burgerinitiatief", "meaning": "Van inwoners."},
    {"term": "SPUK DOS", "meaning": "Regeling."},
    {"term": "SPUK", "meaning": "Uitkering."},
    {"term": "preventie", "meaning": "Voorkomen.", "everyday": True},
)


@pytest.fixture(scope="module")
def terms() -> GlossaryTerms:
    """Return a small glossary."""
    return GlossaryTerms(Glossary.model_validate({"terms": TERMS}))


@pytest.fixture
def explained(terms: GlossaryTerms) -> Explained:
    """Return what explains terms on a page that is about none of them."""
    return terms.on_page("iets-anders", ("Iets anders",), "../../")


def words(explained: Explained, text: str | Markup) -> list[tuple[str, str]]:
    """Return what is explained in a text: the words, and the anchor of the term."""
    html = explained.settle(f"{explained(text)}{explained.meanings}")
    return [
        (word, anchor)
        for anchor, word in re.findall(
            r'<a class="kb-word" href="../../begrippen/#([^"]+)"[^>]*>([^<]*)</a>', html
        )
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het IZA helpt.", [("IZA", "iza")]),
        ("IZA staat vooraan", [("IZA", "iza")]),
        ("achteraan staat IZA", [("IZA", "iza")]),
        ("(IZA)", [("IZA", "iza")]),
        ("het Integraal Zorgakkoord", [("Integraal Zorgakkoord", "iza")]),
        ("twee DSV's en een DSV", [("DSV's", "dsv")]),
        ("twee DSV’s", [("DSV’s", "dsv")]),
        ("de IZA-regio", [("IZA-regio", "iza-regio")]),
        ("de IZA-regioplannen", [("IZA", "iza")]),
        ("de IZA-middelen", [("IZA", "iza")]),
        ("SPUK DOS en SPUK", [("SPUK DOS", "spuk-dos"), ("SPUK", "spuk")]),
        ("een regiobeeld", [("regiobeeld", "regiobeeld")]),
        ("Regiobeelden maken", [("Regiobeelden", "regiobeeld")]),
        ("zorgzame gemeenschappen", [("zorgzame gemeenschappen", "zorgzame-gemeenschap")]),
        ("burgerinitiatieven", [("burgerinitiatieven", "burgerinitiatief")]),
        ("Kunstmatige intelligentie", [("Kunstmatige intelligentie", "ai")]),
        ("Autoriteit Consument & Markt", [("Autoriteit Consument &amp; Markt", "acm")]),
        ("domeinoverstijgend samenwerkingsverband", [("domeinoverstijgend samenwerkingsverband", "dsv")]),
    ],
)
def test_term_is_found(explained: Explained, text: str, found: list[tuple[str, str]]) -> None:
    """A term is found by its name and long form, also in plural; the longest name counts."""
    assert words(explained, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "iza",
        "wmo",
        "XIZA en IZAX",
        "pre-IZA",
        "HAIL ai",
        "een IZA'er",
        "superregiobeelden",
        "regiobeeld-maker",
        "akkoord",
        "preventie",
        Markup('<a href="x">het <strong>IZA</strong></a>'),
        Markup('<h2 id="iza">Het IZA</h2>'),
        Markup("<code>IZA</code><pre><code>regiobeeld</code></pre>"),
        Markup('<img src="IZA.png" alt="IZA" />'),
    ],
)
def test_no_term_is_found(explained: Explained, text: str) -> None:
    """Other case, parts of words, synonyms, everyday words, links, headings, code: no mention."""
    assert words(explained, text) == []


def test_first_mention_in_text_counts(explained: Explained) -> None:
    """A link that names a term does not keep the mention after it from being explained, once."""
    html = Markup('<p><a href="x">IZA</a> <em>IZA</em> en IZA.</p>')
    settled = explained.settle(str(explained(html)))
    assert settled.startswith('<p><a href="x">IZA</a> <em><a class="kb-word"')
    assert settled.endswith("</a></em> en IZA.</p>")
    assert words(explained, "en later weer IZA") == []


def test_own_page_does_not_explain_its_term(terms: GlossaryTerms) -> None:
    """The page that a term leads to, and a page by its name, do not explain it."""
    assert words(terms.on_page("regiobeelden-en-regioplannen", (), "../../"), "regiobeeld") == []
    assert words(terms.on_page("model", ("Model", "integraal zorgakkoord"), "../../"), "IZA") == []


def test_meaning_describes_the_word(explained: Explained) -> None:
    """The word points to a hidden meaning with the full name, its text escaped."""
    html = explained.settle(f"{explained('De Wmo.')}{explained.meanings}")
    assert 'href="../../begrippen/#wmo" aria-describedby="uitleg:wmo">Wmo</a>' in html
    assert (
        '<p class="kb-meaning" role="tooltip" id="uitleg:wmo" hidden>'
        "<strong>Wmo: Wet maatschappelijke ondersteuning.</strong> Wet &amp; meer.</p>"
    ) in html


def test_text_is_escaped(explained: Explained) -> None:
    """Plain text is escaped, HTML is kept."""
    assert explained.settle(str(explained("a < b & IZA"))).startswith("a &lt; b &amp; <a ")


def test_page_without_terms_gets_nothing(explained: Explained) -> None:
    """Without terms nothing is added."""
    assert explained.settle(f"{explained('Niets.')}{explained.meanings}") == "Niets."


def test_abbreviations_go_before_words() -> None:
    """A page explains eight terms at most; abbreviations come before words, wherever they stand."""
    listed = [{"term": f"woord{letter}", "meaning": "Woord."} for letter in "abcdefgh"]
    listed.append({"term": "XYZ", "long_form": "Iets Langs", "meaning": "Afkorting."})
    explained = GlossaryTerms(Glossary.model_validate({"terms": listed})).on_page("x", (), "../../")
    found = [
        word for word, _ in words(explained, "woorda woordb woordc woordd woorde woordf woordg woordh XYZ")
    ]
    assert len(found) == MOST
    assert found[-1] == "XYZ"
    assert "woordh" not in found


def test_empty_glossary_explains_nothing() -> None:
    """Without terms every text stays as it is."""
    assert words(GlossaryTerms(Glossary()).on_page("x", (), ""), "IZA") == []
