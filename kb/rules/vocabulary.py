"""KB250-KB299: values from the fixed lists."""

from __future__ import annotations

from kb.rules.rule import Rule, Severity

UNKNOWN_TERM = Rule(
    "KB251",
    "unknown-term",
    Severity.ERROR,
    "De waarde staat niet in de vaste lijst van dit veld.",
    "Lezers filteren op deze waarden. Een tikfout zou het item onvindbaar maken.",
)
DUPLICATE_TERM = Rule(
    "KB252",
    "duplicate-term",
    Severity.ERROR,
    "Een term staat twee keer in dezelfde lijst.",
    "Dan is niet te zeggen welke uitleg bij de term hoort.",
)
DUPLICATE_VALUE = Rule(
    "KB253",
    "duplicate-value",
    Severity.WARNING,
    "Een waarde staat twee keer in hetzelfde veld.",
    "Dubbele waarden staan dubbel op de pagina. Vaak was er iets anders bedoeld.",
)

VOCABULARY: tuple[Rule, ...] = (UNKNOWN_TERM, DUPLICATE_TERM, DUPLICATE_VALUE)
