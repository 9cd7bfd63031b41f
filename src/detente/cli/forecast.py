"""``detente forecast``: how likely is each option, and what drives it."""

import typer

from detente.cli.options import Draws, Horizon, Json, Model, Seed
from detente.cli.output import console, print_json, progress
from detente.cli.sources import conflict as load_conflict
from detente.cli.sources import named


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(forecast)


def forecast(
    model: Model,
    *,
    draws: Draws = 1000,
    seed: Seed = 0,
    horizon: Horizon = None,
    json: Json = False,
) -> None:
    """Say how likely each option is to be exercised, and what drives it.

    What the model doesn't know (whether a priority is held, its place, its
    sign, how far each decision maker looks ahead) is sampled; play runs from
    the status quo in each draw. Reported are the shares with their intervals,
    the unknowns each answer hangs on, the outcomes that play reaches, and what
    named experts say beside it.

    Examples: detente forecast model.yaml; detente forecast elmira --draws 10000 --seed 7 --json
    """
    from detente.forecast.forecasting import forecast as forecast_conflict

    conflict = load_conflict(model)
    with (
        named(model),
        progress(f"Sampling {draws} readings of what isn't known", quiet=json),
    ):
        result = forecast_conflict(conflict, draws=draws, seed=seed, horizon=horizon)
    if json:
        print_json(result.to_json())
        return
    from detente.report.terminal import print_forecast

    print_forecast(conflict, result, console())
