"""The words that tell what an entry is about, in a form that compares and a form that reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kb.corpus import LocatedEntry
from kb.dutch import SMALL_WORDS, Analysis, tokens
from kb.folding import fold
from kb.model import Vocabularies

_NAME, _SUMMARY, _HEADING, _PART = 2.0, 1.0, 0.7, 0.6
"""What a word weighs in a title or alias, a summary, a heading; a part of a compound has less of it."""
_SHORTEST = 3
_TELL_NOTHING = SMALL_WORDS.union(
    (  # noqa: SIM905 - a list that people read and change
        "aanhalen aanpak activiteit adres alleen an and antwoord artikel bekend bekijken best betrekken "
        "bevinding bezien blijven brengen brief by doel drie dsv eerst elkaar ervan for from gaan gaf "
        "gebeuren gebruik gebruiken geheel genoemd geven groep groot handreiking heen helpen jaar kennen "
        "komen kort krijgen laat laten leiden leidraad leren leveren maken mens merken minst naam "
        "nagaan nieuw nivel noemen on onder onderdeel onderzoek onderzoeken organiseren passen "
        "presentatie programma rapport rivm rond samen sociaal social stand starten synthese tabel the "
        "titel to tussen twee tweede uitleg uitleggen vergelijken verwijzen video vier vijf vilans "
        "volgens vooral voorbeeld vorm vraag vragen waarnaar website wegwijzer werk werken weten willen "
        "with zaak zelfde zes zeven zien zoeken "
    ).split()
)
"""Words that say how a thing is described, not what it is about; without accents."""
_SUBHEADING = re.compile(r"\n####? +(.+)")
"""A heading that an author chose; those of the level above belong to the type."""

_Weights = tuple[tuple[str, float], ...]


class TellingWords:
    """Finds the telling words of entries and remembers how texts spell them."""

    def __init__(self, vocabularies: Vocabularies, analysis: Analysis) -> None:
        """``analysis`` knows the dictionary form and the parts of words."""
        self._analysis = analysis
        self._names = _spelled_names(vocabularies)
        self._spoken: Counter[str] = Counter()
        self._forms: dict[str, list[str]] = {}
        self._known: dict[str, _Weights] = {}

    def of(self, located: LocatedEntry) -> dict[str, float]:
        """Return the telling words of an entry with what they weigh, parts of compounds too."""
        entry = located.entry
        words: dict[str, float] = {}
        for weight, text in (
            (_NAME, ". ".join((entry.title, *entry.aliases))),
            (_SUMMARY, entry.summary),
            (_HEADING, ". ".join(_SUBHEADING.findall(located.body.text))),
        ):
            found = tokens(text)
            self._spoken.update(found)
            for token in found:
                known = self._known.get(token)
                for word, share in self._analysed(token) if known is None else known:
                    if words.get(word, 0.0) < weight * share:
                        words[word] = weight * share
        return words

    def shown(self, words: Iterable[str]) -> list[str]:
        """Return words as a reader knows them; none that is part of one before it."""
        shown: list[str] = []
        for word in words:
            usual = self._names.get(word) or self._usual(word)
            if usual and not any(usual in other or other in usual for other in shown):
                shown.append(usual)
        return shown

    def _analysed(self, token: str) -> _Weights:
        lemma, parts = self._analysis.word(token)
        found: _Weights = ()
        if len(lemma) >= _SHORTEST and lemma not in _TELL_NOTHING and not lemma[0].isdigit():
            self._forms.setdefault(lemma, []).append(token)
            found = ((lemma, 1.0), *((part, _PART) for part in parts if part not in _TELL_NOTHING))
        self._known[token] = found
        return found

    def _usual(self, word: str) -> str | None:
        """Return the form in which texts have a word most; ``None`` for what is only part of compounds."""
        forms = self._forms.get(word, ())
        return min(forms, key=lambda form: (-self._spoken[form], len(form), form), default=None)


def _spelled_names(vocabularies: Vocabularies) -> dict[str, str]:
    """Return names of one word with their capitals: abbreviations, provinces, regions."""
    glossary = vocabularies.glossary.terms
    names = [name for term in glossary for name in (*term.synonyms, term.term) if name != name.lower()]
    for listed in ("provinces", "regions"):
        if listed in vocabularies.lists:
            names += [term.label for term in vocabularies.lists[listed].terms]
    return {fold(name): name for name in names if name.isalnum()}
