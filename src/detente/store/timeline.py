"""A case by date: what was done and said, by whom, and how each option's chances went."""

from dataclasses import dataclass

from sqlalchemy import select

from detente.errors import DetenteError
from detente.store import records, versions
from detente.store.asking import Chance
from detente.store.case import Case
from detente.store.naming import options
from detente.store.tables import claims, documents, forecasts

KINDS = ("event", "option", "statement", "red_line", "conditional", "forecast")
MOST = 200


@dataclass(frozen=True, slots=True)
class Moment:
    """A claim at its day: that of the act as far as it is told, else of the report."""

    day: str
    actor: str
    kind: str
    status: str
    verdict: str
    claim: str
    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class Stage:
    """An option in one version of the model: how far it had gone, and what it was given."""

    day: str
    version: int
    option: str
    status: str
    taken: bool
    chance: Chance | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened, and the history of each option."""

    moments: tuple[Moment, ...]
    stages: tuple[Stage, ...]
    more: int = 0


def timeline(case: Case, *, actor: str = "", most: int = MOST) -> Timeline:
    """Return a case by date.

    Parameters
    ----------
    case : Case
        The case.
    actor : str
        Only what this decision maker did and said.
    most : int
        How many moments at most: the latest.
    """
    query = (
        records.claim_query(case.id)
        .where(claims.c.kind.in_(KINDS), claims.c.actor.is_not(None), claims.c.date.is_not(None))
        .order_by(claims.c.date.desc(), claims.c.number.desc())
        .limit(most + 1)
    )
    if actor:
        query = query.where(claims.c.actor == actor)
    with case.reading() as connection:
        rows = connection.execute(query).all()
        kept = {one.id: one for one in records.corrected(connection, rows)}
        moments = [
            Moment(
                row.date, one.actor or "", one.kind, one.status or "", row.verdict, one.id,
                one.document, " ".join(one.quote.split()),
            )
            for row in rows[:most][::-1]
            if (one := kept.get(f"c{row.number}")) is not None
        ]  # fmt: skip
        asked: dict[tuple[int, str], Chance] = {}
        told = select(forecasts).where(forecasts.c.case_id == case.id).order_by(forecasts.c.id)
        for row in connection.execute(told):
            asked[row.model_id, row.question] = Chance(row.probability, row.low, row.high)
        stages = [
            stage
            for version in versions.every(connection, case.id)
            for stage in _stages(version, asked)
            if not actor or stage.option.startswith(f"{actor}.")
        ]
        total = len(rows) > most
    return Timeline(tuple(moments), tuple(stages), int(total))


def _stages(version: versions.Version, asked: dict[tuple[int, str], Chance]) -> list[Stage]:
    try:
        conflict = version.conflict()
    except DetenteError:  # a version of an older program
        return []
    taken = set(conflict.status_quo or ())
    return [
        Stage(
            conflict.as_of, version.number, name, option.status or "", name in taken,
            asked.get((version.row, name)),
        )
        for name, option in options(conflict).items()
    ]  # fmt: skip


def days(case: Case) -> list[str]:
    """Return the days of a case's reports, in order."""
    query = select(documents.c.date).where(documents.c.case_id == case.id).distinct()
    with case.reading() as connection:
        return sorted(day[:10] for day in connection.execute(query).scalars() if day)
