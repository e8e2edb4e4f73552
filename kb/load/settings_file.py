"""Reads ``kb.toml``: a mistake there is one of set-up, so it stops everything."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

from kb.errors import KbError
from kb.load.fields import nearest
from kb.settings import Settings

_KINDS: dict[str, tuple[type, str]] = {"str": (str, "tekst"), "int": (int, "een geheel getal")}
_TYPES = {field.name: _KINDS[str(field.type)] for field in fields(Settings)}


def read_settings(file: Path) -> Settings:
    """Return what the file sets; the defaults when there is no file."""
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise KbError(f"{file.name} is niet te lezen: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise KbError(f"{file.name} is geen UTF-8. Bewaar het bestand als UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise KbError(f"{file.name} is geen geldige TOML: {error}.") from error
    for key, value in values.items():
        _check(file.name, key, value)
    if (address := values.get("site_address")) and not address.endswith("/"):
        values["site_address"] = f"{address}/"
    return Settings(**values)


def _check(name: str, key: str, value: object) -> None:
    if key not in _TYPES:
        near = nearest(key, tuple(_TYPES))
        hint = f"Bedoelde je ‘{near}’?" if near else f"Deze instellingen zijn er: {', '.join(_TYPES)}."
        raise KbError(f"{name}: de instelling ‘{key}’ bestaat niet. {hint}")
    kind, spelled = _TYPES[key]
    if type(value) is not kind:
        raise KbError(f"{name}: ‘{key}’ moet {spelled} zijn, maar is ‘{value}’.")
    if isinstance(value, int) and value < 1:
        raise KbError(f"{name}: ‘{key}’ moet minstens 1 zijn, maar is ‘{value}’.")
    if key == "security_contact" and not re.fullmatch(r"((mailto:|https://|tel:)\S+)?", str(value)):
        raise KbError(f"{name}: ‘{key}’ moet beginnen met mailto:, https:// of tel:, maar is ‘{value}’.")
