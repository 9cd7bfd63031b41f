"""Going back and forward among the versions of a case's model.

Nothing is taken away by that: going back puts the earlier text in as the next
version, by a run that is called ``undo``; so which version is the one before is
told by the runs, and a second program over the same store sees the same.
"""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from detente.errors import NotFoundError
from detente.store import versions
from detente.store.case import Run
from detente.store.tables import models, runs
from detente.store.versions import Version

Way = Literal["undo", "redo"]


@dataclass(frozen=True, slots=True)
class Steps:
    """Numbers of versions: `past` ends with the present one, `future` with the one to go to next."""

    past: tuple[int, ...]
    future: tuple[int, ...]


def steps(connection: Connection, case_id: int) -> Steps:
    """Return where a case's model stands among its versions.

    Parameters
    ----------
    connection : Connection
        In a transaction.
    case_id : int
        The case.

    Returns
    -------
    Steps
        A version that was made otherwise than by going back or forward ends
        what can be gone forward to.
    """
    query = (
        select(models.c.number, runs.c.verb)
        .join(runs, runs.c.id == models.c.run_id)
        .where(models.c.case_id == case_id)
        .order_by(models.c.number)
    )
    past: list[int] = []
    future: list[int] = []
    for number, verb in connection.execute(query):
        if verb == "undo" and len(past) > 1:
            future.append(past.pop())
        elif verb == "redo" and future:
            past.append(future.pop())
        else:
            past.append(number)
            future = []
    return Steps(tuple(past), tuple(future))


def step(run: Run, way: Way) -> Version:
    """Put the version before, or the one after, in as the next one; the run is called `way`.

    Raises
    ------
    NotFoundError
        If there is none.
    """
    where = steps(run.connection, run.case_id)
    aim = where.past[-2:-1] if way == "undo" else where.future[-1:]
    found = versions.numbered(run.connection, run.case_id, aim[0]) if aim else None
    if found is None:
        raise NotFoundError("there is no other version", "go on from this one")
    return versions.put(run, found.text)
