"""What a case has come to: its status, its log, and what differs between two of its days."""

import difflib
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from detente.errors import InputError, NotFoundError
from detente.store import asking, deciding, versions
from detente.store.asking import Chance, Move
from detente.store.case import Case
from detente.store.deciding import Kept
from detente.store.tables import claims, decisions, documents, forecasts, models, proposals, runs
from detente.store.versions import Version

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:]+Z?)?")


@dataclass(frozen=True, slots=True)
class Status:
    """How a case stands."""

    name: str
    title: str
    documents: int
    latest: tuple[str, str, str] | None  # id, day, title
    claims: int
    verdicts: dict[str, int]
    model: int | None
    open: tuple[Kept, ...]
    chances: dict[str, Chance]
    store: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log: a run."""

    id: str
    at: str
    by: str
    verb: str
    said: str
    details: dict[str, Any]
    document: str | None = None
    claims: int = 0
    proposals: int = 0
    model: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What came to a case between two versions of its model."""

    a: int
    b: int
    documents: tuple[tuple[str, str, str], ...]
    verdicts: dict[str, int]
    accepted: tuple[Kept, ...]
    moves: tuple[Move, ...]
    lines: tuple[str, ...] = field(default=())


def status(case: Case) -> Status:
    """Return how a case stands."""
    with case.reading() as connection:
        newest = connection.execute(
            select(documents.c.number, documents.c.date, documents.c.title)
            .where(documents.c.case_id == case.id)
            .order_by(documents.c.number.desc())
            .limit(1)
        ).first()
        verdicts = _verdicts(connection, case.id, 0, None)
        version = versions.latest(connection, case.id)
        every = deciding.kept(connection, case.id)
        return Status(
            name=case.name,
            title=case.title,
            documents=_count(connection, documents, case.id),
            latest=None
            if newest is None
            else (f"d{newest.number}", newest.date or "", newest.title),
            claims=_count(connection, claims, case.id),
            verdicts=verdicts,
            model=None if version is None else version.number,
            open=tuple(one for one in every if one.accepted is None),
            chances=asking.last(connection, case.id),
            store=case.engine.url.render_as_string(hide_password=True)
            if case.engine.dialect.name != "sqlite"
            else "case.db",
            notes=case.notes,
        )


def _count(connection: Connection, table: Any, case_id: int) -> int:
    query = select(func.count()).select_from(table).where(table.c.case_id == case_id)
    return int(connection.execute(query).scalar() or 0)


def _verdicts(connection: Connection, case_id: int, after: int, to: int | None) -> dict[str, int]:
    """Return how many claims there are of each verdict, of documents behind `after` up to `to`."""
    query = (
        select(claims.c.verdict, func.count())
        .where(claims.c.case_id == case_id, claims.c.verdict != "")
        .group_by(claims.c.verdict)
    )
    if after or to is not None:
        query = query.join(documents, documents.c.id == claims.c.document_id).where(
            documents.c.number > after
        )
    if to is not None:
        query = query.where(documents.c.number <= to)
    return dict(sorted((str(word), int(n)) for word, n in connection.execute(query)))


def log(case: Case, *, most: int | None = None) -> list[Entry]:
    """Return what was done with a case, oldest first; the last `most` runs only, if given."""
    query = select(runs).where(runs.c.case_id == case.id).order_by(runs.c.number.desc())
    if most is not None:
        query = query.limit(most)
    with case.reading() as connection:
        rows = connection.execute(query).all()[::-1]
        ids = [row.id for row in rows]
        low = min(ids, default=0)
        came = {
            row.run_id: row.number
            for row in connection.execute(
                select(documents.c.run_id, documents.c.number).where(
                    documents.c.case_id == case.id, documents.c.run_id >= low
                )
            )
        }
        told = Counter(
            connection.execute(
                select(proposals.c.run_id).where(
                    proposals.c.case_id == case.id, proposals.c.run_id >= low
                )
            ).scalars()
        )
        made = {
            row.run_id: row.number
            for row in connection.execute(
                select(models.c.run_id, models.c.number).where(
                    models.c.case_id == case.id, models.c.run_id >= low
                )
            )
        }
        sizes = dict(
            connection.execute(
                select(documents.c.run_id, func.count())
                .join(claims, claims.c.document_id == documents.c.id)
                .where(documents.c.case_id == case.id, documents.c.run_id >= low)
                .group_by(documents.c.run_id)
            ).all()
        )
    return [
        Entry(
            id=f"r{row.number}", at=row.at, by=row.by, verb=row.verb, said=row.said,
            details=json.loads(row.details),
            document=f"d{came[row.id]}" if row.id in came else None,
            claims=sizes.get(row.id, 0), proposals=told.get(row.id, 0), model=made.get(row.id),
        )
        for row in rows
    ]  # fmt: skip


def diff(case: Case, a: str, b: str = "") -> Difference:
    """Return what came between two versions of a case.

    Parameters
    ----------
    case : Case
        The case.
    a, b : str
        Versions of the model (``m2``), or days (``2024-11-30``, the last
        version made by then); `b` left out, the latest.

    Raises
    ------
    NotFoundError
        If there is no such version.
    """
    with case.reading() as connection:
        one = _version(connection, case, a)
        two = _version(connection, case, b) if b else versions.latest(connection, case.id)
        if two is None:
            raise NotFoundError(
                "the case has no model yet", "add a report first", where=str(case.folder)
            )
        if two.number < one.number:
            one, two = two, one
        first, last = (
            _documents_by(connection, case.id, one),
            _documents_by(connection, case.id, two),
        )
        came = connection.execute(
            select(documents.c.number, documents.c.date, documents.c.title)
            .where(
                documents.c.case_id == case.id,
                documents.c.number > first,
                documents.c.number <= last,
            )
            .order_by(documents.c.number)
        ).all()
        accepted = _accepted(connection, case.id, one, two)
        then, now = _chances(connection, one), _chances(connection, two)
        moves = [Move(name, then.get(name), now.get(name)) for name in dict.fromkeys([*then, *now])]
        lines = difflib.unified_diff(
            one.text.splitlines(), two.text.splitlines(),
            f"m{one.number}/model.yaml", f"m{two.number}/model.yaml", lineterm="", n=1,
        )  # fmt: skip
        return Difference(
            a=one.number,
            b=two.number,
            documents=tuple((f"d{row.number}", row.date or "", row.title) for row in came),
            verdicts=_verdicts(connection, case.id, first, last),
            accepted=tuple(accepted),
            moves=tuple(moves),
            lines=tuple(lines),
        )


def _version(connection: Connection, case: Case, name: str) -> Version:
    if name[:1] == "m" and name[1:].isdecimal():
        found = versions.numbered(connection, case.id, int(name[1:]))
    elif _DAY.fullmatch(name):
        until = name if "T" in name else f"{name}T23:59:59Z"
        number = connection.execute(
            select(func.max(models.c.number))
            .join(runs, runs.c.id == models.c.run_id)
            .where(models.c.case_id == case.id, runs.c.at <= until)
        ).scalar()
        found = None if number is None else versions.numbered(connection, case.id, number)
    else:
        raise InputError(f"{name!r} is no version", "give m1, m2... or a day as 2024-11-30")
    if found is None:
        raise NotFoundError(
            f"there is no version {name}", "see 'detente case log'", where=str(case.folder)
        )
    return found


def _documents_by(connection: Connection, case_id: int, version: Version) -> int:
    """Return the number of the last document that was there when a version was made."""
    run = connection.execute(select(models.c.run_id).where(models.c.id == version.row)).scalar()
    query = select(func.max(documents.c.number)).where(
        documents.c.case_id == case_id, documents.c.run_id <= run
    )
    return int(connection.execute(query).scalar() or 0)


def _accepted(connection: Connection, case_id: int, a: Version, b: Version) -> list[Kept]:
    made = select(models.c.run_id).where(
        models.c.case_id == case_id, models.c.number > a.number, models.c.number <= b.number
    )
    rows = connection.execute(
        select(decisions.c.proposal_id).where(
            decisions.c.accepted.is_(True), decisions.c.run_id.in_(made)
        )
    ).scalars()
    wanted = set(rows)
    return [one for one in deciding.kept(connection, case_id) if one.row in wanted]


def _chances(connection: Connection, version: Version) -> dict[str, Chance]:
    rows = connection.execute(
        select(forecasts).where(forecasts.c.model_id == version.row).order_by(forecasts.c.id)
    )
    return {row.question: Chance(row.probability, row.low, row.high) for row in rows}
