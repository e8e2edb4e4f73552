"""What my selection survives: new names, retired and unknown entries, no network, no storage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from scripts.screenshots import serve
from tests.functional.browser import Visit
from tests.functional.conftest import Run
from tests.functional.selection import keep, kept, mine, status

pytestmark = pytest.mark.browser

NOTHING_KEPT = {
    "forbidden": """Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("not here", "SecurityError"); },
    })""",
    "full": """Storage.prototype.setItem = () => {
        throw new DOMException("no room", "QuotaExceededError");
    }""",
}


def test_unknown_number_is_shown_and_can_go(visit: Visit) -> None:
    """A number that no entry has is not silently lost: it is named as it was, and can be removed."""
    page = mine(visit, "T9999", "T0001")
    unknown = page.locator("[data-pick=T9999]")
    expect(unknown.get_by_role("heading")).to_have_text("Toen T9999")
    expect(unknown).to_contain_text("Wij vinden geen item met nummer T9999.")
    unknown.get_by_role("button", name="Haal weg").click()
    assert kept(page) == ["T0001"]


def test_entry_that_does_not_load_is_not_called_unknown(visit: Visit) -> None:
    """A network that fails is another story than an entry that is gone, and the next try asks again."""
    page = visit("over/privacy/")
    keep(page, "T0001")
    page.route("**/api/v1/entries/**", lambda route: route.abort())
    visit.go(page, "selectie/")
    expect(page.locator("[data-pick=T0001]")).to_contain_text("Dit item laadt nu niet.")
    expect(page.locator("[data-pick=T0001]").get_by_role("heading")).to_have_text("Toen T0001")
    page.unroute("**/api/v1/entries/**")
    page.reload()
    expect(page.get_by_text("Dit item laadt nu niet.")).to_be_hidden()
    expect(page.locator("[data-pick=T0001]")).to_contain_text("Hulpmiddel: ")


@pytest.mark.parametrize("why", NOTHING_KEPT)
def test_page_works_where_nothing_can_be_kept(visit: Visit, why: str) -> None:
    """Without storage the buttons work until the page closes, and the page of the selection says so."""
    page = visit.blank()
    page.add_init_script(NOTHING_KEPT[why])
    page.goto(f"{visit.host}id/T0001/")
    page.wait_for_url("**/tools/**")
    button = page.get_by_role("button", name="Bewaar in mijn selectie")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("banner").get_by_text("Mijn selectie (1)")).to_be_visible()
    visit.go(page, "selectie/#ids=T0001")
    page.get_by_role("button", name="Neem over in mijn selectie").click()
    expect(page.get_by_text("Deze browser bewaart niets.")).to_be_visible()
    expect(status(page)).to_have_text("1 item overgenomen.")
    assert kept(page) == ["T0001"]


@pytest.fixture
def changing(project: Path, run: Run, browser: Browser, tmp_path: Path) -> Iterator[tuple[Visit, Path, Path]]:
    """Return a visitor of a small site, its project, and where it is built; the address stays the same."""
    site = tmp_path / "site"
    rebuild(run, project, site)
    with serve(site) as address:
        visits = Visit(browser, address)
        yield visits, project, site
        visits.leave()


def rebuild(run: Run, project: Path, site: Path) -> None:
    """Build the site anew."""
    done = run(project, "kb", "build", "--no-search", "--site", site)
    assert done.returncode == 0, done.stdout + done.stderr


def test_selection_survives_renamed_and_retired_entries(changing: tuple[Visit, Path, Path], run: Run) -> None:
    """A new name is followed; a retired entry says so and names its successor, which keeps the note."""
    visit, project, site = changing
    renamed, retired, heir = sorted((project / "content/tools").glob("*.md"))[:3]
    ids = [re.findall(r"^id: (\w+)", file.read_text("utf-8"), re.MULTILINE)[0] for file in (renamed, retired)]
    page = mine(visit, *ids, notes={ids[1]: "Belangrijk"})
    for file in (project / "content").rglob("*.md"):
        text = file.read_text("utf-8")
        file.write_text(text.replace(renamed.stem, "heel-anders"), "utf-8")
    text = renamed.read_text("utf-8").replace("---\n", f"---\nformer_slugs: [{renamed.stem}]\n", 1)
    renamed.with_stem("heel-anders").write_text(
        re.sub(r"^title: .*", "title: Heel anders", text, flags=re.MULTILINE), "utf-8"
    )
    renamed.unlink()
    text = retired.read_text("utf-8")
    assert "status: published" in text
    retired.write_text(
        text.replace("status: published", f"status: retired\nreplaced_by: {heir.stem}", 1), "utf-8"
    )
    rebuild(run, project, site)

    visit.go(page, "selectie/")
    assert kept(page) == ids
    page.locator(f"[data-pick={ids[0]}]").get_by_role("link", name="Heel anders").click()
    expect(page).to_have_url(re.compile("/tools/heel-anders/$"))
    expect(page.get_by_role("button", name="Bewaar in mijn selectie")).to_have_attribute(
        "aria-pressed", "true"
    )
    visit.go(page, "selectie/")
    old = page.locator(f"[data-pick={ids[1]}]")
    expect(old).to_contain_text("Dit item is vervallen. Kijk nu bij ‘")
    old.get_by_role("button", name="Neem het nieuwe item").click()
    expect(page.get_by_text("Dit item is vervallen")).to_be_hidden()
    expect(page.locator("[data-pick] h3 a").nth(1)).to_have_attribute("href", re.compile(f"/{heir.stem}/$"))
    expect(page.get_by_label("Notitie bij").nth(1)).to_have_value("Belangrijk")
