"""One snapshot per form, in ``tests/snapshots/reporters``."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.diagnostics import Diagnostic
from kb.outputs.reporters import REPORTERS, sarif
from tests.unit.outputs.reporters.conftest import FILES

SNAPSHOTS = Path(__file__).parents[3] / "snapshots/reporters"


@pytest.fixture
def _few_rules(diagnostics: list[Diagnostic], monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the catalogue and the version out of the snapshot: they change for other reasons."""
    rules = tuple(dict.fromkeys(diagnostic.rule for diagnostic in diagnostics))
    monkeypatch.setattr(sarif, "RULES", rules)
    monkeypatch.setattr(sarif, "_INDEX", {rule.code: index for index, rule in enumerate(rules)})
    monkeypatch.setattr(sarif, "__version__", "0.0.0")


@pytest.mark.usefixtures("_few_rules")
@pytest.mark.parametrize("form", REPORTERS)
def test_reporter_writes_the_snapshot(form: str, diagnostics: list[Diagnostic]) -> None:
    """Every form shows the same findings in its own way; a missing snapshot is written, and fails once."""
    report = REPORTERS[form](diagnostics, FILES.get)
    file = SNAPSHOTS / f"{form}.txt"
    if not file.exists():
        file.write_text(report, encoding="utf-8", newline="\n")
        pytest.fail(f"{file} is new; look at it and run again")
    assert report == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("form", "report"), [("text", "Geen meldingen.\n"), ("json", "[]\n"), ("github", ""), ("gitlab", "[]\n")]
)
def test_reporter_says_when_there_is_nothing(form: str, report: str) -> None:
    """No findings is a valid report too."""
    assert REPORTERS[form]([], FILES.get) == report


@pytest.mark.parametrize("form", REPORTERS)
def test_reporter_does_not_need_the_files(form: str, diagnostics: list[Diagnostic]) -> None:
    """A file can be gone by the time its findings are shown."""
    assert REPORTERS[form](diagnostics, lambda _path: None)
