"""KB3xx: what entries and lists refer to."""

from __future__ import annotations

from kb.rules.rule import Rule, Severity

UNKNOWN_ENTRY = Rule(
    "KB301",
    "unknown-entry",
    Severity.ERROR,
    "Het item waar het veld naar verwijst, bestaat niet.",
    "Een verwijzing die nergens heen leidt, kan niet op de site. Wat zij moest vertellen, raakt kwijt.",
)
WRONG_TYPE_OF_ENTRY = Rule(
    "KB302",
    "wrong-type-of-entry",
    Severity.ERROR,
    "Het veld verwijst naar een item van een soort die daar niet hoort.",
    "De pagina toont het item als die soort, bijvoorbeeld als bron.",
)
SELF_REFERENCE = Rule(
    "KB303",
    "self-reference",
    Severity.ERROR,
    "Een item verwijst naar zichzelf.",
    "De lezer komt dan uit waar hij al is. Meestal was een ander item bedoeld.",
)
RETIRED_ENTRY = Rule(
    "KB304",
    "retired-entry",
    Severity.WARNING,
    "Er wordt verwezen naar een vervallen item.",
    "De lezer komt op een pagina die niet meer geldt. Vaak is er een opvolger.",
)
DRAFT_ENTRY = Rule(
    "KB305",
    "draft-entry",
    Severity.ERROR,
    "Iets wat op de site staat, verwijst naar een concept.",
    "Een concept heeft nog geen pagina. De link zou dood zijn.",
)
UNKNOWN_CHAPTER = Rule(
    "KB306",
    "unknown-chapter",
    Severity.ERROR,
    "De vindplaats begint niet met een hoofdstuk van de kennissynthese.",
    "De pagina van de synthese toont per hoofdstuk wat eruit komt. Zonder hoofdstuk ontbreekt het item daar.",
)

UNKNOWN_PLACE_IN_SYNTHESIS = Rule(
    "KB307",
    "unknown-place-in-synthesis",
    Severity.ERROR,
    "De vindplaats van een cijfer, knelpunt of aanbeveling begint niet met een hoofdstuk.",
    "Aan de vindplaats moet een lezer het cijfer in de synthese kunnen terugvinden.",
)

REFERENCES: tuple[Rule, ...] = (
    UNKNOWN_ENTRY,
    WRONG_TYPE_OF_ENTRY,
    SELF_REFERENCE,
    RETIRED_ENTRY,
    DRAFT_ENTRY,
    UNKNOWN_CHAPTER,
    UNKNOWN_PLACE_IN_SYNTHESIS,
)
