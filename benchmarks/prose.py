"""Sentences that look like Dutch, so that rendering and compressing cost what real bodies cost."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

SHORTEST_BODY, LONGEST_BODY, MODE_OF_BODY = 250, 625, 450

_STEMS = (
    "wijk", "regio", "zorg", "buurt", "netwerk", "praktijk", "gemeente", "data", "plan", "kennis", "team",
    "keten", "inkoop", "welzijns", "huisartsen", "preventie", "ouderen", "jeugd", "gezins", "leer",
    "project", "bestuurs", "samenwerkings", "partner", "inwoner", "ervarings", "onderzoeks", "advies",
    "dorps", "stads", "thuis", "herstel", "contract", "begrotings", "groei", "start", "proef", "transitie",
)  # fmt: skip
_ENDS = (
    "overleg", "plan", "kaart", "afspraak", "aanpak", "tafel", "agenda", "vraag", "monitor", "coach",
    "opgave", "route", "programma", "budget", "werkwijze", "rapport", "gesprek", "groep", "traject", "visie",
    "register", "analyse", "scan", "academie", "spreekuur", "loket", "kring", "coalitie", "begroting",
    "evaluatie",
)  # fmt: skip
_WHO = (
    "De partners", "Bestuurders", "De huisarts en de wijkverpleegkundige", "Inwoners", "De gemeente",
    "De programmamanager", "Zorginkopers", "Het kernteam", "Professionals", "Twee wethouders",
)  # fmt: skip
_DO = (
    "bespreken", "gebruiken", "maken", "delen", "toetsen", "vergelijken", "ordenen", "verkennen", "kiezen",
    "beschrijven", "wegen", "volgen", "verbeteren", "starten", "herhalen", "bewaken",
)  # fmt: skip
_HOW = (
    "elke maand samen", "in kleine stappen", "met cijfers uit de eigen streek", "zonder extra geld",
    "na een rustige start", "met hulp van een leernetwerk", "voor het eerst", "op drie plekken tegelijk",
    "aan het begin van het jaar", "in overleg met de verzekeraar", "met steun van een lectoraat",
)  # fmt: skip
_THEN = (
    "Dat kost tijd, maar het schept vertrouwen.", "Zo blijft duidelijk wie wat doet.",
    "De eerste uitkomsten zijn nog onzeker.", "Niet iedereen kan even vaak meedoen.",
    "Daarna volgt een korte terugblik.", "Een vaste contactpersoon helpt daarbij.",
    "Over de kosten is weinig bekend.", "Wat elders werkt, werkt hier niet vanzelf.",
)  # fmt: skip


def compound(random: Random) -> str:
    """Return a Dutch-looking compound noun."""
    return random.choice(_STEMS) + random.choice(_ENDS)


def sentence(random: Random) -> str:
    """Return one sentence of 9 to 20 words."""
    return (
        f"{random.choice(_WHO)} {random.choice(_DO)} het {compound(random)} en de {compound(random)} "
        f"{random.choice(_HOW)}."
    )


def summary(random: Random) -> str:
    """Return two sentences that fit a summary."""
    return f"{sentence(random)} {random.choice(_THEN)}"


def body(random: Random, headings: Sequence[str], links: Sequence[str]) -> str:
    """Return a body with ``headings`` in order, ``links`` spread over it, and 250 to 625 words.

    Every body has a list; some have a table, a footnote or a third-level heading.
    """
    target = round(random.triangular(SHORTEST_BODY, LONGEST_BODY, MODE_OF_BODY))
    waiting = list(links)
    blocks: list[str] = []
    written = sum(len(heading.split()) + 1 for heading in headings)
    for number, heading in enumerate(headings):
        blocks.append(f"## {heading}")
        last = number == len(headings) - 1
        extra = _extras(random) if last else [_list(random)] if number == 0 else []
        written += sum(_words(block) for block in extra)
        until = target if last else target * (number + 1) // len(headings)
        until -= 6
        while written < until:
            block = _paragraph(random, waiting.pop() if waiting else None, until - written)
            written += _words(block)
            blocks.append(block)
        blocks += extra
    return "\n\n".join(blocks) + "\n"


def _words(text: str) -> int:
    return len(text.split())


def _paragraph(random: Random, link: str | None, room: int) -> str:
    sentences = [f"Kijk ook naar {link}."] if link else []
    size = min(room, random.randint(35, 75))
    while sum(map(_words, sentences)) < size:
        sentences.append(sentence(random) if random.random() < 0.7 else random.choice(_THEN))
    text = " ".join(sentences)
    return text.replace(" samen ", " **samen** ", 1) if random.random() < 0.3 else text


def _list(random: Random) -> str:
    return "\n".join(
        f"- het {compound(random)} van de {compound(random)}" for _ in range(random.randint(3, 5))
    )


def _extras(random: Random) -> list[str]:
    extras = []
    if random.random() < 0.2:
        rows = (f"| {compound(random)} | {random.randint(2, 90)} |" for _ in range(4))
        extras.append("\n".join(("| Onderdeel | Aantal |", "| --- | --- |", *rows)))
    if random.random() < 0.2:
        extras.append(f"Dit staat ook in het {compound(random)}.[^1]\n\n[^1]: {random.choice(_THEN)}")
    return extras
