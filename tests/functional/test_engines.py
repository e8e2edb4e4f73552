"""The exit: other engines build the same shells and pages, and `kb` fills them.

What each of them lacks stands in docs/decisions/0004-shells.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from kb import pipeline
from kb.engine import SHELLS_ONLY
from kb.outputs import urls
from kb.outputs.pages import plan_pages
from kb.outputs.shell import shell_sources

pytestmark = pytest.mark.site

Run = Callable[..., CompletedProcess[str]]

OUTSIDE_NAVIGATION = {urls.SELECTION, urls.COMPARE}
"""What a reader comes to from the header, the footer and the pages of entries."""

_ARTICLE = re.compile(r'<article class="kb-.*</article>', re.DOTALL)


def fill(project: Path, site: Path) -> dict[str, str]:
    """Fill what an engine built; return the generated pages by address."""
    checked = pipeline.check(project)
    pipeline.fill(checked, site, with_search=False)
    addresses = plan_pages(checked.knowledge_base(), checked.settings)
    return {at: (site / at / "index.html").read_text(encoding="utf-8") for at in addresses}


def test_properdocs_gives_the_same_generated_pages_as_mkdocs(project: Path, run: Run) -> None:
    """ProperDocs runs the plugin and Material unchanged: generated pages are equal byte for byte."""
    filled = {}
    for engine in ("mkdocs", "properdocs"):
        site = project.parent / engine
        arguments = ("build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", site)
        done = run(project, engine, *arguments, **{SHELLS_ONLY: "1"})
        assert done.returncode == 0, done.stderr
        filled[engine] = fill(project, site)
    assert filled["properdocs"] == filled["mkdocs"]


def zensical_config(config: str) -> str:
    """Return our configuration for Zensical: its classic look and without its own search."""
    config = config.replace("  name: material\n", "  name: material\n  variant: classic\n")
    return config.replace("  - kb\n", "  - search:\n      enabled: false\n")


@pytest.fixture
def zensical_site(project: Path, run: Run) -> Path:
    """Return the site that Zensical built of shells written to disk, as it runs no plugins of ours."""
    for path, text in shell_sources().items():
        target = project / "content" / "pages" / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
    config = project / "mkdocs.yml"
    config.write_text(zensical_config(config.read_text(encoding="utf-8")), encoding="utf-8")
    done = run(project, "zensical", "build", "--strict", "--config-file", "mkdocs.yml")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def test_zensical_keeps_the_slots(project: Path, zensical_site: Path, untouched: Path, run: Run) -> None:
    """What is in the slots of a page that Zensical built is what MkDocs would have there."""
    other = project.parent / "mkdocs"
    done = run(untouched, "mkdocs", "build", "--strict", "--site-dir", other, **{SHELLS_ONLY: "1"})
    assert done.returncode == 0, done.stderr
    theirs, ours = fill(project, zensical_site), fill(untouched, other)
    assert theirs.keys() == ours.keys()
    for at, html in theirs.items():
        for part in (_ARTICLE, re.compile(r"<title>.*</title>"), re.compile(r'<meta name="description".*>')):
            assert part.findall(html) == part.findall(ours[at]), at
        assert "KB_SLOT" not in html


def test_zensical_pages_find_their_files_and_their_section(project: Path, zensical_site: Path) -> None:
    """At every depth styles and scripts are where the page says, and the tab of the section is active."""
    for at, html in fill(project, zensical_site).items():
        page = zensical_site / at
        for link in re.findall(r'(?:stylesheet" href|script src)="([^"]*)"', html):
            assert (page / link).resolve().is_file(), (at, link)
        assert at in OUTSIDE_NAVIGATION or "md-tabs__item--active" in html, at
