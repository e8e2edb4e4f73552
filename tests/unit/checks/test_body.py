"""The driver of the checks of bodies."""

from __future__ import annotations

import pytest

from kb.checks import body as driver
from kb.checks.body import check_bodies
from kb.corpus import Corpus, LocatedData
from kb.markdown import Outline
from kb.model import Glossary
from tests.unit.checks.conftest import MakeEntry, Places


def test_check_bodies_does_not_parse_healthy_bodies(
    entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten thousand healthy entries are checked in a second only without a parse."""

    def refuse(text: str) -> Outline:
        raise AssertionError(text)

    monkeypatch.setattr(driver, "outline", refuse)
    assert not list(check_bodies(Corpus((entry("tool", "a"), entry("case", "b")))))


def test_check_bodies_runs_every_check(entry: MakeEntry) -> None:
    """Headings, links, sentences and abbreviations are all looked at."""
    glossary = LocatedData(Glossary(), "schema/glossary.yml", Places({}))
    body = "### Kop\n\nDe XYZ <b>en</b> [dit](../tools/weg.md) " + "woord " * 25
    codes = {d.code for d in check_bodies(Corpus((entry("source", "a", body=body),), data=(glossary,)))}
    assert codes == {"KB401", "KB403", "KB405", "KB412", "KB423", "KB424"}


def test_check_bodies_needs_a_glossary_to_call_abbreviations_unknown(entry: MakeEntry) -> None:
    """When the glossary is broken that is one finding, not hundreds."""
    assert not list(check_bodies(Corpus((entry("tool", "a", title="De XYZ"),))))
