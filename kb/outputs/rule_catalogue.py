"""The catalogue of rules as a page for editors."""

from __future__ import annotations

from itertools import groupby

from kb.rules import RULES, Severity

RULE_CATALOGUE = "docs/regels.md"

_FAMILIES = {
    "1": "Lezen en velden",
    "2": "Naam, nummer en vaste lijsten",
    "3": "Verwijzingen",
    "4": "Tekst",
    "5": "Links",
    "6": "Herkomst, datums en volledigheid",
}
_SEVERITIES = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing"}


def generated_files() -> dict[str, str]:
    """Return the text of the catalogue, by path below the project root."""
    return {RULE_CATALOGUE: rules_markdown()}


def rules_markdown() -> str:
    """Return all rules with code, name, severity, summary and reason, as Markdown."""
    lines = [
        "<!-- Gemaakt met `kb rules`; pas kb/rules/ aan, niet dit bestand. -->",
        "",
        "# Regels",
        "",
        "Elke melding van `kb check` heeft een code. Een code verandert nooit van betekenis.",
        "Een fout houdt de site tegen; een waarschuwing niet.",
    ]
    ordered = sorted(RULES, key=lambda rule: rule.code)
    for family, rules in groupby(ordered, key=lambda rule: rule.code[2]):
        lines += ["", f"## {_FAMILIES[family]} (KB{family}xx)"]
        for rule in rules:
            lines += [
                "",
                f"### {rule.code} {rule.name}",
                "",
                f"{rule.summary} ({_SEVERITIES[rule.severity]})",
                "",
                f"Waarom: {rule.why}",
            ]
    return "\n".join(lines) + "\n"
