"""A reader with a slow computer: asks an engine in Chromium, and waits for the first result."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TooLateError

from benchmarks.search.engine import Engine
from benchmarks.search.gold import Query
from benchmarks.search.host import Host
from benchmarks.search.metrics import Scores, mean, scores

SLOW_DOWN = 4
_PATIENCE = 120_000
_VISITS = 3
"""Times that each question is asked; the quickest counts, as it had the least disturbance."""
_TOLD = "first result "
_WATCH = """(() => {
  const seen = new MutationObserver(() => {
    if (!document.querySelector(%s)) return;
    seen.disconnect();
    console.debug(`%s${performance.now()}`);
  });
  seen.observe(document, { childList: true, subtree: true });
})()"""
_ASK = """async (queries) => {
  const found = [];
  for (const [text, filters] of queries) found.push(await window.ask(text, filters));
  return found;
}"""


@dataclass(frozen=True, slots=True)
class FirstResult:
    """Cold, per question: milliseconds until the first result (median), and bytes of all answers (most)."""

    milliseconds: float
    bytes: int


def quality(browser: Browser, host: Host, engine: Engine, queries: Sequence[Query]) -> Scores:
    """Return the mean measures of an engine over the judged queries."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(host.address + engine.page)
        if engine.script:
            page.wait_for_load_state("networkidle")
            page.evaluate(f"{engine.script}\n0")  # a function as its value would be called
        page.wait_for_function("!!window.ask")
        found = page.evaluate(_ASK, [[query.text, dict(query.filters)] for query in queries])
    return mean([scores(slugs, query.grades) for slugs, query in zip(found, queries, strict=True)])


def first_result(browser: Browser, host: Host, engine: Engine, questions: Sequence[str]) -> FirstResult:
    """Return what it takes a new reader on a slow computer to see the first result."""
    visits = [min(_visit(browser, host, engine, one) for _ in range(_VISITS)) for one in questions]
    return FirstResult(median(ms for ms, _ in visits), max(sent for _, sent in visits))


def _visit(browser: Browser, host: Host, engine: Engine, question: str) -> tuple[float, int]:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(_PATIENCE)
        _slow(page)
        page.add_init_script(_WATCH % (json.dumps(engine.result), _TOLD))
        host.reset()
        # Nothing is asked of the page before it tells: each question would keep it from its work.
        with page.expect_console_message(lambda said: said.text.startswith(_TOLD)) as told:
            page.goto(f"{host.address}{engine.page}?q={quote(question)}", wait_until="commit")
        with suppress(TooLateError):
            page.wait_for_load_state("networkidle", timeout=5_000)
        return float(told.value.text.removeprefix(_TOLD)), sum(host.sent)


def _slow(page: Page) -> None:
    """Slow down the processor for the page and its workers alike."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW_DOWN})
