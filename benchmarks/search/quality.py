"""`make search-quality`: how well the search of the built site answers the judged queries.

The queries are asked in a browser, through `window.kb.search`, of the index that readers get.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.search.gold import Query, gold_set
from benchmarks.search.metrics import GAIN_AT, Scores, mean, right_answers, scores
from kb import pipeline
from kb.knowledge_base import KnowledgeBase
from scripts.screenshots import chromium, serve

ROOT = Path(__file__).resolve().parents[2]
_MADE_FROM = ("content", "schema", "kb", "site_overrides")
_LIMIT = 30
"""Answers asked for; what comes later counts as not found."""
_ASK = """async ([queries, limit]) => {
  const found = [];
  for (const [text, filters] of queries) {
    found.push((await window.kb.search(text, { ...filters, limit })).map((hit) => hit.id));
  }
  return found;
}"""


_HEAD = """\
| kind | queries | hit@5 | MRR | nDCG@10 | recall@8 |
| --- | ---: | ---: | ---: | ---: | ---: |"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a query, as slugs, best first, and how good that is."""

    query: Query
    found: Sequence[str]

    @property
    def scores(self) -> Scores:
        """The measures of this answer."""
        return scores(self.found, self.query.grades)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the built site; return the exit code."""
    parser = argparse.ArgumentParser(prog="make search-quality", description=__doc__)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show the N worst answers as well")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="folder of a built site")
    parser.add_argument("--queries", type=Path, help="other judged queries, of the same form")
    options = parser.parse_args(arguments)
    if _stale(options.site):
        pipeline.build(ROOT, options.site)
    kb = pipeline.check(ROOT).knowledge_base()
    with serve(options.site) as root, chromium() as browser:
        page = browser.new_page()
        page.goto(root)
        answers = ask_all(page, gold_set(kb, options.queries), kb)
    if not answers:
        print("There are no judged queries in schema/search-queries.yml.", file=sys.stderr)
        return 2
    print(table(answers))
    for answer in worst(answers, options.worst):
        print(f"\n{_account(answer, kb)}")
    return 0


def ask_all(page: Page, queries: Sequence[Query], kb: KnowledgeBase) -> list[Answer]:
    """Ask all queries on a page of the site."""
    asked = [[query.text, query.filters] for query in queries]
    slugs = {located.entry.id: located.slug for located in kb.published}
    found: list[list[str]] = page.evaluate(_ASK, [asked, _LIMIT])
    return [Answer(query, [slugs[one] for one in ids]) for query, ids in zip(queries, found, strict=True)]


def by_kind(answers: Sequence[Answer]) -> Mapping[str, Scores]:
    """Return the mean measures of each kind of query, in the order in which kinds first come."""
    kinds = dict.fromkeys(answer.query.kind for answer in answers)
    return {kind: mean([a.scores for a in answers if a.query.kind == kind]) for kind in kinds}


def table(answers: Sequence[Answer]) -> str:
    """Return the measures in total and per kind of query, as Markdown."""
    rows = [("all", len(answers), mean([answer.scores for answer in answers]))]
    for kind, of_kind in by_kind(answers).items():
        rows.append((kind, sum(answer.query.kind == kind for answer in answers), of_kind))
    lines = [
        f"| {kind} | {count} | {s.hit:.3f} | {s.reciprocal_rank:.3f} | {s.gain:.3f} | {s.recall:.3f} |"
        for kind, count, s in rows
    ]
    return "\n".join((_HEAD, *lines))


def worst(answers: Sequence[Answer], number: int) -> list[Answer]:
    """Return the answers with the lowest nDCG@10, worst first."""
    return sorted(answers, key=lambda answer: (answer.scores.gain, answer.scores.hit))[:number]


def _account(answer: Answer, kb: KnowledgeBase) -> str:
    return "\n".join(_lines(answer, kb))


def _lines(answer: Answer, kb: KnowledgeBase) -> Iterator[str]:
    """Yield what a person needs to judge an answer: what came first, and what should have come."""
    query = answer.query
    filters = "".join(f" [{name}={value}]" for name, value in query.filters.items())
    yield f"## {query.text}{filters} ({query.kind}, nDCG@10 {answer.scores.gain:.2f})"
    yield query.need
    for number, slug in enumerate(answer.found[:5], start=1):
        grade = f"({query.grades[slug]})" if slug in query.grades else "   "
        yield f"  {number:>2}. {grade} {_named(slug, kb)}"
    for slug in sorted(right_answers(query.grades) - {*answer.found[:GAIN_AT]}):
        place = f"place {answer.found.index(slug) + 1}" if slug in answer.found else f"not in {_LIMIT}"
        yield f"  missed: ({query.grades[slug]}) {_named(slug, kb)}, {place}"


def _named(slug: str, kb: KnowledgeBase) -> str:
    return f"{kb.by_slug[slug].entry.title} <{kb.by_slug[slug].path}>"


def _stale(site: Path) -> bool:
    """Whether a site is missing or older than anything it is made from."""
    index = site / "zoekindex" / "start.json"
    if not index.is_file():
        return True
    paths = (path for folder in _MADE_FROM for path in (ROOT / folder).rglob("*"))
    newest = max(path.stat().st_mtime for path in paths if path.is_file() and path.suffix != ".pyc")
    return newest > index.stat().st_mtime


if __name__ == "__main__":
    sys.exit(main())
