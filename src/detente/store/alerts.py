"""What reports that came in have to tell somebody: told from the store, so nothing is lost.

An alert is made of rows that are kept, not of what a process has in its hands
when it is stopped: whoever comes next finds what was not told yet.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from detente.store import clock, deciding
from detente.store.case import Case
from detente.store.growing import Change
from detente.store.tables import claims, documents, proposals, runs

TELLING = ("crossed", "moved", "option", "red_line", "status", "expert")
"""The kinds of proposals that are told of, besides each report."""
WATCHED = "watched"
"""What a run's details say when a watch made it."""


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that a report says and that somebody should know.

    Attributes
    ----------
    at : str
        When the report came in.
    case, document, source : str
        Where it is in.
    kind : str
        ``report``, or the kind of what the report proposes.
    said : str
        It in a sentence.
    id : str
        The document or the proposal, ``d3`` or ``p7``: an alert that comes
        twice has the same.
    """

    at: str
    case: str
    document: str
    source: str
    kind: str
    said: str
    id: str = ""

    def line(self) -> str:
        """Return the alert as a line of JSON."""
        shown = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(shown, ensure_ascii=False, sort_keys=True) + "\n"


def alerts(case: Case, change: Change) -> list[Alert]:
    """Return what a change has to tell: reports, and what they propose of weight."""
    at, found = clock.now(), []
    sources = {one.document: one.source for one in change.taken}
    of = {claim.id: one.document for one in change.taken for claim in one.claims}
    for one in change.taken:
        if not one.known:
            said = _reported(one.title, one.source, len(one.claims))
            found.append(
                Alert(at, case.name, one.document, one.source, "report", said, one.document)
            )
    for p in change.proposed:
        if p.kind in TELLING:
            document = next((of[name] for name in p.because if name in of), "")
            source = sources.get(document, "")
            found.append(Alert(at, case.name, document, source, p.kind, p.said, p.name))
    return found


def _reported(title: str, source: str, n_claims: int) -> str:
    return f"{title or source}: {n_claims} claim{'s' if n_claims != 1 else ''}"


def last_run(case: Case) -> int:
    """Return the number of the latest run of a case, 0 where there is none."""
    with case.reading() as connection:
        query = select(func.max(runs.c.number)).where(runs.c.case_id == case.id)
        return int(connection.execute(query).scalar() or 0)


def since(case: Case, run: int) -> list[tuple[int, list[Alert]]]:
    """Return what the runs of watches after some run have to tell, oldest first.

    Parameters
    ----------
    case : Case
        The case.
    run : int
        The number of the run that was told last.

    Returns
    -------
    list of (int, list of Alert)
        The numbers of runs, and their alerts; runs that tell nothing aren't there.
    """
    query = (
        select(
            runs.c.number.label("run"), runs.c.id.label("run_id"), runs.c.at, runs.c.details,
            documents.c.id, documents.c.number, documents.c.title, documents.c.source,
        )
        .join(documents, documents.c.run_id == runs.c.id)
        .where(runs.c.case_id == case.id, runs.c.number > run, runs.c.verb == "add")
        .order_by(runs.c.number)
    )  # fmt: skip
    with case.reading() as connection:
        rows = [row for row in connection.execute(query) if json.loads(row.details).get(WATCHED)]
        if not rows:
            return []
        sizes = select(claims.c.document_id, func.count()).where(
            claims.c.document_id.in_([row.id for row in rows])
        )
        n_claims = dict(connection.execute(sizes.group_by(claims.c.document_id)).all())
        made = select(proposals.c.number, proposals.c.run_id).where(
            proposals.c.case_id == case.id, proposals.c.run_id >= rows[0].run_id
        )
        run_of = dict(connection.execute(made).all())
        mine = _by_run(deciding.kept(connection, case.id), run_of) if run_of else {}
    found = []
    for row in rows:
        name, said = f"d{row.number}", _reported(row.title, row.source, n_claims.get(row.id, 0))
        told = [Alert(row.at, case.name, name, row.source, "report", said, name)]
        told += [
            Alert(row.at, case.name, name, row.source, one.kind, one.said, one.name)
            for one in mine.get(row.run_id, ())
            if one.kind in TELLING
        ]
        found.append((row.run, told))
    return found


def _by_run(
    kept: Iterable[deciding.Kept], run_of: dict[int, int]
) -> dict[int, list[deciding.Kept]]:
    found: dict[int, list[deciding.Kept]] = defaultdict(list)
    for one in kept:
        if one.number in run_of:
            found[run_of[one.number]].append(one)
    return found
