"""Print a forecast on a terminal: each step, by when, which way, past which points, who says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.forecast.horizon import DAYS_PER_MONTH
from detente.forecast.result import Forecast, OptionForecast
from detente.model.conflict import Conflict
from detente.model.game import Game
from detente.report import words
from detente.report.content import Conditional, Fan, Outlook, Way
from detente.report.outlook import outlook
from detente.report.printing import WIDEST, bar, head, rule, say
from detente.report.steps import hangs_on, verdict
from detente.report.voice import Voice, placed

if TYPE_CHECKING:
    from rich.console import Console

MOST_FANS = 8
MOST_OPTIONS = 24
MOST_NOTES = 8
COLUMNS = 4
UNITS = (("months", 1.0), ("weeks", 7 / DAYS_PER_MONTH), ("days", 1 / DAYS_PER_MONTH))


@dataclass(frozen=True, slots=True, eq=False)
class Alone:
    """A forecast by itself, as it is told: see `detente.report.outlook.Told`."""

    conflict: Conflict
    game: Game
    forecast: Forecast


def alone(conflict: Conflict, forecast: Forecast) -> tuple[Alone, Voice]:
    """Return a forecast as it is told where there is no brief, and its words."""
    start = forecast.ways[0].states[0] if forecast.ways else None
    speaking = placed(conflict, start)
    return Alone(conflict, speaking.game, forecast), speaking


def print_forecast(conflict: Conflict, forecast: Forecast, console: "Console") -> None:
    """Print how likely each option is, with a bar, its interval and what it hangs on.

    Then by when, by which way, the red lines and the points of no return, and
    what experts expect under a condition.

    Parameters
    ----------
    conflict : Conflict
        For names and labels.
    forecast : Forecast
        What was forecast.
    console : rich.console.Console
        Where to.
    """
    told, speaking = alone(conflict, forecast)
    rule(console, conflict.title or "An untitled conflict")
    drawn = f"{words.counted(forecast.draws, 'reading')} of what is not known, seed {forecast.seed}"
    say(console, f"Until: {forecast.horizon}; {drawn}.", "dim")
    now = told.game.status_quo or 0
    ordered = sorted(
        enumerate(forecast.options.values()),
        key=lambda one: (now >> one[0] & 1, -one[1].probability),
    )
    for k, one in ordered[:MOST_OPTIONS]:
        _option(console, one, speaking, k, taken=bool(now >> k & 1))
    if len(ordered) > MOST_OPTIONS:
        say(console, f"and {len(ordered) - MOST_OPTIONS} more: use --json", "dim")
    shown = outlook(told, speaking, {})
    if shown is not None:
        _ahead(console, shown, forecast, speaking)
    for note in forecast.notes[:MOST_NOTES]:
        say(console, f"Note: {speaking.readable(note)}", "dim")


def _option(console: "Console", one: OptionForecast, voice: Voice, k: int, *, taken: bool) -> None:
    clause = words.sentence_case(voice.clause(k))
    if taken:
        bar(console, f"{clause} (now); goes on", one.at_end, one.at_end, one.at_end)
        return
    bar(console, clause, one.probability, one.low, one.high)
    if one.hedged is not None:
        say(console, f"allowing for model error: {words.percent(one.hedged)}", "dim", indent=4)
    for line in hangs_on(one, voice)[:2]:
        say(console, line.text, "dim", indent=4)
    for view in one.experts:
        said = f"“{view.words}”, " if view.words else ""
        judged = verdict(one.probability, view.low, view.high)
        text = f"{view.by}: {said}{words.interval(view.low, view.high)}; {judged}"
        say(console, text, "magenta", indent=4, hang=2)


def _ahead(console: "Console", shown: Outlook, forecast: Forecast, voice: Voice) -> None:
    """Print by when, which way, past which lines and points, and under which conditions."""
    if shown.fans:
        _fans(console, shown.fans)
    if shown.ways:
        head(console, "How it may begin")
        for way in shown.ways:
            say(console, f"{words.percent(way.probability):>8}  {said(way)}", hang=10)
    _red_lines(console, forecast, voice)
    if shown.points:
        head(console, "What could not be taken back")
        for point in shown.points:
            text = f"{point.clause}: {_figures(point.probability, point.hedged)}"
            say(console, text, indent=2, hang=2)
    if shown.conditionals:
        head(console, "Experts, under a condition")
        for one in shown.conditionals:
            say(console, supposing(one), "magenta", indent=2, hang=2)
    console.print()
    for line in shown.says:
        say(console, line.text, "dim")


def _red_lines(console: "Console", forecast: Forecast, voice: Voice) -> None:
    if forecast.red_lines:
        head(console, "Red lines")
    hedged = forecast.red_lines_hedged or (None,) * len(forecast.red_lines)
    for (by, against, p), other in zip(forecast.red_lines, hedged, strict=True):
        name = words.sentence_case(voice.name(by))
        text = f"{name}, against this: {voice.statement(against, by)}: crossed in"
        say(console, f"{text} {_figures(p, other)}", indent=2, hang=2)


def _fans(console: "Console", fans: Sequence[Fan]) -> None:
    """Print the probability of each step at some times, as a table, and the last interval."""
    times = [point[0] for point in fans[0].points]
    step = max(1, len(times) // COLUMNS)
    picked = list(range(len(times) - 1, -1, -step))[:COLUMNS][::-1]
    unit, length = next((name, n) for name, n in UNITS if times[-1] >= 2 * n or n == UNITS[-1][1])
    room = max(20, min(console.width, WIDEST) - 7 * len(picked) - 14)
    head(console, f"By when, in {unit}")
    say(console, _row("", [f"{times[m] / length:.3g}" for m in picked], "", room), "dim")
    for fan in fans[:MOST_FANS]:
        points = [fan.points[m] for m in picked]
        _, _, low, high = points[-1]
        interval = f"({words.interval(low, high)})" if high > low else ""
        figures = [words.percent(p).replace("under ", "<") for _, p, _, _ in points]
        say(console, _row(fan.clause, figures, interval, room))
    if len(fans) > MOST_FANS:
        say(console, f"and {len(fans) - MOST_FANS} more: use --json", "dim", indent=2)


def _row(title: str, figures: Sequence[str], interval: str, room: int) -> str:
    """Set a row of the table: what, when, and how surely."""
    cells = "".join(f"{figure:>7}" for figure in figures)
    return f"{words.shortened(title, room):<{room}}{cells}  {interval}".rstrip()


def said(way: Way) -> str:
    """Say how play begins: "South Korea supplies arms; then Russia retaliates; and on"."""
    if not way.steps:
        return "nothing happens"
    steps = "; then ".join(way.steps)
    return words.sentence_case(f"{steps}; and so on" if way.open else f"{steps}, and nothing more")


def supposing(one: Conditional) -> str:
    """Say what an expert expects under a condition, and the model beside it."""
    quoted = f"“{one.words}”, " if one.words else ""
    model = "" if one.model is None else f"the model, supposing that, {words.percent(one.model)}: "
    return (
        f"{one.by}: if {one.given}, that {one.of}: {quoted}"
        f"{words.interval(one.low, one.high)}; {model}{one.verdict}"
    )


def _figures(p: float, hedged: float | None) -> str:
    told = "" if hedged is None else f" ({words.percent(hedged)} allowing for model error)"
    return f"{words.percent(p)}{told}"
