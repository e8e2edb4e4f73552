"""Serves a folder the way a web host does, compressed, and counts what goes out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.search.engine import compressed


@dataclass(slots=True)
class Host:
    """A folder at an address; ``sent`` are the bytes of all answers since the last `reset`."""

    address: str = ""
    sent: list[int] = field(default_factory=list)
    _kept: dict[Path, bytes] = field(default_factory=dict)

    def compressed(self, path: Path) -> bytes:
        """Return a file as it goes out; a web host keeps that, so a reader never waits for it."""
        if path not in self._kept:
            self._kept[path] = compressed(path.read_bytes())
        return self._kept[path]

    def reset(self) -> None:
        """Count from nothing."""
        self.sent.clear()


@contextmanager
def host(folder: Path) -> Iterator[Host]:
    """Serve ``folder`` on loopback."""
    given = Host()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, given, directory=str(folder))) as server:
        given.address = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield given
        finally:
            server.shutdown()


class _Handler(SimpleHTTPRequestHandler):
    """Answers with the file, compressed, in one piece and at once; in two each would take 40 ms."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript"}

    def __init__(self, given: Host, *args: object, **options: str) -> None:
        self._host = given
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = self._host.compressed(path)
        self._host.sent.append(len(data))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        try:
            self.wfile.write(data)
        except ConnectionError:  # the reader left
            self.close_connection = True

    def log_message(self, *_args: object) -> None:
        """Stay quiet."""
