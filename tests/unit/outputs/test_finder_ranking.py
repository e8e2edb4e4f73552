"""The finder puts first what fits most answers, then what is known best, and never judges an effect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model.vocabulary import Term
from kb.outputs.finder_ranking import Answers, Ranking

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]

TOPIC, PHASE = "voorbeeldthema", "voorbeeldfase"
MANAGER = Term(id="bestuurder", label="Bestuurder")
UNPLACED: dict[str, Any] = {"phases": [], "phase_basis": None}


def answers(kb: KnowledgeBase, audience: Term | None = None, *, phase: str | None = PHASE) -> Answers:
    """Return answers with the topic of the minimal project."""
    return Answers(kb.by_slug[phase] if phase else None, kb.by_slug[TOPIC], audience)


def ranked(kb: KnowledgeBase, type_name: str = "tool", audience: Term | None = None) -> list[str]:
    """Return the slugs that the finder gives, without the entries of the minimal project."""
    found = [e.slug for e in Ranking(kb).ranked(type_name, answers(kb, audience))]
    return [slug for slug in found if not slug.startswith("voorbeeld")]


def test_more_answers_go_before_fewer(make: Make, knowledge: Knowledge) -> None:
    """Phase and role together, then one of them, then neither; whatever the evidence and the title."""
    kb = knowledge(
        make("tool", "geen", title="A", evidence="onderzocht", **UNPLACED),
        make("tool", "rol", title="C", audiences=["bestuurder"], **UNPLACED),
        make("tool", "fase", title="B"),
        make("tool", "beide", title="Z", audiences=["bestuurder"]),
    )
    assert ranked(kb, audience=MANAGER) == ["beide", "fase", "rol", "geen"]


def test_what_is_known_best_goes_first_among_equal_fits(make: Make, knowledge: Knowledge) -> None:
    """A described tool before a name, then the kind of evidence, then an example, then the title."""
    kb = knowledge(
        make("tool", "naam", title="A", described_by="title-only", evidence="onderzocht"),
        make("tool", "onbekend", title="B", evidence="onbekend"),
        make("tool", "beschreven", title="C", evidence="beschreven"),
        make("tool", "met-voorbeeld", title="D", evidence="beschreven"),
        make("tool", "onderzocht", title="E", evidence="onderzocht"),
        make("case", "praktijk", related=["met-voorbeeld"]),
    )
    assert ranked(kb) == ["onderzocht", "met-voorbeeld", "beschreven", "onbekend", "naam"]


def test_named_to_begin_with_goes_before_evidence_but_not_before_described(
    make: Make, knowledge: Knowledge
) -> None:
    """Editors named tools for a phase; a mere name still stands behind what a source describes."""
    kb = knowledge(
        make("phase", PHASE, first_tools=["eerst", "naam"]),
        make("tool", "naam", described_by="title-only"),
        make("tool", "onderzocht", evidence="onderzocht"),
        make("tool", "eerst"),
    )
    assert ranked(kb) == ["eerst", "onderzocht", "naam"]


def test_tools_of_other_phases_are_elsewhere(make: Make, knowledge: Knowledge) -> None:
    """Who placed a tool in another phase only, contradicts the answer; without an answer it fits."""
    kb = knowledge(
        make("phase", "later", number=2),
        make("tool", "ergens-anders", phases=["later"]),
        make("tool", "overal", phases=["later", PHASE]),
    )
    assert ranked(kb) == ["overal"]
    assert [e.slug for e in Ranking(kb).elsewhere(answers(kb))] == ["ergens-anders"]
    skipped = answers(kb, phase=None)
    assert "ergens-anders" in [e.slug for e in Ranking(kb).ranked("tool", skipped)]
    assert Ranking(kb).elsewhere(skipped) == []


@pytest.mark.parametrize("change", [{"topics": []}, {"status": "draft"}, {"status": "retired"}])
def test_only_published_entries_with_the_topic_fit(
    make: Make, knowledge: Knowledge, change: dict[str, object]
) -> None:
    """Another topic, a draft and a retired entry are no advice."""
    assert ranked(knowledge(make("tool", "x", **change))) == []


def test_gaps_are_those_still_open_and_listed_by_a_source_first(make: Make, knowledge: Knowledge) -> None:
    """An answered gap is no warning; the more open, and the more plainly asked, the sooner it stands."""
    kb = knowledge(
        make("gap", "klaar", title="A", state="beantwoord"),
        make("gap", "deels", title="B", state="deels-beantwoord"),
        make("gap", "terloops", title="C", explicit=False),
        make("gap", "open", title="D"),
    )
    assert ranked(kb, "gap") == ["open", "terloops", "deels"]


def test_models_of_the_page_of_the_topic_go_first(make: Make, knowledge: Knowledge) -> None:
    """The editors named those where they explain the topic."""
    kb = knowledge(
        make("topic", TOPIC, related=["genoemd"]),
        make("model", "ander", title="A"),
        make("model", "genoemd", title="Z"),
    )
    assert ranked(kb, "model") == ["genoemd", "ander"]


def test_counts_are_those_of_the_lists(make: Make, knowledge: Knowledge) -> None:
    """What an option promises is what its page has, for every combination of answers."""
    kb = knowledge(
        make("phase", "later", number=2),
        make("tool", "a", audiences=["bestuurder"]),
        make("tool", "b", audiences=["bestuurder"], **UNPLACED),
        make("tool", "c", phases=["later"]),
    )
    ranking = Ranking(kb)
    for phase in (None, PHASE, "later"):
        fitting = list(ranking.ranked("tool", answers(kb, phase=phase)))
        assert ranking.counts.fitting[phase, TOPIC, None] == len(fitting) > 0
        managers = sum("bestuurder" in e.entry.audiences for e in fitting)
        assert ranking.counts.fitting[phase, TOPIC, "bestuurder"] == managers
        assert ranking.counts.cases[phase, TOPIC] == len(
            list(ranking.ranked("case", answers(kb, phase=phase)))
        )
    assert ranking.counts.placed == {(PHASE, TOPIC): 2, ("later", TOPIC): 1}
