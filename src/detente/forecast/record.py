"""Forecasts kept to be held to: saved as lines of JSON, resolved later, scored.

A record is a file with one JSON object a line. A line of kind ``forecast``
says what was asked, until when, and what probability it got from which model
and seed; a line of kind ``outcome`` says what came of it. Lines are only ever
added, so what was once forecast can't be made to look better later.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from detente.errors import InputError, NotFoundError
from detente.forecast import scores
from detente.forecast.record_lines import add, lines_of, odd, unwritten
from detente.forecast.result import Forecast, OptionForecast, QuestionForecast
from detente.provenance import checksum


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of a forecast, and what came of it: None as long as it is open."""

    id: str
    question: str
    horizon: str
    as_of: str | None
    probability: float
    low: float
    high: float
    model: str
    seed: int
    draws: int
    outcome: bool | None = None
    resolved: str = ""
    hedged: float | None = None  # the probability allowing for model error


def save(forecast: Forecast, path: str | Path, *, as_of: str | None = None) -> list[Entry]:
    """Add a forecast to a record: a line for each option and each question.

    Parameters
    ----------
    forecast : Forecast
        What was forecast.
    path : str or Path
        The record; made if it isn't there. A line that stands there already
        isn't added again.
    as_of : str, optional
        The day of the forecast, as YYYY-MM-DD. Left out, the record says that nobody
        knows: a clock is never asked.

    Returns
    -------
    list of Entry
        All that the forecast says, whether new or known.

    Raises
    ------
    InputError
        If the file holds something else.
    """
    known = {one.id for one in entries(path)} if Path(path).exists() else set()
    made = entries_of(forecast, as_of=as_of or None)
    lines = []
    for entry in made:
        if entry.id not in known:
            shown = asdict(entry)
            del shown["outcome"], shown["resolved"]
            lines.append({"kind": "forecast", **shown})
    add(path, lines)
    return made


def entries_of(forecast: Forecast, *, as_of: str | None = None) -> list[Entry]:
    """Return the questions of a forecast, as they are kept: each with its own id.

    Parameters
    ----------
    forecast : Forecast
        What was forecast.
    as_of : str, optional
        The day of the forecast, as YYYY-MM-DD.
    """
    told: list[tuple[str, OptionForecast | QuestionForecast]] = [
        *((one.option, one) for one in forecast.options.values()),
        *((one.statement, one) for one in forecast.questions),
    ]
    made, asked = [], set()
    for question, one in told:
        if question in asked:  # an event is counted once, however often it is asked about
            continue
        asked.add(question)
        shared: dict[str, Any] = {
            "question": question,
            "horizon": forecast.horizon,
            "as_of": as_of,
            "probability": one.probability,
            "low": one.low,
            "high": one.high,
            "model": forecast.provenance.model,
            "seed": forecast.seed,
            "draws": forecast.draws,
        }
        parameters = forecast.provenance.parameters
        about = json.dumps([shared, dict(parameters)], sort_keys=True).encode()
        entry = Entry(id=checksum(about).removeprefix("sha256:"), **shared, hedged=one.hedged)
        made.append(entry)
    return made


def resolve(path: str | Path, question: str, *, outcome: bool, on: str = "") -> int:
    """Say what came of a question: resolve all its open forecasts.

    Parameters
    ----------
    path : str or Path
        The record.
    question : str
        The option or the statement, or the id of a single forecast.
    outcome : bool
        Whether it came true by the horizon.
    on : str
        The day on which that was known, as YYYY-MM-DD; "" if nobody says.

    Returns
    -------
    int
        How many forecasts were resolved.

    Raises
    ------
    NotFoundError
        If no open forecast asks that.
    InputError
        If the file isn't there or holds something else, or `on` is no day.
    """
    on = day(on) if on else ""
    asked = [
        one for one in entries(path) if question in (one.question, one.id) and one.outcome is None
    ]
    if not asked:
        open_ = sorted({one.question for one in entries(path) if one.outcome is None})
        raise NotFoundError(
            f"no open forecast asks {question!r}", f"open are {', '.join(open_) or 'none'}"
        )
    add(
        path,
        [{"kind": "outcome", "id": one.id, "outcome": outcome, "resolved": on} for one in asked],
    )
    return len(asked)


def day(text: str) -> str:
    """Return a day as YYYY-MM-DD.

    Raises
    ------
    InputError
        If it is none.

    Examples
    --------
    >>> day("20241030")
    '2024-10-30'
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InputError(f"{text!r} is no day", "write it as 2024-11-30") from error


def writable(path: str | Path) -> None:
    """Check that forecasts can be added to a record, before any is made.

    Raises
    ------
    InputError
        If the file holds something else, or its folder isn't there.
    """
    path = Path(path)
    if path.exists():
        entries(path)
    elif not path.parent.is_dir():
        raise unwritten(path, "its folder isn't there")


def entries(path: str | Path) -> list[Entry]:
    """Return what a record holds, in the order in which it was saved.

    Raises
    ------
    InputError
        If the file isn't there, or a line is no line of a record.
    """
    found: dict[str, Entry] = {}
    for where, line in lines_of(Path(path)):
        kind = line.pop("kind", None)
        try:
            if kind == "forecast":
                entry = Entry(**line)
                _check(entry)
                found[entry.id] = entry
                continue
            if kind == "outcome" and line["id"] in found:
                outcome = line["outcome"]
                if not isinstance(outcome, bool):
                    raise odd(where)
                found[line["id"]] = replace(
                    found[line["id"]], outcome=outcome, resolved=str(line.get("resolved", ""))
                )
                continue
        except (TypeError, KeyError) as error:
            raise odd(where) from error
        raise odd(where)
    return list(found.values())


def score(path: str | Path) -> scores.Report:
    """Return the scores of all resolved forecasts of a record.

    Raises
    ------
    InputError
        If none is resolved yet.
    """
    done = [one for one in entries(path) if one.outcome is not None]
    if not done:
        raise InputError(
            "no forecast is resolved yet", "say what came of one first", where=str(path)
        )
    return scores.report([one.probability for one in done], [bool(one.outcome) for one in done])


def hedged_score(path: str | Path) -> scores.Report | None:
    """Return the same scores of what was said allowing for model error.

    Those are of the resolved forecasts that say it; None where none does.
    """
    told = [
        (one.hedged, one.outcome)
        for one in entries(path)
        if one.outcome is not None and one.hedged is not None
    ]
    return scores.report([p for p, _ in told], [o for _, o in told]) if told else None


def _check(entry: Entry) -> None:
    hedged = entry.probability if entry.hedged is None else entry.hedged
    numbers = (entry.probability, entry.low, entry.high, hedged)
    if not all(isinstance(p, int | float) and 0 <= p <= 1 for p in numbers):
        raise TypeError(entry.id)
