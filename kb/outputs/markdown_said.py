"""What an entry says besides its facts and its body, in Markdown: the parts that differ per type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import Case, Entry, Framework, Gap, Phase, Publication, Synthesis, Tool, Topic
from kb.model.entry import Discrepancy, Figure, Problem, Recommendation, Series, SeriesPoint
from kb.model.framework import Argument
from kb.model.publication import Finding
from kb.outputs import labels, urls
from kb.outputs.facts import Value
from kb.outputs.markdown_text import bullets, escaped, link, section
from kb.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """What the documents share: ``base`` leads from each of them to the site's root, or is its address."""

    kb: KnowledgeBase
    settings: Settings
    base: str
    _links: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def to(self, slug: str) -> str:
        """Return a link to the page of the entry ``slug``, with its title as text."""
        known = self._links.get(slug)
        if known is None:
            located = self.kb.by_slug[slug]
            known = link(located.entry.title, f"{self.base}{urls.entry_address(located)}")
            self._links[slug] = known
        return known

    def values(self, found: Sequence[Value]) -> str:
        """Return the values of a fact in one line."""
        if found and found[0].entry:
            return "; ".join([self.to(value.entry.slug) for value in found if value.entry])
        return ", ".join([link(v.text, v.url) if v.url else escaped(v.text) for v in found])

    def label(self, vocabulary: str, term: str) -> str:
        """Return what a reader sees for a term."""
        return escaped(self.kb.vocabularies.label(vocabulary, term))


def before_body(located: LocatedEntry, context: Context) -> Iterator[str]:
    """Yield what a page puts before the body of an entry, in blocks."""
    match located.entry:
        case Tool(described_by="title-only"):
            yield "**Alleen de naam is bekend.** De bron noemt dit hulpmiddel, maar beschrijft het niet."
        case Topic() as topic:
            yield f"**Wat wij hieronder verstaan:** {escaped(topic.definition)}"
            if topic.signal:
                yield f"**Je herkent dit als je zegt:** ‘{escaped(topic.signal)}’"
            if topic.broader:
                yield f"Hoort bij het thema {context.to(topic.broader)}."
        case Phase() as phase:
            yield f"Dit is fase {phase.number} van {len(context.kb.phases)}."
        case Gap() as gap:
            yield f"**Stand: {labels.GAP_STATES[gap.state]}**"
            yield from section("Open vragen", _texts(gap.questions))
        case Publication(url_note=str(note)):
            yield escaped(note)
        case Synthesis() as synthesis:
            yield from section("Welke vragen beantwoordt de synthese?", _texts(synthesis.questions))


def after_body(located: LocatedEntry, context: Context) -> Iterator[str]:
    """Yield what a page puts after the body of an entry, in blocks."""
    entry: Entry = located.entry
    match entry:
        case Case():
            yield from section("Uitkomsten volgens de bron", _results(entry, context))
        case Gap():
            yield from section("Wat is er sindsdien gekomen?", _answers(entry, context))
        case Framework():
            parts = (_joined(f"**{escaped(p.name)}**", p.description) for p in entry.parts)
            yield from section("De onderdelen", bullets(parts))
            yield from section("Voordelen", _arguments(entry.advantages, context))
            yield from section("Nadelen", _arguments(entry.disadvantages, context))
        case Phase():
            tools = [context.to(slug) for slug in entry.first_tools]
            yield from section("Begin hier", bullets(tools))
            yield from section("Wat is er te doen?", _texts(entry.tasks))
            yield from section("Valkuilen", _texts(entry.pitfalls))
        case Publication():
            yield from section("Bevindingen", _findings(entry.findings))
            yield from section("Conclusies", _findings(entry.conclusions))
            yield from section("Wat het betekent voor beleid", _findings(entry.relevance))
            yield from _said(entry, context)
        case Synthesis():
            chapters = (f"**{escaped(c.title)}**: {escaped(c.summary)}" for c in entry.chapters)
            yield from section("Per hoofdstuk", bullets(chapters))
            yield from _said(entry, context)


def _said(entry: Publication | Synthesis, context: Context) -> Iterator[str]:
    """Yield what a source or synthesis says in numbers, problems, advice and contradictions."""
    yield from section("Cijfers", bullets(map(_figure, entry.figures)))
    yield from section("Door de jaren", "\n\n".join(_series(held, context) for held in entry.series))
    yield from section("Knelpunten en oplossingen", bullets(map(_problem, entry.problems)))
    yield from section("Aanbevelingen", bullets(_advice(a, context) for a in entry.recommendations))
    yield from section("Hier is tegenspraak", bullets(_discrepancy(d, context) for d in entry.discrepancies))


def _results(case: Case, context: Context) -> str:
    return bullets(
        f"{_value(r.value, r.unit)}{escaped(r.statement)}{_note(_number(r.n))} Bron: {context.to(r.source)}"
        for r in case.results
    )


def _answers(gap: Gap, context: Context) -> str:
    found = (
        f"{context.to(a.entry)}: {escaped(a.how)} Nog open: {escaped(a.remains)}" for a in gap.addressed_by
    )
    return bullets(found) or "Wij kennen nog geen studie die deze vraag beantwoordt."


def _arguments(arguments: Sequence[Argument], context: Context) -> str:
    return bullets(f"{escaped(a.text)} Bron: {context.to(a.source)}" for a in arguments)


def _findings(findings: Sequence[Finding]) -> str:
    return bullets(f"{escaped(f.statement)}{_note(f.locator)}" for f in findings)


def _figure(figure: Figure) -> str:
    year = f"jaar {figure.year}" if figure.year else None
    notes = _note(figure.series, _number(figure.n), year, figure.locator)
    return f"{escaped(figure.statement)}: {_value(figure.value, figure.unit).strip()}{notes}"


def _series(series: Series, context: Context) -> str:
    items = bullets(
        f"{escaped(item.label)}: {'; '.join(_point(p, series.unit, context) for p in item.points)}"
        for item in series.items
    )
    blocks = (f"### {escaped(series.title)}", escaped(series.question), items)
    return "\n\n".join((*blocks, escaped(series.note)) if series.note else blocks)


def _point(point: SeriesPoint, unit: str, context: Context) -> str:
    place = f"{context.to(point.source)}, {escaped(point.locator)}"
    return f"{point.year}: {_value(point.value, unit).strip()} ({_number(point.n) or 'n onbekend'}; {place})"


def _problem(problem: Problem) -> str:
    found = f" Wat de praktijk vond: {_run(problem.found)}." if problem.found else ""
    proposed = f" Wat de bron voorstelt: {_run(problem.proposed)}." if problem.proposed else ""
    return f"{escaped(problem.statement)}{_note(problem.locator)}{found}{proposed}"


def _advice(advice: Recommendation, context: Context) -> str:
    return f"{context.label('actors', advice.actor)}: {escaped(advice.text)}{_note(advice.locator)}"


def _discrepancy(doubt: Discrepancy, context: Context) -> str:
    other = f"{context.to(doubt.other_source)}, " if doubt.other_source else ""
    first = f"{escaped(doubt.value_a)} ({escaped(doubt.place_a)})"
    second = f"{escaped(doubt.value_b)} ({other}{escaped(doubt.place_b)})"
    return _joined(f"{escaped(doubt.claim)} {first} tegenover {second}.", doubt.note)


def _value(value: str | None, unit: str | None) -> str:
    """Return a value with its unit and a space behind it; nothing without a value."""
    if not value:
        return ""
    between = "" if unit == "%" or not unit else " "
    return f"{escaped(value)}{between}{escaped(unit or '')} "


def _number(n: int | None) -> str | None:
    return f"n = {n}" if n else None


def _note(*parts: str | None) -> str:
    """Return what is known between brackets; nothing when nothing is."""
    known = [escaped(part) for part in parts if part]
    return f" ({'; '.join(known)})" if known else ""


def _joined(text: str, more: str | None) -> str:
    return f"{text} {escaped(more)}" if more else text


def _run(texts: Iterable[str]) -> str:
    return "; ".join(escaped(text).rstrip(".") for text in texts)


def _texts(texts: Iterable[str]) -> str:
    return bullets(map(escaped, texts))
