"""What differs between two versions of a case, or two of its days."""

import difflib
import re
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from detente.errors import DetenteError, InputError, NotFoundError
from detente.store import deciding, versions
from detente.store.asking import Chance, Move
from detente.store.case import Case
from detente.store.deciding import Kept
from detente.store.tables import claims, decisions, documents, forecasts, models, runs
from detente.store.versions import Version

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:]+Z?)?")
_LONGEST = 10


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
            _told_lines(one), _told_lines(two),
            f"m{one.number}/model.yaml", f"m{two.number}/model.yaml", lineterm="", n=1,
        )  # fmt: skip
        return Difference(
            a=one.number,
            b=two.number,
            documents=tuple((f"d{row.number}", row.date or "", row.title) for row in came),
            verdicts=verdicts(connection, case.id, first, last),
            accepted=tuple(accepted),
            moves=tuple(moves),
            lines=tuple(lines),
        )


def _told_lines(version: Version) -> list[str]:
    """Return the lines of a model but for the quotes at its end, which the claims' ids stand for."""
    found, skipping = [], False
    for line in version.text.splitlines():
        if line and not line[0].isspace():
            skipping = line.startswith("evidence:")
        if not skipping:
            found.append(line)
    return found


def _version(connection: Connection, case: Case, name: str) -> Version:
    """Return a version by its number, or the last that there was on a day.

    That is a day of the log; if all of the case is younger, as of a crisis
    that is followed afterwards, it is one that the models speak of.
    """
    if name[:1] == "m" and name[1:].isdecimal() and len(name) <= _LONGEST:
        found = versions.numbered(connection, case.id, int(name[1:]))
    elif _DAY.fullmatch(name):
        until = name if "T" in name else f"{name}T23:59:59Z"
        number = connection.execute(
            select(func.max(models.c.number))
            .join(runs, runs.c.id == models.c.run_id)
            .where(models.c.case_id == case.id, runs.c.at <= until)
        ).scalar()
        found = None if number is None else versions.numbered(connection, case.id, number)
        if found is None:
            every = versions.every(connection, case.id)
            found = next((one for one in every[::-1] if _as_of(one) <= name[:10]), None)
    else:
        raise InputError(f"{name!r} is no version", "give m1, m2... or a day as 2024-11-30")
    if found is None:
        raise NotFoundError(
            f"there is no version {name}"
            if name.startswith("m")
            else f"there was no version yet on {name}",
            "see 'detente case log'",
            where=str(case.folder),
        )
    return found


def _as_of(version: Version) -> str:
    """Return the day that a version speaks of, late where it says none."""
    try:
        return version.conflict().as_of or "9999"
    except DetenteError:  # a version of an older program
        return "9999"


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


def verdicts(connection: Connection, case_id: int, after: int, to: int | None) -> dict[str, int]:
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
