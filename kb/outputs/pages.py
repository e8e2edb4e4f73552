"""All pages the site will have, each rendered only when somebody asks for it.

The build asks for every page, the preview server for the one that is open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from operator import itemgetter

from kb.corpus import LocatedEntry
from kb.folding import fold
from kb.knowledge_base import KnowledgeBase
from kb.markdown import render
from kb.model import ENTRY_TYPES, EntryType, Tool
from kb.model.vocabulary import Term
from kb.outputs import facets, finder, labels, pictures, resting, urls
from kb.outputs.crumbs import trail
from kb.outputs.headings import table_of_contents
from kb.outputs.page import Page
from kb.outputs.pictures.picture import Picture
from kb.outputs.theme import environment
from kb.outputs.view import Said, Site, View
from kb.settings import Settings

Renderer = Callable[[], Page]

_FOLDERS = {row.folder: row.path for row in ENTRY_TYPES}


def plan_pages(kb: KnowledgeBase, settings: Settings) -> dict[str, Renderer]:
    """Return a renderer for every generated page, by address."""
    site = Site(kb, settings, environment())
    plan: dict[str, Renderer] = {"": partial(_home, site)}
    for located in kb.entries:
        plan[urls.entry_address(located)] = partial(_entry, site, located)
        if resting.is_beside(kb, located):
            plan[resting.address(located)] = partial(_resting, site, located)
    for entry_type in ENTRY_TYPES:
        found = facets.Facets(kb, entry_type)
        plan[urls.list_address(entry_type)] = partial(_list, site, entry_type, found)
        for narrowed in found.narrowed():
            plan[narrowed.address] = partial(_narrowed_list, site, entry_type, found, narrowed)
    plan[urls.ADVICE] = partial(_advice_list, site)
    for actor in _actors(site):
        plan[urls.advice_address(actor.id)] = partial(_advice, site, actor)
    plan.update((step.address, partial(_finder, site, step)) for step in finder.steps(kb))
    plan[urls.OVERVIEW] = partial(_overview, site)
    plan.update((picture.address, partial(_picture, site, picture)) for picture in pictures.PICTURES)
    plan[urls.GLOSSARY] = partial(_glossary, site)
    plan[urls.SELECTION] = partial(_selection, site)
    plan[urls.COMPARE] = partial(_compare, site)
    plan[urls.SEARCH] = partial(_search, site)
    plan[urls.A_TO_Z] = partial(_a_to_z, site)
    return plan


@dataclass(frozen=True, slots=True)
class _Head:
    """What a page says of itself outside its content."""

    title: str
    description: str
    section: str


def _page(site: Site, path: str, template: str, head: _Head, **values: object) -> Page:
    """Render ``template`` for the address ``path``; its headings with an id make the table of contents."""
    view = View(site, urls.to_root(path))
    html = site.environment.get_template(template).render(v=view, title=head.title, **values)
    about = {"description": head.description}
    above = trail(path, site.crumb_names)
    return Page(path, head.title, html, head.section, table_of_contents(html), about, above)


def _entry(site: Site, located: LocatedEntry) -> Page:
    path = urls.entry_address(located)
    base = urls.to_root(path)

    def resolve(target: str) -> str:
        inside = urls.content_link(target, _FOLDERS)
        return f"{base}{inside}" if inside else target

    entry = located.entry
    explained = site.terms.on_page(located.slug, (entry.title, *entry.aliases), base)
    page = _page(
        site,
        path,
        f"{located.type.name}.html",
        _Head(entry.title, entry.summary, urls.list_address(located.type)),
        e=located,
        entry=entry,
        body=render(located.body.text, resolve),
        explained=explained,
    )
    return replace(page, html=explained.settle(page.html), markdown=urls.entry_markdown(entry.id))


def _resting(site: Site, located: LocatedEntry) -> Page:
    title = located.entry.title
    head = _Head(
        f"Wat rust op: {title}",
        f"Alles op deze site dat steunt op: {title}.",
        urls.list_address(located.type),
    )
    values = {"parts": resting.parts(site.kb, located), "number": len(site.kb.supported_by(located.slug))}
    mixed = located.type.name == "synthesis"
    return _page(site, resting.address(located), "resting.html", head, e=located, mixed=mixed, **values)


def _list(site: Site, entry_type: EntryType, found: facets.Facets) -> Page:
    entries = site.kb.phases if entry_type.name == "phase" else site.kb.of_type(entry_type.name)
    all_of_them = facets.Narrowed(urls.list_address(entry_type), {}, entries)
    return _entries(site, entry_type, entry_type.plural, all_of_them, found.groups)


def _narrowed_list(
    site: Site, entry_type: EntryType, found: facets.Facets, narrowed: facets.Narrowed
) -> Page:
    chosen = ", ".join(option.label for option in narrowed.chosen.values())
    return _entries(site, entry_type, f"{entry_type.plural}: {chosen}", narrowed, found.at(narrowed.chosen))


def _entries(
    site: Site,
    entry_type: EntryType,
    title: str,
    narrowed: facets.Narrowed,
    groups: tuple[facets.Group, ...],
) -> Page:
    intro = labels.LIST_INTROS.get(entry_type.name, f"Alle {entry_type.plural.lower()} op deze site.")
    head = _Head(title, f"{title}. {intro}", urls.list_address(entry_type))
    shown = () if narrowed.chosen else pictures.shown_with(entry_type.name)
    values = {"type": entry_type, "intro": intro, "here": narrowed, "groups": groups, "pictures": shown}
    return _page(site, narrowed.address, "list.html", head, **values)


def _actors(site: Site) -> list[Term]:
    """Return the actors that any recommendation is for, in the order of their list."""
    listed = site.kb.vocabularies.lists.get("actors")
    return [actor for actor in listed.terms if actor.id in site.by_actor] if listed else []


def _advice_list(site: Site) -> Page:
    head = _Head("Wat kan ik doen?", "Aanbevelingen uit alle bronnen, per partij.", urls.ADVICE)
    actors = [(actor, site.by_actor[actor.id]) for actor in _actors(site)]
    return _page(site, urls.ADVICE, "advice_list.html", head, actors=actors)


def _advice(site: Site, actor: Term) -> Page:
    title = f"Wat kan ik doen als {actor.label[0].lower()}{actor.label[1:]}?"
    head = _Head(title, f"Aanbevelingen uit alle bronnen voor: {actor.label}.", urls.ADVICE)
    by_topic: dict[str | None, list[Said]] = {}
    listed = {topic.slug for topic in site.kb.topics}
    for said in site.by_actor[actor.id]:
        first = next((topic for topic in said.what.topics if topic in listed), None)
        by_topic.setdefault(first, []).append(said)
    groups: list[tuple[LocatedEntry | None, list[Said]]] = [
        *((topic, by_topic.get(topic.slug, [])) for topic in site.kb.topics),
        (None, by_topic.get(None, [])),
    ]
    filled = [group for group in groups if group[1]]
    return _page(site, urls.advice_address(actor.id), "advice.html", head, groups=filled)


def _finder(site: Site, step: finder.Step) -> Page:
    head = _Head(step.title, step.description, urls.FINDER)
    return _page(site, step.address, step.template, head, **step.values())


def _overview(site: Site) -> Page:
    head = _Head("Het overzicht", "De kennis op deze site in beeld.", urls.OVERVIEW)
    return _page(site, urls.OVERVIEW, "pictures/overview.html", head, pictures=pictures.PICTURES)


def _picture(site: Site, picture: Picture) -> Page:
    head = _Head(picture.title, picture.lead, picture.section)
    drawn = picture.drawn(site.kb)
    return _page(site, picture.address, picture.template, head, lead=picture.lead, drawn=drawn)


def _glossary(site: Site) -> Page:
    terms = sorted(site.kb.vocabularies.glossary.terms, key=lambda t: t.term.casefold())
    description = "Wat woorden en afkortingen op deze site betekenen."
    head = _Head("Begrippen en afkortingen", description, urls.GLOSSARY)
    return _page(site, urls.GLOSSARY, "glossary.html", head, terms=terms)


def _selection(site: Site) -> Page:
    head = _Head("Mijn selectie", "Wat je bewaarde om mee te nemen.", urls.SELECTION)
    return _page(site, urls.SELECTION, "selection.html", head, types=ENTRY_TYPES)


def _compare(site: Site) -> Page:
    head = _Head("Hulpmiddelen vergelijken", "Zet hulpmiddelen naast elkaar.", urls.COMPARE)
    return _page(site, urls.COMPARE, "compare.html", head, tools=site.kb.of_type("tool"))


def _search(site: Site) -> Page:
    head = _Head("Zoeken", "Zoek in alle kennis op deze site.", urls.SEARCH)
    groups = facets.of_search(site.kb)
    return _page(site, urls.SEARCH, "search.html", head, types=ENTRY_TYPES, groups=groups)


def _a_to_z(site: Site) -> Page:
    head = _Head("Alles van A tot Z", "Alle titels op deze site, op letter.", urls.SEARCH)
    by_letter: dict[str, list[LocatedEntry]] = {}
    for filed, located in sorted(((_filed(e.entry.title), e) for e in site.kb.published), key=itemgetter(0)):
        by_letter.setdefault("0-9" if filed[:1].isdigit() else filed[:1].upper(), []).append(located)
    return _page(site, urls.A_TO_Z, "a_to_z.html", head, letters=sorted(by_letter.items()))


def _filed(title: str) -> str:
    """Return a title as an alphabet orders it: no accents, no case, nothing before its first word."""
    return re.sub(r"^[^a-z0-9]+", "", fold(title)) or "0"


def _home(site: Site) -> Page:
    kb = site.kb
    counted = [t for t in ENTRY_TYPES if t.name not in {"phase", "topic"}]
    newest = [max(kb.of_type(t.name), key=_age) for t in counted if kb.of_type(t.name)]
    newest.sort(key=_age, reverse=True)
    description = (
        "Hulpmiddelen, voorbeelden en open vragen over samenwerken in zorg, welzijn en sociaal domein."
    )
    return _page(
        site,
        "",
        "home.html",
        _Head(site.settings.site_name, description, ""),
        newest=newest,
        counts=[(t, len(kb.of_type(t.name))) for t in counted],
        honest=_honest_numbers(kb),
    )


def _age(located: LocatedEntry) -> tuple[date, str]:
    """Return what orders entries from old to new: last review, then number."""
    return located.entry.last_reviewed, located.entry.id[1:]


def _honest_numbers(kb: KnowledgeBase) -> str:
    tools = kb.tools()
    studied = sum(tool.evidence == "onderzocht" for tool in tools)
    open_gaps = sum(getattr(e.entry, "state", "") == "open" for e in kb.of_type("gap"))
    used = sum(
        1
        for e in kb.of_type("tool")
        if isinstance(e.entry, Tool) and any(m.source.type.name == "case" for m in kb.mentions(e.slug))
    )
    return (
        f"Van de {len(tools)} hulpmiddelen {_are(studied)} onderzocht op werking. "
        f"Bij {used} hulpmiddelen kennen wij een praktijkvoorbeeld. "
        f"Er staan {open_gaps} kennishiaten open."
    )


def _are(number: int) -> str:
    return {0: "is er geen enkel", 1: "is er 1"}.get(number, f"zijn er {number}")
