"""The policy allows the scripts that pages hold and nothing else; every host gets the same headers."""

from __future__ import annotations

import re
import shutil
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from kb import pipeline
from kb.outputs import urls
from kb.outputs.headers import (
    APACHE,
    NGINX,
    STATIC,
    header_files,
    inline_scripts,
    security_headers,
)
from kb.outputs.shell import Shell

HASHED = "assets/javascripts/bundle.a5f9d56c.min.js"
FILES = (HASHED, "assets/javascripts/kb.js", "assets/stylesheets/kb.min.css", "zoekindex/terms.json")


def hash_of(text: str) -> str:
    """Return how a policy names a script."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(*scripts: str) -> dict[str, list[str]]:
    """Return the sources of a policy by directive."""
    value = security_headers(scripts)["Content-Security-Policy"]
    rows = [row.split() for row in value.split(";")]
    return {name: sources for name, *sources in rows}


@pytest.mark.parametrize(
    "html",
    [
        "<script>een()</script>",
        '<script type="module">een()</script>',
        "<SCRIPT TYPE=text/javascript>een()</SCRIPT>",
        "<script data-src='x'>een()</script>",
    ],
)
def test_script_that_runs_is_found(html: str) -> None:
    """Every way to spell a script that a browser runs counts."""
    assert inline_scripts(f"<p>{html}</p>") == {hash_of("een()")}


@pytest.mark.parametrize(
    "html",
    [
        '<script src="kb.js"></script>',
        '<script id="__config" type="application/json">{"base": "."}</script>',
        '<script type="application/ld+json">{}</script>',
    ],
)
def test_script_that_is_data_or_elsewhere_is_not(html: str) -> None:
    """What a browser fetches or only keeps needs no hash."""
    assert inline_scripts(html) == set()


def test_scripts_are_hashed_as_they_stand() -> None:
    """Line ends and letters outside ASCII count; the same script twice is one hash."""
    found = inline_scripts("<script>\n ‘één’\n</script><script>twee</script><script>twee</script>")
    assert found == {hash_of("\n ‘één’\n"), hash_of("twee")}


def test_policy_allows_only_own_files_and_named_scripts() -> None:
    """Nothing is allowed that is not named; images may be data, for the icons in Material's styles."""
    found = policy(hash_of("twee"), hash_of("een"))
    assert found.pop("script-src") == ["'self'", *sorted([hash_of("een"), hash_of("twee")])]
    assert found.pop("img-src") == ["'self'", "data:"]
    assert found["default-src"] == ["'none'"]
    assert {source for sources in found.values() for source in sources} == {"'self'", "'none'"}


def test_headers_fit_where_hosts_read_them() -> None:
    """No value breaks out of the quotes or lines of a file, or is longer than Cloudflare takes."""
    for name, value in security_headers([hash_of(str(n)) for n in range(20)]).items():
        assert not re.search(r'["\\\n$]', value)
        assert len(f"{name}: {value}") < 2000


def test_every_host_gets_every_header() -> None:
    """The three files hold the same headers, each once."""
    headers = security_headers([hash_of("een")])
    files = header_files(headers, FILES)
    assert files.keys() == {NGINX, APACHE, STATIC}
    for name, value in headers.items():
        assert files[NGINX].count(f'\nadd_header {name} "{value}" always;\n') == 1
        assert files[APACHE].count(f'\nHeader always set {name} "{value}"\n') == 1
        assert files[STATIC].count(f"\n  {name}: {value}\n") == 1


def test_every_host_is_told_what_texts_are() -> None:
    """Markdown and plain texts have their type, with their letters, in the way each host reads it."""
    files = header_files({}, FILES)
    for ending, kind in (("md", "text/markdown"), ("txt", "text/plain")):
        assert f'\n<Files "*.{ending}">\nForceType "{kind}; charset=utf-8"\n</Files>\n' in files[APACHE]
        assert f"\n/*.{ending}\n  Content-Type: {kind}; charset=utf-8\n" in files[STATIC]
    assert "\ncharset utf-8;\ncharset_types text/markdown text/plain;\n" in files[NGINX]
    # Without the usual types nginx would send every style sheet as a file to save.
    assert "\ninclude mime.types;\ntypes { text/markdown md; }\n" in files[NGINX]


@pytest.mark.parametrize("file", [NGINX, APACHE])
@pytest.mark.parametrize(
    ("asked", "for_good"),
    [
        (f"/onder/pad/{HASHED}?", True),
        ("/zoekindex/terms.json?v=0a1b2c3d4e5f", True),
        ("/zoekindex/start.json?", False),
        ("/api/v1/entries.json?v=2", False),
        ("/assets/javascripts/kb.js?", False),
        ("/tools/bundle.a5f9d56c.min.js/?", False),
        ("/?", False),
    ],
)
def test_only_what_never_changes_is_kept_for_good(file: str, asked: str, *, for_good: bool) -> None:
    """Files with a hash in their name and a versioned index are immutable; the rest is asked for anew."""
    text = header_files({}, FILES)[file]
    rule = re.search(r'request_uri ~ "(.+)"\)|m#(.+)#"', text)
    assert rule
    assert bool(re.search(rule[1] or rule[2], asked)) is for_good
    assert text.index("no-cache") < text.index("immutable")


def test_static_hosts_get_rules_that_never_meet() -> None:
    """These hosts join headers of the same name, so no header stands in two rules for one address."""
    text = header_files(security_headers([]), FILES)[STATIC]
    rules = re.findall(r"^(/.*)\n((?:  .+\n)+)", text, re.MULTILINE)
    assert [path for path, _ in rules] == ["/*", f"/{HASHED}", "/*.md", "/*.txt"]
    assert not re.search("^  (?:Cache-Control|Content-Type):", rules[0][1], re.MULTILINE)
    assert rules[1][1] == "  Cache-Control: public, max-age=31536000, immutable\n"
    assert not any(re.search(r"\.(?:md|txt)$", file) for file in FILES)


def test_build_names_the_scripts_of_every_document(
    minimal: pipeline.Checked, write_shells: Callable[[Path], None], tmp_path: Path
) -> None:
    """Scripts of shells at each depth, of hand-written pages and of the page for missing addresses."""
    site = tmp_path / "site"
    write_shells(site)
    for file in site.rglob("index.html"):
        text = file.read_text(encoding="utf-8")
        script = f'<script>start(new URL("{"../" * len(file.relative_to(site).parts[1:]) or "./"}"))</script>'
        file.write_text(text.replace("</body>", f"{script}</body>"), encoding="utf-8")
    for address, script in (("over/index.html", "met_de_hand()"), ("404.html", "weg()")):
        (site / address).parent.mkdir(exist_ok=True)
        (site / address).write_text(f"<script>{script}</script>", encoding="utf-8")
    pipeline.fill(minimal, site, with_search=False)
    allowed = (site / STATIC).read_text(encoding="utf-8")
    pages = list(site.rglob("*.html"))
    found = {script for page in pages for script in inline_scripts(page.read_text(encoding="utf-8"))}
    assert {hash_of("met_de_hand()"), hash_of("weg()"), hash_of('start(new URL("../../../"))')} <= found
    assert {script for script in found if script not in allowed} == set()


def test_shell_at_a_depth_has_the_scripts_of_its_pages() -> None:
    """Slots stay empty, links lead to the root from there."""
    slots = " ".join(
        f"KB_SLOT_{name}" for name in ("DOCUMENT_TITLE", "DESCRIPTION", "HEAD", "TOC", "CRUMBS", "CONTENT")
    )
    shell = Shell.parse(f'<script>new URL("..",location)</script>{slots}', "tools/")
    assert shell.at_depth(3) == f'<script>new URL("../../../",location)</script>{slots}'
    assert shell.at_depth(0).startswith('<script>new URL("./",location)')


@pytest.mark.parametrize("contact", ["", "mailto:veilig@voorbeeld.nl"])
def test_build_writes_whom_to_tell_when_there_is_somebody(
    minimal: pipeline.Checked, write_shells: Callable[[Path], None], tmp_path: Path, contact: str
) -> None:
    """Without a contact there is no security.txt."""
    root = Path(shutil.copytree(minimal.paths.root, tmp_path / "project"))
    (root / "kb.toml").write_text(f'security_contact = "{contact}"\n', encoding="utf-8")
    write_shells(tmp_path / "site")
    pipeline.fill(pipeline.check(root), tmp_path / "site", with_search=False)
    file = tmp_path / "site" / urls.SECURITY_TXT
    assert file.exists() == bool(contact)
    assert not contact or f"Contact: {contact}\n" in file.read_text(encoding="utf-8")
