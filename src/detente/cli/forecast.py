"""``detente forecast``: how likely is each option, and what drives it."""

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import Draws, Force, Horizon, Json, Model, Seed
from detente.cli.output import advancing, console, may_write, print_json, write
from detente.cli.sources import conflict as load_conflict
from detente.cli.sources import named
from detente.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(forecast)


def forecast(
    model: Model,
    *,
    draws: Draws = 1000,
    seed: Seed = 0,
    horizon: Horizon = None,
    given: Annotated[
        list[str] | None,
        typer.Option(
            "--if",
            metavar="OPTION",
            help="Suppose that this option is taken (or an unknown is true). May be repeated.",
            show_default=False,
        ),
    ] = None,
    given_not: Annotated[
        list[str] | None,
        typer.Option(
            "--if-not",
            metavar="OPTION",
            help="Suppose that this option is never taken (or an unknown is false).",
            show_default=False,
        ),
    ] = None,
    ask: Annotated[
        list[str] | None,
        typer.Option(
            "--ask",
            metavar="STATEMENT",
            help="Also say how likely this statement is to come true. May be repeated.",
            show_default=False,
        ),
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option(
            "--save",
            metavar="FILE",
            help="Add the forecast to this record (JSON lines), to be resolved and scored later.",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DAY",
            help="The day of the forecast, YYYY-MM-DD, for the record; left out, the model's own.",
            show_default=False,
        ),
    ] = None,
    joint: Annotated[
        bool | None,
        typer.Option(
            "--joint/--alone",
            help="Two decision makers can agree on a step in every reading, or in none; left out,"
            " as the model says.",
            show_default=False,
        ),
    ] = None,
    doubt: Annotated[
        float | None,
        typer.Option(
            "--doubt",
            metavar="P",
            help="Probability that what the model says of wishes is wrong; 0 allows for no error.",
            show_default=False,
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", metavar="FILE", help="Also write the forecast as a page.", show_default=False
        ),
    ] = None,
    force: Force = False,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Threads to use.")] = 2,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            metavar="ADDRESS",
            help="Let this Dask scheduler's workers do the work (needs the extra 'cluster').",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Say how likely each option is to be exercised, and what drives it.

    What the model doesn't know (whether a priority is held, its place, its
    sign, how far each decision maker looks ahead) is sampled; play runs from
    the status quo in each draw. Reported are the shares with their intervals,
    the unknowns each answer hangs on, the outcomes that play reaches, and what
    named experts say beside it.

    Examples: detente forecast model.yaml; detente forecast elmira --draws 10000 --seed 7 --json;
    detente forecast model.yaml --horizon '6 months' --if south_korea.lethal;
    detente forecast model.yaml --ask 'nato.troops & russia.strike' --save forecasts.jsonl
    """
    from detente.forecast.forecasting import forecast as forecast_conflict

    if html is not None:
        may_write(html, "forecast", force=force)
    assume = dict.fromkeys(given or (), True) | dict.fromkeys(given_not or (), False)
    both = sorted(set(given or ()) & set(given_not or ()))
    if both:
        raise InputError(
            f"{both[0]} is supposed both to be taken and not", "choose one", where="--if"
        )
    conflict = load_conflict(model)
    day = _day(as_of, "--as-of") if as_of is not None else conflict.as_of or None
    if save is not None:
        from detente.forecast import record

        record.writable(save)
        day = _day(day, f"{model}: as_of") if day else None
    doing = f"Playing {draws:,} readings of what isn't known"
    with named(model), advancing(doing, quiet=json) as tell:
        result = forecast_conflict(
            conflict,
            draws=draws,
            seed=seed,
            horizon=horizon,
            workers=workers,
            assume=assume,
            questions=ask or (),
            joint=joint,
            doubt=doubt,
            cluster=cluster,
            progress=tell,
        )
    if save is not None:
        record.save(result, save, as_of=day)
    if html is not None:
        from detente.report.html import forecast_page

        write(html, forecast_page(conflict, result), "forecast")
    if json:
        print_json(result.to_json())
        return
    from detente.report.terminal import print_forecast

    print_forecast(conflict, result, console())
    if html is not None:
        typer.echo(f"Wrote {html}.")
    if save is not None:
        typer.echo(f"Added to {save}: 'detente resolve {save} QUESTION yes|no' when it is known.")
        if day is None:
            typer.echo(
                "Neither the model nor --as-of says of which day it is: the record has none."
            )


def _day(text: str, where: str) -> str:
    from detente.forecast.record import day

    try:
        return day(text)
    except InputError as error:
        raise InputError(error.what, error.todo, where=where) from error
