"""The compounds that the index splits by itself, for an editor to look over (requirement R4.4)."""

from __future__ import annotations

from kb.dutch import tokens
from kb.knowledge_base import KnowledgeBase
from kb.outputs.search.analysis import analysis_for
from kb.outputs.search.documents import documents


def unreviewed_compounds(kb: KnowledgeBase) -> list[str]:
    """Return ``woord: deel + deel`` for every split that ``schema/search-words.yml`` does not name."""
    analysis = analysis_for(kb.vocabularies)
    reviewed = set(kb.vocabularies.search_words.reviewed)
    spoken = {token for document in documents(kb) for _, text in document.texts for token in tokens(text)}
    lemmas = {analysis.lemmas.of(token) for token in spoken}
    return [
        f"{lemma}: {' + '.join(parts)}"
        for lemma in sorted(lemmas - reviewed)
        if (parts := analysis.splitter.split(lemma)) and not analysis.splitter.is_reviewed(lemma)
    ]
