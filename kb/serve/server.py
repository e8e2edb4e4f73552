"""The preview's web server, and the thread that follows changes."""

from __future__ import annotations

import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from watchdog.observers import Observer

from kb.serve.preview import EVENTS, Preview
from kb.serve.watch import CHANGES, SHELLS, Watcher, watched

_HEARTBEAT = 15.0


class _Handler(BaseHTTPRequestHandler):
    """Answers GET requests from a `Preview`."""

    def __init__(self, preview: Preview, *args: object) -> None:
        self._preview = preview
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == f"/{EVENTS}":
            self._stream(address.query.removeprefix("seen="))
            return
        response = self._preview.respond(self.path)
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.body)))
        self.send_header("Cache-Control", "no-store")
        if response.location:
            self.send_header("Location", response.location)
        self.end_headers()
        self.wfile.write(response.body)

    def _stream(self, seen_by_page: str) -> None:
        """Tell the page of every version after the one it shows; it may be old when it asks."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = int(seen_by_page) if seen_by_page.isdecimal() else self._preview.version
        try:
            while True:
                version = self._preview.wait(seen, _HEARTBEAT)
                self.wfile.write(f"data: {version if version != seen else 0}\n\n".encode())
                self.wfile.flush()
                seen = version
        except OSError:
            return

    def log_message(self, *_args: object) -> None:
        """Stay quiet: one line a request tells an editor nothing."""


@contextmanager
def preview(root: Path, host: str, port: int) -> Iterator[tuple[ThreadingHTTPServer, Preview]]:
    """Prepare a preview and its server; follow changes until the block ends."""
    root = root.resolve()
    with tempfile.TemporaryDirectory(prefix="kb-serve-") as folder:
        shown = Preview(root, Path(folder) / "site")
        shown.build_shells()
        shown.reload()
        watcher = Watcher(root)
        observer = Observer()
        for place, recursive in watched(root):
            observer.schedule(watcher, str(place), recursive=recursive, event_filter=list(CHANGES))
        observer.start()
        follower = threading.Thread(target=_follow, args=(shown, watcher), daemon=True)
        follower.start()
        server = ThreadingHTTPServer((host, port), partial(_Handler, shown))
        server.daemon_threads = True
        try:
            yield server, shown
        finally:
            server.server_close()
            observer.stop()
            observer.join()
            watcher.end()
            follower.join()  # it may be writing in the folder that goes away


def _follow(shown: Preview, watcher: Watcher) -> None:
    shown.write_search_index()
    while kinds := watcher.take():
        shown.reload(shells=SHELLS in kinds)
        shown.write_search_index()


def run(root: Path, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve the project until interrupted or asked to end."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with preview(root, host, port) as (server, _):
        say(f"De site staat op http://{host}:{server.server_port}/ (stoppen: Ctrl+C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("Gestopt.")
