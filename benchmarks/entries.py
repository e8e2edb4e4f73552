"""Front matter of made-up entries: about 25 fields each, in the proportions of the real content."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.prose import compound, sentence, summary

FrontMatter = dict[str, object]

SYNTHESIS = "synthese-voorbeeld"
CHAPTERS = ("Wat is het?", "Wie doet mee?", "Wat is bekend?", "Hoe verder?")
PHASES = (
    "initiatief-en-ontwerp",
    "experiment-en-uitvoering",
    "uitbouw-en-monitoring",
    "verduurzaming-en-transformatie",
)
TOPICS = (
    "bestuur", "bekostiging", "data", "eigenaarschap", "evaluatie", "inwoners", "leiderschap", "leren",
    "opschalen", "preventie", "rollen", "toezicht", "vertrouwen", "visie", "werkdruk", "wetgeving",
)  # fmt: skip
_PLACES = (
    ("Almelo", "twente", "overijssel"), ("Goes", "zeeland", "zeeland"), ("Assen", "drenthe", "drenthe"),
    ("Leeuwarden", "friesland", "friesland"), ("Lelystad", "flevoland", "flevoland"),
    ("Delfzijl", "groningen", "groningen"), ("Amersfoort", "utrecht", "utrecht"),
    ("Amsterdam", "amsterdam", "noord-holland"), ("Den Haag", "haaglanden", "zuid-holland"),
    ("Rotterdam", "rotterdam", "zuid-holland"), ("Heerlen", "zuid-limburg", "limburg"),
    ("Tilburg", "midden-brabant", "noord-brabant"), ("Nijmegen", "nijmegen", "gelderland"),
)  # fmt: skip


@dataclass(frozen=True)
class World:
    """What an entry may refer to: slugs by type name and terms by vocabulary name."""

    slugs: Mapping[str, tuple[str, ...]]
    terms: Mapping[str, tuple[str, ...]]

    def others(self, random: Random, own: str, number: int) -> list[str]:
        """Return up to ``number`` slugs of tools, cases and gaps, never ``own``."""
        pool = [*self.slugs["tool"], *self.slugs["case"], *self.slugs["gap"]]
        return [slug for slug in _some(random, pool, number) if slug != own]


def tool(random: Random, world: World, slug: str) -> FrontMatter:
    """Return the own fields of a tool."""
    kind = random.choice(world.terms["tool-kinds"])
    return {
        "kind": kind,
        "publisher": f"Stichting {compound(random).capitalize()}",
        "year": random.randint(2015, 2024),
        "described_by": "source",
        "links": [_link(random, world, slug)],
        "effort": f"Ongeveer {random.randint(2, 9)} dagdelen met een kleine groep.",
        "target_groups": _some(random, world.terms["target-groups"], 2),
        "layers": _some(random, world.terms["layers"], 2),
        "evidence": random.choice(world.terms["evidence"]),
        "requirements": sentence(random),
        "limitations": sentence(random),
    }


def case(random: Random, world: World, slug: str) -> FrontMatter:
    """Return the own fields of a practice example."""
    place, region, province = random.choice(_PLACES)
    results = [
        {
            "statement": sentence(random),
            "value": str(random.randint(3, 80)),
            "unit": random.choice(("deelnemers", "gesprekken", "weken")),
            "n": random.randint(20, 900),
            "source": random.choice(world.slugs["source"]),
        }
        for _ in range(random.randint(0, 3))
    ]
    return {
        "place": place,
        "regions": [region],
        "provinces": [province],
        "partners": [
            f"Stichting {compound(random).capitalize()} {place}" for place in ("Noord", "Oost", "West")
        ],
        "domains": _some(random, world.terms["domains"], 3),
        "started": random.randint(2012, 2023),
        "results": results,
        "did_not_work": sentence(random),
        "financing": sentence(random),
        "evidence": random.choice(world.terms["evidence"]),
        "links": [_link(random, world, slug)],
    }


def gap(random: Random, world: World, slug: str) -> FrontMatter:
    """Return the own fields of a knowledge gap."""
    answers = [
        {"entry": other, "how": sentence(random), "remains": sentence(random)}
        for other in (world.others(random, slug, 2) if random.random() < 0.4 else ())
    ]
    return {
        "questions": [
            f"Hoe werkt het {compound(random)} in jaar {year}?" for year in range(1, random.randint(2, 5))
        ],
        "explicit": random.random() < 0.7,
        "state": "deels-beantwoord" if answers else random.choice(("open", "in-onderzoek")),
        "asked_by": f"Stichting {compound(random).capitalize()}",
        "addressed_by": answers,
    }


def source(random: Random, world: World, slug: str) -> FrontMatter:
    """Return the own fields of a source, with figures and recommendations."""
    number = slug.rsplit("-", 1)[-1]
    return {
        "csl_type": random.choice(("report", "article-journal", "webpage", "document")),
        "authors": [
            {"family": compound(random).capitalize(), "given": f"{letter}.", "particle": "van de"}
            for letter in _some(random, "ABCDEHJKLMP", 3)
        ],
        "organisation": f"Stichting {compound(random).capitalize()}",
        "year": random.randint(2005, 2024),
        "doi": f"10.5555/voorbeeld.{number}",
        "url": f"https://voorbeeld.example/bronnen/{slug}",
        "container_title": f"Tijdschrift voor {compound(random)}",
        "volume": str(random.randint(1, 60)),
        "issue": str(random.randint(1, 12)),
        "pages": f"{random.randint(1, 90)}-{random.randint(91, 180)}",
        "language": "nl",
        "access": random.choice(world.terms["access"]),
        "findings": [
            {"statement": sentence(random), "locator": f"Hoofdstuk {place}"}
            for place in range(1, random.randint(2, 5))
        ],
        "figures": [
            {
                "statement": sentence(random),
                "value": f"{random.randint(1, 99)},{random.randint(0, 9)}",
                "unit": "%",
                "n": random.randint(30, 4000),
                "year": random.randint(2005, 2024),
                "locator": f"Tabel {place}",
            }
            for place in range(1, random.randint(1, 5))
        ],
        "recommendations": [
            {
                "actor": random.choice(world.terms["actors"]),
                "text": sentence(random),
                "topics": _some(random, TOPICS, 2),
            }
            for _ in range(random.randint(0, 3))
        ],
    }


OWN_FIELDS: dict[str, Callable[[Random, World, str], FrontMatter]] = {
    "tool": tool, "case": case, "gap": gap, "source": source,
}  # fmt: skip


def front_matter(random: Random, world: World, type_name: str, slug: str, entry_id: str) -> FrontMatter:
    """Return all front matter of one entry of ``type_name``."""
    title = f"{slug.rsplit('-', 1)[0].replace('-', ' ').capitalize()} {int(slug.rsplit('-', 1)[-1])}"
    common = common_fields(random, entry_id, title)
    common["topics"] = _some(random, TOPICS, 3)
    phases = _some(random, PHASES, 2)
    common |= {"phases": phases, "phase_basis": random.choice(("source", "editorial"))}
    common["audiences"] = _some(random, world.terms["audiences"], 3)
    common["aliases"] = [f"{compound(random)} {number}" for number in (1, 2)]
    if type_name != "source":
        common["provenance"] = _provenance(random, world)
    common["related"] = world.others(random, slug, 3)
    return common | OWN_FIELDS[type_name](random, world, slug)


def common_fields(random: Random, entry_id: str, title: str) -> FrontMatter:
    """Return the fields that every entry of every type has."""
    reviewed = date(2025, 1, 1) + timedelta(days=random.randint(0, 300))
    return {
        "id": entry_id,
        "title": title,
        "title_lang": "nl",
        "summary": summary(random),
        "last_reviewed": reviewed.isoformat(),
        "reviewed_by": "redactie",
        "status": "published",
    }


def _provenance(random: Random, world: World) -> list[FrontMatter]:
    first: FrontMatter = {
        "source": SYNTHESIS,
        "section": random.choice(CHAPTERS),
        "page": str(random.randint(5, 90)),
    }
    if random.random() < 0.5:
        return [first]
    return [
        first,
        {"source": random.choice(world.slugs["source"]), "section": f"Hoofdstuk {random.randint(1, 9)}"},
    ]


def _link(random: Random, world: World, slug: str) -> FrontMatter:
    return {
        "url": f"https://voorbeeld.example/{slug}",
        "label": f"Pagina over het {compound(random)}",
        "format": random.choice(world.terms["formats"]),
        "language": "nl",
        "access": random.choice(world.terms["access"]),
    }


def _some(random: Random, pool: Sequence[str], most: int) -> list[str]:
    """Return one to ``most`` different items of ``pool``."""
    return random.sample(pool, random.randint(1, min(most, len(pool))))
