"""A case: its folder, its store, and the runs that write to it.

::

    ukraine-2024/
        case.yaml       its name, and the address of its store where that isn't case.db
        case.db         the store
        model.yaml      the model, to be edited

Who writes holds the case alone while doing so: numbers are given out and rows
put in inside one transaction, and what it did is there whole or not at all.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, select

from detente.errors import InputError, NotFoundError, OutputExistsError
from detente.provenance import versions
from detente.store import clock, tables
from detente.store.about import ABOUT, read_about, write_about, write_whole
from detente.store.engine import is_url, open_engine, reading, writing
from detente.store.migrate import ready

__all__ = ["ABOUT", "Case", "Run", "new", "open_case", "write_whole"]
STORE = "case.db"
MODEL = "model.yaml"
_NAME = re.compile(r"[^\W_][\w. -]{0,99}")


@dataclass(frozen=True, slots=True)
class Case:
    """An open case.

    Attributes
    ----------
    folder : Path
        Its folder.
    engine : Engine
        Its store.
    id : int
        Its row there.
    name, title : str
        What it is called.
    notes : tuple of str
        What opening it did that a person should know.
    """

    folder: Path
    engine: Engine
    id: int
    name: str
    title: str
    notes: tuple[str, ...] = ()

    @property
    def model_path(self) -> Path:
        """Where the model stands that people edit."""
        return self.folder / MODEL

    def reading(self) -> Any:
        """Open a transaction that reads."""
        return reading(self.engine, str(self.folder))

    @contextmanager
    def writing(self, verb: str, said: str = "", **details: Any) -> Iterator["Run"]:
        """Open a transaction that writes, as one run of this case.

        Yields
        ------
        Run
            Where rows are put; its row is the first, and all are kept at the
            end or none.
        """
        with writing(self.engine, str(self.folder)) as connection:
            held = select(tables.cases.c.id).where(tables.cases.c.id == self.id).with_for_update()
            connection.execute(held)
            run = Run(connection, self.id, 0, verb)
            number = run.next(tables.runs)
            known = {"versions": versions("detente"), **details}
            found = connection.execute(
                insert(tables.runs).returning(tables.runs.c.id),
                {
                    "case_id": self.id,
                    "number": number,
                    "verb": verb,
                    "said": said,
                    "by": clock.who(),
                    "at": clock.now(),
                    "details": json.dumps(known, ensure_ascii=False, sort_keys=True),
                },
            ).scalar_one()
            run.id = found
            yield run

    def close(self) -> None:
        """Let go of the store."""
        self.engine.dispose()


@dataclass(slots=True)
class Run:
    """One writing transaction of a case."""

    connection: Connection
    case_id: int
    id: int
    verb: str

    def next(self, table: Any) -> int:
        """Return the next number of a table in this case, from 1."""
        query = select(func.max(table.c.number)).where(table.c.case_id == self.case_id)
        return int(self.connection.execute(query).scalar() or 0) + 1


def new(
    folder: str | Path, *, title: str = "", store: str = "", join: bool = False, name: str = ""
) -> Case:
    """Make a case: its folder and its store.

    Parameters
    ----------
    folder : str or Path
        The folder; made if it isn't there. It may hold other files, but no case.
    title : str
        What the case is about; left out, the folder's name.
    store : str
        The address of a PostgreSQL database; left out, that of ``DETENTE_STORE``,
        else a file in the folder.
    join : bool
        Whether the case may be in the store already: another's, of this name.
    name : str
        What the case is called in its store; left out, as its folder.

    Raises
    ------
    OutputExistsError
        If there is a case of this name already.
    InputError
        If the folder or the store can't be written to.
    """
    folder = Path(folder)
    store = store or os.environ.get("DETENTE_STORE", "")
    if store and not is_url(store):  # a file, found again from wherever the case is opened
        store = str(Path(store).resolve())
    name = name or folder.resolve().name
    if not _NAME.fullmatch(name):
        raise InputError(
            f"a case can't be called {name!r}",
            "begin with a letter or a digit, then letters, digits, blanks, '.', '-', '_'",
        )
    if (folder / ABOUT).exists():
        raise OutputExistsError(
            "there is a case already", "add to it: detente case add", where=str(folder)
        )
    _make(folder)
    engine = open_engine(store or folder / STORE)
    where = str(folder)
    try:
        ready(engine, where, make=True)
        with writing(engine, where) as connection:
            _enter(connection, name, title or name, join=join, where=where)
    finally:
        engine.dispose()
    write_about(folder, name, store)
    return open_case(folder, store=store)


def _enter(connection: Connection, name: str, title: str, *, join: bool, where: str) -> None:
    """Put a case into its store, or see that it is there where it is to be joined."""
    query = select(tables.cases.c.id).where(tables.cases.c.name == name)
    found = connection.execute(query).scalar()
    if found is not None and not join:
        raise OutputExistsError(
            f"the store has a case {name!r} already",
            "work on it with --join, or take another name",
            where=where,
        )
    if found is None and join:
        raise NotFoundError(
            f"the store has no case {name!r} to join", "leave --join out", where=where
        )
    if found is None:
        connection.execute(insert(tables.cases), {"name": name, "title": title, "at": clock.now()})


def open_case(folder: str | Path, *, store: str = "") -> Case:
    """Open a case; an older store is brought up to date, with a copy kept.

    Parameters
    ----------
    folder : str or Path
        Its folder.
    store : str
        The address of its store, where that is not what ``case.yaml`` says; the
        environment variable ``DETENTE_STORE`` comes between.

    Raises
    ------
    NotFoundError
        If there is no case.
    InputError
        If its store can't be opened, or was made by a newer program.
    """
    folder = Path(folder)
    about = read_about(folder)
    address = store or about.get("store", "")
    if is_url(address) and not store:
        address = os.environ.get("DETENTE_STORE", "") or address
    engine = open_engine(address or folder / STORE)
    try:
        if not address:
            _there(folder)
        copied = ready(engine, str(folder))
        row = _row(engine, folder, about["name"])
    except BaseException:
        engine.dispose()
        raise
    notes = (
        ()
        if copied is None
        else (f"The store was brought up to date; the old one is {copied.name}.",)
    )
    return Case(folder, engine, row.id, row.name, row.title, notes)


def _there(folder: Path) -> None:
    if not (folder / STORE).exists():
        raise NotFoundError(
            "the case has lost its store case.db",
            "restore it, or import an export of it",
            where=str(folder),
        )


def _row(engine: Engine, folder: Path, name: str) -> Row[Any]:
    with reading(engine, str(folder)) as connection:
        row = connection.execute(select(tables.cases).where(tables.cases.c.name == name)).first()
    if row is None:
        raise NotFoundError(f"the store has no case {name!r}", "check --store", where=str(folder))
    return row


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"the folder can't be made ({error.strerror})",
            "check the path and the rights",
            where=str(folder),
        ) from error
