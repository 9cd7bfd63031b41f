"""Read the files of a folder that somebody else made: bounded, and never through a link."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.errors import InputError, TooLargeError

MOST_BYTES = 2 * 2**30
"""The most that a folder's files may have together."""
MOST_FILE = 50 * 2**20
MOST_LINES_FILE = 2**30
MOST_LINE = 4 * 2**20
MOST_FILES = 500_000
MOST_DEPTH = 40


class Folder:
    """A folder whose files are read at most once each, within bounds.

    Parameters
    ----------
    path : Path
        The folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._left = MOST_BYTES
        if not path.is_dir():
            raise InputError("there is no such folder", "name an export of a case", where=str(path))

    def names(self, inside: str) -> list[str]:
        """Return the names of what stands in a folder inside, sorted."""
        folder = self.path / inside
        if folder.is_symlink():
            raise InputError("this is a link", "an export has none", where=str(folder))
        if not folder.is_dir():
            return []
        try:
            found = sorted(one.name for one in folder.iterdir())
        except OSError as error:
            raise _unread(folder, error) from error
        if len(found) > MOST_FILES:
            raise TooLargeError(
                f"{len(found):,} files are over the limit of {MOST_FILES:,}",
                "split it",
                where=str(folder),
            )
        return found

    def text(self, name: str, *, most: int = MOST_FILE) -> str | None:
        """Return a file's text; None if it isn't there."""
        handle = self._open(name, most)
        if handle is None:
            return None
        with os.fdopen(handle, "rb") as file:
            found = file.read(most + 1)
        try:
            return found.decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(
                "the text isn't UTF-8", "export the case anew", where=str(self.path / name)
            ) from error

    def lines(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the records of a file of JSON lines, each with its place."""
        handle = self._open(name, MOST_LINES_FILE)
        if handle is None:
            return
        path = self.path / name
        with os.fdopen(handle, "rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(MOST_LINE + 1), b""), 1):
                where = f"{path}:{number}"
                if len(line) > MOST_LINE:
                    raise TooLargeError(
                        f"the line is over the limit of {MOST_LINE // 2**20} MB",
                        "export the case anew",
                        where=where,
                    )
                if line.strip():
                    yield where, record(line, where)

    def record(self, name: str) -> dict[str, Any] | None:
        """Return the one record of a JSON file; None if it isn't there."""
        text = self.text(name)
        return None if text is None else record(text, str(self.path / name))

    def _open(self, name: str, most: int) -> int | None:
        path = self.path / name
        try:
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except FileNotFoundError:
            return None
        except OSError as error:
            if path.is_symlink():
                raise InputError("this is a link", "an export has none", where=str(path)) from error
            raise _unread(path, error) from error
        about = os.fstat(handle)
        fault: InputError | None = None
        if not stat.S_ISREG(about.st_mode):
            fault = InputError("this is no file", "an export has plain files only", where=str(path))
        elif about.st_size > most or about.st_size > self._left:
            fault = TooLargeError(
                f"{about.st_size / 2**20:,.0f} MB are over the limit of {min(most, self._left) / 2**20:,.0f} MB",
                "split the case",
                where=str(path),
            )
        if fault is not None:
            os.close(handle)
            raise fault
        self._left -= about.st_size
        return handle


def record(text: str | bytes, where: str) -> dict[str, Any]:
    """Return a JSON object, or say why there is none."""
    try:
        found = _DECODE(text.decode() if isinstance(text, bytes) else text)
    except (ValueError, RecursionError) as error:
        raise InputError("this isn't JSON", "export the case anew", where=where) from error
    if not isinstance(found, dict):
        raise InputError("this is no record", "export the case anew", where=where)
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(name)


_DECODE = json.JSONDecoder(
    parse_constant=_no_constant
).decode  # made once: it costs as much as a line


def shallow(value: Any, depth: int = MOST_DEPTH) -> bool:
    """Whether a JSON value is nested at most so deep."""
    if isinstance(value, dict):
        return depth > 0 and all(shallow(one, depth - 1) for one in value.values())
    if isinstance(value, list):
        return depth > 0 and all(shallow(one, depth - 1) for one in value)
    return True


def _unread(path: Path, error: OSError) -> InputError:
    return InputError(f"can't be read ({error.strerror})", "check the rights", where=str(path))
