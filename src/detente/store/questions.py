"""Forecasts as questions: open until somebody says what came of them, then scored."""

from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy import func, insert, or_, select

from detente.errors import InputError, NotFoundError
from detente.forecast import scores
from detente.store import versions
from detente.store.case import Case, Run
from detente.store.days import checked
from detente.store.tables import forecasts, outcomes


@dataclass(frozen=True, slots=True)
class Question:
    """One forecast of one question; `outcome` is None as long as it is open.

    `settled` says that the option was taken already when it was forecast: that
    is no forecast, and it has no part in the score.
    """

    id: str
    question: str
    horizon: str
    as_of: str
    probability: float
    outcome: bool | None
    resolved: str
    settled: bool = False


def questions(case: Case, *, open_only: bool = False) -> list[Question]:
    """Return a case's questions, in the order in which they were forecast."""
    query = (
        select(forecasts, outcomes.c.outcome, outcomes.c.resolved)
        .outerjoin(outcomes, outcomes.c.forecast_id == forecasts.c.id)
        .where(forecasts.c.case_id == case.id)
        .order_by(forecasts.c.id)
    )
    with case.reading() as connection:
        rows = connection.execute(query).all()
        taken = {
            version.row: set(version.conflict().status_quo or ())
            for version in versions.every(connection, case.id)
        }
    return [
        Question(
            row.entry, row.question, row.horizon, row.as_of, row.probability,
            None if row.outcome is None else bool(row.outcome), row.resolved or "",
            row.question in taken[row.model_id],
        )
        for row in rows
        if not open_only or (row.outcome is None and row.question not in taken[row.model_id])
    ]  # fmt: skip


def resolve(case: Case, question: str, *, outcome: bool, on: str = "") -> int:
    """Say what came of a question; return how many forecasts that resolves.

    Parameters
    ----------
    case : Case
        The case.
    question : str
        The option or the statement, or the id of a single forecast.
    outcome : bool
        Whether it came true by the horizon.
    on : str
        The day on which that was known.

    Raises
    ------
    NotFoundError
        If no open forecast asks that.
    InputError
        If all that ask it were made after that day.

    Notes
    -----
    With a day, forecasts that were made after it stay open: they ask what
    comes next.
    """
    day = checked(on) if on else ""
    open_ = (
        select(
            forecasts.c.id,
            forecasts.c.question,
            forecasts.c.entry,
            forecasts.c.as_of,
            forecasts.c.model_id,
        )
        .outerjoin(outcomes, outcomes.c.forecast_id == forecasts.c.id)
        .where(forecasts.c.case_id == case.id, outcomes.c.id.is_(None))
        .order_by(forecasts.c.id)
    )
    with case.writing("resolve", f"{question}: {'yes' if outcome else 'no'}") as run:
        rows = run.connection.execute(open_).all()
        asked = [row for row in rows if question in {row.question, row.entry}]
        mine = [row.id for row in asked if not day or not row.as_of or row.as_of[:10] <= day]
        if asked and not mine:
            raise InputError(
                f"all open forecasts of {question} were made after {day}", "give a later --on",
                where=str(case.folder),
            )  # fmt: skip
        if not mine:
            raise _unasked(run, question, sorted({row.question for row in rows}))
        run.connection.execute(
            insert(outcomes),
            [
                {"run_id": run.id, "forecast_id": row, "outcome": outcome, "resolved": day}
                for row in mine
            ],
        )
    return len(mine)


def _unasked(run: Run, question: str, open_: list[str]) -> NotFoundError:
    """Return the error for a question that no open forecast asks."""
    query = (
        select(func.count())
        .select_from(forecasts)
        .where(
            forecasts.c.case_id == run.case_id,
            or_(forecasts.c.question == question, forecasts.c.entry == question),
        )
    )
    n = run.connection.execute(query).scalar() or 0
    if n:
        what = f"{'all forecasts' if n > 1 else 'the forecast'} of {question} are resolved already"
        return NotFoundError(
            what if n > 1 else what.replace(" are ", " is "), "see 'case questions --all'"
        )
    near = get_close_matches(question, open_, n=3, cutoff=0.5)
    names = ", ".join(near or open_) or "none"
    return NotFoundError(
        f"no open forecast asks {question!r}",
        f"{'perhaps' if near else 'open are'} {names}{'?' if near else ''}",
    )


def score(case: Case) -> scores.Report:
    """Return the scores of all that is resolved.

    Raises
    ------
    InputError
        If nothing is resolved yet.
    """
    done = [one for one in questions(case) if one.outcome is not None and not one.settled]
    if not done:
        raise InputError(
            "no forecast is resolved yet", "say what came of one: detente case resolve",
            where=str(case.folder),
        )  # fmt: skip
    return scores.report([one.probability for one in done], [bool(one.outcome) for one in done])
