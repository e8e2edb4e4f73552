"""A glance never misses what the checks of bodies would report."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.checks.body_links import BodyLinks
from kb.checks.glance import folders_of, is_healthy
from kb.checks.headings import check_headings
from kb.checks.prose import check_abbreviations, check_sentences
from kb.checks.references import Targets
from kb.corpus import Corpus
from kb.markdown import outline
from tests.unit.checks.conftest import MakeEntry

KNOWN = frozenset({"RIVM"})
WORDS = " ".join(["woord"] * 12)
PIECES = (
    *(
        "## Wat weten we niet?",
        "## Wat weten we wel?",
        "### Meer",
        "#### Nog meer",
        "# Titel",
        "> ## Kop",
        "- ## Kop",
    ),
    *("Titel\n===", "Titel\n---", "    ## Kop", "```\n## Kop\n```", "\\# geen kop", "Tekst.", "**vet.** Dan"),
    *(f"Een zin met {WORDS}.", f"En nog {WORDS} zonder punt", "- punt", "1. eerste", "RIVM", "ABC"),
    *("[een link](../tools/hamer.md)", "[fout](../tools/weg.md)", "[map](../cases/hamer.md)", "[a][b]"),
    *(
        "[](../tools/hamer.md)",
        "[kop](../tools/hamer.md#kop)",
        "[web](https://www.rivm.nl/)",
        "[b]: ../tools/weg.md",
    ),
    *("<b>vet</b>", "&lt;b>", "`code`", "![](../images/a.png)", "| a | b |\n| - | - |\n| c | d |"),
    *("[^1]", "[^1]: Een voetnoot.", "\n\n", "\n\n", "\n", "\n", " "),
)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_is_healthy_is_never_wrong(entry: MakeEntry, pieces: list[str]) -> None:
    """A body that is healthy at a glance has no findings when it is parsed."""
    body = "## Wat weten we niet?\n\n" + "".join(pieces) + "\n\n## Wat weten we wel?\n"
    hammer, located = entry("tool", "hamer"), entry("gap", "gat", body=body)
    corpus = Corpus((hammer, located))
    if is_healthy(located, folders_of(corpus), KNOWN):
        parsed = outline(body)
        assert not list(check_headings(located, parsed))
        assert not list(BodyLinks(Targets(corpus), corpus.images).check(located, parsed))
        assert not list(check_sentences(located, parsed))
        assert not list(check_abbreviations(located, parsed, KNOWN))


@pytest.mark.parametrize(
    "text",
    [
        "Tekst.",
        "Een [link](../tools/hamer.md) van het RIVM.[^1]\n\n[^1]: Een voetnoot.",
        "- een\n- twee\n\n### Meer\n\n| a | b |\n| --- | --- |\n| c | d |",
    ],
)
def test_is_healthy_knows_what_most_bodies_are_made_of(entry: MakeEntry, text: str) -> None:
    """Links, lists, footnotes and tables do not need a parse; that would make checking slow."""
    body = f"## Wat weten we niet?\n\n{text}\n\n## Wat weten we wel?\n\nTekst.\n"
    located = entry("gap", "gat", body=body)
    assert is_healthy(located, folders_of(Corpus((entry("tool", "hamer"), located))), KNOWN)
