"""My selection on paper and as a file: for a spreadsheet, a reference manager, a word processor."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, Route, expect

from tests.functional.browser import Seen, Visit
from tests.functional.selection import keep, mine, status

pytestmark = pytest.mark.browser

DOCX_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'"


def downloaded(page: Page, button: str) -> tuple[str, bytes]:
    """Return name and content of the file that a button gives."""
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def records(ris: str) -> list[list[tuple[str, str]]]:
    """Return the records of a RIS file as pairs of tag and value."""
    lines = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in ris.split("\r\n") if line]
    assert all(lines)
    found: list[list[tuple[str, str]]] = [[]]
    for tag, value in (line.groups() for line in lines if line):
        if tag == "ER":
            found.append([])
        else:
            found[-1].append((tag, value))
    assert found.pop() == []
    return found


def under_a_policy(route: Route) -> None:
    """Send a page with a policy that allows no eval."""
    response = route.fetch()
    route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})


def test_csv_opens_in_dutch_excel(visit: Visit) -> None:
    """Semicolons, UTF-8 with its mark, a row for each entry, and no cell that a spreadsheet would run."""
    page = mine(visit, "T0001", "T9999", notes={"T0001": '=HYPERLINK("x");"twee"\nregels'})
    title = page.locator("[data-pick=T0001] h3").inner_text()
    name, data = downloaded(page, "Excel (csv)")
    assert name == "selectie.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row["Nummer"] for row in rows] == ["T0001", "T9999"]
    assert rows[0]["Titel"] == title
    assert rows[0]["Notitie"] == '\'=HYPERLINK("x");"twee"\nregels'
    assert rows[0]["Blijvend adres"] == f"{visit.host}id/T0001/"
    assert rows[0]["Fase"]
    assert rows[1]["Titel"] == "Toen T9999"
    assert "T9999" in rows[1]["Let op"]


@pytest.mark.parametrize("start", ["=1", "+1", "-1", "@a", " =1", "\t=1"])
def test_csv_runs_no_formula(visit: Visit, start: str) -> None:
    """Whatever a note begins with, a spreadsheet takes it as text."""
    page = mine(visit, "T0001", notes={"T0001": start})
    _, data = downloaded(page, "Excel (csv)")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    assert row["Notitie"] == f"'{start}"


def test_ris_cites_each_as_what_it_is(visit: Visit, real_site: Path) -> None:
    """A source is cited as its own work, a tool as a page of ours at its permanent address."""
    page = mine(visit, "T0001", "B0010", "S0001", notes={"T0001": "Let op"})
    name, data = downloaded(page, "Verwijzingen (RIS)")
    assert name == "selectie.ris"
    tool, source, synthesis = (dict(record) for record in records(data.decode()))
    assert (tool["TY"], tool["UR"], tool["ID"]) == ("ELEC", f"{visit.host}id/T0001/", "T0001")
    assert tool["N1"] == "Let op"
    assert (source["TY"], source["PY"], source["ID"]) == ("JOUR", "2022", "B0010")
    assert "127.0.0.1" not in source["UR"]
    assert (synthesis["TY"], synthesis["ID"]) == ("RPRT", "S0001")
    assert (real_site / "api/v1/entries/B0010.json").is_file()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"authors": [{"family": "Vooren", "given": "N.", "particle": "van"}], "organisation": "RIVM"},
            [("AU", "van Vooren, N."), ("PB", "RIVM")],
        ),
        (
            {"authors": [], "organisation": "RIVM, Vilans en Nivel"},
            [("AU", "RIVM en Vilans en Nivel"), ("PB", "RIVM, Vilans en Nivel")],
        ),
        ({"csl_type": "report", "number": "2024-1"}, [("TY", "RPRT"), ("M1", "2024-1")]),
        (
            {"csl_type": "article-journal", "container_title": "Blad", "pages": "12-19", "volume": "3"},
            [("TY", "JOUR"), ("JO", "Blad"), ("VL", "3"), ("SP", "12"), ("EP", "19")],
        ),
        ({"csl_type": "chapter", "container_title": "Boek"}, [("TY", "CHAP"), ("T2", "Boek")]),
        ({"url": None, "doi": "10.1/x"}, [("DO", "10.1/x"), ("UR", "https://doi.org/10.1/x")]),
        ({"url": None, "doi": None}, [("UR", "https://a.example/id/B0001/")]),
    ],
)
def test_ris_of_a_source(visit: Visit, fields: dict[str, object], expected: list[tuple[str, str]]) -> None:
    """Particles stay with the family name; an organisation has no given name; each form has its type."""
    entry = {"type": "source", "csl_type": "document", "authors": [], "year": 2024, **fields}
    pick = {
        "id": "B0001",
        "title": "T",
        "note": "",
        "permalink": "https://a.example/id/B0001/",
        "entry": entry,
    }
    page = visit("selectie/")
    text = page.evaluate(
        "async ([pick, script]) => (await import(script)).ris([pick], 'Site')",
        [pick, f"{visit.host}assets/javascripts/selection/ris.js"],
    )
    (record,) = records(text)
    assert record[0][0] == "TY"
    assert set(expected) <= set(record)


def test_word_file_opens_and_holds_the_selection(visit: Visit) -> None:
    """Made under a policy without eval; a real docx with title, note, warning and permanent address."""
    page = visit("over/privacy/")
    page.route("**/selectie/", under_a_policy)
    keep(page, "T0001", "T9999", notes={"T0001": "Bel eerst <&> de\nwijkverpleging"})
    page.goto(f"{visit.host}selectie/")
    title = page.locator("[data-pick=T0001] .kb-pick__title a").inner_text()
    seen = Seen(page)
    name, data = downloaded(page, "Word (docx)")
    assert seen.complaints == []
    expect(status(page)).to_have_text("Het Word-bestand staat bij je downloads.")
    assert name == "selectie.docx"
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        document = ET.fromstring(file.read("word/document.xml"))  # noqa: S314 - our own file
        links = file.read("word/_rels/document.xml.rels").decode()
    text = "\n".join(node.text or "" for node in document.iter(DOCX_TEXT))
    for part in (
        "Mijn selectie",
        title,
        "Bel eerst <&> de",
        "wijkverpleging",
        "Toen T9999",
        "geen item met nummer",
    ):
        assert part in text
    assert f"{visit.host}id/T0001/" in links


def test_paper_is_a_handout(visit: Visit) -> None:
    """On paper: title, note, source, permanent address and date; no buttons, nothing to type in."""
    page = mine(visit, "T0001", notes={"T0001": "Voor maandag"})
    page.emulate_media(media="print")
    expect(page.get_by_text("Notitie: Voor maandag")).to_be_visible()
    expect(page.get_by_text(f"Blijvend adres: {visit.host}id/T0001/")).to_be_visible()
    expect(page.get_by_text("Komt uit: ")).to_be_visible()
    expect(page.locator("[data-kb-date]")).to_have_text(re.compile(r"^\d+ \w+ \d{4}\. Uit: "))
    expect(page.locator("[data-kb-date]")).to_be_visible()
    assert page.locator("main").locator("button:visible, textarea:visible, input:visible").count() == 0
    page.emulate_media(media="screen")
    expect(page.locator("[data-kb-date]")).to_be_hidden()
