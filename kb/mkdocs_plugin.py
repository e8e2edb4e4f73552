"""Lets plain `mkdocs build` and `mkdocs serve` do the whole job; nothing else here knows MkDocs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from kb.engine import SHELLS_ONLY
from kb.errors import KbError
from kb.load import ProjectPaths, load_settings
from kb.outputs.reporters import REPORTERS
from kb.outputs.shell import shell_sources

if TYPE_CHECKING:
    from kb.pipeline import Checked


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: everything is set in `kb.toml`."""


class KbPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Adds a shell for each section, and fills them unless `kb build` said that it will."""

    def __init__(self) -> None:
        """Start without a checked project."""
        self._checked: Checked | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take over the settings of `kb.toml`, and stop before anything is written when there are errors."""
        root = Path(config.config_file_path).absolute().parent
        try:
            settings = load_settings(ProjectPaths(root))
            self._checked = None if os.environ.get(SHELLS_ONLY) else _check(root)
        except KbError as error:
            raise PluginError(str(error)) from error
        if self._checked and self._checked.errors:
            raise PluginError(REPORTERS["text"](self._checked.errors, self._checked.source))
        config.site_name = settings.site_name
        # While serving, MkDocs has set its own address.
        config.site_url = config.site_url or settings.site_address or None
        # Never `repo_url`: with it Material asks the host of the repository for its stars.
        if settings.repository:
            docs = Path(config.docs_dir).relative_to(root).as_posix()
            config.edit_uri = f"{settings.repository.rstrip('/')}/{settings.edit_path}{docs}/"
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the shells to the pages of `docs_dir`; one that the navigation lacks is no mistake."""
        for path, text in shell_sources().items():
            if files.get_file_from_path(path):
                raise PluginError(f"De pagina {path} maakt kb zelf. Haal {config.docs_dir}/{path} weg.")
            shell = File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(shell)
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fill the shells."""
        if self._checked:
            from kb import pipeline  # noqa: PLC0415 - see `_check`

            try:
                pipeline.fill(self._checked, Path(config.site_dir))
            except KbError as error:
                raise PluginError(str(error)) from error


def _check(root: Path) -> Checked:
    """Read and check a project; who only makes shells does not wait for the import of all that this takes."""
    from kb import pipeline  # noqa: PLC0415

    return pipeline.check(root)
