"""KB5xx: addresses on the web, in fields and in texts."""

from __future__ import annotations

from kb.rules.rule import Rule, Severity

LINK_SCHEME = Rule(
    "KB501",
    "link-scheme",
    Severity.ERROR,
    "Het adres begint niet met https:// of http://.",
    "Alleen zulke adressen openen bij iedere lezer een pagina.",
)
LOCAL_ADDRESS = Rule(
    "KB502",
    "local-address",
    Severity.ERROR,
    "Het adres wijst naar een eigen computer of netwerk.",
    "Niemand anders kan daar bij, en het pad verklapt soms een naam.",
)
LINK_CHARACTERS = Rule(
    "KB503",
    "link-characters",
    Severity.ERROR,
    "Het adres heeft tekens die gecodeerd moeten zijn, zoals spaties.",
    "Sommige programma's kappen zo'n adres af of maken er iets anders van.",
)
LINK_HOST = Rule(
    "KB504",
    "link-host",
    Severity.ERROR,
    "Het adres heeft geen bruikbare naam van een website.",
    "Zonder die naam opent er niets.",
)
TRACKING = Rule(
    "KB505",
    "tracking",
    Severity.ERROR,
    "Het adres heeft een volgcode of loopt via een volgdienst.",
    "Zo'n code volgt de lezer en maakt van één pagina veel verschillende adressen.",
)
TEXT_FRAGMENT = Rule(
    "KB506",
    "text-fragment",
    Severity.ERROR,
    "Het adres wijst met #:~:text= een stuk tekst aan.",
    "Dat werkt niet overal en breekt zodra de tekst verandert.",
)
PERSONAL_ADDRESS = Rule(
    "KB507",
    "personal-address",
    Severity.ERROR,
    "Het adres bevat een eenmalige code of een inlog.",
    "Zo'n adres verloopt, of geeft anderen toegang tot wat alleen voor jou was.",
)
DUPLICATE_LINK = Rule(
    "KB508",
    "duplicate-link",
    Severity.WARNING,
    "Hetzelfde adres staat twee keer bij één item.",
    "De lezer denkt dat er twee verschillende dingen achter zitten.",
)

LINKS: tuple[Rule, ...] = (
    LINK_SCHEME,
    LOCAL_ADDRESS,
    LINK_CHARACTERS,
    LINK_HOST,
    TRACKING,
    TEXT_FRAGMENT,
    PERSONAL_ADDRESS,
    DUPLICATE_LINK,
)
