"""Proposals of a case: put in with their report, accepted or rejected by the analyst."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from detente.errors import DetenteError, InputError, NotFoundError
from detente.model.conflict import Conflict
from detente.model.formats import yaml
from detente.store import records, versions
from detente.store.applying import applied, with_evidence
from detente.store.case import Case, Run
from detente.store.proposing import Proposal, Step
from detente.store.tables import decisions, documents, proposals, runs
from detente.store.versions import Version

_DECIDED = "was decided already, by somebody else"


class _NothingError(Exception):
    """No proposal could be carried in."""

    def __init__(self, version: Version, failed: list[tuple["Kept", str]]) -> None:
        self.version, self.failed = version, failed
        super().__init__()


@dataclass(frozen=True, slots=True)
class Kept:
    """A proposal in the store; `accepted` is None as long as it is open."""

    row: int
    number: int
    kind: str
    said: str
    about: str
    steps: tuple[Step, ...]
    because: tuple[str, ...]
    at: str
    accepted: bool | None = None

    @property
    def name(self) -> str:
        """Its id: ``p4``."""
        return f"p{self.number}"


def put(run: Run, found: Sequence[Proposal]) -> list[int]:
    """Keep proposals in a run that is under way; return their numbers."""
    first = run.next(proposals)
    rows: list[dict[str, Any]] = [
        {
            "case_id": run.case_id,
            "run_id": run.id,
            "number": first + place,
            "kind": one.kind,
            "said": one.said,
            "steps": json.dumps({"about": one.about, "steps": list(one.steps)}, ensure_ascii=False),
            "because": json.dumps(list(one.because)),
        }
        for place, one in enumerate(found)
    ]
    if rows:
        run.connection.execute(insert(proposals), rows)
    return [row["number"] for row in rows]


def kept(connection: Connection, case_id: int) -> list[Kept]:
    """Return all proposals of a case, in the order in which they were made."""
    query = (
        select(proposals, decisions.c.accepted, runs.c.at)
        .join(runs, runs.c.id == proposals.c.run_id)
        .outerjoin(decisions, decisions.c.proposal_id == proposals.c.id)
        .where(proposals.c.case_id == case_id)
        .order_by(proposals.c.number)
    )
    found = []
    for row in connection.execute(query):
        told = json.loads(row.steps)
        found.append(
            Kept(
                row.id, row.number, row.kind, row.said, told["about"], tuple(told["steps"]),
                tuple(json.loads(row.because)), row.at,
                None if row.accepted is None else bool(row.accepted),
            )
        )  # fmt: skip
    return found


def chosen(case: Case, wanted: Iterable[str]) -> list[Kept]:
    """Return the open proposals that are named: by number, as ``p4``, or ``all``.

    Raises
    ------
    NotFoundError
        If one isn't there, or was decided before.
    """
    with case.reading() as connection:
        every = {one.number: one for one in kept(connection, case.id)}
    open_ = {number: one for number, one in every.items() if one.accepted is None}
    wanted = list(wanted)
    if wanted in ([], ["all"]):
        return list(open_.values())
    found = []
    for name in wanted:
        plain = name.removeprefix("p")
        number = int(plain) if plain.isdecimal() else -1
        if number not in open_:
            done = number in every
            raise NotFoundError(
                f"proposal {name} {'was decided already' if done else 'is not there'}",
                f"open are {', '.join(one.name for one in open_.values()) or 'none'}",
                where=str(case.folder),
            )
        found.append(open_[number])
    return [one for number, one in sorted({one.number: one for one in found}.items())]


def accept(
    case: Case, wanted: Sequence[Kept]
) -> tuple[Version, list[Kept], list[tuple[Kept, str]]]:
    """Carry proposals into the model, as its next version.

    Parameters
    ----------
    case : Case
        The case.
    wanted : sequence of Kept
        Open proposals.

    Returns
    -------
    version : Version
        The model now.
    done : list of Kept
        What was carried in.
    failed : list of (Kept, str)
        What no longer fits the model, which stays open, or was decided by somebody
        else meanwhile; and why.
    """
    versions.current(case)
    try:
        with case.writing("accept", ", ".join(one.name for one in wanted)) as run:
            found = _carried_in(run, wanted, str(case.folder))
    except _NothingError as nothing:  # a run that did nothing has no place in the log
        return nothing.version, [], nothing.failed
    versions.show(case, found[0])
    return found


def _carried_in(
    run: Run, wanted: Sequence[Kept], where: str
) -> tuple[Version, list[Kept], list[tuple[Kept, str]]]:
    """Put the model with proposals carried in, and that they are accepted."""
    version = versions.latest(run.connection, run.case_id)
    if version is None:
        raise InputError("the case has no model yet", "add a report first", where=where)
    conflict, done = version.conflict(), []
    open_ = _still_open(run.connection, wanted)
    failed = [(one, _DECIDED) for one in wanted if one not in open_]
    for one in open_:
        try:
            conflict = stepped(run.connection, run.case_id, conflict, one)
        except DetenteError as error:
            failed.append((one, str(error)))
            continue
        done.append(one)
    if not done:
        raise _NothingError(version, failed)
    made = versions.put(run, yaml.update(version.text, conflict))
    run.connection.execute(
        insert(decisions),
        [{"run_id": run.id, "proposal_id": one.row, "accepted": True} for one in done],
    )
    return made, done, failed


def stepped(
    connection: Connection, case_id: int, conflict: Conflict, one: Kept | Proposal
) -> Conflict:
    """Return the model with one proposal carried in, its quotes beside it."""
    numbers = [number for name in _claims_of(one) if (number := records.number(name)) is not None]
    day = _day(connection, case_id, numbers)
    steps: list[Step] = [*one.steps, *([{"do": "as_of", "day": day}] if day else [])]
    made = applied(conflict, steps)
    return with_evidence(made, records.by_number(connection, case_id, numbers))


def _claims_of(one: Kept | Proposal) -> list[str]:
    named: dict[str, None] = dict.fromkeys(one.because)
    for step in one.steps:
        named.update(dict.fromkeys(step.get("because", ())))
    return list(named)


def _day(connection: Connection, case_id: int, numbers: Iterable[int]) -> str:
    """Return the day of the latest document among those of some claims."""
    found = {claim.document for claim in records.by_number(connection, case_id, numbers)}
    query = select(documents.c.date).where(
        documents.c.case_id == case_id,
        documents.c.number.in_([int(name[1:]) for name in sorted(found)]),
    )
    days = [day[:10] for day in connection.execute(query).scalars() if day]
    return max(days, default="")


def _still_open(connection: Connection, wanted: Sequence[Kept]) -> list[Kept]:
    """Return those that nobody has decided since they were looked at: asked inside a run."""
    query = select(decisions.c.proposal_id).where(
        decisions.c.proposal_id.in_([one.row for one in wanted])
    )
    decided = set(connection.execute(query).scalars())
    return [one for one in wanted if one.row not in decided]


def reject(case: Case, wanted: Sequence[Kept], why: str = "") -> None:
    """Decide against proposals; they stay in the store as what was not taken.

    Raises
    ------
    NotFoundError
        If one was decided by somebody else meanwhile; nothing is rejected then.
    """
    if not wanted:
        return
    said = ", ".join(one.name for one in wanted) + (f": {why}" if why else "")
    with case.writing("reject", said, why=why) as run:
        open_ = _still_open(run.connection, wanted)
        gone = ", ".join(one.name for one in wanted if one not in open_)
        if gone:
            raise NotFoundError(
                f"{gone} {_DECIDED}", "look at what is open now", where=str(case.folder)
            )
        run.connection.execute(
            insert(decisions),
            [{"run_id": run.id, "proposal_id": one.row, "accepted": False} for one in wanted],
        )


def told(one: Kept) -> dict[str, Any]:
    """Return a proposal as JSON values."""
    return {
        "id": one.name, "kind": one.kind, "said": one.said, "about": one.about,
        "steps": list(one.steps), "because": list(one.because), "at": one.at,
        "accepted": one.accepted,
    }  # fmt: skip
