"""The numbers are counted, line up, and do not hide what is empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kb.corpus import LocatedEntry
from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES
from kb.outputs.stats import statistics
from kb.settings import Settings

Make = Callable[..., LocatedEntry]
Knowledge = Callable[..., KnowledgeBase]
TODAY = date(2026, 11, 25)
NO_SETTINGS = Settings()


def blocks(kb: KnowledgeBase, settings: Settings = NO_SETTINGS) -> list[list[str]]:
    """Return the lines of each part of the overview."""
    return [block.splitlines() for block in statistics(kb, settings, TODAY).split("\n\n")]


def test_statistics_count_every_type(make: Make, knowledge: Knowledge) -> None:
    """A line for each type, in the order of the table; drafts and retired entries do not count."""
    kb = knowledge(make("tool", "a"), make("tool", "b", status="draft"), make("tool", "c", status="retired"))
    by_type = blocks(kb)[0]
    assert by_type[0].split() == ["Soort", "Aantal"]
    counts = {"Hulpmiddelen": "2"}
    assert [line.rsplit(maxsplit=1) for line in by_type[2:]] == [
        [row.plural, counts.get(row.plural, "1")] for row in ENTRY_TYPES
    ]


def test_statistics_count_by_topic_and_phase(make: Make, knowledge: Knowledge) -> None:
    """Tools, cases, gaps, models and sources, for every topic and every phase."""
    kb = knowledge(
        make("topic", "leeg", title="Leeg"), make("tool", "a"), make("source", "b", topics=["leeg"])
    )
    _, by_topic, by_phase, *_ = blocks(kb)
    assert by_topic[0].split() == [
        "Thema",
        "Hulpmiddelen",
        "Praktijkvoorbeelden",
        "Kennishiaten",
        "Modellen",
        "Bronnen",
    ]
    assert [line.split() for line in by_topic[2:]] == [
        ["Leeg", "0", "0", "0", "0", "1"],
        ["Voorbeeldthema", "2", "1", "1", "1", "1"],
    ]
    assert [line.split() for line in by_phase[2:]] == [["Voorbeeldfase", "2", "1", "1", "1", "0"]]


def test_statistics_name_every_empty_cell(make: Make, knowledge: Knowledge) -> None:
    """A cell of phase and topic is empty when it has neither a tool nor a case; a gap does not fill it."""
    kb = knowledge(
        make("topic", "met-case", title="Met case"),
        make("topic", "leeg", title="Leeg"),
        make("case", "a", topics=["met-case"]),
        make("gap", "b", topics=["leeg"]),
    )
    assert blocks(kb)[3][1:] == ["  Voorbeeldfase × Leeg"]
    assert blocks(knowledge())[3][1:] == ["  geen"]


def test_statistics_line_up(make: Make, knowledge: Knowledge) -> None:
    """Numbers end below each other, however long a title is."""
    kb = knowledge(make("topic", "lang", title="Een thema met een lange naam"))
    for table in blocks(kb)[:3]:
        assert len({len(line) for line in table}) == 1


def test_statistics_list_what_must_be_checked_anew(make: Make, knowledge: Knowledge) -> None:
    """The oldest check comes first; after exactly two years it still counts."""
    kb = knowledge(
        make("tool", "oud", last_reviewed="2024-11-24"),
        make("case", "ouder", last_reviewed="2021-01-31"),
        make("gap", "net", last_reviewed="2024-11-25"),
        make("tool", "weg", last_reviewed="2020-01-01", status="retired"),
    )
    *_, (head, *lines), _ = blocks(kb)
    assert head == "Langer dan 24 maanden niet gecontroleerd op 2026-11-25, oudste eerst:"
    late = [line.split() for line in lines]
    assert [file.rsplit("/", 1)[-1] for _, _, file in late] == ["ouder.md", "oud.md"]
    assert [day for day, *_ in late] == ["2021-01-31", "2024-11-24"]
    assert blocks(knowledge())[-2][1:] == ["  geen"]


def test_statistics_end_with_how_long_security_txt_counts(knowledge: Knowledge) -> None:
    """Who looks at the work list also sees that."""
    assert blocks(knowledge())[-1] == [
        "Meldpunt voor beveiliging (security.txt):",
        "  geen: kb.toml heeft geen security_contact",
    ]
    settings = Settings(security_contact="mailto:veilig@voorbeeld.nl")
    assert blocks(knowledge(), settings)[-1][1].startswith("  geldig tot ")
