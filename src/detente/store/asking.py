"""Forecasts of a case: made on a version of its model, kept as questions, compared."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from detente.errors import DetenteError
from detente.forecast.result import Forecast
from detente.model.conflict import Conflict
from detente.store.case import Case
from detente.store.deciding import Kept, stepped
from detente.store.tables import forecasts
from detente.store.versions import Version

MOST_STEPS = 12
"""The most accepted changes whose part in a forecast's move is worked out one by one."""


@dataclass(frozen=True, slots=True)
class Chance:
    """What a question got: its probability, and the error of sampling it."""

    probability: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Cause:
    """A change and by how much it moved a forecast, the changes before it being made."""

    proposal: str
    said: str
    shift: float


@dataclass(frozen=True, slots=True)
class Move:
    """How the forecast of one question moved, and by what."""

    question: str
    before: Chance | None
    after: Chance | None
    causes: tuple[Cause, ...] = ()


def ask(conflict: Conflict, *, draws: int, seed: int, horizon: str | None) -> Forecast | None:
    """Forecast a model; None where it can't be: no options, or no status quo."""
    from detente.forecast.forecasting import forecast

    if not conflict.option_names() or conflict.status_quo is None:
        return None
    return forecast(conflict, draws=draws, seed=seed, horizon=horizon)


def chances(found: Forecast | None) -> dict[str, Chance]:
    """Return the probability of every option and of every question that experts speak of."""
    if found is None:
        return {}
    asked = {
        name: Chance(one.probability, one.low, one.high) for name, one in found.options.items()
    }
    for one in found.questions:
        asked.setdefault(one.statement, Chance(one.probability, one.low, one.high))
    return asked


def put(case: Case, version: Version, found: Forecast, *, as_of: str) -> int:
    """Keep a forecast: a row for each question that isn't there already; return how many."""
    from detente.forecast.record import entries_of

    entries = {one.id: one for one in entries_of(found, as_of=as_of)}
    query = select(forecasts.c.entry).where(
        forecasts.c.case_id == case.id, forecasts.c.entry.in_(list(entries))
    )
    with case.reading() as connection:
        if len(set(connection.execute(query).scalars())) == len(entries):
            return 0
    until = "no horizon" if found.horizon == "no horizon" else f"until {found.horizon}"
    said = f"m{version.number}, {until}"
    with case.writing("forecast", said, seed=found.seed, draws=found.draws) as run:
        known = set(run.connection.execute(query).scalars())
        rows = [
            {
                "case_id": case.id, "run_id": run.id, "model_id": version.row, "entry": one.id,
                "question": one.question, "horizon": one.horizon, "as_of": one.as_of,
                "probability": one.probability, "low": one.low, "high": one.high,
                "model": one.model, "seed": one.seed, "draws": one.draws,
            }
            for one in entries.values()
            if one.id not in known
        ]  # fmt: skip
        if rows:
            run.connection.execute(insert(forecasts), rows)
    return len(rows)


def last(connection: Connection, case_id: int) -> dict[str, Chance]:
    """Return the latest forecast of each question."""
    newest = (
        select(func.max(forecasts.c.id))
        .where(forecasts.c.case_id == case_id)
        .group_by(forecasts.c.question)
    )
    rows = connection.execute(
        select(forecasts).where(forecasts.c.id.in_(newest)).order_by(forecasts.c.id)
    )
    return {row.question: Chance(row.probability, row.low, row.high) for row in rows}


def moves(
    case: Case,
    before: Conflict,
    changes: Sequence[Kept],
    ask_of: Callable[[Conflict], Mapping[str, Chance]],
) -> list[Move]:
    """Say how each forecast moved, and what each change did to it.

    The changes are made one after the other, in their order, and the model is
    forecast after each, with the same seed; what one of them moves is said on
    top of those before it, so the parts add up to the whole.

    Parameters
    ----------
    case : Case
        Where the claims are.
    before : Conflict
        The model before the changes.
    changes : sequence of Kept
        What was accepted, in its order.
    ask_of : callable
        Forecasts a model.

    Returns
    -------
    list of Move
        One for each question of either end.
    """
    model, stages = before, [ask_of(before)]
    told: list[tuple[str, str]] = []
    groups = [[one] for one in changes]
    if len(groups) > MOST_STEPS:  # the last ones together
        groups = [*groups[: MOST_STEPS - 1], [one for g in groups[MOST_STEPS - 1 :] for one in g]]
    with case.reading() as connection:
        for group in groups:
            for one in group:
                try:
                    model = stepped(connection, case.id, model, one)
                except DetenteError:
                    continue
            names = ", ".join(one.name for one in group)
            said = group[0].said if len(group) == 1 else f"{len(group)} further changes together"
            told.append((names, said))
            stages.append(ask_of(model))
    questions = dict.fromkeys([*stages[0], *stages[-1]])
    return [_move(question, stages, told) for question in questions]


def _move(
    question: str, stages: Sequence[Mapping[str, Chance]], told: Sequence[tuple[str, str]]
) -> Move:
    """Return the move of one question; what is not yet a question has no part in it."""
    causes = []
    for place, (names, said) in enumerate(told):
        then, now = stages[place].get(question), stages[place + 1].get(question)
        if then is None or now is None:
            continue
        room = max(then.high - then.low, now.high - now.low) / 2
        shift = now.probability - then.probability
        if abs(shift) > room:
            causes.append(Cause(names, said, round(shift, 6)))
    causes.sort(key=lambda one: -abs(one.shift))
    return Move(question, stages[0].get(question), stages[-1].get(question), tuple(causes))
