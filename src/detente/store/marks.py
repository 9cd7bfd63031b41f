"""Up to which run each way out was told: in the case's folder, or in the store for all machines.

A screen or a file is one machine's, so ``.watch`` in the folder has its mark. A
mail or a webhook comes to the same people from whichever machine, so its mark
is in the store, and only one machine tells it at a time.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import func, insert, select, update

from detente.provenance import checksum
from detente.store.case import Case, write_whole
from detente.store.engine import reading, writing
from detente.store.tables import cases, told

MARKS = ".watch"


def in_folder(case: Case) -> dict[str, int]:
    """Return the marks of the case's folder; none where they can't be read."""
    try:
        found = json.loads((case.folder / MARKS).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: run for name, run in found.items() if type(run) is int}


def put_in_folder(case: Case, marks: dict[str, int]) -> None:
    """Write marks into the case's folder, beside those that are there."""
    whole = {**in_folder(case), **marks}
    write_whole(case.folder / MARKS, json.dumps(whole, sort_keys=True, indent=1) + "\n")


def in_store(case: Case) -> dict[str, int]:
    """Return the marks that the store has of a case."""
    with case.reading() as connection:
        rows = connection.execute(
            select(told.c.channel, told.c.run).where(told.c.case_id == case.id)
        ).all()
    return {row.channel: row.run for row in rows}


def put_in_store(case: Case, channel: str, run: int) -> None:
    """Write down in the store that a channel was told up to a run; never less than it says."""
    mine = (told.c.case_id == case.id) & (told.c.channel == channel)
    with writing(case.engine, str(case.folder)) as connection:
        connection.execute(select(cases.c.id).where(cases.c.id == case.id).with_for_update())
        now = connection.execute(select(told.c.run).where(mine)).scalar()
        if now is None:
            row = {"case_id": case.id, "channel": channel, "run": run}
            connection.execute(insert(told), row)
        elif now < run:
            connection.execute(update(told).where(mine).values(run=run))


@contextmanager
def alone(case: Case, channel: str) -> Iterator[bool]:
    """Have a channel of the store to oneself; yields False while another machine tells it.

    Who is killed lets go of it. A store that is a file has no such lock: two who
    watch it at the same moment may tell twice.
    """
    if case.engine.dialect.name == "sqlite":
        yield True
        return
    digest = checksum(f"{case.id} {channel}".encode()).removeprefix("sha256:")
    key = int(digest, 16) - (1 << 63)  # a signed number of 64 bits
    with reading(case.engine, str(case.folder)) as connection:
        got = bool(connection.execute(select(func.pg_try_advisory_xact_lock(key))).scalar())
        yield got
