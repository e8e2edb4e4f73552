"""What the documents say is what the code does, both ways; a failure names the command that mends it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import kb
from kb import pipeline
from kb.cli import main
from kb.model import ENTRY_TYPES, VOCABULARY_NAMES
from kb.outputs import rule_catalogue, schemas, urls
from kb.outputs.exports import EXPORTERS
from kb.outputs.reporters import REPORTERS
from kb.rules import RULES, Severity
from kb.settings import Settings

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")})
_RULES_FILE = ROOT / rule_catalogue.RULE_CATALOGUE
_SEVERITIES = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing"}


def read(path: str) -> str:
    """Return the text of a file of the repository."""
    return (ROOT / path).read_text(encoding="utf-8")


def in_code(text: str) -> set[str]:
    """Return what stands between backticks on one line."""
    return set(re.findall(r"`([^`\n]+)`", text))


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """Return the configuration of the tools."""
    return tomllib.loads(read("pyproject.toml"))


def test_catalogue_of_rules_has_every_rule_and_no_other() -> None:
    """Code, name, severity, summary and reason of each rule stand in docs/regels.md."""
    text = _RULES_FILE.read_text(encoding="utf-8")
    sections = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    assert [section.split("\n")[0] for section in sections] == [
        f"{rule.code} {rule.name}" for rule in sorted(RULES, key=lambda rule: rule.code)
    ], "run: kb rules"
    for section, rule in zip(sections, sorted(RULES, key=lambda rule: rule.code), strict=True):
        assert f"\n{rule.summary} ({_SEVERITIES[rule.severity]})\n" in section, "run: kb rules"
        assert f"\nWaarom: {rule.why}\n" in section, "run: kb rules"


@pytest.mark.parametrize(
    ("path", "text", "command"),
    [
        *((path, text, "kb rules") for path, text in rule_catalogue.generated_files().items()),
        *((path, text, "kb schema") for path, text in schemas.generated_files().items()),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 60 and "\n" not in value else "text",
)
def test_generated_file_is_new(path: str, text: str, command: str) -> None:
    """What is generated from rules and models is what stands in the repository."""
    assert read(path) == text, f"run: {command}"


def test_schemas_are_those_of_the_types() -> None:
    """No schema is left of a type that is gone."""
    files = {file.name for file in (ROOT / schemas.SCHEMA_FOLDER).iterdir()}
    assert files == {f"{row.name}.schema.json" for row in ENTRY_TYPES}


def test_generated_documents_name_their_command() -> None:
    """Who opens one learns not to edit it."""
    for path in (rule_catalogue.RULE_CATALOGUE, schemas.FIELD_REFERENCE):
        assert re.match(r"<!-- Gemaakt met `kb (rules|schema)`", read(path))


def test_readme_names_every_command_and_no_other() -> None:
    """The line with the commands lists what the command line has."""
    (line,) = re.findall(r"`kb (\w+(?: \| \w+)+)`", read("README.md"))
    assert sorted(line.split(" | ")) == sorted(main.commands)


def test_readme_names_every_form_of_findings() -> None:
    """All but the usual one, which needs no option."""
    (line,) = re.findall(r"`kb check --format (\w+(?: \| \w+)+)`", read("README.md"))
    assert {*line.split(" | "), "text"} == REPORTERS.keys()


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_document_names_existing_commands_only(file: Path) -> None:
    """`kb …` in any document can be typed over, options included."""
    text = file.read_text(encoding="utf-8")
    blocks = re.findall(r"^(?:\.venv/bin/)?(kb .*)$", text, flags=re.MULTILINE)
    for typed in (*blocks, *(code for code in in_code(text) if code.startswith("kb "))):
        name, *rest = typed.removeprefix("kb ").split("#")[0].split()
        if rest[:1] == ["|"]:
            continue
        assert name in main.commands, typed
        options = {option for parameter in main.commands[name].params for option in parameter.opts}
        assert {word.split("=")[0] for word in rest if word.startswith("--")} <= options | {"--help"}, typed


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_document_links_to_files_that_are_there(file: Path) -> None:
    """A relative link in a document leads to a file or folder of the repository."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in target]
    assert [target for target in targets if not (file.parent / target).exists()] == []


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_document_names_existing_make_targets(file: Path) -> None:
    """`make …` in any document is a target, and `make help` lists it."""
    targets = set(re.findall(r"^([a-z-]+):.*## ", read("Makefile"), flags=re.MULTILINE))
    text = file.read_text(encoding="utf-8")
    named = {code.split()[1] for code in in_code(text) if re.match(r"make [a-z]", code)}
    assert named | set(re.findall(r"^make ([a-z-]+)", text, flags=re.MULTILINE)) <= targets


def test_readme_shows_settings_that_exist() -> None:
    """The example can be taken over, and every name in it is a setting."""
    (block,) = re.findall(r"```toml\n(.*?)```", read("README.md"), flags=re.DOTALL)
    shown = tomllib.loads(block)
    assert shown.keys() <= {field.name for field in fields(Settings)}
    assert Settings(**shown) != Settings()


def test_readme_names_the_addresses_that_last() -> None:
    """What others may rely on is spelled as the code spells it."""
    text = read("README.md")
    lasting = {urls.ENTRIES_JSON, urls.ENTRIES_SCHEMA, urls.ENTRY_SCHEMA}
    lasting |= {urls.permalink("T0001"), urls.entry_json("T0001")}
    assert {f"/{address}" for address in lasting} <= in_code(text)
    assert set(EXPORTERS) == {"json"}


def test_layers_are_the_modules_of_kb(project: dict[str, Any]) -> None:
    """Every layer of the contract is there, and every module has a layer."""
    (contract,) = [c for c in project["tool"]["importlinter"]["contracts"] if c["type"] == "layers"]
    named = [name.strip() for layer in contract["layers"] for name in layer.split("|")]
    package = Path(kb.__file__).parent
    there = {
        path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert len(set(named)) == len(named)
    assert set(named) == there - {"__init__", *contract["exhaustive_ignores"]}


def test_architecture_names_the_layers_of_the_contract(project: dict[str, Any]) -> None:
    """The list in docs/architecture.md has the same layers in the same order."""
    (contract,) = [c for c in project["tool"]["importlinter"]["contracts"] if c["type"] == "layers"]
    lines = re.findall(r"^\d+\. ((?:`\w+`(?:, )?)+)", read("docs/architecture.md"), flags=re.MULTILINE)
    assert [re.findall(r"\w+", line) for line in lines] == [
        [name.strip() for name in layer.split("|")] for layer in contract["layers"]
    ]


def test_contracts_that_forbid_name_modules_that_exist(project: dict[str, Any]) -> None:
    """A module that was renamed does not silently leave a contract."""
    package = Path(kb.__file__).parent
    for contract in project["tool"]["importlinter"]["contracts"]:
        for module in contract.get("source_modules", []):
            path = package.joinpath(*module.split(".")[1:])
            assert path.with_suffix(".py").is_file() or (path / "__init__.py").is_file(), module


def test_contributing_shows_fields_and_lists_that_exist() -> None:
    """The example of an entry uses fields of its type, and the lists it mentions are there."""
    text = read("CONTRIBUTING.md")
    (block,) = re.findall(r"```markdown\n---\n(.*?)---\n", text, flags=re.DOTALL)
    named = set(re.findall(r"^(\w+):", block, flags=re.MULTILINE))
    (row,) = [row for row in ENTRY_TYPES if row.name == "tool"]
    required = {name for name, info in row.model.model_fields.items() if info.is_required()}
    assert required <= named <= row.model.model_fields.keys()
    assert f"## {row.headings[0]}" in text
    assert all((ROOT / "schema" / f"{name}.yml").is_file() for name in VOCABULARY_NAMES)


def test_contributing_shows_a_finding_as_it_is_printed(write_project: Callable[..., Path]) -> None:
    """Column, code and words of the example are those of the same mistake in a real file."""
    (shown,) = re.findall(r"^content/tools/\S+\.md:\d+:(.*)$", read("CONTRIBUTING.md"), flags=re.MULTILINE)
    root = write_project({}, minimal=True)
    tool = root / "content/tools/voorbeeldtool.md"
    text = tool.read_text(encoding="utf-8").replace("kind: handreiking", "kind: handreking")
    tool.write_text(text, encoding="utf-8")
    checked = pipeline.check(root)
    printed = REPORTERS["text"](checked.diagnostics, checked.source).splitlines()[0]
    assert printed.split(":", 2)[2] == shown


def test_documents_name_existing_rules_only() -> None:
    """A code in a document is one of the catalogue; the guide for editors has a test of its own."""
    others = [file for file in DOCUMENTS if file.name != "CONTRIBUTING.md"]
    codes = {code for file in others for code in re.findall(r"KB\d{3}", file.read_text(encoding="utf-8"))}
    assert codes <= {rule.code for rule in RULES}


def test_requirements_name_tests_that_exist() -> None:
    """Each requirement has a row, and a test that was renamed does not silently leave it."""
    text = read("docs/requirements.md")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text)
    assert [test for test in named if not re.search(rf"^def {test[1]}\(", read(test[0]), re.MULTILINE)] == []
    lines = [line for line in text.splitlines() if line.startswith("| R")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    wanted = [("1", [*range(1, 9), 10]), ("3", range(1, 8)), ("5", range(1, 5))]
    assert [row[0].split()[0] for row in rows] == [
        f"R{part}.{n}" for part, numbers in wanted for n in numbers
    ]
    assert all("::" in shown or why for _, shown, why in rows)
