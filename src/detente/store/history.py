"""What a case has come to: its status, and its log."""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from detente.store import asking, deciding, versions
from detente.store.asking import Chance
from detente.store.case import Case
from detente.store.comparing import Difference, diff, verdicts
from detente.store.deciding import Kept
from detente.store.tables import (
    claims,
    documents,
    models,
    proposals,
    runs,
    sightings,
)

__all__ = ["Difference", "Entry", "Status", "diff", "log", "status"]


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
    """A line of the log: a run. `known` says that its document had come in before."""

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
    known: bool = False


def status(case: Case) -> Status:
    """Return how a case stands."""
    with case.reading() as connection:
        newest = connection.execute(
            select(documents.c.number, documents.c.date, documents.c.title)
            .where(documents.c.case_id == case.id)
            .order_by(documents.c.number.desc())
            .limit(1)
        ).first()
        counts = verdicts(connection, case.id, 0, None)
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
            verdicts=counts,
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
        again = {
            row.run_id: row.number
            for row in connection.execute(
                select(sightings.c.run_id, documents.c.number)
                .join(documents, documents.c.id == sightings.c.document_id)
                .where(documents.c.case_id == case.id, sightings.c.run_id >= low)
            )
        }
        came.update(again)
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
            known=row.id in again, claims=sizes.get(row.id, 0), proposals=told.get(row.id, 0), model=made.get(row.id),
        )
        for row in rows
    ]  # fmt: skip
