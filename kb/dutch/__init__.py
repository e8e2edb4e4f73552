"""Dutch words: where they begin and end, their dictionary form, and the parts they are made of.

All analysis of Dutch happens here, when the site is built; a browser only looks up what came of it.
"""

from kb.dutch.analysis import Analysis, Word
from kb.dutch.compounds import Splitter
from kb.dutch.lemmas import Lemmas
from kb.dutch.tokens import SMALL_WORDS, tokens

__all__ = ["SMALL_WORDS", "Analysis", "Lemmas", "Splitter", "Word", "tokens"]
