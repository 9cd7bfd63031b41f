"""``detente brief``: the main job, from reports to a brief."""

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import Day, Draws, Fetch, Force, Horizon, Json, Seed
from detente.cli.output import console, may_write, print_json, progress, write
from detente.cli.sources import conflict as load_conflict
from detente.cli.sources import is_model, named
from detente.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(brief)


def brief(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Reports (.txt, .md, .html, .pdf, a folder, - for standard input), or one model file"
            " or case.",
            show_default=False,
        ),
    ],
    *,
    html: Annotated[Path, typer.Option("--html", help="The page to write.")] = Path("brief.html"),
    model: Annotated[
        Path, typer.Option("--model", help="The model file to write, when reports are given.")
    ] = Path("model.yaml"),
    draws: Draws = 1000,
    seed: Seed = 0,
    horizon: Horizon = None,
    json: Json = False,
    force: Force = False,
    fetch: Fetch = False,
    date: Day = None,
) -> None:
    """Read, draft, solve and forecast, and brief on the answer.

    Prints the brief and writes it as a self-contained page (brief.html) with
    the drafted model beside (model.yaml): which outcome holds and why, how
    likely each step is and what that hangs on, red lines, points of no return,
    what would change the answer, what the experts say, what was assumed, and
    every claim with its quote in the report.

    Correct the model and brief on it: detente brief model.yaml. Files that
    were edited since are never replaced without --force. With --json nothing
    is written.

    Examples: detente brief report.txt; detente brief monday.html tuesday.pdf --html crisis.html
    """
    from detente.report.brief import brief as make_brief
    from detente.report.html import page

    on_model = len(sources) == 1 and (is_model(sources[0]) or _is_case(sources[0]))
    if len(sources) > 1 and any(is_model(source) for source in sources):
        raise InputError(
            "a model file can't be mixed with reports", "brief on one model, or on reports"
        )
    if on_model and date is not None:
        raise InputError("a model has its own day", "set its as_of instead of --date")
    if not json:
        outputs = {html.resolve()} if on_model else {html.resolve(), model.resolve()}
        if len(outputs) < (1 if on_model else 2):
            raise InputError(
                "the page and the model can't be one file", "name two", where=str(html)
            )
        if outputs & {Path(source).resolve() for source in sources}:
            raise InputError(
                "this would replace what is read", "name another file", where=str(html)
            )
        may_write(html, "brief", force=force)
        if not on_model:
            may_write(model, "brief", force=force)
    with progress("Reading, drafting, solving and forecasting", quiet=json):
        if on_model:
            with named(sources[0]):
                conflict = load_conflict(sources[0])
                made = make_brief(conflict, draws=draws, seed=seed, horizon=horizon)
        else:
            from detente.read.reading import read

            reading = read(*sources, fetch=fetch, date=date)
            made = make_brief(reading, draws=draws, seed=seed, horizon=horizon)
        shown = "" if json else page(made)
    if json:
        print_json(made.to_json())
        return
    from detente.report.terminal import print_brief

    write(html, shown, "brief")
    if not on_model:
        from detente.model.formats.yaml import dumps

        write(model, dumps(made.conflict), "brief")
    print_brief(made, console())
    wrote = str(html) if on_model else f"{html} and {model}"
    typer.echo(f"Wrote {wrote}.")


def _is_case(source: str) -> bool:
    if Path(source).exists() or source == "-":
        return False
    from detente import cases

    return source in cases.names()
