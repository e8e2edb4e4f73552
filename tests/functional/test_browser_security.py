"""The site served with the headers it ships: they are strict, and no page and no part of it minds.

The rules are those of internet.nl, see docs/decisions/0010-security-headers.md. That no inline
script or style comes in by another way is looked up in every file of the site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Route, expect

from kb.outputs.headers import STATIC, inline_scripts
from scripts.screenshots import TEMPLATES, addresses, settle
from tests.functional.browser import Seen, Visit
from tests.functional.selection import keep, mine

pytestmark = pytest.mark.browser

STRICT = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
TELL = (
    "addEventListener('securitypolicyviolation', e => told(`${e.violatedDirective} ${e.blockedURI}`), true)"
)
NOT_IN_PAGES = re.compile(r"""<style\b|<[a-z][^<>]*\s(?:style|on[a-z]+)\s*=\s*["']|href="javascript:""")


class Guard:
    """Hears what a page did that the headers or our promises forbid, from before it was opened."""

    def __init__(self, visit: Visit, page: Page) -> None:
        """Start to listen; nothing may be open yet."""
        self.blocked: list[str] = []
        self._seen = Seen(page)
        self._page, self._host = page, visit.host
        page.expose_function("told", self._told)
        page.add_init_script(TELL)
        page.on("console", self._heard)

    def _told(self, violation: str) -> None:
        self.blocked.append(violation)

    def _heard(self, message: ConsoleMessage) -> None:
        if re.search(r"[Pp]olicy|header", message.text):
            self.blocked.append(message.text)

    @property
    def faults(self) -> list[str]:
        """Everything wrong so far, when all that was asked for has come."""
        self._page.wait_for_load_state("networkidle")
        own = (self._host, "data:", f"blob:{self._host}")
        elsewhere = [url for url in self._seen.asked if not url.startswith(own)]
        cookies = [str(cookie.get("name")) for cookie in self._page.context.cookies()]
        assert self._seen.asked
        return [*self.blocked, *self._seen.complaints, *elsewhere, *cookies]


@pytest.fixture(scope="session")
def at(real_site: Path) -> dict[str, str]:
    """Return the address of a page of every kind."""
    return addresses(real_site)


@pytest.fixture
def page(visit: Visit) -> Page:
    """Return an empty page of a new reader."""
    return visit.blank()


@pytest.fixture
def guard(visit: Visit, page: Page) -> Guard:
    """Return what watches that page."""
    return Guard(visit, page)


@pytest.fixture
def get(host: str) -> Iterator[Callable[[str], HTTPResponse]]:
    """Return the function that asks the host for an address, as a program would."""
    connection = HTTPConnection(urlsplit(host).netloc)

    def ask(address: str) -> HTTPResponse:
        connection.request("GET", f"/{address}")
        response = connection.getresponse()
        response.read()
        return response

    yield ask
    connection.close()


def left_in_browser(page: Page) -> list[str]:
    """Return the names under which the site keeps something; Material puts its own path before one."""
    return sorted(key.rpartition(".")[2] for key in page.evaluate("Object.keys(localStorage)"))


def mistakes(policy: str) -> list[str]:
    """Return what internet.nl would find wrong with a policy."""
    rules = {name: sources for name, *sources in (part.split() for part in policy.split(";") if part.strip())}
    sources = [source for values in rules.values() for source in values]
    scripts, default = rules.get("script-src"), rules.get("default-src")
    may_be_data = {
        *(default or ()),
        *(scripts if scripts is not None else default or ()),
        *rules.get("object-src", ()),
    }
    found = {
        "default-src": default not in (["'none'"], ["'self'"]),
        "base-uri": rules.get("base-uri") not in (["'none'"], ["'self'"]),
        "form-action": not rules.get("form-action"),
        "frame-ancestors": rules.get("frame-ancestors") not in (["'none'"], ["'self'"]),
        "unsafe": any(source.startswith("'unsafe-") for source in sources),
        "data": "data:" in may_be_data,
        "any host": any(s.strip("*") in {"", "https:", "http:"} or s.startswith("http:") for s in sources),
        "host without scheme": any(not re.match(r"'|[a-z]+:", source) for source in sources),
        "comma": "," in policy,
    }
    return [rule for rule, broken in found.items() if broken]


@pytest.mark.parametrize(
    ("policy", "rule"),
    [
        (STRICT.replace("default-src 'none'; ", ""), "default-src"),
        (STRICT.replace("default-src 'none'", "default-src 'self' https://a.example"), "default-src"),
        (STRICT.replace("base-uri 'none'; ", ""), "base-uri"),
        (STRICT.replace("form-action 'self'; ", ""), "form-action"),
        (STRICT.replace("frame-ancestors 'none'", "frame-ancestors https:"), "frame-ancestors"),
        (f"{STRICT}; style-src 'self' 'unsafe-inline'", "unsafe"),
        (f"{STRICT}; script-src-attr 'unsafe-hashes'", "unsafe"),
        (STRICT.replace("script-src 'self'", "script-src 'self' data:"), "data"),
        (f"{STRICT}; img-src https:", "any host"),
        (f"{STRICT}; img-src *", "any host"),
        (f"{STRICT}; img-src a.example", "host without scheme"),
        (f"{STRICT}, default-src 'self'", "comma"),
    ],
)
def test_rules_of_internet_nl_can_be_broken(policy: str, rule: str) -> None:
    """Each rule finds the policy that breaks it, and none the strict one."""
    assert rule in mistakes(policy)
    assert mistakes(STRICT) == []


@pytest.mark.parametrize(
    "address",
    [
        "", "tools/", "bestaat-niet/", "id/T0001/", "id/T0001.md", "llms.txt", "assets/javascripts/kb.js",
        "zoekindex/start.json",
    ],
)  # fmt: skip
def test_every_response_has_the_headers(get: Callable[[str], HTTPResponse], address: str) -> None:
    """Pages, missing pages, redirects and files meet the rules of internet.nl, and are sent once."""
    headers = get(address).headers
    assert mistakes(headers["Content-Security-Policy"]) == []
    assert headers["Referrer-Policy"] in {"no-referrer", "same-origin"}
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    hsts = re.search(r"max-age=(\d+)", headers["Strict-Transport-Security"])
    assert hsts
    assert int(hsts[1]) >= 31_536_000
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert re.fullmatch(r"[a-z-]+=\(\)(, [a-z-]+=\(\))*", headers["Permissions-Policy"])
    assert len(headers.keys()) == len(set(headers.keys()))


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("id/T0001.md", "text/markdown; charset=utf-8"),
        ("llms.txt", "text/plain; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("id/bestaat-niet.md", "text/html; charset=utf-8"),
    ],
)
def test_texts_have_a_type_that_says_so(get: Callable[[str], HTTPResponse], address: str, kind: str) -> None:
    """What assistants read says that it is Markdown and in which letters; a missing page stays a page."""
    assert get(address).headers["Content-Type"] == kind


def test_policy_has_a_hash_for_every_script_and_no_other(real_site: Path) -> None:
    """Over all pages of the site: each inline script is named, and no name is left over."""
    pages = real_site.rglob("*.html")
    held = {script for page in pages for script in inline_scripts(page.read_text(encoding="utf-8"))}
    named = set(re.findall(r"'sha256-[^']+'", (real_site / STATIC).read_text(encoding="utf-8")))
    assert named == held
    assert held


def test_no_file_has_what_the_policy_blocks(real_site: Path) -> None:
    """No inline style or handler in any page or picture: it would silently not work."""
    files = [*real_site.rglob("*.html"), *real_site.rglob("*.svg")]
    assert [path for path in files if NOT_IN_PAGES.search(path.read_text(encoding="utf-8"))] == []
    assert NOT_IN_PAGES.search('<td style="text-align: left">')
    assert NOT_IN_PAGES.search("<svg><style>p{}</style></svg>")
    assert NOT_IN_PAGES.search("<p id=x onclick='weg()'>")


@pytest.mark.parametrize("template", TEMPLATES)
def test_page_keeps_to_the_policy(
    visit: Visit, page: Page, guard: Guard, at: dict[str, str], template: str
) -> None:
    """Every kind of page opens with nothing blocked, no request to another host and no cookie."""
    visit.go(page, at[template])
    assert guard.faults == []


def test_search_keeps_to_the_policy(visit: Visit, page: Page, guard: Guard) -> None:
    """Suggestions below the header, results from the worker, a filter, more results."""
    visit.go(page, "over/methode/")
    page.get_by_label("Zoek op deze site").click()
    page.keyboard.type("netwerk")
    expect(page.get_by_role("option").first).to_be_visible()
    assert guard.faults == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=netwerk")
    settle(page)
    page.locator("[data-param=type] a").first.click()
    settle(page)
    page.get_by_role("button", name="Toon meer").click()
    expect(page.locator("[data-kb-results] > li").nth(10)).to_be_visible()
    assert guard.faults == []


def test_finder_keeps_to_the_policy(visit: Visit, page: Page, guard: Guard) -> None:
    """A result of the finder that is narrowed."""
    visit.go(page, "wegwijzer/initiatief-en-ontwerp/draagvlak-en-partners/bestuurder/")
    page.locator("[data-kb-narrow=vorm] input").nth(1).check()
    expect(page.locator("li:not([hidden]) > [data-vorm]").first).to_be_visible()
    assert guard.faults == []


def test_list_keeps_to_the_policy(visit: Visit, page: Page, guard: Guard) -> None:
    """A list that is narrowed on the page itself."""
    visit.go(page, "tools/")
    page.locator("[data-param] a:visible").first.click()
    settle(page)
    assert "?" in page.url
    assert guard.faults == []


@pytest.mark.parametrize("button", ["Word (docx)", "Excel (csv)", "Verwijzingen (RIS)"])
def test_selection_keeps_to_the_policy(visit: Visit, page: Page, guard: Guard, button: str) -> None:
    """A kept entry, a note, and each file that the selection can be taken away as."""
    visit.go(page, "over/privacy/")
    keep(page, "T0001", "P0003", notes={"T0001": "Bespreken"})
    assert guard.faults == []
    visit.go(page, "selectie/")
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    assert Path(started.value.path()).stat().st_size > 100
    assert guard.faults == []


def test_entry_is_kept_under_the_policy(visit: Visit, page: Page, guard: Guard, at: dict[str, str]) -> None:
    """The button that keeps an entry works."""
    visit.go(page, at["tool"])
    page.get_by_role("button", name="Bewaar in mijn selectie").click()
    expect(page.locator("main button[aria-pressed=true]")).to_be_visible()
    assert left_in_browser(page) == ["__palette", "kb-selection"]
    assert guard.faults == []


def test_comparison_keeps_to_the_policy(visit: Visit, page: Page, guard: Guard) -> None:
    """The table has its columns, which a script tells the style sheet the number of."""
    visit.go(page, "vergelijken/?tools=T0001,T0005,T0009")
    page.get_by_role("button", name="Alleen verschillen").click()
    number = "getComputedStyle(document.querySelector('.kb-compare__table')).getPropertyValue('--kb-tools')"
    assert page.evaluate(number) == "3"
    assert guard.faults == []


def test_meaning_is_placed_under_the_policy(visit: Visit, page: Page, guard: Guard) -> None:
    """The meaning of a word shows beside it: a script may set the place, a page may not."""
    visit.go(page, "modellen/population-health-management/")
    word = page.locator(".kb-word").first
    word.hover()
    meaning = page.locator(".kb-meaning:visible")
    expect(meaning).to_have_count(1)
    below, beside = word.bounding_box(), meaning.bounding_box()
    assert below
    assert beside
    assert abs(below["y"] - beside["y"]) < 250
    assert guard.faults == []


def test_colours_and_menu_keep_to_the_policy(visit: Visit, page: Page, guard: Guard) -> None:
    """The dark view is kept on the next page by Material's inline script; its icons and menu work."""
    visit.go(page, "")
    page.get_by_title("Donkere weergave").click()
    assert guard.faults == []
    page.set_viewport_size({"width": 360, "height": 800})
    visit.go(page, "tools/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator(".md-nav--primary").get_by_role("link", name="Kennishiaten")).to_be_in_viewport()
    assert left_in_browser(page) == ["__palette"]
    assert guard.faults == []


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("id/T0001/", "**/tools/*/"),
        ("privacy/", "**/over/privacy/"),
        ("toegankelijkheid/", "**/over/toegankelijkheid/"),
    ],
)
@pytest.mark.parametrize("javascript", [True, False])
def test_short_address_leads_on_under_the_policy(
    visit: Visit, short: str, long: str, *, javascript: bool
) -> None:
    """The policy lets a permanent and a short address lead on, with and without JavaScript."""
    page = visit.blank(javascript=javascript)
    page.goto(visit.host + short)
    page.wait_for_url(long)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_selection_is_all_that_a_visit_leaves(visit: Visit) -> None:
    """As the privacy page says: two keys at most, the colours and the selection, and no cookie."""
    page = mine(visit, "T0001")
    page.get_by_title("Donkere weergave").click()
    for address in ("", "zoeken/?q=netwerk", "tools/", "wegwijzer/", "vergelijken/?tools=T0001,T0005"):
        visit.go(page, address)
    assert left_in_browser(page) == ["__palette", "kb-selection"]
    assert page.evaluate("sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0
    assert page.evaluate("caches.keys().then(found => found.length)") == 0
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    ("planted", "directive"),
    [
        ("<script>document.title = 'hier was ik'</script>", "script-src-elem inline"),
        ("<p onmouseover='x()' style='color: red'>hier</p>", "style-src-attr inline"),
        ("<script type=module src=https://elders.example/x.js></script>", "script-src-elem https://elders"),
        ("<img src=https://elders.example/teller.gif alt=>", "img-src https://elders.example/teller.gif"),
        ("<iframe src=https://elders.example/></iframe>", "frame-src https://elders.example"),
        ("<base href=https://elders.example/>", "base-uri https://elders.example"),
    ],
)
def test_what_somebody_plants_is_blocked_and_noticed(
    visit: Visit, page: Page, guard: Guard, planted: str, directive: str
) -> None:
    """The policy stops what is not ours, and these tests would see it."""

    def plant(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("</body>", f"{planted}</body>"))

    page.route("**/over/methode/", plant)
    visit.go(page, "over/methode/")
    assert [fault for fault in guard.faults if fault.startswith(directive)]
    assert page.title() != "hier was ik"


def test_cookie_and_foreign_request_are_noticed(visit: Visit, page: Page, guard: Guard) -> None:
    """The guard sees what the policy cannot stop."""
    visit.go(page, "over/methode/")
    assert guard.faults == []
    page.evaluate("document.cookie = 'gezien=1'")
    assert guard.faults == ["gezien"]
