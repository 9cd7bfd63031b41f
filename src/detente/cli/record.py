"""``detente resolve``, ``score`` and ``backtest``: forecasts are held to what came of them."""

from dataclasses import asdict
from enum import StrEnum
from math import isfinite
from pathlib import Path
from typing import Annotated, Any

import typer

from detente.cli.options import Draws, Json, Seed
from detente.cli.output import console, print_json, progress, say_done

Record = Annotated[Path, typer.Argument(help="A record, as 'detente forecast --save' writes it.")]


class Answer(StrEnum):
    """What came of a question."""

    yes = "yes"
    no = "no"


def register(app: typer.Typer) -> None:
    """Add the verbs to the command line."""
    app.command()(resolve)
    app.command()(score)
    app.command()(backtest)


def resolve(
    record: Record,
    question: Annotated[
        str, typer.Argument(help="The option or statement that was asked about, or an id.")
    ],
    outcome: Annotated[Answer, typer.Argument(help="Did it come true by the horizon?")],
    *,
    on: Annotated[
        str, typer.Option("--on", help="The day it was known, YYYY-MM-DD.", show_default=False)
    ] = "",
    json: Json = False,
) -> None:
    """Say what came of a question that was forecast.

    All open forecasts of the question are resolved; a line is added, none is
    changed.

    Example: detente resolve forecasts.jsonl south_korea.lethal no --on 2025-04-30
    """
    from detente.forecast.record import resolve as resolve_question

    done = resolve_question(record, question, outcome=outcome is Answer.yes, on=on)
    say_done(
        f"Resolved {done} forecast{'s' if done != 1 else ''} of {question}.",
        json=json, question=question, outcome=outcome is Answer.yes, resolved=done,
    )  # fmt: skip


def score(record: Record, *, json: Json = False) -> None:
    """Score the resolved forecasts of a record.

    Brier and log scores (0 is best), skill against the base rate and against
    saying that nothing happens (1 is best, below 0 is worse than that), and
    calibration: how often forecasts of about the same probability came true.

    Example: detente score forecasts.jsonl
    """
    from detente.forecast.record import hedged_score
    from detente.forecast.record import score as score_record

    report, hedged = score_record(record), hedged_score(record)
    if json:
        told = asdict(report) | {"hedged": None if hedged is None else asdict(hedged)}
        print_json(_finite(told))
        return
    from detente.report.scoring import print_hedged, print_scores

    print_scores(report, console())
    if hedged is not None:
        print_hedged(hedged, console())


def backtest(
    *,
    draws: Draws = 1000,
    seed: Seed = 0,
    joint: Annotated[
        bool | None,
        typer.Option(
            "--joint/--alone",
            help="Two can agree on a step, or nobody can; left out, in half of the readings.",
            show_default=False,
        ),
    ] = None,
    doubt: Annotated[
        float | None,
        typer.Option("--doubt", metavar="P", help="The weight of model error.", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    """Forecast the library's conflicts whose end is known, and score that.

    The models were written by people who knew the end, so a good score says
    little and a bad one much.

    Example: detente backtest
    """
    from detente import cases
    from detente.forecast.backtest import Trial
    from detente.forecast.backtest import backtest as test_back

    ended = {name: cases.published(name).get("outcome") or {} for name in cases.names()}
    trials = [
        Trial(name, cases.load(name), told["state"])
        for name, told in ended.items()
        if told.get("state") is not None and "same_as" not in told
    ]
    with progress("Forecasting the published conflicts", quiet=json):
        found = test_back(trials, draws=draws, seed=seed, joint=joint, doubt=doubt)
    if json:
        print_json(_finite(asdict(found)))
        return
    from detente.report.scoring import print_backtest

    print_backtest(found, console())


def _finite(value: Any) -> Any:
    """Return JSON values in which what is infinite is null."""
    if isinstance(value, dict):
        return {key: _finite(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(one) for one in value]
    return None if isinstance(value, float) and not isfinite(value) else value
