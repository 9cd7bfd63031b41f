"""Open a store: SQLite with the settings that keep it safe, or PostgreSQL.

SQLite runs in WAL mode with ``synchronous=FULL`` (what is committed survives a
power cut), foreign keys on, and a busy timeout; transactions that write begin
with ``BEGIN IMMEDIATE``, so that two writers wait for one another instead of
failing half-way.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from detente.errors import InputError, SourceError

BUSY_SECONDS = 30
_DRIVERS = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}


def is_url(store: str) -> bool:
    """Say whether a store is named by a URL rather than by a path."""
    return "://" in store


def open_engine(store: str | Path) -> Engine:
    """Return an engine for a SQLite file or a PostgreSQL URL; nothing is opened yet.

    Raises
    ------
    InputError
        If the URL is none that a store can be at.
    """
    if isinstance(store, Path) or not is_url(store):
        return _sqlite(Path(store))
    try:
        url = make_url(store)
    except ArgumentError as error:
        raise InputError(
            "this is no address of a store", "give postgresql://USER@HOST/DATABASE"
        ) from error
    if url.get_backend_name() == "sqlite" and url.database:
        return open_engine(Path(url.database))
    if url.drivername not in {*_DRIVERS, *_DRIVERS.values()}:
        raise InputError(
            f"a store can't be at {url.drivername}://",
            "give a folder, or postgresql://USER@HOST/DATABASE",
        )
    url = url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))
    try:
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except (ImportError, NoSuchModuleError) as error:
        raise InputError(
            "PostgreSQL needs a driver that isn't installed",
            "install it: pip install 'detente[postgres]'",
        ) from error


def _sqlite(path: Path) -> Engine:
    frozen = _only_read(path)
    url = URL.create("sqlite", database=str(path))
    if frozen:  # nothing can be put beside it, so it is read as it lies
        name = quote(str(path.resolve()))
        url = URL.create(
            "sqlite", database=f"file:{name}", query={"mode": "ro", "immutable": "1", "uri": "true"}
        )
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _settings_to_read if frozen else _settings)
    event.listen(engine, "begin", _begin)
    return engine


def _only_read(path: Path) -> bool:
    """Whether a store is there, can't be written to, and has no writes that are still to be merged."""
    log = path.with_name(f"{path.name}-wal")
    return (
        path.is_file()
        and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
        and not (log.is_file() and log.stat().st_size)
    )


def _settings_to_read(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None


def _settings(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun by us, below
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA trusted_schema = OFF")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine, where: str) -> Iterator[Connection]:
    """Open a transaction that reads; what the store says is told in a sentence."""
    with told(where), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, where: str) -> Iterator[Connection]:
    """Open a transaction that writes: all of it is kept, or nothing."""
    with (
        told(where),
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what a database says into one sentence for the user."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise said(cause or error, where) from error
    except sqlite3.Error as error:
        raise said(error, where) from error


_ROOM = (
    "there is no room on the disk",
    "make room and run the command again: what was saved is safe",
)
_AWAY = ("the store's server doesn't answer", "check the address and that it runs")
_REFUSED = ("the store's server refuses you", "check user, password and rights")
_BUSY = ("the store is busy", "others write to it: try again")
_RIGHTS = ("the store can't be written to", "check the rights of the folder")
_SAID = (  # the first sign that is found counts
    ("readonly", *_RIGHTS), ("read-only", *_RIGHTS),
    ("unable to open", "the store can't be opened", "check the folder and its rights"),
    ("is full", *_ROOM), ("no space left", *_ROOM),
    ("disk i/o", "the disk failed or is full", _ROOM[1]),
    ("file is not a database", "this is no store", "name the folder of a case"),
    ("malformed", "the store is damaged", "restore it from a backup or an export"),
    ("locked", *_BUSY), ("lock timeout", *_BUSY), ("deadlock", *_BUSY), ("too many clients", *_BUSY),
    ("never changed", "what is in a store is never changed", "add a correction instead"),
    ("authentication", *_REFUSED), ("permission denied", *_REFUSED),
    ("connect", *_AWAY), ("connection", *_AWAY), ("starting up", *_AWAY), ("shutting down", *_AWAY),
)  # fmt: skip


def said(error: BaseException, where: str) -> InputError:
    """Return the sentence for a database's error."""
    words = str(error).strip()
    low = words.lower()
    for sign, what, todo in _SAID:
        if sign in low:
            return SourceError(what, todo, where=where)
    first = words.splitlines()[0] if words else type(error).__name__
    return SourceError(f"the store failed ({first})", "", where=where)


def table_exists(connection: Connection, name: str) -> bool:
    """Say whether a table is there, on either database."""
    if connection.dialect.name == "sqlite":
        query = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = :name"
    else:
        query = (
            "SELECT count(*) FROM information_schema.tables "
            "WHERE table_schema = current_schema() AND table_name = :name"
        )
    return bool(connection.execute(text(query), {"name": name}).scalar())
