"""Writes a made-up project of N valid entries, the same for the same N and seed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import yaml

from benchmarks import entries, prose
from kb.model import TYPE_BY_NAME, VOCABULARY_NAMES

SEED = 2024
MOST_ENTRIES = 19_000
"""Ids have four digits, and half of the entries are tools."""

_SHARES = (("tool", 0.5), ("case", 0.2), ("gap", 0.1), ("source", 0.2))
_ABBREVIATIONS = 40
_SHELL_PARTS = ("mkdocs.yml", "site_overrides", "content/pages")
"""What a generated project takes from the real one, so that its shells are the real ones."""


def generate(target: Path, count: int, *, schema: Path, seed: int = SEED) -> None:
    """Write a project with ``count`` entries of the four growing types below ``target``.

    The topics, the phases and one synthesis come on top of ``count``. ``schema`` is the folder
    that the vocabularies are copied from. ``target`` must not exist yet.
    """
    if not 10 <= count <= MOST_ENTRIES:
        raise ValueError(f"count must be between 10 and {MOST_ENTRIES}: {count}")
    random = Random(seed)
    _write_schema(random, schema, target / "schema")
    slugs = _slugs(random, count)
    world = entries.World(slugs, _terms(schema))
    for path, front_matter, body in (*_fixed_entries(random), *_growing_entries(random, world)):
        file = target / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{_yaml(front_matter)}---\n\n{body}", encoding="utf-8")


def generate_site(target: Path, count: int, *, root: Path) -> None:
    """Write a project of ``count`` entries in place of ``target``, with the shells of the one at ``root``."""
    shutil.rmtree(target, ignore_errors=True)
    generate(target, count, schema=root / "schema")
    for part in _SHELL_PARTS:
        copy = shutil.copytree if (root / part).is_dir() else shutil.copy2
        copy(root / part, target / part)


Document = tuple[str, entries.FrontMatter, str]
"""Path below ``content/``, front matter and body."""


def _slugs(random: Random, count: int) -> Mapping[str, tuple[str, ...]]:
    numbers = iter(range(1, count + 1))
    sizes = {name: round(count * share) for name, share in _SHARES}
    sizes["tool"] += count - sum(sizes.values())
    return {
        name: tuple(
            f"{prose.compound(random)}-{prose.compound(random)}-{next(numbers):05d}" for _ in range(size)
        )
        for name, size in sizes.items()
    }


def _growing_entries(random: Random, world: entries.World) -> Iterator[Document]:
    for name, slugs in world.slugs.items():
        row = TYPE_BY_NAME[name]
        for number, slug in enumerate(slugs, start=1):
            matter = entries.front_matter(random, world, name, slug, f"{row.prefix}{number:04d}")
            links = [_link_to(random, world, own=slug) for _ in range(random.randint(1, 3))]
            yield f"{row.folder}/{slug}.md", matter, prose.body(random, row.headings, links)


def _fixed_entries(random: Random) -> Iterator[Document]:
    for number, slug in enumerate(entries.TOPICS, start=1):
        own: entries.FrontMatter = {"definition": prose.sentence(random)}
        yield _fixed_entry(random, "topic", slug, number, own)
    for number, slug in enumerate(entries.PHASES, start=1):
        own = {"number": number, "tasks": [prose.sentence(random) for _ in range(4)]}
        yield _fixed_entry(random, "phase", slug, number, own)
    own = {
        "organisation": "Voorbeeldinstituut",
        "year": 2024,
        "questions": ["Wat weten we over samenwerken?"],
        "method": "Een gesprek met twintig mensen.",
        "chapters": [{"title": title, "summary": prose.summary(random)} for title in entries.CHAPTERS],
    }
    yield _fixed_entry(random, "synthesis", entries.SYNTHESIS, 1, own)


def _fixed_entry(random: Random, name: str, slug: str, number: int, own: entries.FrontMatter) -> Document:
    row = TYPE_BY_NAME[name]
    title = slug.replace("-", " ").capitalize()
    matter = entries.common_fields(random, f"{row.prefix}{number:04d}", title) | own
    return f"{row.folder}/{slug}.md", matter, prose.body(random, row.headings, ())


def _link_to(random: Random, world: entries.World, own: str) -> str:
    name = random.choice(tuple(world.slugs))
    slug = random.choice(world.slugs[name])
    if slug == own:
        return "het overzicht"
    return f"[het {prose.compound(random)}](../{TYPE_BY_NAME[name].folder}/{slug}.md)"


def _terms(schema: Path) -> Mapping[str, tuple[str, ...]]:
    return {
        name: tuple(
            term["id"]
            for term in yaml.safe_load((schema / f"{name}.yml").read_text(encoding="utf-8"))["terms"]
        )
        for name in VOCABULARY_NAMES
    }


def _write_schema(random: Random, source: Path, target: Path) -> None:
    target.mkdir(parents=True)
    for name in VOCABULARY_NAMES:
        shutil.copyfile(source / f"{name}.yml", target / f"{name}.yml")
    glossary = [
        {
            "term": f"{prose.compound(random)} {number}",
            "meaning": prose.sentence(random),
            "synonyms": [f"begrip {number}"],
        }
        for number in range(_ABBREVIATIONS)
    ]
    (target / "glossary.yml").write_text(_yaml({"terms": glossary}), encoding="utf-8")
    mapping = {"phase": entries.PHASES[0], "relation": "closeMatch", "reason": "Beide gaan over beginnen."}
    phase = {"id": "begin", "name": "Begin", "maps_to": [mapping]}
    crosswalk = {"schemes": [{"id": "anders", "label": "een ander model", "phases": [phase]}]}
    (target / "phase-crosswalk.yml").write_text(_yaml(crosswalk), encoding="utf-8")
    (target / "excluded-links.yml").write_text("links: []\n", encoding="utf-8")


def _yaml(data: Mapping[str, object]) -> str:
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=100))
