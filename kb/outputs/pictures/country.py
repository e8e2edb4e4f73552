"""The Netherlands in tiles, drawn by us: where each region and province lies, and its short name.

The map is fifteen columns by ten rows. It keeps who lies beside whom and the outline of the country,
not size. A project with other regions has those in the table only.
"""

from __future__ import annotations

from typing import NamedTuple

COLUMNS, ROWS = 15, 10


class Place(NamedTuple):
    """Where a tile lies: its first column and row (from 1), how wide and high it is."""

    short: str
    column: int
    row: int
    width: int = 2
    height: int = 1


REGIONS = {
    "friesland": Place("Friesl", 10, 1, height=2),
    "groningen": Place("Gron", 12, 1, 3),
    "noord-holland-noord": Place("NHN", 6, 2),
    "drenthe": Place("Drenthe", 12, 2, 3),
    "zaanstreek-waterland": Place("Zaan", 5, 3),
    "flevoland": Place("Flevo", 9, 3),
    "zwolle": Place("Zwolle", 11, 3, 3),
    "kennemerland": Place("Kenn", 4, 4),
    "amsterdam": Place("A'dam", 6, 4),
    "t-gooi": Place("Gooi", 8, 4),
    "apeldoorn-zutphen": Place("Apeld", 10, 4),
    "midden-ijssel": Place("M-IJs", 12, 4),
    "twente": Place("Twente", 14, 4),
    "zuid-holland-noord": Place("ZHN", 3, 5),
    "amstelland-en-de-meerlanden": Place("Amstel", 5, 5),
    "utrecht": Place("Utrecht", 7, 5, 3, 2),
    "arnhem": Place("Arnhem", 10, 5, 4),
    "haaglanden": Place("Haagl", 2, 6),
    "midden-holland": Place("M-Holl", 4, 6, 3),
    "nijmegen": Place("Nijmeg", 10, 6, 3),
    "westland-schieland-delfland": Place("WSD", 2, 7),
    "rotterdam": Place("R'dam", 4, 7),
    "waardenland": Place("Waard", 6, 7, 3),
    "noordoost-brabant": Place("NO-Brab", 9, 7, 4),
    "zuid-hollandse-eilanden": Place("ZHE", 2, 8),
    "west-brabant": Place("W-Brab", 4, 8, 3),
    "midden-brabant": Place("M-Br", 7, 8),
    "zuidoost-brabant": Place("ZO-Brab", 9, 8, 3),
    "noord-en-midden-limburg": Place("NM-L", 12, 8, height=2),
    "zeeland": Place("Zeeland", 1, 9, 3),
    "zuid-limburg": Place("Z-Lim", 12, 10),
}
"""The zorgkantoorregio's of 2025."""

PROVINCES = {
    "friesland": Place("Friesl", 9, 1, 3, 2),
    "groningen": Place("Gron", 12, 1, 3),
    "drenthe": Place("Drenthe", 12, 2, 3),
    "noord-holland": Place("N-Holl", 5, 2, 3, 3),
    "flevoland": Place("Flevol", 8, 3, 3, 2),
    "overijssel": Place("Overijssel", 11, 3, 5, 2),
    "zuid-holland": Place("Z-Holl", 3, 5, 4, 2),
    "utrecht": Place("Utrecht", 7, 5, 3, 2),
    "gelderland": Place("Gelderland", 10, 5, 5, 2),
    "zeeland": Place("Zeeland", 1, 7, 3, 2),
    "noord-brabant": Place("Noord-Brabant", 4, 7, 8, 2),
    "limburg": Place("Limb", 12, 7, 2, 4),
}
"""The twelve provinces."""

AROUND_REGIONS = {
    "Waddenzee": Place("", 6, 1, 4),
    "IJssel\u00admeer": Place("", 8, 2, 2),
    "Noordzee": Place("", 1, 3, 3),
    "Duitsland": Place("", 13, 6, 3),
    "België": Place("", 5, 9, 5),
}
"""What lies around the regions, to find one's way by."""

AROUND_PROVINCES = {
    "Waddenzee": Place("", 5, 1, 4),
    "Noordzee": Place("", 1, 3, 3),
    "Duitsland": Place("", 14, 8),
    "België": Place("", 5, 9, 5),
}
"""The same around the provinces."""
