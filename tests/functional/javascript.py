"""Runs the scripts of search in Node, so that a test can call what a reader's browser runs."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from kb import node

SEARCH = Path(__file__).parents[2] / "site_overrides" / "assets" / "javascripts" / "search"
_MODULES = ("words", "lexicon", "question", "filters", "ranking", "explain", "engine")
_LOOP = """
import { createInterface } from "node:readline";
const names = {};
for (const url of JSON.parse(process.argv.at(-1))) Object.assign(names, await import(url));
for await (const line of createInterface({ input: process.stdin })) {
  const [code, given] = JSON.parse(line);
  let answer;
  try {
    const body = new Function("given", ...Object.keys(names), `return (async () => { ${code} })()`);
    answer = { result: (await body(given, ...Object.values(names))) ?? null };
  } catch (error) {
    answer = { error: String(error) };
  }
  console.log(JSON.stringify(answer));
}
"""


class ScriptError(Exception):
    """The code threw; the message is that of what it threw."""


class JavaScript:
    """A running Node: ``run("return words(given)", "Een vraag")`` has every export of the modules at hand."""

    def __init__(self) -> None:
        """Start it."""
        urls = json.dumps([(SEARCH / f"{name}.js").as_uri() for name in _MODULES])
        self._process = subprocess.Popen(
            [node.executable(), "--no-warnings", "--input-type=module", "--eval", _LOOP, urls],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __call__(self, code: str, given: object = None) -> Any:
        """Return what ``code`` returns, a promise or not; it gets ``given`` as data."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([code, given]) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise ScriptError(answer["error"])
        return answer["result"]

    def stop(self) -> None:
        """End it."""
        self._process.communicate()
