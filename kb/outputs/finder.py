"""The guided finder: three questions, each a page of its own, that lead to a short list with reasons.

A reader goes on by following links, so every step has an address and works without JavaScript:
``wegwijzer/``, then the phase, the topic and the role behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import NamedTuple

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import Phase
from kb.model.vocabulary import Term
from kb.outputs import urls
from kb.outputs.finder_ranking import Answers, Ranking, first_tools

FEWEST, MOST = 3, 7
"""How many tools a list should have at least, and has at most."""

MOST_CASES = 3
MOST_MORE = 10
"""How many tools are named behind the list."""

_NEAR = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the finder; ``values`` makes what its template shows."""

    address: str
    template: str
    title: str
    values: Callable[[], Mapping[str, object]]

    @property
    def description(self) -> str:
        """What the page is, for who meets it in a list of results."""
        return f"{self.title}. Drie vragen, dan een korte lijst met uitleg waarom."


class Choice(NamedTuple):
    """An answer to pick: ``tools`` may fit, ``placed`` of these are put in the phase by someone."""

    what: LocatedEntry | Term | None
    address: str
    tools: int
    placed: int = 0
    cases: int = 0


class Reason(NamedTuple):
    """Why an entry is advised; ``fits`` is false for an answer it does not, or may not, fit."""

    text: str
    fits: bool = True


@dataclass(frozen=True, slots=True)
class Advice:
    """An entry with the reasons to advise it: one for each answer, and what else speaks for it."""

    located: LocatedEntry
    reasons: tuple[Reason, ...]
    extra: str = ""

    @property
    def fits(self) -> int:
        """How many answers it fits."""
        return sum(reason.fits for reason in self.reasons)


def steps(kb: KnowledgeBase) -> Iterator[Step]:
    """Yield every page of the finder."""
    ranking = Ranking(kb)
    yield Step(urls.FINDER, "finder.html", "Wegwijzer: in welke fase zit je netwerk?", dict)
    for phase in (*kb.phases, None):
        title = f"Wegwijzer{_in_phase(phase)}: waar loop je tegenaan?"
        choices = _topic_choices(ranking, phase)
        values = partial(_topics, phase, choices)
        yield Step(urls.finder_address(_slug(phase)), "finder_topics.html", title, values)
        for topic in kb.topics:
            for audience in (None, *ranking.audiences):
                if audience is None or ranking.counts.fitting[_phase(phase), topic.slug, audience.id]:
                    yield _result_step(ranking, Answers(phase, topic, audience), choices)


def _result_step(ranking: Ranking, answers: Answers, choices: list[Choice]) -> Step:
    role = f", {answers.audience.label}" if answers.audience else ""
    title = f"Wegwijzer{_in_phase(answers.phase)}: {answers.topic.entry.title}{role}"
    values = partial(_result, ranking, answers, choices)
    return Step(_address(answers), "finder_result.html", title, values)


def _address(answers: Answers) -> str:
    role = (answers.audience.id,) if answers.audience else ()
    return urls.finder_address(_slug(answers.phase), answers.topic.slug, *role)


def _slug(phase: LocatedEntry | None) -> str:
    return phase.slug if phase else urls.NO_PHASE


def _phase(phase: LocatedEntry | None) -> str | None:
    return phase.slug if phase else None


def _in_phase(phase: LocatedEntry | None) -> str:
    return f", {_name(phase)}" if phase else ""


def _name(phase: LocatedEntry) -> str:
    return f"fase {phase.entry.number}" if isinstance(phase.entry, Phase) else phase.entry.title


def _topic_choices(ranking: Ranking, phase: LocatedEntry | None) -> list[Choice]:
    """Return every topic as an answer, those with most tools for the phase first."""
    choices = [_topic_choice(ranking, phase, topic) for topic in ranking.kb.topics]
    return sorted(choices, key=lambda choice: (-choice.placed, -choice.tools))


def _topics(phase: LocatedEntry | None, choices: list[Choice]) -> dict[str, object]:
    """Return the topics as answers: those that belong to the phase, the others, those with nothing."""
    own = phase.entry.topics if phase else ()
    some = [choice for choice in choices if choice.tools or choice.cases]
    return {
        "phase": phase,
        "often": [choice for choice in some if _slug_of(choice) in own],
        "others": [choice for choice in some if _slug_of(choice) not in own],
        "empty": [choice for choice in choices if choice not in some],
    }


def _slug_of(choice: Choice) -> str:
    return choice.what.slug if isinstance(choice.what, LocatedEntry) else ""


def _topic_choice(ranking: Ranking, phase: LocatedEntry | None, topic: LocatedEntry) -> Choice:
    counts, slug = ranking.counts, _phase(phase)
    return Choice(
        topic,
        _address(Answers(phase, topic)),
        counts.fitting[slug, topic.slug, None],
        counts.placed[slug, topic.slug] if slug else 0,
        counts.cases[slug, topic.slug],
    )


def _result(ranking: Ranking, answers: Answers, choices: list[Choice]) -> dict[str, object]:
    """Return the advice for answers, what could be answered next, and where to look when it is not here."""
    tools = list(islice(ranking.ranked("tool", answers), MOST + MOST_MORE))
    few = ranking.elsewhere(answers)[: FEWEST - len(tools)] if len(tools) < FEWEST else []
    return {
        "answers": answers,
        "roles": [] if answers.audience else _roles(ranking, answers),
        "tools": [advice(ranking, located, answers) for located in (*tools[:MOST], *few)],
        "more": tools[MOST:],
        "total": ranking.counts.fitting[_phase(answers.phase), answers.topic.slug, None],
        "cases": [advice(ranking, e, answers) for e in islice(ranking.ranked("case", answers), MOST_CASES)],
        "model": next(ranking.ranked("model", answers), None),
        "gap": next(ranking.ranked("gap", answers), None),
        "near_topics": _near_topics(answers, choices),
        "near_phases": _near_phases(ranking, answers),
    }


def _roles(ranking: Ranking, answers: Answers) -> list[Choice]:
    """Return the roles for which there are tools."""
    counts, phase, topic = ranking.counts.fitting, _phase(answers.phase), answers.topic.slug
    return [
        Choice(term, _address(Answers(answers.phase, answers.topic, term)), number)
        for term in ranking.audiences
        if (number := counts[phase, topic, term.id])
    ]


def _near_topics(answers: Answers, choices: list[Choice]) -> list[Choice]:
    """Return the other topics with most tools in the same phase."""
    others = (choice for choice in choices if choice.what is not answers.topic)
    some = (choice for choice in others if choice.placed or (not answers.phase and choice.tools))
    return list(islice(some, _NEAR))


def _near_phases(ranking: Ranking, answers: Answers) -> list[Choice]:
    """Return the other phases in which someone placed tools with the same topic."""
    others = (phase for phase in ranking.kb.phases if phase is not answers.phase)
    found = ((phase, _topic_choice(ranking, phase, answers.topic)) for phase in others)
    return [choice._replace(what=phase) for phase, choice in found if choice.placed]


def advice(ranking: Ranking, located: LocatedEntry, answers: Answers) -> Advice:
    """Return an entry with what speaks for it, and what is not known, answer by answer."""
    reasons = (*_phase_reason(ranking, located, answers), *_topic_reason(answers), *_role(located, answers))
    first = located.slug in first_tools(answers.phase)
    extra = "Om mee te beginnen in deze fase (keuze van de redactie)" if first else ""
    return Advice(located, reasons, extra)


def _phase_reason(ranking: Ranking, located: LocatedEntry, answers: Answers) -> Iterator[Reason]:
    phase, entry = answers.phase, located.entry
    if phase is None:
        return
    who = "staat in de bron" if entry.phase_basis == "source" else "keuze van de redactie"
    if phase.slug in entry.phases:
        yield Reason(f"Hoort bij {_name(phase)} ({who})")
    elif entry.phases:
        places = " en ".join(_name(p) for p in ranking.kb.phases if p.slug in entry.phases)
        yield Reason(f"Hoort bij {places}, niet bij {_name(phase)} ({who})", fits=False)
    else:
        yield Reason("Fase niet bekend", fits=False)


def _topic_reason(answers: Answers) -> Iterator[Reason]:
    yield Reason(f"Gaat over {answers.topic.entry.title[0].lower()}{answers.topic.entry.title[1:]}")


def _role(located: LocatedEntry, answers: Answers) -> Iterator[Reason]:
    audience = answers.audience
    if audience is None:
        return
    if audience.id in located.entry.audiences:
        yield Reason("Voor jouw rol")
    elif located.entry.audiences:
        yield Reason("Vooral voor andere rollen", fits=False)
    else:
        yield Reason("Rol niet bekend", fits=False)
