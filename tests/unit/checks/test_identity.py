"""Ids, names and addresses over a whole corpus."""

from __future__ import annotations

import pytest

from kb.checks.identity import (
    check_duplicate_ids,
    check_duplicate_slugs,
    check_file_names,
    check_former_slugs,
    check_id_prefix,
)
from kb.corpus import BrokenEntry, Corpus
from kb.model import ENTRY_TYPES, TYPE_BY_NAME, EntryType
from tests.unit.checks.conftest import MakeEntry


@pytest.mark.parametrize("row", ENTRY_TYPES, ids=lambda row: row.name)
def test_check_id_prefix_accepts_the_letter_of_the_type(entry: MakeEntry, row: EntryType) -> None:
    """Each type has one letter; every other letter is wrong."""
    assert not list(check_id_prefix(Corpus((entry(row.name, "a"),))))
    (found,) = check_id_prefix(Corpus((entry(row.name, "a", id="Z0001"),)))
    assert (found.code, found.field) == ("KB201", "id")


def test_check_duplicate_ids_names_every_later_holder(entry: MakeEntry) -> None:
    """Order of the corpus does not matter: the first by path is right, each other one is told."""
    corpus = Corpus(tuple(entry("tool", slug, id="T0001") for slug in ("c", "a", "b")))
    found = list(check_duplicate_ids(corpus))
    assert [d.path for d in found] == ["content/tools/b.md", "content/tools/c.md"]
    assert all("content/tools/a.md:2" in d.message for d in found)


def test_check_duplicate_ids_leaves_the_broken_file_to_the_loader(entry: MakeEntry) -> None:
    """A later file that cannot be read has findings enough."""
    broken = BrokenEntry(TYPE_BY_NAME["tool"], "z", "content/tools/z.md", "T0001")
    assert not list(check_duplicate_ids(Corpus((entry("tool", "a", id="T0001"),), (broken,))))


def test_check_duplicate_slugs_counts_broken_files(entry: MakeEntry) -> None:
    """A name is taken by a file, readable or not."""
    broken = BrokenEntry(TYPE_BY_NAME["case"], "a", "content/cases/a.md")
    (found,) = check_duplicate_slugs(Corpus((entry("tool", "a"),), (broken,)))
    assert "content/cases/a.md:1" in found.message


def test_check_file_names_counts_broken_files() -> None:
    """The name is wrong whatever is in the file."""
    broken = BrokenEntry(TYPE_BY_NAME["tool"], "Één Twee", "content/tools/Één Twee.md")
    (found,) = check_file_names(Corpus((), (broken,)))
    assert found.hint.endswith(": een-twee.md.")


def test_check_former_slugs_reports_the_second_claim(entry: MakeEntry) -> None:
    """The first entry that claims an address has it."""
    corpus = Corpus((entry("tool", "a", former_slugs=["x"]), entry("tool", "b", former_slugs=["y", "x"])))
    (found,) = check_former_slugs(corpus)
    assert (found.path, found.field) == ("content/tools/b.md", "former_slugs.1")
