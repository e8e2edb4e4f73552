"""security.txt is what RFC 9116 asks for, read with the validator that internet.nl uses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sectxt import Parser  # type: ignore[import-untyped]

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.outputs.security_txt import last_looked_after, security_txt, validity
from kb.settings import Settings

TODAY = date.today()
CONTACT = "mailto:veilig@voorbeeld.nl"


def parsed(text: str) -> Parser:
    """Return the text as the validator reads it."""
    return Parser(text.encode())


@pytest.mark.parametrize("contact", [CONTACT, "https://voorbeeld.nl/melden", "tel:+31-20-1234567"])
def test_security_txt_is_valid(contact: str) -> None:
    """The validator finds no error, and nothing to do better but a signature and the rest of a policy."""
    settings = Settings(security_contact=contact, site_address="https://voorbeeld.nl/")
    read = parsed(security_txt(settings, TODAY))
    assert read.is_valid(), read.errors
    assert {found["code"] for found in read.recommendations} <= {"not_signed", "no_encryption"}
    assert read.notifications == []
    assert read.preferred_languages == ["nl", "en"]


def test_security_txt_expires_within_a_year_of_the_newest_work() -> None:
    """Eleven months after somebody last looked after the content, whatever day it is built."""
    settings = Settings(security_contact=CONTACT)
    text = security_txt(settings, date(2025, 3, 31))
    assert "Expires: 2026-03-01T00:00:00Z\n" in text
    assert timedelta(days=300) < date(2026, 3, 1) - date(2025, 3, 31) < timedelta(days=365)


def test_security_txt_that_nobody_kept_up_is_expired() -> None:
    """The validator can refuse: old content gives a file that says it is old."""
    codes = {
        found["code"]
        for found in parsed(security_txt(Settings(security_contact=CONTACT), date(2020, 1, 1))).errors
    }
    assert codes == {"expired"}


@pytest.mark.parametrize("address", ["https://voorbeeld.nl/", "https://voorbeeld.nl/onder/pad/"])
def test_security_txt_names_the_root_of_the_host(address: str) -> None:
    """There readers look for it, also for a site that lies below a path."""
    text = security_txt(Settings(security_contact=CONTACT, site_address=address), TODAY)
    assert "Canonical: https://voorbeeld.nl/.well-known/security.txt\n" in text


def test_security_txt_without_an_address_names_none() -> None:
    """A site that does not know where it lies claims nothing."""
    assert "Canonical" not in security_txt(Settings(security_contact=CONTACT), TODAY)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2027-11-01", "geldig tot 2028-01-01"),
        ("2027-11-02", "let op: verloopt over 60 dagen, op 2028-01-01."),
        ("2027-12-31", "let op: verloopt over 1 dag, op 2028-01-01."),
        ("2028-01-01", "let op: verlopen op 2028-01-01."),
    ],
)
def test_end_of_security_txt_is_announced(
    make: Callable[..., LocatedEntry], knowledge: Callable[..., KnowledgeBase], today: str, state: str
) -> None:
    """From 60 days before its last day, to the day; the date is that of the file."""
    kb = knowledge(
        make("tool", "a", last_reviewed="2027-01-31"), make("case", "b", last_reviewed="2020-01-01")
    )
    settings = Settings(security_contact=CONTACT)
    told = validity(kb, settings, date.fromisoformat(today))
    assert told.startswith(state)
    assert ("last_reviewed" in told) is told.startswith("let op")
    assert "Expires: 2028-01-01T00:00:00Z\n" in security_txt(settings, last_looked_after(kb))


def test_no_end_is_announced_without_security_txt(knowledge: Callable[..., KnowledgeBase]) -> None:
    """Without a contact there is no file, and the work list says why."""
    assert validity(knowledge(), Settings(), TODAY) == "geen: kb.toml heeft geen security_contact"
