"""KB6xx: what an entry or the whole must have to be complete and consistent."""

from __future__ import annotations

from kb.rules.rule import Rule, Severity

NO_PROVENANCE = Rule(
    "KB601",
    "no-provenance",
    Severity.ERROR,
    "Bij het item staat niet waar de inhoud vandaan komt.",
    "Een lezer moet van elke uitspraak kunnen zien op welke bron zij rust.",
)
PHASES_WITHOUT_BASIS = Rule(
    "KB602",
    "phases-without-basis",
    Severity.ERROR,
    "Er zijn fasen ingevuld, maar niet wie het item daarin plaatste.",
    "Of een bron de fase noemt of de redactie haar koos, is voor de lezer een groot verschil.",
)
BASIS_WITHOUT_PHASES = Rule(
    "KB603",
    "basis-without-phases",
    Severity.ERROR,
    "Er staat wie het item in fasen plaatste, maar er zijn geen fasen ingevuld.",
    "Waarschijnlijk zijn de fasen vergeten; zonder fasen is het item daar niet te vinden.",
)
GAP_WITHOUT_ANSWER = Rule(
    "KB604",
    "gap-without-answer",
    Severity.ERROR,
    "Een kennishiaat heet (deels) beantwoord, maar er staat geen item dat antwoord geeft.",
    "Wie leest dat er een antwoord is, wil weten waar.",
)
OPEN_GAP_WITH_ANSWER = Rule(
    "KB605",
    "open-gap-with-answer",
    Severity.ERROR,
    "Een kennishiaat heet open, maar er staat een item dat antwoord geeft.",
    "De stand en de antwoorden moeten hetzelfde vertellen.",
)
TITLE_ONLY_DETAILS = Rule(
    "KB606",
    "title-only-details",
    Severity.ERROR,
    "Van het hulpmiddel is alleen de naam bekend, maar er staat wel wat het vraagt.",
    "Wat geen bron zegt, mag niet op de pagina staan.",
)
REPLACED_NOT_RETIRED = Rule(
    "KB607",
    "replaced-not-retired",
    Severity.ERROR,
    "Het item heeft een opvolger, maar is niet vervallen.",
    "De lezer moet zien welk van de twee geldt.",
)
FUTURE_REVIEW = Rule(
    "KB611",
    "future-review",
    Severity.ERROR,
    "De datum van de laatste controle ligt in de toekomst.",
    "Het item lijkt dan gecontroleerd terwijl dat nog niet gebeurd is.",
)
FUTURE_YEAR = Rule(
    "KB612",
    "future-year",
    Severity.ERROR,
    "Het jaar van verschijnen ligt in de toekomst.",
    "Wat nog niet verschenen is, kan geen bron zijn. Meestal is het een tikfout.",
)
FIGURE_VALUE = Rule(
    "KB613",
    "figure-value",
    Severity.WARNING,
    "De waarde van een cijfer is niet geschreven als Nederlands getal.",
    "Cijfers komen in tabellen en in data. Dan moet duidelijk zijn wat het getal is.",
)
DISCREPANCY_FIGURE = Rule(
    "KB614",
    "discrepancy-figure",
    Severity.ERROR,
    "Een tegenspraak noemt een cijfer dat niet bij het item staat.",
    "De pagina wijst bij het cijfer op de tegenspraak. Dan moet het precies dat cijfer zijn.",
)
EMPTY_TOPIC = Rule(
    "KB621",
    "empty-topic",
    Severity.WARNING,
    "Bij het thema hoort nog geen enkel gepubliceerd item.",
    "Een lege themapagina stelt de lezer teleur.",
)
ORPHAN = Rule(
    "KB622",
    "orphan",
    Severity.WARNING,
    "Het item heeft geen thema en geen fase, en geen ander item verwijst ernaar.",
    "Lezers komen bij een item via een thema, een fase of een ander item. Dit item vinden zij niet.",
)
PHASE_NUMBER = Rule(
    "KB623",
    "phase-number",
    Severity.ERROR,
    "De fasen zijn niet genummerd van 1 af, elk nummer één keer.",
    "De fasen staan op volgorde van hun nummer. Bij een dubbel of ontbrekend nummer klopt de volgorde niet.",
)

COMPLETENESS: tuple[Rule, ...] = (
    NO_PROVENANCE,
    PHASES_WITHOUT_BASIS,
    BASIS_WITHOUT_PHASES,
    GAP_WITHOUT_ANSWER,
    OPEN_GAP_WITH_ANSWER,
    TITLE_ONLY_DETAILS,
    REPLACED_NOT_RETIRED,
    FUTURE_REVIEW,
    FUTURE_YEAR,
    FIGURE_VALUE,
    DISCREPANCY_FIGURE,
    EMPTY_TOPIC,
    ORPHAN,
    PHASE_NUMBER,
)
