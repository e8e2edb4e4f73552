"""The plugin is loaded for the shells of every build, beside the process that does the rest."""

from __future__ import annotations

import subprocess
import sys


def test_plugin_that_only_makes_shells_does_not_load_the_rest() -> None:
    """Search, checks and exports would add a third to the time of the shells."""
    code = (
        "import sys, kb.mkdocs_plugin; print([m for m in sys.modules if m in ('kb.pipeline', 'simplemma')])"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
