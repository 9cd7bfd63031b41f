"""Where an import puts its rows: fast on either database, and the way from numbers to ids."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, select, text

from detente.store.engine import said
from detente.store.imported import wrong
from detente.store.untrusted import Folder

_CACHE = 128 * 2**10
"""Kilobytes of pages that SQLite may hold while an import runs."""
_LATER = ("claims_act",)
"""Indexes that are made when all rows are there: the rows don't come in their order."""


@dataclass(slots=True)
class Intake:
    """An import that is under way: its transaction, its case, and what it reads from."""

    connection: Connection
    case_id: int
    found: Folder
    runs: dict[int, int] = field(default_factory=dict)

    def put(self, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Put rows into a table, by the quickest way that its database has."""
        if self.connection.dialect.name == "sqlite":
            self._execute(table, columns, list(rows))
        else:
            self._copy(table, columns, rows)

    def _execute(self, table: Table, columns: Sequence[str], rows: list[Sequence[Any]]) -> None:
        if not rows:
            return
        marks = ", ".join("?" * len(columns))
        self.connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608 - our own names
            [tuple(row) for row in rows],
        )

    def _copy(self, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        driver = self.connection.connection.driver_connection
        fault = self.connection.dialect.loaded_dbapi.Error
        if driver is None:
            raise wrong("the store is open", str(self.found.path))
        try:
            with (
                driver.cursor() as cursor,
                cursor.copy(f"COPY {table.name} ({', '.join(columns)}) FROM STDIN") as copy,
            ):
                for row in rows:
                    copy.write_row(row)
        except fault as error:
            raise said(error, str(self.found.path)) from error

    def ids(self, table: Table) -> dict[int, int]:
        """Return the id of each numbered row of the case."""
        query = select(table.c.number, table.c.id).where(table.c.case_id == self.case_id)
        return dict(self.connection.execute(query).all())

    def run(self, one: Any, where: str) -> int:
        """Return the id of the run that a record names."""
        number = one.get("run") if isinstance(one, dict) else None
        if type(number) is not int or number not in self.runs:
            raise wrong("a record names its run", where)
        return self.runs[number]


@contextmanager
def quickly(connection: Connection) -> Iterator[None]:
    """Prepare a SQLite store for many rows at once, and make its indexes when they are in.

    All of it is part of the transaction that is under way. PostgreSQL may be
    at work for others, and needs nothing of this.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    before = connection.exec_driver_sql("PRAGMA cache_size").scalar()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE}")
    made = []
    for name in _LATER:
        query = text("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = :name")
        made.append(connection.execute(query, {"name": name}).scalar_one())
        connection.exec_driver_sql(f"DROP INDEX {name}")
    try:
        yield
        for command in made:
            connection.exec_driver_sql(command)
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {before}")


def index_words(connection: Connection, case_id: int) -> None:
    """Make the words of a case findable; PostgreSQL does so by itself."""
    if connection.dialect.name != "sqlite":
        return
    for table, words in (("documents", "title || ' ' || text"), ("claims", "quote")):
        connection.execute(
            text(
                f"INSERT INTO {table}_words(rowid, words) SELECT id, {words} FROM {table} "  # noqa: S608 - our own names
                "WHERE case_id = :case"
            ),
            {"case": case_id},
        )
