"""What the YAML parser complains about, in words an editor can act on."""

from __future__ import annotations

QUOTE = "Zet de waarde tussen enkele aanhalingstekens: '…'."
_INDENT = "Laat velden van hetzelfde niveau in dezelfde kolom beginnen; gebruik alleen spaties."
_LIST = "Zet elke waarde op een eigen regel, met ‘- ’ ervoor."

_TEXTS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "Hier staat een dubbele punt die YAML als nieuw veld leest.", QUOTE),
    ("could not find expected ':'", "Op deze regel ontbreekt een dubbele punt achter de veldnaam.", _INDENT),
    (
        "did not find expected key",
        "Hier werd een veldnaam verwacht; de inspringing of een aanhalingsteken klopt niet.",
        _INDENT,
    ),
    ("did not find expected '-' indicator", "Hier werd een volgend lijstteken ‘- ’ verwacht.", _INDENT),
    ("block sequence entries are not allowed", "Hier kan geen lijst beginnen.", _LIST),
    ("did not find expected ',' or ']'", "De lijst tussen ‘[’ en ‘]’ is niet goed afgesloten.", _LIST),
    (
        "did not find expected ',' or '}'",
        "De velden tussen ‘{’ en ‘}’ zijn niet goed afgesloten.",
        "Zet elk veld op een eigen regel.",
    ),
    (
        "found unexpected end of stream",
        "Een aanhalingsteken dat hier begint, wordt nergens afgesloten.",
        "Sluit de tekst af met hetzelfde aanhalingsteken.",
    ),
    (
        "found unexpected document indicator",
        "Een aanhalingsteken dat hier begint, wordt nergens afgesloten.",
        "Sluit de tekst af met hetzelfde aanhalingsteken.",
    ),
    (
        "found unknown escape character",
        "Achter de backslash staat een teken dat YAML niet kent.",
        "Gebruik enkele aanhalingstekens: '…'; daarin is een backslash gewoon een teken.",
    ),
    ("hexdecimal number", "Achter de backslash ontbreken cijfers.", "Gebruik enkele aanhalingstekens: '…'."),
    (
        "invalid Unicode character escape",
        "Deze code achter de backslash is geen teken.",
        "Typ het teken zelf.",
    ),
    (
        "alphabetic or numeric character",
        "Een waarde die met ‘*’ of ‘&’ begint, heeft in YAML een eigen betekenis.",
        QUOTE,
    ),
    ("found character that cannot start any token", "Met dit teken kan geen waarde beginnen.", QUOTE),
    (
        "tab character",
        "Hier springt een regel in met een tab.",
        "Vervang elke tab door spaties, twee per niveau.",
    ),
    (
        "<document start>",
        "Hier begint een tweede YAML-document.",
        "Haal de regel ‘---’ of ‘...’ weg, of zet de rest in een eigen bestand.",
    ),
    ("nesting depth", "Deze velden zijn te diep genest.", "Kijk of de inspringing klopt."),
    ("block mapping", "Hier kan geen veld beginnen.", _INDENT),
)
_FROM_THE_START = (
    "alphabetic or numeric character",
    "could not find expected ':'",
    "found unexpected end of stream",
    "found unexpected document indicator",
)


def syntax_texts(problem: str) -> tuple[str, str]:
    """Return message and hint for what PyYAML calls ``problem``."""
    for part, message, hint in _TEXTS:
        if part in problem:
            return message, hint
    return (
        "Deze regel is geen geldige YAML.",
        f"Kijk naar dubbele punten, aanhalingstekens en inspringing. {QUOTE}",
    )


def blames_the_start(problem: str) -> bool:
    """Whether the mistake stands where the construct began, not where the parser gave up."""
    return any(part in problem for part in _FROM_THE_START)
