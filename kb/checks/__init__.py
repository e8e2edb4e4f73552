"""Everything that is checked once all entries are read: a corpus in, findings out, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain

from kb.checks.body import check_bodies
from kb.checks.chapters import check_chapters, check_places
from kb.checks.completeness import (
    check_gap_states,
    check_phase_basis,
    check_provenance,
    check_replaced,
    check_title_only,
)
from kb.checks.coverage import check_orphans, check_phase_numbers, check_topics
from kb.checks.identity import (
    check_duplicate_ids,
    check_duplicate_slugs,
    check_file_names,
    check_former_slugs,
    check_id_prefix,
)
from kb.checks.links import check_links
from kb.checks.prose import check_summaries
from kb.checks.references import check_references
from kb.checks.values import check_dates, check_discrepancies, check_figures
from kb.checks.vocabulary import check_duplicate_terms, check_duplicate_values, check_terms
from kb.corpus import Corpus
from kb.diagnostics import Diagnostic
from kb.parallel import processes_for, together

Check = Callable[[Corpus], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    check_id_prefix,
    check_duplicate_ids,
    check_duplicate_slugs,
    check_file_names,
    check_former_slugs,
    check_terms,
    check_duplicate_terms,
    check_duplicate_values,
    check_references,
    check_chapters,
    check_places,
    check_bodies,
    check_summaries,
    check_links,
    check_provenance,
    check_phase_basis,
    check_gap_states,
    check_title_only,
    check_replaced,
    check_figures,
    check_discrepancies,
    check_topics,
    check_orphans,
    check_phase_numbers,
)
"""Every check but the one that has to know the day: `check_dates`."""


def run_checks(corpus: Corpus, *, today: date | None = None) -> list[Diagnostic]:
    """Return every finding, in the order of a report; ``today`` is today unless given."""
    day = today or date.today()

    def bodies() -> list[Diagnostic]:
        return list(check_bodies(corpus))

    def others() -> list[Diagnostic]:
        found = [diagnostic for check in CHECKS if check is not check_bodies for diagnostic in check(corpus)]
        return [*found, *check_dates(corpus, day)]

    # Bodies cost as much as all the rest.
    found = together([others, bodies], processes_for(len(corpus.entries)))
    return sorted(chain(*found), key=lambda diagnostic: diagnostic.sort_key)


__all__ = ["CHECKS", "Check", "run_checks"]
