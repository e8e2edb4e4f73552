"""KB201-KB249: what an entry is called and where its pages are."""

from __future__ import annotations

from kb.rules.rule import Rule, Severity

ID_PREFIX = Rule(
    "KB201",
    "id-prefix",
    Severity.ERROR,
    "De letter van het id hoort niet bij de soort.",
    "Aan de letter is te zien wat een item is, ook buiten de site. Een verkeerde wijst vaak op een kopie.",
)
DUPLICATE_ID = Rule(
    "KB202",
    "duplicate-id",
    Severity.ERROR,
    "Twee items hebben hetzelfde id.",
    "Elk id heeft een eigen, blijvend adres. Dat kan maar naar één item leiden.",
)
DUPLICATE_SLUG = Rule(
    "KB203",
    "duplicate-slug",
    Severity.ERROR,
    "Twee items hebben dezelfde bestandsnaam, ook al staan ze in een andere map.",
    "Items verwijzen naar elkaar met de bestandsnaam. Dan moet duidelijk zijn welk item bedoeld is.",
)
FILE_NAME = Rule(
    "KB204",
    "file-name",
    Severity.ERROR,
    "De bestandsnaam heeft andere tekens dan kleine letters, cijfers en losse koppeltekens.",
    "De bestandsnaam is het adres van de pagina. Hoofdletters, spaties en accenten gaan mis in links.",
)
FORMER_SLUG_TAKEN = Rule(
    "KB205",
    "former-slug-taken",
    Severity.ERROR,
    "Een eerder adres is het adres van een bestaand item, of staat bij twee items.",
    "Een eerder adres leidt door naar het item. Op één adres kan maar één pagina of doorverwijzing staan.",
)
RESERVED_SLUG = Rule(
    "KB206",
    "reserved-slug",
    Severity.ERROR,
    "De bestandsnaam of een eerder adres is een woord waar de site zelf een adres mee maakt.",
    "Onder dat adres staan de filterpagina's van deze soort.",
)

IDENTITY: tuple[Rule, ...] = (
    ID_PREFIX,
    DUPLICATE_ID,
    DUPLICATE_SLUG,
    FILE_NAME,
    FORMER_SLUG_TAKEN,
    RESERVED_SLUG,
)
