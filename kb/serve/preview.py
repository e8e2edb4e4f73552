"""What the preview shows: the last good state of the project, and the findings of a bad change."""

from __future__ import annotations

import html
import shutil
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote

from kb import engine, pipeline
from kb.errors import KbError
from kb.outputs import exports, search, urls
from kb.outputs.entry_markdown import plan_markdown
from kb.outputs.llms import llms_txt
from kb.outputs.pages import Renderer, plan_pages
from kb.outputs.reporters import REPORTERS
from kb.outputs.shell import Shell
from kb.outputs.site import load_shells, redirects
from kb.pipeline import Checked

EVENTS = "_kb/events"
"""Address of the stream that tells the browser to reload."""

_RELOAD = (
    '<script>new EventSource("/{address}?seen={version}").onmessage='
    'event=>{{if(event.data!=="0")location.reload()}}</script>'
)
_OVERLAY = (
    '<div role="alert" style="position:fixed;inset:auto 0 0;max-height:60vh;overflow:auto;z-index:99;'
    'padding:1rem;background:#7f1d1d;color:#fff;font-size:14px"><strong>De laatste wijziging heeft fouten. '
    'Je ziet de vorige versie.</strong><pre style="white-space:pre-wrap;font-size:13px">{}</pre></div>'
)
_BARE = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Fouten</title></head>'
    "<body></body></html>"
)


@dataclass(frozen=True, slots=True)
class Response:
    """What to send: ``location`` is set for a redirect."""

    status: HTTPStatus
    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    location: str | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """One consistent view of the project; replaced as a whole, so a request never sees half a change."""

    plan: Mapping[str, Renderer] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    shells: Mapping[str, Shell] = field(default_factory=dict)
    good: Checked | None = None
    findings: str = ""
    version: int = 0


class Preview:
    """Serves one project; ``static`` is where the engine's shells and assets are built."""

    def __init__(self, root: Path, static: Path) -> None:
        """Remember the places; `build_shells` and `reload` do the work."""
        self._root = root
        self._static = static
        self._state = _State()
        self._shells_are_old = False
        self._changed = threading.Condition()

    def build_shells(self) -> None:
        """Let the engine build shells and hand-written pages; findings are shown when it fails."""
        fresh = self._static.with_name("fresh")
        shutil.rmtree(fresh, ignore_errors=True)
        with engine.start_shells(self._root, fresh) as shells:
            shells.finish()
        shutil.rmtree(self._static, ignore_errors=True)
        fresh.rename(self._static)
        self._shells_are_old = False

    def reload(self, *, shells: bool = False) -> None:
        """Read and check everything again and tell the browsers; mistakes never stop the preview."""
        self._shells_are_old = self._shells_are_old or shells
        try:
            if self._shells_are_old:
                self.build_shells()
            fresh = self._next(pipeline.check(self._root))
        except KbError as error:
            fresh = self._with_findings(str(error))
        with self._changed:
            self._state = replace(fresh, version=self.version + 1)
            self._changed.notify_all()

    def write_search_index(self) -> None:
        """Index the last good state, so that search works in the preview too."""
        if self._state.good:
            search.write_index(self._state.good.knowledge_base(), self._static)

    def _next(self, checked: Checked) -> _State:
        if checked.errors:
            return self._with_findings(REPORTERS["text"](checked.diagnostics, checked.source))
        kb = checked.knowledge_base()
        return _State(
            plan=plan_pages(kb, checked.settings),
            redirects=redirects(kb, self._static),
            data=_data(checked),
            shells=load_shells(self._static),
            good=checked,
        )

    def _with_findings(self, findings: str) -> _State:
        return replace(self._state, findings=findings)

    def wait(self, version: int, timeout: float) -> int:
        """Return the current version, as soon as it is not ``version`` or when time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, timeout)
            return self.version

    @property
    def version(self) -> int:
        """How often the project was read."""
        return self._state.version

    def respond(self, path: str) -> Response:
        """Return what is at a path of the site."""
        address, state = unquote(path.partition("?")[0].partition("#")[0]).lstrip("/"), self._state
        if state.good is None:
            return self._html(HTTPStatus.OK, _BARE, state)
        if address in state.plan:
            page = state.plan[address]()
            return self._html(
                HTTPStatus.OK, state.shells[page.section].fill(page, state.good.settings), state
            )
        if address in state.redirects:
            return Response(HTTPStatus.FOUND, location=f"/{state.redirects[address]}")
        if not address.endswith("/") and (f"{address}/" in state.plan or f"{address}/" in state.redirects):
            return Response(HTTPStatus.MOVED_PERMANENTLY, location=f"/{address}/")
        if address in state.data:
            return Response(HTTPStatus.OK, state.data[address](), _content_type(address))
        return self._file(address, state)

    def _file(self, address: str, state: _State) -> Response:
        folder = self._root / "content" if address.startswith(urls.IMAGES) else self._static
        path = _inside(folder, urls.output_file(address))
        if path is None:
            missing = self._static / "404.html"
            text = missing.read_text(encoding="utf-8") if missing.is_file() else _BARE
            return self._html(HTTPStatus.NOT_FOUND, text, state)
        if path.suffix == ".html":
            return self._html(HTTPStatus.OK, path.read_text(encoding="utf-8"), state)
        return Response(
            HTTPStatus.OK, path.read_bytes(), guess_type(path.name)[0] or "application/octet-stream"
        )

    def _html(self, status: HTTPStatus, text: str, state: _State) -> Response:
        added = _RELOAD.format(address=EVENTS, version=state.version) + (
            _OVERLAY.format(html.escape(state.findings)) if state.findings else ""
        )
        return Response(status, text.replace("</body>", f"{added}</body>", 1).encode())


def _inside(folder: Path, name: str) -> Path | None:
    """Return the file below ``folder`` with this name; ``None`` when there is none."""
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, ValueError):
        return None


def _data(good: Checked) -> dict[str, Callable[[], bytes]]:
    """Return what makes the data and the texts of a project, by address."""
    kb = good.knowledge_base()
    return {
        urls.LLMS: partial(llms_txt, kb, good.settings),
        urls.ENTRIES_JSON: partial(exports.entries_json, kb, good.settings),
        urls.ENTRIES_SCHEMA: exports.entries_schema,
        **exports.plan_entries(kb, good.settings),
        **plan_markdown(kb, good.settings),
    }


def _content_type(address: str) -> str:
    kinds = {".md": "text/markdown; charset=utf-8", ".txt": "text/plain; charset=utf-8"}
    return kinds.get(Path(address).suffix, "application/json")
