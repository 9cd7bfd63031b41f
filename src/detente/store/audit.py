"""What was done through a shared workbench: who, when, what, on which version; only ever added to."""

from dataclasses import dataclass

from sqlalchemy import Engine, insert, select

from detente.store import clock
from detente.store.engine import reading, writing
from detente.store.tables import audit

LONGEST = 400
_WHERE = "the team's store"


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the audit log.

    Attributes
    ----------
    at, who, address : str
        When, by which account, and from where.
    case, what, said : str
        In which case, what was asked for, and what came of it.
    version : str
        The version of the model that it was done on.
    """

    at: str
    who: str
    address: str
    case: str
    what: str
    said: str
    version: str


def note(
    engine: Engine, who: str, what: str, *, address: str = "", case: str = "", said: str = "",
    version: str = "",
) -> None:  # fmt: skip
    """Add a line."""
    row = {
        "at": clock.now(), "who": who, "address": address, "case": case, "what": what,
        "said": said, "version": version,
    }  # fmt: skip
    with writing(engine, _WHERE) as connection:
        connection.execute(
            insert(audit),
            {key: value.replace("\0", "\ufffd")[:LONGEST] for key, value in row.items()},
        )


def entries(engine: Engine, *, most: int = 50, who: str = "", case: str = "") -> list[Deed]:
    """Return the last lines, oldest first; only those of an account or a case, if given."""
    query = select(audit).order_by(audit.c.id.desc()).limit(most)
    if who:
        query = query.where(audit.c.who == who)
    if case:
        query = query.where(audit.c.case == case)
    with reading(engine, _WHERE) as connection:
        rows = connection.execute(query).all()[::-1]
    return [
        Deed(row.at, row.who, row.address, row.case, row.what, row.said, row.version)
        for row in rows
    ]
