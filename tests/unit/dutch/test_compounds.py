"""Compounds are split into known words; a reviewed list decides where that goes wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from kb.dutch import Splitter

WORDS = (
    "aanpak acht artsenpraktijk bestuur burger eruit gezondheid huis huisarts keten netwerk over partner "
    "praktijk praktijken samen samenwerking verband verbanden vorm wegen zorg zorgnetwerk"
)
KNOWN = frozenset(WORDS.split())


def splitter(reviewed: Mapping[str, Sequence[str]] | None = None, short: Sequence[str] = ()) -> Splitter:
    """Return a splitter that knows only a few words."""
    return Splitter(KNOWN.__contains__, str, reviewed, short)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("zorgpartner", ("zorg", "partner")),
        ("samenwerkingsverband", ("samenwerking", "verband")),
        ("bestuursvorm", ("bestuur", "vorm")),
        ("huisartsenzorg", ("huisarts", "zorg")),
        ("ketennetwerk", ("keten", "netwerk")),
        ("gezondheidszorgpartner", ("gezondheid", "zorg", "partner")),
    ],
)
def test_parts_with_or_without_a_linking_letter(word: str, parts: tuple[str, ...]) -> None:
    """One ``s``, ``n``, ``e`` or ``en`` may stand between two parts."""
    assert splitter().split(word) == parts


def test_last_part_stands_as_it_is() -> None:
    """An inflected last part is not put in dictionary form here."""
    assert splitter().split("samenwerkingsverbanden") == ("samenwerking", "verbanden")


def test_fewest_parts_win() -> None:
    """A part that is a compound itself stays in one piece."""
    assert splitter().split("burgerzorgnetwerk") == ("burger", "zorgnetwerk")


@pytest.mark.parametrize(
    "word",
    ["zorg", "zorgnetwerk's", "netwerken", "zorgxxxnetwerk", "zorg2netwerk", "zorgenennetwerk", "88,1", ""],
)
def test_what_is_no_compound_has_no_parts(word: str) -> None:
    """Single words, inflected words, letters in between that link nothing, digits and apostrophes."""
    assert splitter().split(word) == ()


def test_prefixes_are_no_parts() -> None:
    """``samen`` is a word, but it begins verbs far more often than compounds."""
    assert splitter().split("samenzorg") == ()
    assert splitter().split("overwegen") == ()


def test_reviewed_parts_decide() -> None:
    """The list goes before the rules, and may give parts the rules could never find."""
    reviewed = {"huisartsenpraktijk": ("huisarts", "praktijk"), "overkwaliteitvanzorg": ("kwaliteit", "zorg")}
    assert splitter().split("huisartsenpraktijk") == ("huis", "artsenpraktijk")
    assert splitter(reviewed).split("huisartsenpraktijk") == ("huisarts", "praktijk")
    assert splitter(reviewed).split("overkwaliteitvanzorg") == ("kwaliteit", "zorg")


def test_reviewed_words_without_parts_stay_whole() -> None:
    """A word on the list without parts is no compound, whatever words it seems to hold."""
    assert splitter().split("achteruit") == ("acht", "eruit")
    found = splitter({"achteruit": ()})
    assert found.split("achteruit") == ()
    assert found.is_reviewed("achteruit")
    assert not found.is_reviewed("zorgpartner")


def test_short_parts_are_only_those_of_the_list() -> None:
    """Below four letters nearly everything is a word by chance."""
    assert splitter().split("wmoaanpak") == ()
    assert splitter(short=["wmo"]).split("wmoaanpak") == ("wmo", "aanpak")
    assert splitter(short=["wmo"]).split("burgerwmo") == ("burger", "wmo")
