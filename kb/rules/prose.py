"""KB4xx: the body of an entry and how its texts are written."""

from __future__ import annotations

from kb.rules.rule import Rule, Severity

MISSING_HEADING = Rule(
    "KB401",
    "missing-heading",
    Severity.ERROR,
    "Een vaste kop van deze soort ontbreekt.",
    "Lezers vinden op elke pagina van een soort dezelfde koppen. Wat niet bekend is, staat er dan ook bij.",
)
HEADING_ORDER = Rule(
    "KB402",
    "heading-order",
    Severity.ERROR,
    "De vaste koppen staan niet in de afgesproken volgorde.",
    "Wie twee pagina's vergelijkt, zoekt op dezelfde plek.",
)
HEADING_SKIP = Rule(
    "KB403",
    "heading-skip",
    Severity.ERROR,
    "Een kop slaat een niveau over.",
    "Wie met een schermlezer leest, springt van kop naar kop en mist dan een stap.",
)
HEADING_ONE = Rule(
    "KB404",
    "heading-one",
    Severity.ERROR,
    "De tekst heeft een kop van het hoogste niveau (#).",
    "De titel van het item is al de kop van de pagina. Er kan er maar één zijn.",
)
UNKNOWN_PAGE = Rule(
    "KB405",
    "unknown-page",
    Severity.ERROR,
    "Een link in de tekst gaat naar een item dat niet bestaat.",
    "De lezer zou op een foutpagina uitkomen.",
)
WRONG_FOLDER = Rule(
    "KB406",
    "wrong-folder",
    Severity.ERROR,
    "Een link in de tekst noemt de verkeerde map.",
    "De map hoort bij het adres. In de verkeerde map staat het item niet.",
)
UNKNOWN_ANCHOR = Rule(
    "KB407",
    "unknown-anchor",
    Severity.ERROR,
    "Een link gaat naar een kop die niet op die pagina staat.",
    "De lezer komt dan bovenaan de pagina uit en moet zelf zoeken.",
)
LINK_FORM = Rule(
    "KB408",
    "link-form",
    Severity.ERROR,
    "Een link binnen de site heeft niet de vorm ../map/naam.md.",
    "Alleen die vorm werkt overal: in een editor, op de site en in elke andere weergave.",
)
LINK_TEXT = Rule(
    "KB409",
    "link-text",
    Severity.ERROR,
    "Een link heeft geen tekst.",
    "Zo'n link is niet te zien en niet voor te lezen.",
)
IMAGE_PLACE = Rule(
    "KB410",
    "image-place",
    Severity.ERROR,
    "Een afbeelding staat niet in content/images/ of heeft geen bruikbare naam.",
    "Alleen afbeeldingen uit die map komen mee naar de site. De site laadt niets van andere sites.",
)
IMAGE_TEXT = Rule(
    "KB411",
    "image-text",
    Severity.ERROR,
    "Een afbeelding heeft geen beschrijving.",
    "Wie de afbeelding niet ziet, leest of hoort de beschrijving.",
)
RAW_HTML = Rule(
    "KB412",
    "raw-html",
    Severity.ERROR,
    "Er staat HTML in de tekst.",
    "Teksten zijn gewone Markdown. Dan geeft elk programma dezelfde, veilige pagina.",
)
EMPTY_SECTION = Rule(
    "KB413",
    "empty-section",
    Severity.ERROR,
    "Onder een vaste kop staat geen tekst.",
    "Een kop zonder tekst belooft iets wat de pagina niet geeft. Weten we niets, dan staat dat er.",
)
UNKNOWN_IMAGE = Rule(
    "KB414",
    "unknown-image",
    Severity.ERROR,
    "Een afbeelding in de tekst staat niet in content/images/.",
    "Op de pagina zou een leeg vak komen.",
)
SUMMARY_LENGTH = Rule(
    "KB421",
    "summary-length",
    Severity.WARNING,
    "De samenvatting is korter dan 60 of langer dan 300 tekens.",
    "Lijsten en zoekresultaten tonen de samenvatting. Te kort zegt niets, te lang leest niemand.",
)
SUMMARY_END = Rule(
    "KB422",
    "summary-end",
    Severity.WARNING,
    "De samenvatting eindigt niet met een leesteken.",
    "Een samenvatting bestaat uit hele zinnen. Zonder leesteken lijkt zij afgebroken.",
)
LONG_SENTENCE = Rule(
    "KB423",
    "long-sentence",
    Severity.WARNING,
    "Een zin heeft meer dan 25 woorden.",
    "Korte zinnen zijn voor iedereen sneller te begrijpen.",
)
UNKNOWN_ABBREVIATION = Rule(
    "KB424",
    "unknown-abbreviation",
    Severity.WARNING,
    "Een afkorting staat niet in de begrippenlijst.",
    "Niet iedereen kent de afkorting. De begrippenlijst legt haar uit en laat ook het hele woord vinden.",
)

PROSE: tuple[Rule, ...] = (
    MISSING_HEADING,
    HEADING_ORDER,
    HEADING_SKIP,
    HEADING_ONE,
    UNKNOWN_PAGE,
    WRONG_FOLDER,
    UNKNOWN_ANCHOR,
    LINK_FORM,
    LINK_TEXT,
    IMAGE_PLACE,
    IMAGE_TEXT,
    RAW_HTML,
    EMPTY_SECTION,
    UNKNOWN_IMAGE,
    SUMMARY_LENGTH,
    SUMMARY_END,
    LONG_SENTENCE,
    UNKNOWN_ABBREVIATION,
)
