"""The log has the parts of SARIF 2.1.0 that readers rely on."""

from __future__ import annotations

import json

import jsonschema

from kb.diagnostics import Diagnostic
from kb.outputs.reporters.sarif import write_sarif
from kb.rules import RULES
from tests.unit.outputs.reporters.conftest import FILES

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
COUNT = {"type": "integer", "minimum": 1}
RULE = {
    "type": "object",
    "required": ["id", "name", "shortDescription", "help", "defaultConfiguration"],
    "properties": {
        "id": {"type": "string"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
    },
}
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "additionalProperties": COUNT,
}
PLACE = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9/._~%-]+$"}},
        },
        "region": REGION,
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "level": LEVEL,
        "message": TEXT,
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {"physicalLocation": PLACE},
                "required": ["physicalLocation"],
            },
        },
    },
}
DRIVER = {
    "type": "object",
    "required": ["name", "version", "rules"],
    "properties": {"rules": {"type": "array", "items": RULE, "uniqueItems": True}},
}
RUN = {
    "type": "object",
    "required": ["tool", "results", "columnKind"],
    "properties": {
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
}
LOG = {
    "type": "object",
    "required": ["version", "$schema", "runs"],
    "properties": {"version": {"const": "2.1.0"}, "runs": {"type": "array", "minItems": 1, "items": RUN}},
}


def test_sarif_follows_the_standard(diagnostics: list[Diagnostic]) -> None:
    """Every part that we use has the form of SARIF 2.1.0, with and without findings."""
    for found in (diagnostics, []):
        jsonschema.validate(json.loads(write_sarif(found, FILES.get)), LOG)


def test_sarif_results_point_at_their_rule(diagnostics: list[Diagnostic]) -> None:
    """The whole catalogue is there, and each index names the rule of its result."""
    (run,) = json.loads(write_sarif(diagnostics, FILES.get))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [d.code for d in diagnostics]
