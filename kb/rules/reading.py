"""KB1xx: what can be wrong with a file before its content means anything, and with its fields."""

from __future__ import annotations

from kb.rules.rule import Rule, Severity

NOT_UTF8 = Rule(
    "KB101",
    "not-utf8",
    Severity.ERROR,
    "Het bestand is geen UTF-8.",
    "Andere coderingen maken van letters als ë iets anders, zonder dat iemand het merkt.",
)
CONTROL_CHARACTER = Rule(
    "KB102",
    "control-character",
    Severity.ERROR,
    "Er staat een onzichtbaar stuurteken in de tekst.",
    "Zulke tekens komen mee met knippen en plakken. Ze breken zoeken, links en het lezen van het bestand.",
)
TOO_LARGE = Rule(
    "KB103",
    "too-large",
    Severity.ERROR,
    "Het bestand is te groot.",
    "Een item van deze omvang is bijna altijd een vergissing en maakt bouwen traag.",
)
UNREADABLE = Rule(
    "KB104",
    "unreadable",
    Severity.ERROR,
    "Het bestand kan niet gelezen worden.",
    "Wat niet te lezen is, zou anders in stilte van de site verdwijnen.",
)
SYMBOLIC_LINK = Rule(
    "KB105",
    "symbolic-link",
    Severity.ERROR,
    "Een snelkoppeling (symbolische link) telt niet als bestand of map.",
    "Een snelkoppeling kan naar een plek buiten het project wijzen en zo iets publiceren dat er niet hoort.",
)
UNKNOWN_PLACE = Rule(
    "KB106",
    "unknown-place",
    Severity.ERROR,
    "Het bestand staat op een plek waar geen item kan staan.",
    "De map bepaalt de soort. In een andere map zou het item in stilte ontbreken.",
)
WRONG_EXTENSION = Rule(
    "KB107",
    "wrong-extension",
    Severity.ERROR,
    "De bestandsnaam heeft niet de juiste extensie.",
    "Alleen items op .md en lijsten op .yml worden gelezen. Iets anders zou in stilte ontbreken.",
)
NO_FRONT_MATTER = Rule(
    "KB110",
    "no-front-matter",
    Severity.ERROR,
    "Het bestand begint niet met een kop tussen twee regels met ---.",
    "Zonder die kop is niet bekend wat het item is.",
)
UNCLOSED_FRONT_MATTER = Rule(
    "KB111",
    "unclosed-front-matter",
    Severity.ERROR,
    "De kop van het bestand is niet afgesloten met een regel ---.",
    "Dan is niet te zien waar de velden ophouden en de tekst begint.",
)
YAML_SYNTAX = Rule(
    "KB112",
    "yaml-syntax",
    Severity.ERROR,
    "De velden staan niet in geldige YAML.",
    "Wat niet volgens de regels geschreven is, kan verkeerd gelezen worden.",
)
TAB = Rule(
    "KB113",
    "tab",
    Severity.ERROR,
    "Er staat een tab tussen de velden.",
    "YAML staat tabs niet toe als inspringing, en je ziet het verschil met spaties niet.",
)
DUPLICATE_KEY = Rule(
    "KB114",
    "duplicate-key",
    Severity.ERROR,
    "Een veld staat er twee keer.",
    "Een van de twee waarden zou in stilte verdwijnen.",
)
ANCHOR = Rule(
    "KB115",
    "anchor",
    Severity.ERROR,
    "Een anker (&) of verwijzing (*) van YAML wordt gebruikt.",
    "De waarde staat dan ergens anders dan waar je haar leest.",
)
TAG = Rule(
    "KB116",
    "tag",
    Severity.ERROR,
    "Een label (!) van YAML wordt gebruikt.",
    "Een label verandert ongemerkt wat een waarde is.",
)
MERGE_KEY = Rule(
    "KB117",
    "merge-key",
    Severity.ERROR,
    "De samenvoegsleutel (<<) van YAML wordt gebruikt.",
    "Velden komen dan van een andere plek dan waar je ze leest.",
)
SEVERAL_DOCUMENTS = Rule(
    "KB118",
    "several-documents",
    Severity.ERROR,
    "Er staat meer dan één YAML-document in het bestand of in de kop.",
    "Alleen het eerste zou gelezen worden.",
)
NOT_FIELDS = Rule(
    "KB119",
    "not-fields",
    Severity.ERROR,
    "De kop of lijst bestaat niet uit velden met een naam en een waarde.",
    "Zonder veldnamen is niet bekend wat een waarde betekent.",
)
KEY_NOT_TEXT = Rule(
    "KB120",
    "key-not-text",
    Severity.ERROR,
    "De naam van een veld is geen tekst.",
    "Een leeg veld, een getal of een lijst kan geen veldnaam zijn.",
)
TOO_DEEP = Rule(
    "KB121",
    "too-deep",
    Severity.ERROR,
    "De velden zijn te diep genest.",
    "Geen enkel veld heeft zo veel niveaus nodig; het is bijna altijd een fout in de inspringing.",
)
UNKNOWN_FIELD = Rule(
    "KB130",
    "unknown-field",
    Severity.ERROR,
    "Het veld bestaat niet bij deze soort.",
    "Een tikfout in een veldnaam zou de waarde in stilte laten verdwijnen.",
)
MISSING_FIELD = Rule(
    "KB131",
    "missing-field",
    Severity.ERROR,
    "Een verplicht veld ontbreekt.",
    "Zonder dit veld kan de pagina niet gemaakt worden.",
)
WRONG_TYPE = Rule(
    "KB132",
    "wrong-type",
    Severity.ERROR,
    "De waarde is van de verkeerde soort, zoals tekst waar een lijst hoort.",
    "Wie raadt wat er bedoeld is, raadt soms verkeerd.",
)
WRONG_VALUE = Rule(
    "KB133",
    "wrong-value",
    Severity.ERROR,
    "De waarde mag niet in dit veld staan.",
    "Filters, links en data rekenen op de afgesproken waarden.",
)
EMPTY_VALUE = Rule(
    "KB134",
    "empty-value",
    Severity.ERROR,
    "Het veld is leeg.",
    "Een leeg veld laat een gat op de pagina. Wat niet bekend is, laat je weg.",
)
MISSING_LIST = Rule(
    "KB140",
    "missing-list",
    Severity.ERROR,
    "Een vaste lijst ontbreekt in schema/.",
    "Zonder de lijst is geen enkele waarde uit die lijst te controleren.",
)
UNKNOWN_LIST = Rule(
    "KB141",
    "unknown-list",
    Severity.ERROR,
    "Een bestand in schema/ hoort bij geen enkele lijst.",
    "Door een tikfout in de naam zou de lijst niet gelezen worden.",
)

READING: tuple[Rule, ...] = (
    NOT_UTF8,
    CONTROL_CHARACTER,
    TOO_LARGE,
    UNREADABLE,
    SYMBOLIC_LINK,
    UNKNOWN_PLACE,
    WRONG_EXTENSION,
    NO_FRONT_MATTER,
    UNCLOSED_FRONT_MATTER,
    YAML_SYNTAX,
    TAB,
    DUPLICATE_KEY,
    ANCHOR,
    TAG,
    MERGE_KEY,
    SEVERAL_DOCUMENTS,
    NOT_FIELDS,
    KEY_NOT_TEXT,
    TOO_DEEP,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    WRONG_VALUE,
    EMPTY_VALUE,
    MISSING_LIST,
    UNKNOWN_LIST,
)
