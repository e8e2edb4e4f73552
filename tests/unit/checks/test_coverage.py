"""What shows only in the whole."""

from __future__ import annotations

import pytest

from kb.checks.coverage import check_orphans, check_phase_numbers, check_topics
from kb.corpus import BrokenEntry, Corpus
from kb.model import ENTRY_TYPES, TYPE_BY_NAME, EntryType
from tests.unit.checks.conftest import MakeEntry


@pytest.mark.parametrize(
    ("topic_status", "entry_status", "fires"),
    [
        ("published", "published", False),
        ("published", "draft", True),
        ("published", "retired", True),
        ("draft", "draft", False),
    ],
)
def test_check_topics_wants_a_published_entry(
    entry: MakeEntry, topic_status: str, entry_status: str, *, fires: bool
) -> None:
    """A topic that readers see has something for them to see."""
    corpus = Corpus(
        (entry("topic", "t", status=topic_status), entry("tool", "a", topics=["t"], status=entry_status))
    )
    assert [d.path for d in check_topics(corpus)] == ["content/topics/t.md"] * fires


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_check_orphans_knows_which_types_are_in_a_menu(entry: MakeEntry, row: EntryType) -> None:
    """Topics, phases and syntheses are found without anybody's help."""
    found = check_orphans(Corpus((entry(row.name, "a", topics=[]),)))
    assert len(list(found)) == (row.name not in {"topic", "phase", "synthesis"})


def test_check_orphans_does_not_count_the_entry_itself(entry: MakeEntry) -> None:
    """A link in its own body brings no reader; one in another body does."""
    alone = entry("tool", "a", topics=[], body="[a](../tools/a.md)")
    assert len(list(check_orphans(Corpus((alone,))))) == 1
    assert not list(check_orphans(Corpus((alone, entry("tool", "b", body="[a](../tools/a.md)")))))


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([1, 2, 3, 4], 0),
        ([4, 2, 1, 3], 0),
        ([1, 1, 2], 1),
        ([2, 3], 1),
        ([1, 3, 3], 1),
        ([1, 3, 5], 1),
        ([], 0),
    ],
)
def test_check_phase_numbers_counts_from_one(entry: MakeEntry, numbers: list[int], found: int) -> None:
    """Each number once, and none above their count."""
    corpus = Corpus(tuple(entry("phase", f"f{i}", number=number) for i, number in enumerate(numbers)))
    assert len(list(check_phase_numbers(corpus))) == found


def test_check_phase_numbers_waits_for_broken_phases(entry: MakeEntry) -> None:
    """A phase that cannot be read may have the number that is missing."""
    broken = BrokenEntry(TYPE_BY_NAME["phase"], "f1", "content/phases/f1.md")
    assert not list(check_phase_numbers(Corpus((entry("phase", "f2", number=2),), (broken,))))
