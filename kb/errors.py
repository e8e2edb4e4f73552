"""The one family of failures that are nobody's content: a wrong call or a broken environment."""

from __future__ import annotations


class KbError(Exception):
    """A failure of usage or environment; its text is Dutch and says what to do.

    Only the edges (`kb.cli`, `kb.mkdocs_plugin`) catch it; the exit code is then 2.
    """
