"""Keeps a built site as one WARC file, the form in which web archives take sites over.

Every file is asked of a server, as a reader would, and kept under the public address it has: an
archive shows the site as it was, whatever becomes of the host. The file is not compressed, as the
Dutch guideline for archiving public websites asks.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kb.outputs import urls
from scripts.screenshots import serve

_FOR_THE_HOST = frozenset({".htaccess", "_headers", "nginx-headers.conf"})
_PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


class NoAddressError(Exception):
    """The site was built without a public address."""


def archive(site: Path, target: Path) -> int:
    """Write all that ``site`` serves to ``target``; return how many answers that are.

    `NoAddressError` when the site has no sitemap, `OSError` when the server does not answer with 200.
    """
    root = public_address(site)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".part")
    with beside.open("wb") as file, serve(site) as host:
        writer = WARCWriter(file, gzip=False)
        about = {"format": "WARC File Format 1.1", "software": "juiste-kennis", "isPartOf": root}
        writer.write_record(writer.create_warcinfo_record(target.name, about))
        kept = 0
        for address in addresses(site):
            headers, body = _answer(host, address)
            content = {"payload": BytesIO(body), "length": len(body), "http_headers": headers}
            writer.write_record(writer.create_warc_record(root + address, "response", **content))
            kept += 1
    beside.replace(target)
    return kept


def public_address(site: Path) -> str:
    """Return where readers find the site, from its sitemap; ends in a slash."""
    try:
        tree = ET.parse(site / urls.SITEMAP)  # noqa: S314 - we wrote it
    except FileNotFoundError:
        raise NoAddressError(
            f"{site} has no public address: set site_address in kb.toml, then run `make site`."
        ) from None
    return min((place.text or "" for place in tree.iter(_PLACE)), key=len)


def addresses(site: Path) -> Iterator[str]:
    """Yield what can be asked of the site, below its root, in order; a page by its folder."""
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.name not in _FOR_THE_HOST:
            yield quote(path.relative_to(site).as_posix().removesuffix("index.html"))


def _answer(host: str, address: str) -> tuple[StatusAndHeaders, bytes]:
    """Ask the server for one address; return the headers and the body of its answer."""
    connection = HTTPConnection(urlsplit(host).netloc)
    try:
        connection.request("GET", f"/{address}")
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    if answer.status != 200:
        raise OSError(f"{address}: {answer.status} {answer.reason}")
    return StatusAndHeaders(f"{answer.status} {answer.reason}", answer.getheaders(), "HTTP/1.0"), body


def main() -> int:
    """Archive the site folder on the command line; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="folder of the built site")
    parser.add_argument("target", type=Path, help="the file to write, ending in .warc")
    given = parser.parse_args()
    try:
        kept = archive(given.site, given.target)
    except (NoAddressError, OSError) as failure:
        print(failure, file=sys.stderr)
        return 1
    size = given.target.stat().st_size / 1e6
    print(f"{given.target}: {kept} answers, {size:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
