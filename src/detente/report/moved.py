"""How forecasts moved, and by what: sentences for pages on changes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from detente.model.conflict import Conflict
from detente.report import words
from detente.report.told import Line, Section

if TYPE_CHECKING:
    from detente.store.asking import Cause, Chance, Move

LEAST = 0.005


def forecasts(
    moves: Sequence["Move"], conflict: Conflict | None, *, supposed: bool
) -> list[Section]:
    """Return what to say of forecasts that moved, of new ones, and of the rest.

    Parameters
    ----------
    moves : sequence of Move
        What each question had before and has now.
    conflict : Conflict or None
        For its names and labels.
    supposed : bool
        Whether that is only what would be.
    """
    name = namer(conflict)
    moved, new, same = [], [], 0
    for one in moves:
        if one.after is None:
            continue
        if one.before is None:
            new.append(Line(f"{name(one.question)}: {words.percent(one.after.probability)}"))
        elif _within(one.before, one.after):
            same += 1
        else:
            moved.append(_moved(one, name, supposed=supposed))
    sections = []
    if moved:
        heading = (
            "How the forecast would move, were all of it accepted"
            if supposed
            else "The forecast moved"
        )
        if same:
            moved.append(Line(_stayed(same)))
        sections.append(Section(heading, tuple(moved)))
    elif same:
        sections.append(
            Section("The forecast", (Line("No forecast moved beyond the error of sampling."),))
        )
    if new:
        heading = "Forecast for the first time" + (", were it accepted" if supposed else "")
        sections.append(Section(heading, tuple(new)))
    return sections


def _within(before: "Chance", after: "Chance") -> bool:
    """Whether a forecast moved by no more than the error of sampling it."""
    room = max(before.high - before.low, after.high - after.low) / 2
    return abs(after.probability - before.probability) <= max(room, LEAST)


def _stayed(same: int) -> str:
    said = words.sentence_case(words.counted(same, "other forecast"))
    return f"{said} moved by no more than the error of sampling, or not at all."


def _moved(one: "Move", name: Callable[[str], str], *, supposed: bool) -> Line:
    before, after = one.before, one.after
    if before is None or after is None:
        return Line("")
    verb = "would go" if supposed else "went"
    text = (
        f"The forecast of {name(one.question)} {verb} from {words.percent(before.probability)}"
        f" to {words.percent(after.probability)}"
    )
    if one.causes:
        text += " because " + words.listed([_cause(cause) for cause in one.causes[:3]])
    else:
        text += "; no single change moves it beyond the error of sampling"
    return Line(text + ".")


def _cause(cause: "Cause") -> str:
    points = round(100 * cause.shift)
    size = f"{points:+d} points" if abs(points) != 1 else f"{points:+d} point"
    return f"{cause.said} ({cause.proposal}, {size})"


def steps(moves: Sequence["Move"], conflict: Conflict | None) -> list[Section]:
    """Return what to say of forecasts between two versions, whose causes aren't known."""
    name = namer(conflict)
    lines = [
        Line(
            f"{name(one.question)}: from {words.percent(one.before.probability)}"
            f" to {words.percent(one.after.probability)}"
        )
        for one in moves
        if one.before and one.after and not _within(one.before, one.after)
    ]
    return [Section("The forecast moved", tuple(lines))] if lines else []


def namer(conflict: Conflict | None) -> Callable[[str], str]:
    """Return a function that says a question in words: an option by its label."""
    labels = {}
    if conflict is not None:
        for dm, maker in conflict.decision_makers.items():
            for option, one in maker.options.items():
                if one.label:
                    labels[f"{dm}.{option}"] = f"“{maker.name or dm}: {one.label}”"
    return lambda question: labels.get(question, f"“{question}”")
