"""Addresses are judged by their spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.checks.addresses import is_local, problems


def codes(address: str) -> list[str]:
    return [problem.rule.code for problem in problems(address)]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.rivm.nl",
        "http://www.rivm.nl/",
        "https://www.rivm.nl:443/a",
        "https://www.rivm.nl/a(b)/c,d;e=f/~g/@h",
        "https://www.rivm.nl/a%20b?jaar=2024&q=c%26d#kop-2",
        "https://www.rivm.nl/zoek?ticketing=1&sort=asc&attempt=2",
        "https://www.google.com/search?q=https",
        "https://1.1.1.1/a",
        "https://10.example.org/a",
    ],
)
def test_problems_accepts(address: str) -> None:
    """A public address of a page, well spelled, has no problem."""
    assert codes(address) == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("javascript:alert(1)", "KB501"),
        ("doi:10.1000/1", "KB501"),
        ("rivm", "KB501"),
        ("", "KB501"),
        ("~/rapport.pdf", "KB502"),
        ("c:/rapport.pdf", "KB502"),
        ("http://127.0.0.1/", "KB502"),
        ("http://172.20.1.1/", "KB502"),
        ("http://[::1]/", "KB502"),
        ("https://wiki.intranet/a", "KB502"),
        ("https://www.rivm.nl/a b", "KB503"),
        ("https://www.rivm.nl/<a>", "KB503"),
        ("https://www.rivm.nl/%zz", "KB503"),
        ("https://rivm", "KB504"),
        ("https://.nl/a", "KB504"),
        ("https://www.rivm.nl:99999/", "KB504"),
        ("https://www.rivm.nl/?UTM_Source=a", "KB505"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.rivm.nl", "KB505"),
        ("https://www.rivm.nl/#a:~:text=b", "KB506"),
        ("https://www.rivm.nl/?PHPSESSID=1", "KB507"),
        ("https://jan@www.rivm.nl/", "KB507"),
        ("https://b.s3.amazonaws.com/a?X-Amz-Signature=1", "KB507"),
    ],
)
def test_problems_refuses(address: str, code: str) -> None:
    """Each kind of bad address gives the one problem of its kind."""
    assert codes(address) == [code]


def test_problems_gives_all_that_is_wrong() -> None:
    """What can be mended apart is told apart, and each hint has the address with all of it mended."""
    found = list(problems("https://www.rivm.nl/a b?utm_medium=x&id=1&gclid=y#:~:text=z"))
    assert [problem.rule.code for problem in found] == ["KB503", "KB506", "KB505"]
    assert [problem.hint for problem in found[1:]] == ["Schrijf: https://www.rivm.nl/a%20b?id=1"] * 2


@given(st.text(alphabet="htps:/w.nlr?&=#%~@[] utm_a1é\\", max_size=50).map(lambda text: f"https://{text}"))
def test_problems_survives_any_text(address: str) -> None:
    """No address, however broken, is an exception, and none has one problem twice."""
    found = codes(address)
    assert len(found) == len(set(found))


@given(st.lists(st.sampled_from(["id=1", "utm_source=a", "fbclid=b", "q=c%20d", "é=1"]), max_size=5))
def test_problems_hints_at_a_clean_address(pieces: list[str]) -> None:
    """The address in the hint for tracking has nothing wrong with it."""
    for problem in problems(f"https://www.rivm.nl/?{'&'.join(pieces)}"):
        if problem.rule.code == "KB505":
            assert codes(problem.hint.removeprefix("Schrijf: ")) == []


@pytest.mark.parametrize(
    ("address", "local"), [("http://[x", False), ("\\\\server\\map", True), ("een pad", False)]
)
def test_is_local_needs_no_valid_address(address: str, *, local: bool) -> None:
    """An original is kept as it was, so anything can be asked."""
    assert is_local(address) is local
