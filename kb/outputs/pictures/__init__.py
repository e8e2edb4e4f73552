"""The pictures of the knowledge: one added here has a page, a card on the overview and links from lists."""

from __future__ import annotations

from kb.outputs import urls
from kb.outputs.pictures import cases, gaps, matrix, series, timeline
from kb.outputs.pictures.picture import Picture

PICTURES = (
    Picture(
        address=urls.MATRIX,
        section=urls.OVERVIEW,
        template="pictures/matrix.html",
        small="pictures/_matrix_small.html",
        title="Wat is er per thema en fase?",
        lead="Hoeveel hulpmiddelen, voorbeelden en kennishiaten er zijn bij elk thema, in elke fase.",
        invitation="Bekijk wat er is per thema en fase",
        lists=("tool", "topic", "phase"),
        drawn=matrix.matrix,
        said=matrix.said,
    ),
    Picture(
        address=urls.MAP,
        section=urls.OVERVIEW,
        template="pictures/map.html",
        small="pictures/_map_small.html",
        title="Waar zijn de voorbeelden?",
        lead="De praktijkvoorbeelden op de kaart van Nederland, per regio en per provincie.",
        invitation="Bekijk de voorbeelden op de kaart",
        lists=("case",),
        drawn=cases.case_maps,
        said=cases.said,
    ),
    Picture(
        address=urls.PROGRESS,
        section="kennishiaten/",
        template="pictures/gaps.html",
        small="pictures/_gaps_small.html",
        title="Hoe staan de kennishiaten ervoor?",
        lead="Wat nog open is, wie het vroeg en wat er sindsdien is gekomen.",
        invitation="Bekijk hoe de kennishiaten ervoor staan",
        lists=("gap",),
        drawn=gaps.progress,
        said=gaps.said,
    ),
    Picture(
        address=urls.TIMELINE,
        section=urls.OVERVIEW,
        template="pictures/timeline.html",
        small="pictures/_timeline_small.html",
        title="Wat verscheen wanneer?",
        lead="Akkoorden, kennissyntheses, studies en andere werken, jaar na jaar.",
        invitation="Bekijk wat wanneer verscheen",
        lists=("source", "synthesis"),
        drawn=timeline.timeline,
        said=timeline.said,
    ),
    Picture(
        address=urls.SERIES,
        section=urls.OVERVIEW,
        template="pictures/series.html",
        small="pictures/_series_small.html",
        title="Welke cijfers kun je vergelijken?",
        lead="Dezelfde vraag in verschillende jaren, met het aantal antwoorden en de tegenspraak.",
        invitation="Vergelijk cijfers over de jaren",
        lists=("source",),
        drawn=series.comparisons,
        said=series.said,
    ),
)
"""All pictures, in the order of the overview."""


def shown_with(type_name: str) -> tuple[Picture, ...]:
    """Return the pictures that the list of a type links to."""
    return tuple(picture for picture in PICTURES if type_name in picture.lists)
