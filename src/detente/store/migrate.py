"""Bring a store to the version that this program knows: never back, never half-way.

A store that is older is copied beside itself first; one that is newer is left
alone. All steps of one upgrade are one transaction, on SQLite as on PostgreSQL.
"""

import sqlite3
import warnings
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from detente.errors import InputError
from detente.store.engine import reading, table_exists, told, writing

VERSIONS = ("0001", "0002", "0003", "0004")
"""The versions of a store, oldest first; the last is what this program makes."""


def version(connection: Connection) -> str | None:
    """Return the version of a store; None where there is none yet."""
    if not table_exists(connection, "alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def ready(engine: Engine, where: str, *, make: bool = False) -> Path | None:
    """Make sure that a store has the version of this program.

    Parameters
    ----------
    engine : Engine
        Where it is.
    where : str
        What to call it in messages.
    make : bool
        Whether it may be made if there is none.

    Returns
    -------
    Path or None
        The copy that was made of an older SQLite store.

    Raises
    ------
    InputError
        If there is no store, or its version is newer than this program's.
    """
    found = None
    if make or _there(engine):
        with reading(engine, where) as connection:
            found = version(connection)
    if found == VERSIONS[-1]:
        return None
    if found is None and not make:
        raise InputError("there is no store here", "make a case: detente case new DIR", where=where)
    if found is not None and found not in VERSIONS:
        raise InputError(
            f"the store has version {found}, and this program knows {VERSIONS[-1]} at most",
            "install a newer Détente",
            where=where,
        )
    if found is not None and engine.url.query.get("mode") == "ro":
        raise InputError(
            f"the store has version {found} and has to be brought to {VERSIONS[-1]}, but it can't"
            " be written to",
            "copy the case to a folder of your own",
            where=where,
        )
    copied = None if found is None else backup(engine, found)
    move(engine, where, VERSIONS[-1])
    return copied


def _there(engine: Engine) -> bool:
    """Say whether a store may be there: to look into a SQLite file that isn't would make it."""
    if engine.dialect.name != "sqlite" or engine.url.query:
        return True
    return Path(engine.url.database or "").is_file()


def move(engine: Engine, where: str, to: str) -> None:
    """Run the migrations, up or down, to a version; ``base`` takes everything away."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with writing(engine, where) as connection, told(where), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        now = version(connection)  # another process may have been first
        if now == to:
            return
        config.attributes["connection"] = connection
        up = to != "base" and (now is None or VERSIONS.index(to) > VERSIONS.index(now))
        (command.upgrade if up else command.downgrade)(config, to)


def backup(engine: Engine, old: str) -> Path | None:
    """Copy a SQLite store beside itself, through SQLite so that the copy is whole."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return None
    path = Path(engine.url.database)
    copy = path.with_name(f"{path.stem}.version-{old}{path.suffix}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem}.version-{old}-{number}{path.suffix}")
    with (
        told(str(path)),
        closing(sqlite3.connect(path)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
    return copy
