"""A workspace: the folder in which a crisis is worked on.

::

    DIR/
    ├── model.yaml        the model, the same file that every verb takes
    ├── documents/        the reports, and beside each what was put right in it
    └── .detente/         earlier versions of the model, and what was read

Files are written beside and renamed, so a stop at any moment leaves the old or
the new one whole. Every change of the model says which version it was made on;
a change made on an older one is refused and nothing is lost.
"""

import json
import os
import re
import shutil
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from detente.errors import DetenteError, InputError, NotFoundError, TooLargeError
from detente.model.formats.source import read_text, write_text
from detente.provenance import checksum
from detente.read.corrections import SUFFIX
from detente.read.formats import IN_FOLDERS
from detente.web.uploads import taken_as

MOST_DOCUMENTS = 200
"""The most reports of one workspace."""

MOST_VERSIONS = 200
"""So many versions of the model are kept for undo."""


class StaleError(InputError):
    """The model was changed since the version that a change was made on."""


@dataclass(frozen=True, slots=True)
class Version:
    """The model file as it stands: its text and the tag of just that text."""

    text: str
    tag: str


def tag_of(text: str) -> str:
    """Return the tag of a text, which changes with every byte of it.

    Examples
    --------
    >>> tag_of("") == tag_of(" ")
    False
    """
    return checksum(text.encode("utf-8", "surrogatepass")).removeprefix("sha256:")


class Space(Protocol):
    """Where a model stands and its versions are kept: a folder, or a case."""

    @property
    def name(self) -> str:
        """What it is called on the pages."""

    def model(self) -> Version | None:
        """Return the model as it stands, None where there is none."""

    def save(self, text: str, *, on: str | None) -> Version:
        """Write the model, if it still is the version that the change was made on."""

    def version(self, tag: str) -> str:
        """Return the text of a version that is kept."""

    def can_step(self) -> tuple[bool, bool]:
        """Say whether there is a version to go back to, and one to go forward to."""

    def step(self, by: int, *, on: str | None) -> Version:
        """Go back (-1) or forward (1) by one version."""


@dataclass(eq=False)
class Workspace:
    """A folder with the reports and the model of one crisis.

    Parameters
    ----------
    folder : Path
        Where it is; made if it isn't there.
    model_name : str
        The name of the model file in it.
    """

    folder: Path
    model_name: str = "model.yaml"
    _lock: threading.RLock = field(default_factory=threading.RLock, repr=False)

    @property
    def name(self) -> str:
        """What it is called on the pages: as its folder."""
        return self.folder.name

    @property
    def model_path(self) -> Path:
        """Where the model file is, or would be."""
        return self.folder / self.model_name

    @property
    def documents_folder(self) -> Path:
        """Where the reports are."""
        return self.folder / "documents"

    @property
    def kept(self) -> Path:
        """Where earlier versions and what was read are kept."""
        return self.folder / ".detente"

    # the reports

    def documents(self) -> list[Path]:
        """Return the reports, by name."""
        try:
            found = [
                path
                for path in self.documents_folder.iterdir()
                if path.suffix.lower() in IN_FOLDERS
                and not path.name.startswith(".")
                and path.is_file()
                and not path.is_symlink()
            ]
        except OSError:
            return []
        return sorted(found, key=lambda path: path.name)

    def document(self, name: str) -> Path:
        """Return the report of this file name.

        Raises
        ------
        NotFoundError
            If there is none; a name with a path in it never leaves the folder.
        """
        for path in self.documents():
            if path.name == name:
                return path
        raise NotFoundError(f"there is no report {name!r}", "choose one of the list")

    def add(self, name: str, content: bytes) -> Path:
        """Put a report into the workspace, under a name of its own.

        The same file sent again, as by pressing a button twice, is the report that is there.

        Raises
        ------
        TooLargeError
            If it is over the limit, or there are `MOST_DOCUMENTS` already.
        InputError
            If it is empty or its suffix names no format of reports.
        """
        shown = taken_as(name, content)
        with self._lock:
            taken = {path.name.casefold() for path in self.documents()}
            if len(taken) >= MOST_DOCUMENTS:
                raise TooLargeError(
                    f"there are {len(taken)} reports, which is the limit", "remove some first"
                )
            stem, suffix = Path(shown).stem, Path(shown).suffix
            n = 1
            while shown.casefold() in taken:
                if self._holds(shown, content):
                    return self.documents_folder / shown
                n += 1
                shown = f"{stem} ({n}){suffix}"
            self._write(self.documents_folder / shown, content)
        return self.documents_folder / shown

    def _holds(self, name: str, content: bytes) -> bool:
        """Say whether a report of that name says just this."""
        path = self.documents_folder / name
        try:
            return path.stat().st_size == len(content) and path.read_bytes() == content
        except OSError:  # another spelling of the name, or gone
            return False

    def remove(self, name: str) -> None:
        """Take a report out; it is kept in ``.detente/removed``, with what was put right in it."""
        path = self.document(name)
        with self._lock:
            for one in (path, self.corrections(path)):
                if one.is_file():
                    aim = self.kept / "removed" / one.name
                    aim.parent.mkdir(parents=True, exist_ok=True)
                    n = 1
                    while aim.exists():
                        n += 1
                        aim = aim.with_name(f"{n} {one.name}")
                    shutil.move(one, aim)

    def corrections(self, document: Path) -> Path:
        """Return the file of what was put right in a report."""
        return document.with_name(document.name + SUFFIX)

    def correct(self, document: Path, line: dict[str, Any]) -> None:
        """Add a correction to a report's file of corrections, if it is one.

        Raises
        ------
        SourceError
            If it isn't a correction; nothing is written then.
        """
        from detente.read.corrections import load

        with self._lock:
            file = self.corrections(document)
            old = file.read_bytes() if file.is_file() else b""
            if old and not old.endswith(b"\n"):
                old += b"\n"
            new = old + json.dumps(line, ensure_ascii=False).encode() + b"\n"
            trial = file.with_name(f".{file.name}.trial")
            try:
                self._write(trial, new)
                try:
                    load(trial)
                except DetenteError as error:  # its place is in a file that nobody sees
                    raise type(error)(error.what, error.todo) from error
                trial.replace(file)
            finally:
                trial.unlink(missing_ok=True)

    def take_back(self, document: Path, number: int) -> None:
        """Take one correction back, by the number of its line from 1.

        Raises
        ------
        NotFoundError
            If there is no such line.
        """
        with self._lock:
            file = self.corrections(document)
            lines = file.read_bytes().splitlines(keepends=True) if file.is_file() else []
            if not 1 <= number <= len(lines):
                raise NotFoundError(f"there is no correction {number}", "look at the page again")
            del lines[number - 1]
            self._write(file, b"".join(lines))

    # the model

    def model(self) -> Version | None:
        """Return the model file as it stands, None where there is none.

        Raises
        ------
        ModelError
            If it can't be read as text.
        """
        if not self.model_path.exists():
            return None
        text = read_text(self.model_path)
        return Version(text, tag_of(text))

    def save(self, text: str, *, on: str | None) -> Version:
        """Write the model, if it still is the version that the change was made on.

        Parameters
        ----------
        text : str
            The new text; it isn't checked here.
        on : str or None
            Tag of the version that was changed; None where there was none.

        Raises
        ------
        StaleError
            If the file was changed since; it is left as it is.
        """
        with self._lock:
            current = self.model()
            if (current.tag if current else None) != on:
                raise stale()
            if current is not None and current.text == text:
                return current
            history = self._history()
            if current is not None:
                self._keep(history, current.text)
            write_text(self.model_path, text)
            self._keep(history, text)
            return Version(text, tag_of(text))

    def version(self, tag: str) -> str:
        """Return the text of a version of the model that is kept, by its tag.

        Raises
        ------
        NotFoundError
            If there is none.
        """
        current = self.model()
        if current is not None and current.tag == tag:
            return current.text
        try:
            if re.fullmatch(r"[0-9a-f]{16}", tag):
                return (self.kept / "versions" / f"{tag}.yaml").read_text("utf-8")
        except OSError:
            pass
        raise NotFoundError(f"there is no version {tag!r} of the model", "open the brief anew")

    def can_step(self) -> tuple[bool, bool]:
        """Say whether there is a version to go back to, and one to go forward to."""
        history = self._history()
        return history["at"] > 0, history["at"] + 1 < len(history["tags"])

    def step(self, by: int, *, on: str | None) -> Version:
        """Go back (-1) or forward (1) by one version of the model.

        Raises
        ------
        StaleError
            If the file was changed since.
        NotFoundError
            If there is no such version.
        """
        with self._lock:
            current = self.model()
            if current is None or current.tag != on:
                raise stale("undone")
            history = self._history()
            if history["tags"] and history["tags"][history["at"]] != current.tag:
                self._keep(history, current.text)  # edited outside: that is a version too
            aim = history["at"] + by
            if not 0 <= aim < len(history["tags"]):
                raise NotFoundError("there is no other version", "go on from this one")
            text = (self.kept / "versions" / f"{history['tags'][aim]}.yaml").read_text("utf-8")
            write_text(self.model_path, text)
            history["at"] = aim
            self._write(self.kept / "versions.json", json.dumps(history).encode())
            return Version(text, tag_of(text))

    def _history(self) -> dict[str, Any]:
        try:
            found = json.loads((self.kept / "versions.json").read_text("utf-8"))
            tags = [str(tag) for tag in found["tags"]]
            at = int(found["at"])
        except (OSError, ValueError, KeyError, TypeError):
            return {"at": -1, "tags": []}
        whole = all(re.fullmatch(r"[0-9a-f]{16}", tag) for tag in tags) and -1 <= at < len(tags)
        return {"at": at, "tags": tags} if whole else {"at": -1, "tags": []}

    def _keep(self, history: dict[str, Any], text: str) -> None:
        """File a version after the one that the history stands at; what was undone is dropped."""
        tag = tag_of(text)
        if history["tags"] and history["tags"][history["at"]] == tag:
            return
        self._write(self.kept / "versions" / f"{tag}.yaml", text.encode())
        history["tags"] = [*history["tags"][: history["at"] + 1], tag][-MOST_VERSIONS:]
        history["at"] = len(history["tags"]) - 1
        self._write(self.kept / "versions.json", json.dumps(history).encode())

    def _write(self, path: Path, content: bytes) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            half = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.part")
            half.write_bytes(content)
            half.replace(path)
        except OSError as error:
            raise InputError(
                f"it can't be written: {error.strerror or error}",
                "check the folder's rights and the room on the disk",
                where=path.name,
            ) from error


def stale(what: str = "saved") -> StaleError:
    """Return the error of a change that was made on an older version."""
    return StaleError(
        f"the model was changed by somebody else since you opened it, so nothing was {what}",
        "look at it as it is now and make your change again",
    )
