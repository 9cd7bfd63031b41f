"""A case as the workbench works on it: its model and its versions, in the case's store.

What the pages save is the next version in the store and in ``model.yaml``; an
edit by hand of that file is kept as a version first, as by every command.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import func, select

from detente.errors import ModelError, NotFoundError
from detente.model.formats.source import read_text
from detente.store import records, stepping, versions
from detente.store.case import Case
from detente.store.tables import models, runs
from detente.web.workspace import Version, stale, tag_of

_Found = TypeVar("_Found")


@dataclass(eq=False)
class CaseSpace:
    """The model of a case."""

    case: Case
    _kept: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def name(self) -> str:
        """What it is called on the pages."""
        return self.case.title or self.case.name

    def model(self) -> Version | None:
        """Return the model as it stands, an edit by hand kept first.

        A file that was edited so that it makes no model is returned as it is,
        and isn't kept.
        """
        return self._seen()[0]

    def _seen(self) -> tuple[Version | None, bool]:
        """Return the model as it stands, and whether the file makes one."""
        try:
            found = versions.current(self.case)
        except ModelError:
            text = read_text(self.case.model_path)
            return Version(text, tag_of(text)), False
        return None if found is None else Version(found.text, tag_of(found.text)), True

    def number(self) -> int:
        """Return the number of the latest version, 0 where there is none."""
        with self.case.reading() as connection:
            found = versions.latest(connection, self.case.id)
        return 0 if found is None else found.number

    def save(self, text: str, *, on: str | None) -> Version:
        """Keep a text as the next version, if the change was made on the latest.

        Raises
        ------
        StaleError
            If somebody else made a version since.
        """
        before = self.number()
        current, whole = self._seen()
        if (current.tag if current else None) != on:
            raise stale()
        if current is not None and current.text == text:
            return current
        with self.case.writing("edit", "the model in the workbench") as run:
            newest = versions.latest(run.connection, self.case.id)
            if whole:  # asked again: nobody else can write from here on
                unmoved = (None if newest is None else tag_of(newest.text)) == on
            else:
                unmoved = (0 if newest is None else newest.number) == before
            if not unmoved:
                raise stale()
            version = versions.put(run, text)
        versions.show(self.case, version)
        return Version(text, tag_of(text))

    def version(self, tag: str) -> str:
        """Return the text of a version, by its number (``m3``) or its tag.

        Raises
        ------
        NotFoundError
            If there is none.
        """
        query = select(models.c.text).where(models.c.case_id == self.case.id)
        number = records.number(tag) if tag.startswith("m") else None
        if number is not None:
            query = query.where(models.c.number == min(number, 2**31 - 1))
        else:
            query = query.where(models.c.digest == f"sha256:{tag}").limit(1)
        with self.case.reading() as connection:
            text = connection.execute(query).scalar()
        if text is None:
            raise NotFoundError(f"there is no version {tag!r} of the model", "open the brief anew")
        return str(text)

    def can_step(self) -> tuple[bool, bool]:
        """Say whether there is a version to go back to, and one to go forward to."""
        with self.case.reading() as connection:
            found = stepping.steps(connection, self.case.id)
        return len(found.past) > 1, bool(found.future)

    def step(self, by: int, *, on: str | None) -> Version:
        """Go back (-1) or forward (1) by one version.

        Raises
        ------
        StaleError
            If somebody else made a version since.
        NotFoundError
            If there is no such version.
        """
        current = self.model()
        if current is None or current.tag != on:
            raise stale("undone")
        way: stepping.Way = "undo" if by < 0 else "redo"
        with self.case.writing(way, "in the workbench") as run:
            newest = versions.latest(run.connection, self.case.id)
            if newest is None or tag_of(newest.text) != on:
                raise stale("undone")
            version = stepping.step(run, way)
        versions.show(self.case, version)
        return Version(version.text, tag_of(version.text))

    def kept(self, what: str, make: Callable[[], _Found]) -> _Found:
        """Return what was made since the case last changed, or make it."""
        with self.case.reading() as connection:
            query = select(func.max(runs.c.number)).where(runs.c.case_id == self.case.id)
            state = connection.execute(query).scalar()
        with self._lock:
            known = self._kept.get(what)
        if known is not None and known[0] == state:
            found: _Found = known[1]
            return found
        made = make()
        with self._lock:
            self._kept[what] = (state, made)
            while len(self._kept) > 24:  # noqa: PLR2004 - a few pages' worth
                del self._kept[next(iter(self._kept))]
        return made
