"""The command line as a user meets it: what it prints, writes and returns."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from kb import pipeline
from kb.cli import CLEAN, FINDINGS, USAGE, main
from kb.outputs.reporters import REPORTERS
from kb.outputs.search import write_index

ROOT = Path(__file__).parents[2]


def kb(*arguments: str | Path) -> Result:
    """Run `kb` in this process; an unexpected exception is a failure, not an exit code."""
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


@pytest.fixture
def content(untouched: Path) -> Path:
    """Return a valid project that no test changes."""
    return untouched


def tool_of(project: Path) -> Path:
    """Return the first tool of a project."""
    return min((project / "content/tools").glob("*.md"))


def break_title(project: Path) -> Path:
    """Misspell a field name in the first tool and return its path."""
    tool = tool_of(project)
    tool.write_text(tool.read_text(encoding="utf-8").replace("\ntitle:", "\ntitel:", 1), encoding="utf-8")
    return tool


def test_check_of_valid_content_is_clean(content: Path) -> None:
    """No error means exit code 0, in every format."""
    for form in REPORTERS:
        assert kb("check", "--root", content, "--format", form).exit_code == CLEAN


def test_check_names_place_code_and_remedy(project: Path) -> None:
    """An unknown field is reported at its line with a suggestion, and the exit code says so."""
    tool = break_title(project)
    result = kb("check", "--root", project)
    assert result.exit_code == FINDINGS
    line = (
        tool.read_text(encoding="utf-8")
        .splitlines()
        .index(next(row for row in tool.read_text(encoding="utf-8").splitlines() if row.startswith("titel:")))
    )
    assert f"content/tools/{tool.name}:{line + 1}:1: KB1" in result.stdout
    assert "‘title’" in result.stdout


def test_check_json_has_the_documented_fields(project: Path) -> None:
    """Each finding has the fields that design and documentation promise."""
    break_title(project)
    found = json.loads(kb("check", "--root", project, "--format", "json").stdout)
    assert found
    for finding in found:
        assert {"path", "line", "column", "code", "severity", "message", "hint", "field"} <= finding.keys()


def test_check_of_a_path_shows_only_its_findings(project: Path) -> None:
    """All is checked, what is asked for is shown; a path that is not there is a mistake of the caller."""
    tool = break_title(project)
    assert kb("check", "content/cases", "--root", project).exit_code == CLEAN
    assert kb("check", tool, "--root", project).exit_code == FINDINGS
    assert kb("check", "content/nergens", "--root", project).exit_code == USAGE


def test_check_without_content_is_a_usage_mistake(tmp_path: Path) -> None:
    """A folder without content/ gives a sentence and exit code 2, not a traceback."""
    result = kb("check", "--root", tmp_path)
    assert result.exit_code == USAGE
    assert "content" in result.stderr


def test_strict_counts_warnings(project: Path) -> None:
    """A warning lets the build pass; with --strict it does not."""
    tool = tool_of(project)
    long = " ".join(["woord"] * 30)
    tool.write_text(f"{tool.read_text(encoding='utf-8')}\nDit is {long}.\n", encoding="utf-8")
    assert kb("check", "--root", project).exit_code == CLEAN
    assert kb("check", "--strict", "--root", project).exit_code == FINDINGS


@pytest.mark.parametrize("name", sorted(main.commands))
def test_help_of_every_command_has_an_example(name: str) -> None:
    """Each help text ends with one line that can be typed over."""
    assert f"Voorbeeld: kb {name}" in kb(name, "--help").stdout


def test_new_makes_a_draft_that_check_completes(project: Path) -> None:
    """A new entry gets the next id, and the check names what has to be filled in, at its line."""
    made = kb("new", "tool", "--title", "Samen: starten", "--root", project)
    path = project / "content/tools/samen-starten.md"
    assert made.exit_code == CLEAN
    assert "content/tools/samen-starten.md" in made.stdout
    lines = path.read_text(encoding="utf-8").splitlines()
    used = [t.read_text(encoding="utf-8") for t in (project / "content/tools").glob("*.md") if t != path]
    entry_id = next(line for line in lines if line.startswith("id: "))
    assert entry_id.removeprefix("id: ") > max(text.split("id: ")[1][:5] for text in used)
    found = json.loads(kb("check", path, "--root", project, "--format", "json").stdout)
    for name in ("summary", "kind", "described_by"):
        (place,) = {f["line"] for f in found if f["field"] == name}
        assert lines[place - 1].startswith(f"{name}:")


def test_new_refuses_a_name_in_use(project: Path) -> None:
    """Nothing is overwritten."""
    tool = tool_of(project)
    before = tool.read_bytes()
    assert kb("new", "case", "--title", "x", "--slug", tool.stem, "--root", project).exit_code == USAGE
    assert tool.read_bytes() == before


@pytest.mark.parametrize(("command", "file"), [("schema", "docs/velden.md"), ("rules", "docs/regels.md")])
def test_generated_files_are_written_and_compared(tmp_path: Path, command: str, file: str) -> None:
    """Written once they are up to date; changed by hand they are named with the command that mends them."""
    assert kb(command, "--check", "--root", tmp_path).exit_code == FINDINGS
    assert kb(command, "--root", tmp_path).exit_code == CLEAN
    assert kb(command, "--check", "--root", tmp_path).exit_code == CLEAN
    (tmp_path / file).write_text("anders", encoding="utf-8")
    result = kb(command, "--check", "--root", tmp_path)
    assert result.exit_code == FINDINGS
    assert f"{file} is verouderd. Draai: kb {command}" in result.stderr


def test_export_is_valid_against_its_schema(content: Path, tmp_path: Path) -> None:
    """Every published entry is in the export, with all fields of its model, and the schema accepts it."""
    from kb.outputs.exports import entries_schema  # noqa: PLC0415 - only this test needs it

    target = tmp_path / "entries.json"
    assert kb("export", "--output", target, "--root", content).exit_code == CLEAN
    exported = json.loads(target.read_text(encoding="utf-8"))
    files = [p for p in (content / "content").glob("*/*.md") if p.parent.name != "pages"]
    assert len(exported) == len(files)
    validator = jsonschema.Draft202012Validator(json.loads(entries_schema()))
    assert not list(validator.iter_errors(exported))
    del exported[0]["summary"]
    assert list(validator.iter_errors(exported))


def test_stats_count_every_type(content: Path) -> None:
    """The numbers are those of the folders, and empty cells are named."""
    printed = kb("stats", "--root", content).stdout
    tools = len(list((content / "content/tools").glob("*.md")))
    assert any(line.split() == ["Hulpmiddelen", str(tools)] for line in printed.splitlines())
    assert "Lege cellen" in printed


@pytest.fixture(scope="module")
def searchable(untouched: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return all of a built site that search needs; nobody may change it."""
    site = tmp_path_factory.mktemp("searchable") / "site"
    scripts = "assets/javascripts/search"
    shutil.copytree(ROOT / "site_overrides" / scripts, site / scripts)
    write_index(pipeline.check(untouched).knowledge_base(), site)
    return site


def title_of(content: Path) -> str:
    """Return the title of the first tool of a project."""
    line = next(
        row for row in tool_of(content).read_text(encoding="utf-8").splitlines() if row.startswith("title:")
    )
    return line.removeprefix("title:").strip(" '\"")


def test_search_shows_what_it_finds(content: Path, searchable: Path) -> None:
    """Title, kind and address, the best first; the limit holds."""
    title = title_of(content)
    result = kb("search", title, "--site", searchable, "--limit", "2")
    assert result.exit_code == CLEAN
    assert f"  1. {title}  [" in result.stdout
    assert f"tools/{tool_of(content).stem}/" in result.stdout
    assert "  3. " not in result.stdout


def test_search_gives_data(content: Path, searchable: Path) -> None:
    """All that the search page gets, narrowed by type, phase and topic, each more than once if need be."""
    title = title_of(content)
    found = json.loads(kb("search", title, "--site", searchable, "--json").stdout)
    assert found["hits"][0]["title"] == title
    assert {"total", "partly", "hits", "counts", "near", "glossary"} <= found.keys()
    types = ("--type", "case", "--type", "gap", "--limit", "99")
    narrowed = json.loads(kb("search", "", *types, "--site", searchable, "--json").stdout)
    assert {hit["type"] for hit in narrowed["hits"]} == {"case", "gap"}
    topic = next(iter(found["counts"]["topic"]))
    for options in (("--phase", "1"), ("--topic", topic)):
        hits = json.loads(kb("search", "", *options, "--site", searchable, "--json").stdout)
        assert 0 < hits["total"] < sum(narrowed["counts"]["type"].values())


def test_search_that_finds_nothing(searchable: Path) -> None:
    """It says so, and the exit code tells a script."""
    result = kb("search", "qqqqqqqqqq", "--site", searchable)
    assert (result.exit_code, result.stdout) == (FINDINGS, "Niets gevonden.\n")
    assert kb("search", "", "--phase", "onzin", "--site", searchable).exit_code == FINDINGS


def test_search_without_a_site(content: Path, tmp_path: Path) -> None:
    """A site that is not there, or has no index, is a mistake of the caller."""
    for given in (("--root", content), ("--site", tmp_path)):
        result = kb("search", "zorg", *given)
        assert result.exit_code == USAGE
        assert "Bouw de site eerst: kb build" in result.stderr
    assert kb("search", "zorg", "--type", "onzin", "--site", tmp_path).exit_code == USAGE
    assert kb("search", "zorg", "--limit", "0", "--site", tmp_path).exit_code == USAGE


def test_compounds_shows_what_nobody_looked_over(project: Path) -> None:
    """Until an editor lists the word."""
    tool = tool_of(project)
    text = tool.read_text(encoding="utf-8")
    tool.write_text(f"{text}\nDe ketenzorgpartner is er.\n", encoding="utf-8")
    line = "ketenzorgpartner: keten + zorg + partner"
    result = kb("compounds", "--root", project)
    assert result.exit_code == CLEAN
    assert line in result.stdout.splitlines()
    words = "reviewed:\n  - ketenzorgpartner\n"
    (project / "schema/search-words.yml").write_text(words, encoding="utf-8")
    assert line not in kb("compounds", "--root", project).stdout.splitlines()


def test_compounds_of_content_with_errors(project: Path) -> None:
    """First the errors."""
    break_title(project)
    result = kb("compounds", "--root", project)
    assert result.exit_code == USAGE
    assert "kb check" in result.stderr
