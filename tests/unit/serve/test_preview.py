"""The preview shows the last good state, tells what is wrong with a change, and gives away no other file."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kb.pipeline import Checked
from kb.serve.preview import EVENTS, Preview, Response
from tests.unit.conftest import edited

TOOL = "content/tools/voorbeeldtool.md"
ADDRESS = "/tools/voorbeeldtool/"
HIDDEN = "geheim"

WriteProject = Callable[..., Path]
Shells = Callable[[Path], None]


def text_of(response: Response) -> str:
    """Return the body as text."""
    return response.body.decode()


@pytest.fixture
def root(write_project: WriteProject) -> Path:
    """Return a valid project."""
    return write_project({"mkdocs.yml": "site_name: x\n"}, minimal=True)


def built(static: Path, write_shells: Shells) -> Path:
    """Write what an engine builds, and files beside it that nobody may see."""
    write_shells(static)
    (static / "assets").mkdir()
    (static / "assets/stijl.css").write_bytes(b"p { color: red }</body>")
    (static / "assets/onbekend.qqq").write_bytes(b"\x00")
    (static / "over").mkdir()
    (static / "over/index.html").write_text("<body>Over ons</body>", encoding="utf-8")
    (static / "404.html").write_text("<body>Niet gevonden</body>", encoding="utf-8")
    (static.parent / "geheim.txt").write_text(HIDDEN, encoding="utf-8")
    (static.parent / "site-ander").mkdir()
    (static.parent / "site-ander/geheim.txt").write_text(HIDDEN, encoding="utf-8")
    (static / "koppeling.txt").symlink_to(static.parent / "geheim.txt")
    return static


@pytest.fixture
def preview(root: Path, tmp_path: Path, write_shells: Shells) -> Preview:
    """Return the preview of a valid project."""
    preview = Preview(root, built(tmp_path / "engine/site", write_shells))
    preview.reload()
    return preview


def test_page_is_shown_in_its_shell(preview: Preview) -> None:
    """A generated page is whole, and reloads itself when something changes."""
    response = preview.respond(ADDRESS)
    assert (response.status, response.content_type) == (HTTPStatus.OK, "text/html; charset=utf-8")
    assert "<h1>Voorbeeldtool</h1>" in text_of(response)
    assert "KB_SLOT" not in text_of(response)
    assert text_of(response).count(f'new EventSource("/{EVENTS}?seen={preview.version}")') == 1
    assert text_of(response).endswith("</body></html>\n")


@pytest.mark.parametrize(
    "path",
    [
        "/tools/voorbeeldtool/?q=1",
        "/tools/voorbeeld%74ool/",
        "/tools/voorbeeldtool/#kop",
    ],
)
def test_page_is_found_however_its_address_is_spelled(preview: Preview, path: str) -> None:
    """A query, a fragment or an escaped letter does not hide a page."""
    assert "<h1>Voorbeeldtool</h1>" in text_of(preview.respond(path))


@pytest.mark.parametrize(
    "path", ["/", "", "/tools/", "/tools/fase/voorbeeldfase/", "/zoeken/?q=x", "/begrippen/"]
)
def test_other_generated_pages_are_shown(preview: Preview, path: str) -> None:
    """Home, lists, filtered lists, search and glossary."""
    response = preview.respond(path)
    assert response.status == HTTPStatus.OK
    assert "<h1" in text_of(response)


def test_hand_written_page_is_shown_and_reloads(preview: Preview) -> None:
    """A page of the engine follows changes too."""
    assert text_of(preview.respond("/over/")).startswith("<body>Over ons<script>new EventSource")


def test_permanent_and_former_addresses_redirect(root: Path, preview: Preview) -> None:
    """The preview sends a reader on as the site would, from the root of the host."""
    edited(root, TOOL, ("id: T0001", "id: T0001\nformer_slugs:\n  - oud"))
    preview.reload()
    for path in ("/id/T0001/", "/tools/oud/"):
        response = preview.respond(path)
        assert (response.status, response.location, response.body) == (HTTPStatus.FOUND, ADDRESS, b"")


@pytest.mark.parametrize("path", ["/tools/voorbeeldtool", "/tools", "/id/T0001", "/tools/fase/voorbeeldfase"])
def test_missing_slash_is_added(preview: Preview, path: str) -> None:
    """Relative links on the page would lead elsewhere without it."""
    response = preview.respond(path)
    assert (response.status, response.location) == (HTTPStatus.MOVED_PERMANENTLY, f"{path}/")


def test_file_is_sent_as_it_is(preview: Preview) -> None:
    """A file that is no page keeps every byte and says what it is."""
    assert preview.respond("/assets/stijl.css") == Response(
        HTTPStatus.OK, b"p { color: red }</body>", "text/css"
    )
    assert preview.respond("/assets/onbekend.qqq").content_type == "application/octet-stream"


def test_entries_are_those_of_the_last_good_state(root: Path, preview: Preview) -> None:
    """The data for others is there in the preview too, and follows the content."""
    edited(root, TOOL, ("title: Voorbeeldtool", "title: Anders"))
    preview.reload()
    response = preview.respond("/api/v1/entries.json")
    assert (response.status, response.content_type) == (HTTPStatus.OK, "application/json")
    assert "Anders" in {record["title"] for record in json.loads(response.body)}
    single = preview.respond("/api/v1/entries/T0001.json")
    assert (single.status, single.content_type) == (HTTPStatus.OK, "application/json")
    assert json.loads(single.body)["title"] == "Anders"
    assert preview.respond("/api/v1/entries/T9999.json").status == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    "path",
    [
        "/geheim.txt",
        "/../geheim.txt",
        "/assets/../../geheim.txt",
        "/%2e%2e/geheim.txt",
        "/..%2fgeheim.txt",
        "/%2e%2e%2fgeheim.txt",
        "/assets/%2e%2e/%2e%2e/geheim.txt",
        "/%252e%252e/geheim.txt",
        "/..%5cgeheim.txt",
        "/../site-ander/geheim.txt",
        "/koppeling.txt",
        "/assets",
        "/assets/",
        "/..",
        "/../",
        "/.",
        "/nergens",
        "/tools/nergens/",
    ],
)
def test_only_files_of_the_site_are_given(preview: Preview, path: str) -> None:
    """Whatever is asked, a file outside the site is not there, and the answer is the page for that."""
    response = preview.respond(path)
    assert response.status == HTTPStatus.NOT_FOUND
    assert "Niet gevonden" in text_of(response)
    assert HIDDEN not in text_of(response)


def test_absolute_path_is_no_file_of_the_site(preview: Preview, tmp_path: Path) -> None:
    """A path of the machine, with as many slashes as one likes, stays inside the site."""
    secret = tmp_path / "engine/geheim.txt"
    assert secret.is_file()
    for path in (f"/{secret}", f"//x/{secret}", f"/%2f{secret}", f"/assets/{secret}"):
        assert preview.respond(path).status == HTTPStatus.NOT_FOUND


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, write_shells: Shells, minimal: Checked) -> Preview:
    """Return a preview that a test may ask a thousand questions."""
    folder = tmp_path_factory.mktemp("gedeeld")
    preview = Preview(minimal.paths.root, built(folder / "site", write_shells))
    preview.reload()
    return preview


parts = st.sampled_from(
    ["..", ".", "/", "%2e", "%2f", "%5c", "\\", "geheim.txt", "site", "tools", "?", "#", "~", "%25", ":"]
)


@given(path=st.lists(parts, max_size=12).map("".join) | st.text("abc/.%~;é0123456789ABCDEF", max_size=30))
@example(path="/%ff%fe")
@example(path="/" + "../" * 50 + "etc/passwd")
def test_any_path_has_an_answer_and_none_gives_a_secret(shared: Preview, path: str) -> None:
    """A request never fails and never leaves the site."""
    response = shared.respond(f"/{path}")
    assert HIDDEN.encode() not in response.body
    assert b"root:" not in response.body
    assert response.location is None or response.location.startswith("/")
    assert not (response.location or "").startswith("//")


@pytest.mark.parametrize(
    "path",
    ["/%00", "//[x", f"/{'a' * 300}", f"/{'a/' * 3000}"],
    ids=["null", "bracket", "long name", "long path"],
)
def test_path_that_cannot_be_a_file_is_not_there(shared: Preview, path: str) -> None:
    """What the file system cannot even be asked for is answered as any page that is not there."""
    assert shared.respond(path).status == HTTPStatus.NOT_FOUND


def test_mistake_is_shown_over_the_last_good_page(root: Path, preview: Preview) -> None:
    """After a bad change a page stays what it was, and every page says what is wrong and where."""
    edited(root, TOOL, ("title: Voorbeeldtool", "titel: Kapot"))
    preview.reload()
    for path in (ADDRESS, "/tools/", "/over/", "/nergens"):
        text = text_of(preview.respond(path))
        assert '<div role="alert"' in text
        assert f"{TOOL}:3:1: KB1" in text
    assert "<h1>Voorbeeldtool</h1>" in text_of(preview.respond(ADDRESS))
    assert "Kapot" not in preview.respond("/api/v1/entries.json").body.decode()
    assert b"alert" not in preview.respond("/assets/stijl.css").body


def test_mistake_is_gone_when_it_is_mended(root: Path, preview: Preview) -> None:
    """The next good state is shown without the findings."""
    edited(root, TOOL, ("title: Voorbeeldtool", "titel: Nieuw"))
    preview.reload()
    edited(root, TOOL, ("titel: Nieuw", "title: Nieuw"))
    preview.reload()
    assert "<h1>Nieuw</h1>" in text_of(preview.respond(ADDRESS))
    assert "alert" not in text_of(preview.respond(ADDRESS))


def test_findings_are_text(root: Path, preview: Preview) -> None:
    """What an editor typed is shown, never run."""
    edited(root, TOOL, ("kind: handreiking", "kind: <script>alert(1)</script>"))
    preview.reload()
    text = text_of(preview.respond(ADDRESS))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script>alert" not in text


def test_warning_stops_nothing(root: Path, preview: Preview) -> None:
    """A change with only a warning is shown like any other."""
    edited(root, TOOL, ("Dit is een voorbeeld.", f"Dit is {'woord ' * 30}."))
    preview.reload()
    assert "woord woord" in text_of(preview.respond(ADDRESS))
    assert "alert" not in text_of(preview.respond(ADDRESS))


def test_project_that_never_was_good_shows_its_findings(
    root: Path, tmp_path: Path, write_shells: Shells
) -> None:
    """Without a state to show every address shows what is wrong, and looks again after a change."""
    edited(root, TOOL, ("title: Voorbeeldtool", "titel: Kapot"))
    preview = Preview(root, built(tmp_path / "engine/site", write_shells))
    preview.reload()
    for path in ("/", ADDRESS, "/assets/stijl.css", "/api/v1/entries.json"):
        text = text_of(preview.respond(path))
        assert f"{TOOL}:3:1: KB1" in text
        assert EVENTS in text
    preview.write_search_index()
    assert not (tmp_path / "engine/site/zoekindex").exists()


def test_wrong_settings_are_shown_too(root: Path, preview: Preview) -> None:
    """A mistake of set-up stops a build but not the preview."""
    (root / "kb.toml").write_text("kleur = 1\n", encoding="utf-8")
    preview.reload()
    assert "‘kleur’ bestaat niet" in text_of(preview.respond(ADDRESS))
    assert "<h1>Voorbeeldtool</h1>" in text_of(preview.respond(ADDRESS))


def test_engine_that_fails_leaves_the_shells_as_they_were(
    root: Path, preview: Preview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken hand-written page is told, and the pages of before stay."""
    engine = tmp_path / "python"
    engine.write_text("#!/bin/sh\necho 'pagina <b> is stuk'; exit 1\n", encoding="utf-8")
    engine.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(engine))
    preview.reload(shells=True)
    text = text_of(preview.respond("/over/"))
    assert "Over ons" in text
    assert "pagina &lt;b&gt; is stuk" in text
    assert root.is_dir()


def test_engine_that_succeeds_gives_new_shells(
    preview: Preview, tmp_path: Path, write_shells: Shells, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hand-written pages and shells of now replace those of before."""
    write_shells(tmp_path / "nieuw")
    (tmp_path / "nieuw/over").mkdir()
    (tmp_path / "nieuw/over/index.html").write_text("<body>Nieuwe tekst</body>", encoding="utf-8")
    engine = tmp_path / "python"
    engine.write_text(
        f'#!/bin/sh\nfor last; do :; done\ncp -r "{tmp_path}/nieuw" "$last"\n', encoding="utf-8"
    )
    engine.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(engine))
    preview.reload(shells=True)
    assert "Nieuwe tekst" in text_of(preview.respond("/over/"))
    assert "<h1>Voorbeeldtool</h1>" in text_of(preview.respond(ADDRESS))
    assert preview.respond("/assets/stijl.css").status == HTTPStatus.NOT_FOUND


def test_write_search_index_serves_search(preview: Preview) -> None:
    """Search works in the preview as on the site."""
    preview.write_search_index()
    response = preview.respond("/zoekindex/start.json")
    assert (response.status, response.content_type) == (HTTPStatus.OK, "application/json")


def test_wait_returns_at_a_change(root: Path, preview: Preview) -> None:
    """Who waits for another version hears of it at once, also when the change is a mistake."""
    seen = preview.version
    assert preview.wait(seen, 0.01) == seen
    edited(root, TOOL, ("title: Voorbeeldtool", "titel: Kapot"))
    change = threading.Timer(0.05, preview.reload)
    change.start()
    assert preview.wait(seen, 20) == seen + 1
    change.join()
    assert preview.wait(seen, 20) == seen + 1
