"""The finder has a page for every step, offers what leads somewhere, and gives its reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model.vocabulary import Crosswalk, Term
from kb.outputs import finder
from kb.outputs.finder import Reason
from kb.outputs.finder_ranking import Answers, Ranking
from kb.outputs.pages import plan_pages
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

TOPIC, PHASE = "voorbeeldthema", "voorbeeldfase"
STEP = f"wegwijzer/{PHASE}/{TOPIC}/"
MANAGER = Term(id="bestuurder", label="Bestuurder")
UNPLACED: dict[str, Any] = {"phases": [], "phase_basis": None}


def values(kb: KnowledgeBase, address: str) -> Mapping[str, Any]:
    """Return what the page at an address shows."""
    return {step.address: step for step in finder.steps(kb)}[address].values()


def page(kb: KnowledgeBase, address: str) -> str:
    """Return the page at an address."""
    return plan_pages(kb, Settings())[address]().html


def reasons(kb: KnowledgeBase, slug: str, *, phase: str | None = PHASE) -> tuple[Reason, ...]:
    """Return why an entry is advised to a manager."""
    answers = Answers(kb.by_slug[phase] if phase else None, kb.by_slug[TOPIC], MANAGER)
    return finder.advice(Ranking(kb), kb.by_slug[slug], answers).reasons


def test_steps_are_the_ways_through_the_questions(make: Make, knowledge: Knowledge) -> None:
    """Every phase or none, every topic; a role only where a tool is for it."""
    kb = knowledge(make("tool", "x", audiences=["bestuurder"]), make("topic", "leeg"))
    starts = ("wegwijzer/voorbeeldfase/", "wegwijzer/fase-onbekend/")
    assert {step.address for step in finder.steps(kb)} == {
        "wegwijzer/",
        *starts,
        *(f"{start}{topic}/" for start in starts for topic in (TOPIC, "leeg")),
        *(f"{start}{TOPIC}/bestuurder/" for start in starts),
    }


def test_steps_have_titles_of_their_own(make: Make, knowledge: Knowledge) -> None:
    """Who has several open, or finds one in a list, can tell them apart."""
    kb = knowledge(
        make("tool", "x", audiences=["bestuurder", "onderzoeker"]), make("topic", "leeg", title="Leeg")
    )
    titles = [step.title for step in finder.steps(kb)]
    assert len(titles) == len(set(titles)) == 11


def test_topics_of_the_phase_go_first_and_empty_ones_apart(make: Make, knowledge: Knowledge) -> None:
    """Then those with most tools for the phase; a topic without tool and case is named as such."""
    kb = knowledge(
        make("phase", PHASE, topics=["eigen"]),
        make("topic", "eigen"),
        make("topic", "leeg"),
        make("topic", "veel", title="Zz"),
        make("tool", "a", topics=["eigen", "veel"]),
        make("tool", "b", topics=["veel"]),
    )
    found = values(kb, f"wegwijzer/{PHASE}/")
    shown = {name: [choice.what.slug for choice in found[name]] for name in ("often", "others", "empty")}
    assert shown == {"often": ["eigen"], "others": ["veel", TOPIC], "empty": ["leeg"]}


def test_topic_is_offered_as_a_problem_that_readers_recognise(make: Make, knowledge: Knowledge) -> None:
    """The answer to pick is the problem; the name of the topic and what there is stand with it."""
    kb = knowledge(make("topic", TOPIC, signal="Niemand trekt dit."), make("tool", "b", **UNPLACED))
    html = page(kb, f"wegwijzer/{PHASE}/")
    assert ">Niemand trekt dit.</a>" in html
    assert "Voorbeeldthema: 2 hulpmiddelen, 1 voor deze fase" in html


def test_list_is_short_and_the_rest_is_named(make: Make, knowledge: Knowledge) -> None:
    """Seven tools with reasons at most, ten more by name, and how many there are at all."""
    kb = knowledge(*(make("tool", f"t{number}") for number in range(30)))
    found = values(kb, STEP)
    assert (len(found["tools"]), len(found["more"]), found["total"]) == (7, 10, 31)
    assert not {e.slug for e in found["more"]} & {advice.located.slug for advice in found["tools"]}


def test_short_list_is_filled_from_other_phases_with_the_reason(make: Make, knowledge: Knowledge) -> None:
    """Three at least where there are; what is of another phase stands last and says so."""
    kb = knowledge(
        make("phase", "later", number=2),
        *(make("tool", f"t{number}", phases=["later"]) for number in range(5)),
    )
    found = values(kb, STEP)
    assert [advice.located.slug for advice in found["tools"]] == ["voorbeeldtool", "t0", "t1"]
    assert found["total"] == 1
    assert Reason("Hoort bij fase 2, niet bij fase 1 (keuze van de redactie)", fits=False) in reasons(
        kb, "t0"
    )


@pytest.mark.parametrize(
    ("basis", "who"), [("source", "staat in de bron"), ("editorial", "keuze van de redactie")]
)
def test_reason_says_who_chose_the_phase(make: Make, knowledge: Knowledge, basis: str, who: str) -> None:
    """A reader sees whether the source placed it or the editors did."""
    kb = knowledge(make("tool", "x", phase_basis=basis))
    assert reasons(kb, "x")[0] == Reason(f"Hoort bij fase 1 ({who})")


def test_reasons_say_what_does_not_fit_or_is_not_known(make: Make, knowledge: Knowledge) -> None:
    """One reason for each answer; what is not known counts as no fit, and is said."""
    kb = knowledge(
        make("tool", "past", audiences=["bestuurder"]),
        make("tool", "anders", audiences=["onderzoeker"], **UNPLACED),
        make("tool", "leeg", audiences=[], **UNPLACED),
    )
    assert [(reason.text, reason.fits) for reason in reasons(kb, "anders")] == [
        ("Fase niet bekend", False),
        ("Gaat over voorbeeldthema", True),
        ("Vooral voor andere rollen", False),
    ]
    assert [reason.text for reason in reasons(kb, "past")][-1] == "Voor jouw rol"
    assert [reason.text for reason in reasons(kb, "leeg")][-1] == "Rol niet bekend"


def test_skipped_question_gives_no_reason(make: Make, knowledge: Knowledge) -> None:
    """Who does not know the phase is not told whether it fits."""
    kb = knowledge(make("tool", "x", audiences=["bestuurder"]))
    assert [reason.text for reason in reasons(kb, "x", phase=None)] == [
        "Gaat over voorbeeldthema",
        "Voor jouw rol",
    ]


def test_tool_that_editors_begin_with_says_so(make: Make, knowledge: Knowledge) -> None:
    """Only in the phase for which they named it."""
    kb = knowledge(make("phase", PHASE, first_tools=["x"]), make("tool", "x"))
    for phase, extra in ((kb.by_slug[PHASE], "Om mee te beginnen"), (None, "")):
        found = finder.advice(Ranking(kb), kb.by_slug["x"], Answers(phase, kb.by_slug[TOPIC]))
        assert found.extra.startswith(extra)
        assert bool(found.extra) == bool(extra)


def test_result_has_examples_reading_and_an_open_question(knowledge: Knowledge) -> None:
    """A tool alone is no answer: what others did, what to read first, what nobody knows."""
    html = page(knowledge(), STEP)
    for slug in ("tools/voorbeeldtool", "praktijk/voorbeeldcase", "modellen/voorbeeldmodel",
                 "kennishiaten/voorbeeldgat", "themas/voorbeeldthema"):  # fmt: skip
        assert f'href="../../../{slug}/"' in html


def test_empty_combination_says_so_and_offers_what_is_near(make: Make, knowledge: Knowledge) -> None:
    """The same topic in other phases, other topics in the same phase, and a way to ask."""
    kb = knowledge(
        make("phase", "later", number=2, title="Later"),
        make("topic", "leeg"),
        make("tool", "anders", topics=["leeg"], phases=["later"]),
    )
    html = page(kb, f"wegwijzer/{PHASE}/leeg/")
    assert "Hier hebben wij nog geen hulpmiddel voor" in html
    for near in ("wegwijzer/later/leeg/", STEP, "over/meedoen/"):
        assert f'href="../../../{near}"' in html
    assert "Waarom dit advies?" in html, "the tool of the other phase is shown, with the reason"
    assert [choice.what.slug for choice in values(kb, STEP)["near_topics"]] == []


def test_first_question_knows_other_models_and_says_who_mapped_them(knowledge: Knowledge, make: Make) -> None:
    """A phase of another model leads to the same steps; that no source maps them is said."""
    mapping = {"phase": PHASE, "relation": "closeMatch", "reason": "Beide beginnen."}
    scheme = {
        "id": "x",
        "label": "het X-model",
        "phases": [{"id": "een", "name": "Start", "maps_to": [mapping]}],
    }
    crosswalk = Crosswalk.model_validate({"note": "Van de redactie.", "schemes": [scheme]})
    kb = knowledge(make("tool", "x"))
    html = page(replace(kb, vocabularies=replace(kb.vocabularies, crosswalk=crosswalk)), "wegwijzer/")
    assert "Ik ken het X-model" in html
    assert html.count(f'href="../wegwijzer/{PHASE}/"') == 4
    assert "Van de redactie." in html
    assert 'href="../wegwijzer/fase-onbekend/"' in html


def test_what_is_not_known_of_a_tool_is_said(make: Make, knowledge: Knowledge) -> None:
    """Time, examples and evidence are ‘onbekend’ where nobody knows, never left out."""
    kb = knowledge(make("tool", "x", described_by="title-only", topics=["leeg"]), make("topic", "leeg"))
    html = page(kb, f"wegwijzer/{PHASE}/leeg/")
    assert "Alleen de naam is bekend" in html
    assert "Geen voorbeeld bekend" in html
    assert "Van geen van deze hulpmiddelen weten wij hoeveel tijd het vraagt" in html
