"""The archive of a site: whole, at its public addresses, and readable by the tools of archives."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from scripts.archive import NoAddressError, archive
from tests.functional.conftest import Run

SITE = "https://kennis.example/regio/"

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def site(untouched: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small site with a public address."""
    project = Path(shutil.copytree(untouched, tmp_path_factory.mktemp("archive") / "kb"))
    (project / "kb.toml").write_text(f'site_address = "{SITE}"\n', encoding="utf-8")
    done = run(project, "kb", "build", "--site", project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def answers(file: Path) -> Iterator[tuple[str, str, str, bytes]]:
    """Yield address, status, type and body of every answer in an archive."""
    with file.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            if record.rec_type == "response":
                yield (
                    record.rec_headers["WARC-Target-URI"],
                    record.http_headers.get_statuscode(),
                    record.http_headers["Content-Type"],
                    record.content_stream().read(),
                )


def test_archive_has_every_page_and_all_that_pages_load(site: Path, tmp_path: Path) -> None:
    """Each address of the sitemap with 200, each file as it is, in one file that is not compressed."""
    file = tmp_path / "archief" / "site.warc"
    kept = archive(site, file)
    found = {address: (status, kind, body) for address, status, kind, body in answers(file)}
    assert len(found) == kept
    assert {status for status, _, _ in found.values()} == {"200"}
    sitemap = set(re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8")))
    assert sitemap <= found.keys()
    assert found[SITE][2] == (site / "index.html").read_bytes()
    script = f"{SITE}assets/javascripts/kb.js"
    assert found[script][1:] == ("text/javascript", (site / "assets/javascripts/kb.js").read_bytes())
    assert any(address.startswith(f"{SITE}zoekindex/") for address in found)
    assert file.read_bytes().startswith(b"WARC/1.")
    assert [path.name for path in file.parent.iterdir()] == ["site.warc"]


def test_archive_without_an_address(site: Path, tmp_path: Path) -> None:
    """Nobody would find it again, so nothing is written."""
    nowhere = Path(shutil.copytree(site, tmp_path / "site"))
    (nowhere / "sitemap.xml").unlink()
    with pytest.raises(NoAddressError, match="site_address"):
        archive(nowhere, tmp_path / "site.warc")
    assert not (tmp_path / "site.warc").exists()


def test_archive_of_a_broken_site(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the server does not give stops it, and an older archive stays as it was."""
    file = tmp_path / "site.warc"
    file.write_bytes(b"older")
    monkeypatch.setattr("scripts.archive.addresses", lambda _: iter(["index.html", "weg.css"]))
    with pytest.raises(OSError, match=r"weg\.css: 404"):
        archive(site, file)
    assert file.read_bytes() == b"older"
