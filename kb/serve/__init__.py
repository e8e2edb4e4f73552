"""The live preview: pages rendered when asked for, reloaded in the browser when a file changes.

The engine builds the shells once; a change of content costs reading and checking, never a build.
A change with errors keeps the last good pages and shows its findings over them.
"""

from kb.serve.server import preview, run

__all__ = ["preview", "run"]
