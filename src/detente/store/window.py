"""The part of a case that a new report is read against: never more than so much of it.

The model is drafted anew from the claims it rests on and those of the latest
documents, once without and once with the new report; what differs is what the
report changes. The window is bounded, so the ten-thousandth report costs what
the tenth did.
"""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, select

from detente.model.conflict import Conflict, Grounded
from detente.read.claim import Actor, Claim, Reading
from detente.store import records
from detente.store.tables import claims, documents

MOST_CLAIMS = 240
MOST_DOCUMENTS = 16
LATEST = 4


def grounds(conflict: Conflict) -> list[int]:
    """Return the numbers of the claims that a model rests on, newest first."""
    parts: list[Grounded] = [*conflict.red_lines, *conflict.constraints, *conflict.experts]
    for maker in conflict.decision_makers.values():
        parts += [maker, *maker.options.values(), *(maker.priorities or ())]
    named = {name for part in parts for name in part.because}
    numbers = {records.number(name) for name in named if name.startswith("c")}
    return sorted((number for number in numbers if number is not None), reverse=True)


def window(
    connection: Connection, case_id: int, conflict: Conflict | None, new: Iterable[str] = ()
) -> tuple[Reading, Reading]:
    """Return what is known without and with some new documents, as readings.

    Parameters
    ----------
    connection : Connection
        In a transaction.
    case_id : int
        The case.
    conflict : Conflict or None
        The model as it stands.
    new : iterable of str
        Ids of the new documents.

    Returns
    -------
    before, after : Reading
        Documents and claims by day, then in the order in which they came in.
    """
    fresh = [number for name in new if (number := records.number(name)) is not None]
    latest = connection.execute(
        select(documents.c.number)
        .where(documents.c.case_id == case_id, documents.c.number.not_in(fresh))
        .order_by(documents.c.number.desc())
        .limit(LATEST)
    ).scalars()
    chosen = dict.fromkeys([*fresh, *latest])
    own: dict[int, Claim] = {}
    if conflict is not None:
        for claim in records.by_number(connection, case_id, grounds(conflict)[:MOST_CLAIMS]):
            own[int(claim.id[1:])] = claim
        for claim in sorted(own.values(), key=lambda one: -int(one.id[1:])):
            if len(chosen) < MOST_DOCUMENTS + len(fresh):
                chosen.setdefault(int(claim.document[1:]))
    rows = connection.execute(
        select(documents).where(
            documents.c.case_id == case_id, documents.c.number.in_(list(chosen))
        )
    ).all()
    whole = records.of_documents(
        connection, case_id, [*fresh, *_within(connection, case_id, chosen, fresh)]
    )
    for claim in whole:
        own.setdefault(int(claim.id[1:]), claim)
    there = {f"d{row.number}" for row in rows}
    kept = [claim for claim in own.values() if claim.document in there]
    every = _reading(rows, kept)
    old = {f"d{number}" for number in chosen} - {f"d{number}" for number in fresh}
    before = _reading(
        [row for row in rows if f"d{row.number}" in old],
        [claim for claim in kept if claim.document in old],
    )
    return before, every


def _within(
    connection: Connection, case_id: int, chosen: Iterable[int], fresh: Iterable[int]
) -> list[int]:
    """Return the old documents, latest first, whose claims all fit into the window."""
    fresh = set(fresh)
    old = sorted((number for number in chosen if number not in fresh), reverse=True)
    ids = connection.execute(
        select(documents.c.number, documents.c.id).where(
            documents.c.case_id == case_id, documents.c.number.in_(old)
        )
    ).all()
    row_ids = dict(ids)
    kept: list[int] = []
    total = 0
    for number in old:
        size = len(
            connection.execute(
                select(claims.c.id).where(claims.c.document_id == row_ids[number])
            ).all()
        )
        total += size
        if kept and total > MOST_CLAIMS:
            break
        kept.append(number)
    return kept


def _reading(rows: Iterable[Row[Any]], own: Iterable[Claim]) -> Reading:
    rows = sorted(rows, key=lambda row: ((row.date or "9999")[:10], row.number))
    place = {f"d{row.number}": k for k, row in enumerate(rows)}
    return Reading(
        documents=tuple(records.document_of(row) for row in rows),
        actors=_together(actor for row in rows for actor in records.actors_of(row)),
        claims=tuple(
            sorted(own, key=lambda claim: (place[claim.document], claim.start, int(claim.id[1:])))
        ),
        warnings=tuple(one for row in rows for one in json.loads(row.warnings)),
    )


def _together(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return actors with all their mentions; a party in one document is a party."""
    found: dict[str, Actor] = {}
    for actor in actors:
        old = found.get(actor.id, actor)
        found[actor.id] = Actor(
            id=actor.id,
            name=old.name,
            mentions=tuple(dict.fromkeys((*old.mentions, *actor.mentions))),
            role="party" if "party" in (actor.role, old.role) else old.role,
            kind=old.kind or actor.kind,
        )
    return tuple(found[name] for name in sorted(found))
