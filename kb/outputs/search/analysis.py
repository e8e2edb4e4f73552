"""The analysis of Dutch as this project's editors corrected it."""

from __future__ import annotations

from kb.dutch import Analysis
from kb.model import Vocabularies


def analysis_for(vocabularies: Vocabularies) -> Analysis:
    """Return the analysis of Dutch with what editors reviewed in ``schema/search-words.yml``."""
    known = vocabularies.search_words
    compounds = {c.word: c.parts for c in known.compounds}
    return Analysis(
        {form.word: form.lemma for form in known.forms},
        compounds | dict.fromkeys(known.whole, ()),
        known.short_parts,
    )
