"""From what Pydantic says to what an editor can act on: one finding for each wrong field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from kb.diagnostics import Diagnostic, dotted
from kb.model.entry import LANGUAGE_PATTERN, SLUG_PATTERN
from kb.model.search_data import WORD_PATTERN
from kb.rules import Rule
from kb.rules.reading import EMPTY_VALUE, MISSING_FIELD, UNKNOWN_FIELD, WRONG_TYPE, WRONG_VALUE
from kb.source import FieldPath, Locator

_NEAR = 72
_SHOWN = 60
_LIST_HINT = "Zet elke waarde op een eigen regel eronder, met ‘- ’ ervoor."
_RECORD_HINT = "Zet de velden eronder, elk op een eigen regel: "
_PATTERN_HINTS = {
    WORD_PATTERN: "Schrijf één woord, met alleen kleine letters en cijfers.",
    SLUG_PATTERN: "Gebruik kleine letters, cijfers en streepjes, zoals ‘samen-starten’.",
    LANGUAGE_PATTERN: "Gebruik een code van twee kleine letters, zoals ‘nl’ of ‘en’.",
    r"^[A-Z][0-9]{4}$": "Gebruik een hoofdletter en vier cijfers, zoals ‘T0042’.",
    r"^10\.[0-9]{4,9}/\S+$": "Schrijf alleen de DOI zelf, zoals ‘10.5334/ijic.7025’, zonder https://doi.org/.",
}
_BOOLEANS = {
    **dict.fromkeys(("ja", "yes", "waar", "True", "TRUE", "on", "y", "j"), "true"),
    **dict.fromkeys(("nee", "no", "onwaar", "False", "FALSE", "off", "n"), "false"),
}


@dataclass(frozen=True, slots=True)
class _Mistake:
    """One error of Pydantic, together with the field it is about."""

    kind: str
    path: FieldPath
    value: Any
    context: dict[str, Any]
    model: type[BaseModel] | None
    info: FieldInfo | None

    @property
    def label(self) -> str:
        """The field as editors know it: ‘title’, ‘links.0.url’ as ‘url’, an item of a list as such."""
        *above, last = self.path or ("",)
        return f"‘{last}’" if isinstance(last, str) else f"Waarde {last + 1} van ‘{above[-1]}’"

    @property
    def about(self) -> str:
        """What the field is for, in one line."""
        return " ".join((self.info.description or "").split()) if self.info else ""


Texts = tuple[Rule, str, str]


def findings(
    errors: list[ErrorDetails], model: type[BaseModel], path: str, where: Locator
) -> Iterator[Diagnostic]:
    """Yield a finding for each of the ``errors`` that validating a ``model`` gave."""
    for error in errors:
        loc = error["loc"]
        holder, info = _field_at(model, loc)
        mistake = _Mistake(error["type"], loc, error["input"], error.get("ctx", {}), holder, info)
        if mistake.kind == "too_short" and len(mistake.value) >= mistake.context["min_length"]:
            continue  # what makes it too short are items with findings of their own
        if mistake.kind == "missing":
            rule, message, hint, span = *_missing(mistake), where.value(loc[:-1])
        elif mistake.kind == "extra_forbidden":
            rule, message, hint, span = *_unknown(mistake), where.key(loc)
        elif mistake.value is None:
            rule, message, hint, span = *_empty(mistake), where.value(loc)
        else:
            explain = _EXPLANATIONS.get(mistake.kind, _other)
            rule, message, hint, span = *explain(mistake), where.value(loc)
        yield Diagnostic(path, span, rule, message, hint, dotted(loc))


def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """Return the known word that ``word`` is probably a slip for."""
    found = process.extractOne(word.lower()[:_SHOWN], known, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found else None


def shown(value: object) -> str:
    """Return a value as a message quotes it: as in YAML, cut when long."""
    text = {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    text = " ".join(text.split())
    return f"‘{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}’"


def _field_at(model: type[BaseModel], loc: FieldPath) -> tuple[type[BaseModel] | None, FieldInfo | None]:
    """Return the record that holds the field at ``loc``, and the field; ``None`` where there is none."""
    holder: type[BaseModel] | None = model
    info: FieldInfo | None = None
    names = [step for step in loc if isinstance(step, str)]
    for position, name in enumerate(names):
        info = holder.model_fields.get(name) if holder else None
        if position < len(names) - 1:
            holder = _record_in(info.annotation) if info else None
    return holder, info


def _record_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - annotations have no type
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _record_in(inner))), None)


def _missing(mistake: _Mistake) -> Texts:
    return MISSING_FIELD, f"Het veld {mistake.label} ontbreekt.", f"Voeg het toe. {mistake.about}".strip()


def _unknown(mistake: _Mistake) -> Texts:
    known = tuple(mistake.model.model_fields) if mistake.model else ()
    near = nearest(str(mistake.path[-1]), known)
    hint = f"Bedoelde je ‘{near}’?" if near else f"Haal het weg. Hier kan: {', '.join(known)}."
    return UNKNOWN_FIELD, f"Het veld {mistake.label} bestaat hier niet.", hint


def _empty(mistake: _Mistake) -> Texts:
    if mistake.info is not None and not mistake.info.is_required() and isinstance(mistake.path[-1], str):
        return EMPTY_VALUE, f"{mistake.label} is leeg.", "Vul het in, of haal de regel weg."
    return EMPTY_VALUE, f"{mistake.label} is leeg.", f"Vul het in. {mistake.about}".strip()


def _too_few(mistake: _Mistake) -> Texts:
    if not mistake.value:
        return _empty(mistake)
    least = mistake.context["min_length"]
    return WRONG_VALUE, f"{mistake.label} heeft minstens {least} waarden nodig.", mistake.about


def _text(mistake: _Mistake) -> Texts:
    value = mistake.value
    if isinstance(value, list | dict):
        hint = "Schrijf één tekst achter de dubbele punt."
        return WRONG_TYPE, f"{mistake.label} moet tekst zijn, maar is {_kind(value)}.", hint
    hint = f"Zet de waarde tussen aanhalingstekens: '{shown(value)[1:-1]}'."
    return WRONG_TYPE, f"{mistake.label} moet tekst zijn, maar {shown(value)} is {_kind(value)}.", hint


def _pattern(mistake: _Mistake) -> Texts:
    hint = _PATTERN_HINTS.get(mistake.context["pattern"], mistake.about)
    return WRONG_VALUE, f"{shown(mistake.value)} kan niet bij {mistake.label}.", hint


def _number(mistake: _Mistake) -> Texts:
    message = f"{mistake.label} moet een geheel getal zijn, maar is {_with_value(mistake.value)}."
    return WRONG_TYPE, message, "Schrijf alleen cijfers, zonder aanhalingstekens, punt of nul vooraan."


def _too_low(mistake: _Mistake) -> Texts:
    return (
        WRONG_VALUE,
        f"{shown(mistake.value)} is te laag voor {mistake.label}.",
        f"Het laagste dat kan is {mistake.context['ge']}.",
    )


def _too_high(mistake: _Mistake) -> Texts:
    return (
        WRONG_VALUE,
        f"{shown(mistake.value)} is te hoog voor {mistake.label}.",
        f"Het hoogste dat kan is {mistake.context['le']}.",
    )


def _boolean(mistake: _Mistake) -> Texts:
    meant = _BOOLEANS.get(mistake.value) if isinstance(mistake.value, str) else None
    hint = f"Bedoelde je ‘{meant}’?" if meant else "Schrijf true of false, zonder aanhalingstekens."
    return WRONG_TYPE, f"{mistake.label} moet true of false zijn, maar is {_with_value(mistake.value)}.", hint


def _list(mistake: _Mistake) -> Texts:
    return (
        WRONG_TYPE,
        f"{mistake.label} moet een lijst zijn, maar is {_with_value(mistake.value)}.",
        _LIST_HINT,
    )


def _record(mistake: _Mistake) -> Texts:
    record = _record_in(mistake.info.annotation) if mistake.info else None
    names = ", ".join(record.model_fields) if record else ""
    message = f"{mistake.label} moet uit velden bestaan, maar is {_with_value(mistake.value)}."
    return WRONG_TYPE, message, f"{_RECORD_HINT}{names}."


def _choice(mistake: _Mistake) -> Texts:
    choices = _choices(mistake.info.annotation) if mistake.info else ()
    near = nearest(mistake.value, choices) if isinstance(mistake.value, str) else None
    hint = f"Bedoelde je ‘{near}’?" if near else f"Kies uit: {', '.join(choices)}."
    return WRONG_VALUE, f"{shown(mistake.value)} kan niet bij {mistake.label}.", hint


def _choices(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 - annotations have no type
    if isinstance(annotation, str):
        return (annotation,)
    return tuple(choice for inner in get_args(annotation) for choice in _choices(inner))


def _date(mistake: _Mistake) -> Texts:
    hint = "Schrijf een bestaande dag als jaar-maand-dag: jjjj-mm-dd, zoals 2026-11-25."
    return WRONG_VALUE, f"{shown(mistake.value)} is geen datum voor {mistake.label}.", hint


def _other(mistake: _Mistake) -> Texts:
    return (
        WRONG_VALUE,
        f"{shown(mistake.value)} kan niet bij {mistake.label}.",
        mistake.about or "Pas de waarde aan.",
    )


def _kind(value: object) -> str:
    match value:
        case bool():
            return "waar of onwaar"
        case int():
            return "een getal"
        case list():
            return "een lijst"
        case dict():
            return "een groep velden"
        case _:
            return "tekst"


def _with_value(value: object) -> str:
    return _kind(value) if isinstance(value, list | dict) else f"{_kind(value)}: {shown(value)}"


_EXPLANATIONS: dict[str, Callable[[_Mistake], Texts]] = {
    "string_type": _text,
    "string_too_short": _empty,
    "string_pattern_mismatch": _pattern,
    "too_short": _too_few,
    "int_type": _number,
    "int_parsing": _number,
    "greater_than_equal": _too_low,
    "less_than_equal": _too_high,
    "bool_type": _boolean,
    "bool_parsing": _boolean,
    "tuple_type": _list,
    "model_type": _record,
    "literal_error": _choice,
    "date_type": _date,
    "date_parsing": _date,
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
}
