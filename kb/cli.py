"""The command line: parse, call, report, exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from kb import __version__, disk, node, pipeline, serve
from kb.errors import KbError
from kb.model import TYPE_BY_NAME
from kb.outputs import rule_catalogue, scaffold, schemas
from kb.outputs.exports import EXPORTERS
from kb.outputs.reporters import REPORTERS
from kb.outputs.search import unreviewed_compounds
from kb.outputs.search.shown import as_text
from kb.outputs.stats import statistics
from kb.pipeline import Checked, Progress

CLEAN, FINDINGS, USAGE = 0, 1, 2
"""Exit codes: nothing wrong, findings, or a mistake in how or where `kb` was called."""

P = ParamSpec("P")


def _command(function: Callable[P, int | None]) -> Callable[P, None]:
    """Turn a command that returns an exit code, or fails with a `KbError`, into a click callback."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = function(*args, **kwargs) or CLEAN
        except KbError as error:
            click.echo(str(error), err=True)
            code = USAGE
        sys.exit(code)

    return run


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="De map van het project.  [standaard: deze map]",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(tuple(REPORTERS)),
    default="text",
    show_default=True,
    help="De vorm van de meldingen.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kb")
def main() -> None:
    """Controleer de kennis in content/ en maak er een site van."""


@main.command(epilog="Voorbeeld: kb check content/tools --format github")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@format_option
@click.option("--strict", is_flag=True, help="Ook waarschuwingen geven code 1.")
@root_option
@_command
def check(paths: tuple[Path, ...], form: str, *, strict: bool, root: Path) -> int:
    """Controleer alle items; met PATHS alleen de meldingen over die bestanden of mappen."""
    checked = pipeline.check(root, _progress()).only(paths)
    click.echo(REPORTERS[form](checked.diagnostics, checked.source), nl=False)
    return FINDINGS if checked.errors or (strict and checked.diagnostics) else CLEAN


@main.command(epilog="Voorbeeld: kb build --site public")
@click.option(
    "--site", type=click.Path(path_type=Path), help="De map voor de site.  [standaard: site in het project]"
)
@click.option("--no-search", is_flag=True, help="Maak geen zoekindex.")
@root_option
@_command
def build(site: Path | None, *, no_search: bool, root: Path) -> int:
    """Controleer alles en bouw de hele site; bij fouten blijft de oude site staan."""
    checked = pipeline.build(root, site or root / "site", with_search=not no_search, progress=_progress())
    return _report(checked)


@main.command(epilog="Voorbeeld: kb fill site")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--no-search", is_flag=True, help="Maak geen zoekindex.")
@root_option
@_command
def fill(site: Path, *, no_search: bool, root: Path) -> int:
    """Vul een SITE die een ander programma van de vaste pagina's bouwde."""
    checked = pipeline.check(root, _progress())
    if not checked.errors:
        pipeline.fill(checked, site, with_search=not no_search, progress=_progress())
    return _report(checked)


@main.command("serve", epilog="Voorbeeld: kb serve --port 8080")
@click.option("--host", default="127.0.0.1", show_default=True, help="Het adres om op te luisteren.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="De poort.")
@root_option
@_command
def serve_command(host: str, port: int, root: Path) -> None:
    """Toon de site op deze computer en volg elke wijziging."""
    serve.run(root, host, port, click.echo)


@main.command(epilog='Voorbeeld: kb new tool --title "Handreiking samen starten"')
@click.argument("type_name", metavar="TYPE", type=click.Choice(tuple(TYPE_BY_NAME)))
@click.option("--title", prompt="Titel", help="De titel van het item.")
@click.option("--slug", help="De bestandsnaam.  [standaard: gemaakt van de titel]")
@root_option
@_command
def new(type_name: str, title: str, slug: str | None, root: Path) -> None:
    """Maak een nieuw item van soort TYPE, klaar om in te vullen."""
    path = pipeline.new_entry(root, TYPE_BY_NAME[type_name], title, slug or scaffold.slug_of(title))
    click.echo(f"{path} gemaakt. Vul het in en draai dan: kb check {path}")


@main.command(epilog="Voorbeeld: kb schema --check")
@click.option("--check", "only_check", is_flag=True, help="Schrijf niets; meld of iets verouderd is.")
@root_option
@_command
def schema(*, only_check: bool, root: Path) -> int:
    """Schrijf de JSON Schema's en het overzicht van velden."""
    return _generate(root, schemas.generated_files(), "kb schema", only_check=only_check)


@main.command(epilog="Voorbeeld: kb rules")
@click.option("--check", "only_check", is_flag=True, help="Schrijf niets; meld of iets verouderd is.")
@root_option
@_command
def rules(*, only_check: bool, root: Path) -> int:
    """Schrijf het overzicht van regels."""
    return _generate(root, rule_catalogue.generated_files(), "kb rules", only_check=only_check)


@main.command("search", epilog='Voorbeeld: kb search "overleg wordt niet betaald" --type tool')
@click.argument("query")
@click.option(
    "--type", "types", multiple=True, type=click.Choice(tuple(TYPE_BY_NAME)), help="Alleen deze soort."
)
@click.option("--phase", "phases", multiple=True, help="Alleen deze fase: 1 tot 4, of de slug.")
@click.option("--topic", "topics", multiple=True, help="Alleen dit thema (slug).")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="Hoeveel items.")
@click.option("--json", "as_json", is_flag=True, help="Geef het antwoord als data.")
@click.option(
    "--site", type=click.Path(path_type=Path), help="De gebouwde site.  [standaard: site in het project]"
)
@root_option
@_command
def search_command(  # noqa: PLR0913 - an option each
    query: str,
    types: tuple[str, ...],
    phases: tuple[str, ...],
    topics: tuple[str, ...],
    limit: int,
    *,
    as_json: bool,
    site: Path | None,
    root: Path,
) -> int:
    """Zoek in de gebouwde site zoals de zoekpagina dat doet."""
    filters = {"type": types, "phase": phases, "topic": topics}
    found = node.search(site or root / "site", query, filters, limit)
    click.echo(json.dumps(found, ensure_ascii=False, indent=2) if as_json else as_text(found))
    return CLEAN if found["hits"] else FINDINGS


@main.command("compounds", epilog="Voorbeeld: kb compounds")
@root_option
@_command
def compounds_command(root: Path) -> None:
    """Toon hoe de zoekmachine samengestelde woorden splitst die nog niemand nakeek."""
    for line in unreviewed_compounds(pipeline.check(root, _progress()).knowledge_base()):
        click.echo(line)


@main.command(epilog="Voorbeeld: kb stats")
@root_option
@_command
def stats(root: Path) -> None:
    """Toon aantallen per soort, thema en fase, wat nog leeg is en wat te lang niet gecontroleerd is."""
    checked = pipeline.check(root, _progress())
    click.echo(statistics(checked.knowledge_base(), checked.settings, date.today()))


@main.command(epilog="Voorbeeld: kb export --format json --output entries.json")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(EXPORTERS)),
    default="json",
    show_default=True,
    help="De vorm.",
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Het bestand.  [standaard: het scherm]"
)
@root_option
@_command
def export(form: str, output: Path | None, root: Path) -> None:
    """Geef alle gepubliceerde items als data."""
    checked = pipeline.check(root, _progress())
    data = EXPORTERS[form](checked.knowledge_base(), checked.settings)
    if output:
        disk.write_whole(output, data)
    else:
        click.echo(data, nl=False)


def _report(checked: Checked) -> int:
    if checked.diagnostics:
        click.echo(REPORTERS["text"](checked.diagnostics, checked.source), nl=False, err=True)
    return FINDINGS if checked.errors else CLEAN


def _generate(root: Path, files: dict[str, str], command: str, *, only_check: bool) -> int:
    if not only_check:
        disk.write_generated(root, files)
        return CLEAN
    old = disk.stale(root, files)
    for path in old:
        click.echo(f"{path} is verouderd. Draai: {command}", err=True)
    return FINDINGS if old else CLEAN


def _progress() -> Progress:
    """Return what shows progress: one line that rewrites itself on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        return lambda _stage, _done, _total: None

    def show(stage: str, done: int, total: int) -> None:
        share = f" {done} van {total}" if total else " ..."
        click.echo(f"\r\033[K{stage}{share}", nl=False, err=True)
        if total and done == total:
            click.echo("\r\033[K", nl=False, err=True)

    return show
