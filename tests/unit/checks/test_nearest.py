"""What an editor probably meant."""

from __future__ import annotations

from kb.checks.nearest import Names, did_you_mean


def test_nearest_gives_the_most_alike() -> None:
    """A typing error finds its word; something else finds nothing."""
    names = Names(["governance", "bekostiging", "leiderschap"])
    assert names.nearest("bekostigng") == "bekostiging"
    assert names.nearest("zwaartekracht") is None


def test_nearest_does_not_depend_on_order() -> None:
    """Of equally good names always the same one is suggested."""
    assert Names(["data-b", "data-a"]).nearest("data-c") == Names(["data-a", "data-b"]).nearest("data-c")


def test_did_you_mean_asks_or_tells() -> None:
    """The question comes first; without a near name only the advice is left."""
    assert did_you_mean("a", "Kies een naam.") == "Bedoelde je ‘a’? Kies een naam."
    assert did_you_mean("a", "") == "Bedoelde je ‘a’?"
    assert did_you_mean(None, "Kies een naam.") == "Kies een naam."
