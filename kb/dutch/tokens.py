"""Where words begin and end, the same way for texts, names and (in the browser) questions."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = re.compile("[’‘`´]")
_NO_LETTERS = re.compile("[\u0300-\u036f\u00ad]")
"""Accents that make no letter with what they stand on, and soft hyphens."""
_LETTER = "0-9a-zß-öø-žșțḁ-ẙạ-ỹﬀ-ﬆ"
"""Digits and the Latin letters that `fold` has a plain letter for; other scripts separate words."""
_TOKEN = re.compile(f"[{_LETTER}]+(?:'[{_LETTER}]+)*(?:[.,][0-9]+)*")
"""Letters and digits; an apostrophe inside (``regio's``), a comma or point inside a number (``88,1``).

``site_overrides/assets/javascripts/search/words.js`` splits questions in the same way, and a test
holds the two together.
"""

SMALL_WORDS = frozenset(
    {
        "aan", "al", "alle", "als", "bij", "dan", "dat", "de", "den", "der", "des", "deze", "die",
        "dit", "door", "dus", "een", "eens", "elk", "elke", "en", "er", "erg", "gaat", "ge", "geen",
        "had", "hadden", "hebben", "hebt", "heeft", "heel", "hem", "hen", "het", "hier", "hij", "hoe",
        "hun", "ik", "in", "is", "ja", "je", "jij", "jouw", "jullie", "kan", "ken", "kun", "kunnen",
        "kunt", "maar", "me", "mee", "men", "met", "mij", "mijn", "moet", "moeten", "na", "naar",
        "naast", "niet", "nog", "nu", "of", "om", "omdat", "ons", "onze", "ook", "op", "over", "per",
        "s", "t", "te", "tegen", "ten", "ter", "toch", "toe", "tot", "u", "uit", "uw", "van", "vanuit",
        "veel", "via", "voor", "waar", "waarin", "waarom", "waarop", "wanneer", "want", "waren", "was",
        "wat", "we", "wel", "welk", "welke", "werd", "wie", "wij", "wil", "willen", "word", "worden",
        "wordt", "zal", "ze", "zelf", "zich", "zij", "zijn", "zo", "zonder", "zou", "zullen",
    }
)  # fmt: skip
"""Words that say nothing of what somebody looks for; without accents."""


def tokens(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, accents kept."""
    lower = _APOSTROPHES.sub("'", text.lower())
    if not lower.isascii():
        lower = _NO_LETTERS.sub("", unicodedata.normalize("NFC", lower))
    return _TOKEN.findall(lower)
