"""The versions of a case's model: kept in the store, the latest edited in ``model.yaml``.

A file that was edited by hand becomes the next version as soon as a command
looks at the case. ``.model`` beside it says what was last written there, so
that an edit is told from a version that another member of the team made.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection, insert, select

from detente.errors import InputError
from detente.model.conflict import Conflict
from detente.model.formats import yaml
from detente.model.formats.source import read_text
from detente.provenance import checksum
from detente.store.case import Case, Run, write_whole
from detente.store.tables import models

MARK = ".model"
THEIRS = "model.stored.yaml"
_ALONE = threading.RLock()
"""The file and its mark are looked at and written by one thread of a program at a time."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the model: ``m3`` is `number` 3."""

    row: int
    number: int
    digest: str
    text: str

    def conflict(self) -> Conflict:
        """Return the model."""
        return _parsed(self.text).model_copy(deep=True)


@lru_cache(maxsize=4)
def _parsed(text: str) -> Conflict:
    return yaml.loads(text, "model.yaml")


def latest(connection: Connection, case_id: int) -> Version | None:
    """Return the latest version; None in a case without a model."""
    query = select(models).where(models.c.case_id == case_id).order_by(models.c.number.desc())
    row = connection.execute(query.limit(1)).first()
    return None if row is None else Version(row.id, row.number, row.digest, row.text)


def numbered(connection: Connection, case_id: int, number: int) -> Version | None:
    """Return the version of a number, if there is one."""
    query = select(models).where(models.c.case_id == case_id, models.c.number == number)
    row = connection.execute(query).first()
    return None if row is None else Version(row.id, row.number, row.digest, row.text)


def every(connection: Connection, case_id: int) -> Sequence[Version]:
    """Return all versions, oldest first."""
    query = select(models).where(models.c.case_id == case_id).order_by(models.c.number)
    return [Version(row.id, row.number, row.digest, row.text) for row in connection.execute(query)]


def put(run: Run, text: str) -> Version:
    """Keep a text as the next version of the model."""
    number = run.next(models)
    digest = digest_of(text)
    row = run.connection.execute(
        insert(models).returning(models.c.id),
        {
            "case_id": run.case_id,
            "run_id": run.id,
            "number": number,
            "digest": digest,
            "text": text,
        },
    ).scalar_one()
    return Version(row, number, digest, text)


def digest_of(text: str) -> str:
    """Return the checksum of a model's text."""
    return checksum(text.encode())


def show(case: Case, version: Version) -> None:
    """Write a version to ``model.yaml``, and that this was done."""
    with _ALONE:
        write_whole(case.model_path, version.text)
        _mark(case, version.digest)


def current(case: Case) -> Version | None:
    """Return the model as it stands, an edit by hand kept first.

    Returns
    -------
    Version or None
        The latest version, which is also what ``model.yaml`` holds now.

    Raises
    ------
    ModelError
        If the file was edited and makes no model.
    InputError
        If it was edited here and, meanwhile, in the store too.
    """
    with _ALONE:
        return _current(case)


def _current(case: Case) -> Version | None:
    with case.reading() as connection:
        newest = latest(connection, case.id)
    path = case.model_path
    if not path.exists():
        if newest is not None:
            _show_if_possible(case, newest)
        return newest
    text = read_text(path)
    here = digest_of(text)
    if newest is not None and here == newest.digest:
        if _marked(case) != here:
            _mark(case, here)
        return newest
    if here == _marked(case) and newest is not None:  # not edited: the store is ahead
        _show_if_possible(case, newest)
        return newest
    yaml.loads(text, str(path))
    if newest is not None and _marked(case) not in {newest.digest, ""}:
        write_whole(case.folder / THEIRS, newest.text)
        raise InputError(
            f"the model was edited here and, meanwhile, in the store, whose version is now in {THEIRS}",
            "put together in model.yaml what you need, then run 'detente case keep'",
            where=str(path),
        )
    return keep(case)


def keep(case: Case) -> Version:
    """Make ``model.yaml`` as it stands here the latest version, if it isn't."""
    text = read_text(case.model_path)
    yaml.loads(text, str(case.model_path))
    with case.reading() as connection:
        now = latest(connection, case.id)
    if now is not None and now.text == text:
        show(case, now)
        (case.folder / THEIRS).unlink(missing_ok=True)
        return now
    with case.writing("edit", "model.yaml by hand") as run:
        version = put(run, text)
    _mark(case, version.digest)
    (case.folder / THEIRS).unlink(missing_ok=True)
    return version


def _show_if_possible(case: Case, version: Version) -> None:
    try:
        show(case, version)
    except InputError:  # a folder that only can be read: the store has it
        return


def _mark(case: Case, digest: str) -> None:
    write_whole(case.folder / MARK, digest + "\n")


def _marked(case: Case) -> str:
    path: Path = case.folder / MARK
    try:
        return path.read_text("utf-8").strip() if path.is_file() else ""
    except (OSError, UnicodeDecodeError):
        return ""
