"""Print how forecasts have scored."""

from math import isfinite
from typing import TYPE_CHECKING

from detente.forecast.backtest import Backtest
from detente.forecast.scores import Report
from detente.report import words
from detente.report.printing import head, say

if TYPE_CHECKING:
    from rich.console import Console


def print_scores(report: Report, console: "Console") -> None:
    """Print the scores of resolved forecasts, and their calibration."""
    head(console, f"{words.sentence_case(words.counted(report.forecasts, 'resolved forecast'))}")
    say(console, f"Brier score {report.brier:.3f}, log score {_figure(report.log)}", indent=2)
    say(console, _skills(report), indent=2, hang=2)
    head(console, "Calibration: how often forecasts of about that probability came true")
    for one in report.calibration:
        say(
            console,
            f"said {words.percent(one.mean)}: came true {words.percent(one.happened)}"
            f" ({words.interval(one.low, one.high)}), of {one.forecasts}",
            indent=2,
        )


def print_hedged(report: Report, console: "Console") -> None:
    """Print the scores of the same forecasts allowing for model error, in one sentence."""
    console.print()
    say(
        console,
        f"Allowing for model error: Brier score {report.brier:.3f}, log score"
        f" {_figure(report.log)}, {_reference(report)}.",
    )


def print_backtest(found: Backtest, console: "Console") -> None:
    """Print what each known outcome was given, and the scores over all options."""
    head(console, "What history's outcome was given")
    for one in found.verdicts:
        place = "play never ends there" if one.rank == 0 else f"called number {one.rank}"
        say(
            console,
            f"{one.name}: state {one.outcome} got {words.percent(one.probability)},"
            f" {words.percent(one.hedged)} allowing for model error; {place};"
            f" at random {words.percent(one.chance)}",
            indent=2,
            hang=2,
        )
        shares = ", ".join(
            f"{concept} {words.percent(share)}" for concept, share in one.equilibrium.items()
        )
        say(console, f"an equilibrium in: {shares}", "dim", indent=4)
    say(
        console,
        f"Mean log score of the outcomes: {_figure(found.log)} bits"
        f" (allowing for model error {_figure(found.hedged_log)}; naming a state at random"
        f" {_figure(found.log_chance)}).",
    )
    print_scores(found.options, console)
    print_hedged(found.hedged_options, console)


def _skills(report: Report) -> str:
    """Say the skill; against a forecast that made no error at all there is none to be told."""
    came = f"{words.percent(report.base_rate)} came true"
    if not isfinite(report.skill_base_rate) and not isfinite(report.skill_nothing):
        return f"{came}; how much skill that took can't be told from outcomes that are all alike"
    return (
        f"{came}; skill against that base rate {_skill(report.skill_base_rate)},"
        f" against saying that nothing happens {_skill(report.skill_nothing)}"
    )


def _reference(report: Report) -> str:
    """Say the skill against the base rate, where there is one to be told."""
    if not isfinite(report.skill_base_rate):
        return "no skill against the base rate can be told"
    return f"skill against the base rate {report.skill_base_rate:.2f}"


def _skill(value: float) -> str:
    return f"{value:.2f}" if isfinite(value) else "can't be told"


def _figure(value: float) -> str:
    return f"{value:.2f}" if isfinite(value) else "infinite"
