"""The flow of data on one screen: files, corpus, findings, knowledge base, pages, site."""

from __future__ import annotations

import gc
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kb.checks import run_checks
from kb.corpus import Corpus
from kb.diagnostics import Diagnostic
from kb.disk import refuse_foreign, swap, write_generated
from kb.engine import start_shells
from kb.errors import KbError
from kb.knowledge_base import KnowledgeBase
from kb.load import ProjectPaths, load_corpus, load_settings
from kb.model import EntryType
from kb.model.entry import SLUG_PATTERN
from kb.outputs import exports, scaffold, search, urls
from kb.outputs.entry_markdown import plan_markdown
from kb.outputs.llms import llms_txt
from kb.outputs.site import fill_site
from kb.parallel import for_each
from kb.rules import Severity
from kb.settings import Settings

Progress = Callable[[str, int, int], None]
"""Called with what is going on, how much of it is done, and how much there is (0: unknown)."""


def _silent(stage: str, done: int, total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True)
class Checked:
    """A project that was read and checked; ``corpus`` holds what could be read."""

    paths: ProjectPaths
    settings: Settings
    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that stop a build."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    def source(self, path: str) -> str | None:
        """Return the text of a file that a finding names, to show the line; ``None`` when unreadable."""
        try:
            return (self.paths.root / path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return None

    def only(self, paths: Sequence[Path]) -> Checked:
        """Return the same project with only the findings in these files and folders; all when empty.

        A path counts from the working folder or, when nothing is there, from the project root.
        """
        if not paths:
            return self
        root = self.paths.root.resolve()
        wanted = [_wanted(root, path) for path in paths]
        kept = (d for d in self.diagnostics if any((root / d.path).is_relative_to(place) for place in wanted))
        return replace(self, diagnostics=tuple(kept))

    def knowledge_base(self) -> KnowledgeBase:
        """Return the resolved knowledge base; only when there are no errors."""
        if self.errors:
            raise KbError("De inhoud heeft nog fouten. Draai eerst: kb check")
        return KnowledgeBase.from_corpus(self.corpus)


def _wanted(root: Path, path: Path) -> Path:
    """Return the file or folder of the project that a path from the command line means."""
    for place in (path.resolve(), (root / path).resolve()):
        if place.exists() and place.is_relative_to(root):
            return place
    raise KbError(f"{path} bestaat niet in dit project.")


def check(root: Path, progress: Progress = _silent) -> Checked:
    """Read and check the project at ``root``, all findings in one run."""
    paths = ProjectPaths(root)
    settings = load_settings(paths)
    with _without_garbage_collection():
        corpus, found = load_corpus(
            paths, settings, progress=lambda done, total: progress("Lezen", done, total)
        )
        progress("Controleren", 0, 0)
        diagnostics = sorted([*found, *run_checks(corpus)], key=lambda d: d.sort_key)
    return Checked(paths, settings, corpus, tuple(diagnostics))


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Keep the collector from walking a corpus that only grows, and pages that leave no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def build(root: Path, site: Path, *, with_search: bool = True, progress: Progress = _silent) -> Checked:
    """Build the whole site and put it in place of the folder ``site``, unless there are errors.

    The engine makes the shells while the content is read and checked. Until everything is
    complete nothing in ``site`` changes.
    """
    site = site.resolve()
    refuse_foreign(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as beside:
        fresh = Path(beside) / "site"
        with start_shells(root, fresh) as shells:
            checked = check(root, progress)
            if checked.errors:
                return checked
            progress("Vaste pagina's", 0, 0)
            shells.finish()
        fill(checked, fresh, with_search=with_search, progress=progress)
        swap(fresh, site, Path(beside) / "old")
    return checked


@_without_garbage_collection()
def fill(checked: Checked, site: Path, *, with_search: bool = True, progress: Progress = _silent) -> int:
    """Write all that `kb` makes into a folder in which an engine built the shells.

    Returns the number of pages.
    """
    kb = checked.knowledge_base()
    progress("Pagina's", 0, len(kb.entries))
    pages = fill_site(site, kb, checked.settings)
    _write_entries(site, kb, checked.settings)
    if checked.paths.images.is_dir():
        shutil.copytree(checked.paths.images, site / urls.IMAGES, dirs_exist_ok=True)
    for address, data in (
        (urls.ENTRIES_JSON, exports.entries_json(kb, checked.settings)),
        (urls.ENTRIES_SCHEMA, exports.entries_schema()),
        (urls.LLMS, llms_txt(kb, checked.settings)),
    ):
        target = site / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    if with_search:
        progress("Zoekindex", 0, len(kb.published))
        search.write_index(kb, site)
    return pages


def _write_entries(site: Path, kb: KnowledgeBase, settings: Settings) -> None:
    """Write each entry as data of its own, with the schema of such a file, and as Markdown."""
    plan = exports.plan_entries(kb, settings) | plan_markdown(kb, settings)
    for folder in {(site / address).parent for address in plan}:
        folder.mkdir(parents=True, exist_ok=True)
    for_each(lambda address: (site / address).write_bytes(plan[address]()), list(plan))


def new_entry(root: Path, entry_type: EntryType, title: str, slug: str) -> str:
    """Write a draft entry to fill in; return its path below the project root."""
    checked = check(root)
    corpus = checked.corpus
    path = f"content/{entry_type.folder}/{slug}.md"
    taken = corpus.by_slug.keys() | corpus.broken_slugs
    if slug and not re.fullmatch(SLUG_PATTERN, slug):
        raise KbError(
            f"‘{slug}’ kan geen bestandsnaam zijn: alleen kleine letters, cijfers en losse koppeltekens."
        )
    if not slug or slug in taken or (root / path).exists():
        raise KbError(
            f"Er is al een item ‘{slug}’. Kies met --slug een andere naam." if slug else "Geef een titel."
        )
    used = [e.entry.id for e in corpus.entries] + [b.id for b in corpus.broken if b.id]
    entry_id = scaffold.next_id(entry_type, used)
    write_generated(
        root, {path: scaffold.new_entry(entry_type, title=title, entry_id=entry_id, today=date.today())}
    )
    return path
