"""Read the files of a folder that somebody else made: bounded, and never through a link."""

import json
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from detente.errors import InputError, TooLargeError

MOST_BYTES = 2 * 2**30
"""The most that a folder's files may have together."""
MOST_FILE = 50 * 2**20
MOST_LINES_FILE = 2**30
MOST_LINE = 4 * 2**20
MOST_FILES = 500_000
MOST_DEPTH = 40
_PLAIN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY | os.O_CLOEXEC


class Folder:
    """A folder whose files are read at most once each, within bounds.

    It is a context manager: what is inside is opened from the folder as it was
    found, so that nothing can be put in its place meanwhile.

    Parameters
    ----------
    path : Path
        The folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._left = MOST_BYTES
        self._open: dict[str, int] = {}
        if not path.is_dir():
            raise InputError("there is no such folder", "name an export of a case", where=str(path))

    def __enter__(self) -> Self:
        """Return the folder; it is let go of at the end."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of the folder."""
        for handle in self._open.values():
            os.close(handle)
        self._open.clear()

    def plain(self, names: Iterable[str]) -> None:
        """Refuse a file of these that is a link or a device, even where it isn't read."""
        for name in names:
            path = self.path / name
            if path.is_symlink():
                raise _a_link(path)
            if path.exists() and not path.is_file():
                raise _no_file(path)

    def names(self, inside: str) -> list[str]:
        """Return the names of what stands in a folder inside, sorted."""
        folder = self.path / inside
        if folder.is_symlink():
            raise _a_link(folder)
        if not folder.is_dir():
            return []
        try:
            found = sorted(os.listdir(folder))  # noqa: PTH208 - names only, a path each costs
        except OSError as error:
            raise _unread(folder, error) from error
        if len(found) > MOST_FILES:
            raise TooLargeError(
                f"{len(found):,} files are over the limit of {MOST_FILES:,}",
                "split it",
                where=str(folder),
            )
        return found

    def data(self, name: str, *, most: int = MOST_FILE) -> bytes | None:
        """Return a file's bytes; None if it isn't there."""
        opened = self._file(name, most)
        if opened is None:
            return None
        handle, size = opened
        try:
            found = os.read(handle, size + 1)
            while len(found) < size and (more := os.read(handle, size - len(found))):
                found += more
        except OSError as error:
            raise _unread(self.path / name, error) from error
        finally:
            os.close(handle)
        return found[:size]

    def text(self, name: str, *, most: int = MOST_FILE) -> str | None:
        """Return a file's text; None if it isn't there."""
        found = self.data(name, most=most)
        try:
            return None if found is None else found.decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(
                "the text isn't UTF-8", "export the case anew", where=str(self.path / name)
            ) from error

    def lines(self, name: str) -> Iterator[tuple[str, bytes]]:
        """Yield the lines of a file that aren't empty, each with its place."""
        opened = self._file(name, MOST_LINES_FILE)
        if opened is None:
            return
        path = str(self.path / name)
        with os.fdopen(opened[0], "rb", buffering=2**20) as file:
            for number, line in enumerate(iter(lambda: file.readline(MOST_LINE + 1), b""), 1):
                where = f"{path}:{number}"
                if len(line) > MOST_LINE:
                    raise TooLargeError(
                        f"the line is over the limit of {MOST_LINE // 2**20} MB",
                        "export the case anew",
                        where=where,
                    )
                if not line.isspace():
                    yield where, line

    def records(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the records of a file of JSON lines, each with its place."""
        for where, line in self.lines(name):
            yield where, record(line, where)

    def _file(self, name: str, most: int) -> tuple[int, int] | None:
        """Open a plain file; return its handle and its size, or None if it isn't there."""
        path = self.path / name
        inside, _, last = name.rpartition("/")
        try:
            handle = os.open(last, _PLAIN, dir_fd=self._inside(inside))
        except FileNotFoundError:
            return None
        except OSError as error:
            if path.is_symlink():
                raise _a_link(path) from error
            raise _unread(path, error) from error
        about = os.fstat(handle)
        fault: InputError | None = None
        if not stat.S_ISREG(about.st_mode):
            fault = _no_file(path)
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
        return handle, about.st_size

    def _inside(self, name: str) -> int:
        """Return the handle of the folder, or of one in it, opened once."""
        if name not in self._open:
            if name:
                self._open[name] = os.open(name, _FOLDER, dir_fd=self._inside(""))
            else:  # the folder itself may be reached by a link: its reader named it
                self._open[""] = os.open(self.path, _FOLDER & ~os.O_NOFOLLOW)
        return self._open[name]


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


def _a_link(path: Path) -> InputError:
    return InputError("this is a link", "an export has none", where=str(path))


def _no_file(path: Path) -> InputError:
    return InputError("this is no file", "an export has plain files only", where=str(path))


def _unread(path: Path, error: OSError) -> InputError:
    return InputError(f"can't be read ({error.strerror})", "check the rights", where=str(path))
