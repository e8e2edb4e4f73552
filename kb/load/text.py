"""From bytes to text that the rest can trust: UTF-8, line feeds only, nothing invisible."""

from __future__ import annotations

import re

from kb.diagnostics import Diagnostic
from kb.rules.reading import CONTROL_CHARACTER, NOT_UTF8, TAB
from kb.source import Span

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Control characters, foreign line ends, marks that turn the direction of text, a stray byte order mark."""

_MOST_REPORTED = 10
"""Of one kind of stray character in one file; an editor mends them all with one replacement."""


def decode(data: bytes, path: str) -> tuple[str, list[Diagnostic]]:
    """Return ``data`` as text with line feeds only, without byte order mark, and what is wrong with it.

    When it is not UTF-8, the text has replacement characters in the places that are wrong.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return data.decode(errors="replace"), [_not_utf8(data, error, path)]
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if text.replace("\n", "").isprintable():
        return text, []
    return text, [
        _control(found, text, path)
        for found, _ in zip(CONTROL.finditer(text), range(_MOST_REPORTED), strict=False)
    ]


def tabs(text: str, path: str, first_line: int) -> list[Diagnostic]:
    """Return a finding for the first tab of every line of ``text``, which starts at ``first_line``."""
    if "\t" not in text:
        return []
    lines = [(number, line.index("\t")) for number, line in enumerate(text.split("\n")) if "\t" in line]
    return [
        Diagnostic(
            path,
            Span.at(first_line + number, column + 1),
            TAB,
            "Er staat een tab tussen de velden.",
            "Vervang elke tab door spaties, twee per niveau.",
        )
        for number, column in lines[:_MOST_REPORTED]
    ]


def place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of the character at ``offset``, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _control(found: re.Match[str], text: str, path: str) -> Diagnostic:
    name = f"U+{ord(found[0]):04X}"
    return Diagnostic(
        path,
        Span.at(*place(text, found.start())),
        CONTROL_CHARACTER,
        f"Hier staat een onzichtbaar stuurteken, ‘{name}’.",
        "Haal het teken weg, of typ de regel opnieuw.",
    )


def _not_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> Diagnostic:
    before = data[: error.start].decode().removeprefix("\ufeff").replace("\r\n", "\n")
    line, column = place(before, len(before))
    byte = data[error.start]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "Het bestand is UTF-16, geen UTF-8."
    else:
        message = f"Byte {error.start + 1} (0x{byte:02X}) is geen UTF-8."
        letter = bytes([byte]).decode("cp1252", errors="ignore")
        if letter:
            message = f"{message[:-1]}; in Windows-1252 is dat ‘{letter}’."
    hint = "Bewaar het bestand als UTF-8; in de meeste programma’s staat dat onder ‘Opslaan als’."
    return Diagnostic(path, Span.at(line, column), NOT_UTF8, message, hint)
