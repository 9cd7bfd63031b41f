"""Writing to the terminal and to files, never over somebody's work.

A file that a verb writes ends in a mark: the verb and a checksum of all that
stands before it. A later run of the same verb may replace a file whose mark
still fits; one that was edited since, or was made otherwise, is left alone
unless ``--force`` is given. Files are written beside and renamed, so a stop at
any moment leaves the old or the new one whole.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import InputError, OutputExistsError
from detente.provenance import checksum

if TYPE_CHECKING:
    from rich.console import Console

PRETTY = 100_000
"""A longer document is printed on one line: indenting takes about five times as long."""

_MARKS = {
    ".html": ("<!-- ", " -->"),
    ".md": ("<!-- ", " -->"),
    ".yaml": ("# ", ""),
    ".yml": ("# ", ""),
}


def console() -> "Console":
    """Return the terminal that results are printed on: no colour when piped."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def print_json(value: Any, *, line: bool = False) -> None:
    """Print one JSON document on stdout, in UTF-8 whatever the locale; on one line if asked."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if len(text) < PRETTY and not line:
        text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def say_done(sentence: str, *, json: bool, **value: Any) -> None:
    """Say that something was done: in a sentence, or as one JSON document."""
    if json:
        print_json(value)
    else:
        sys.stdout.write(f"{sentence}\n")


@contextmanager
def progress(doing: str, *, quiet: bool = False) -> Iterator[None]:
    """Show on a terminal's stderr what is being done, while it is done."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{doing} ..."):
        yield


@contextmanager
def advancing(doing: str, *, quiet: bool = False) -> Iterator[Callable[[int, int], None] | None]:
    """Show on a terminal's stderr how much is done, of how much, and when it will be.

    Yields
    ------
    callable or None
        To be told how many are done, of how many; None where nobody looks.
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn(doing), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(doing, total=None)
        yield lambda done, of: shown.update(task, completed=done, total=of)


def may_write(path: Path, verb: str, *, force: bool) -> None:
    """Check that `path` may be written by `verb`, before the work is done.

    Raises
    ------
    OutputExistsError
        If something stands there that this verb didn't write, or that was
        edited since.
    InputError
        If the folder isn't there, or it is no ordinary file.
    """
    if path.is_dir():
        raise InputError("this is a folder", "name a file", where=str(path))
    if path.exists() and not path.is_file():
        raise InputError("this is no ordinary file", "name another one", where=str(path))
    if not path.parent.is_dir():
        raise InputError(f"the folder {path.parent} isn't there", "make it first", where=str(path))
    if force or not path.exists():
        return
    try:
        old = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"can't be read ({error.strerror})", "name another file", where=str(path)
        ) from error
    body, marked_by, fits = _unmark(old)
    if not body:
        return
    if marked_by is None:
        what = f"exists and wasn't written by 'detente {verb}'"
    elif marked_by != verb:
        what = f"exists and was written by 'detente {marked_by}'"
    elif not fits:
        what = f"was edited since 'detente {verb}' wrote it"
    else:
        return
    raise OutputExistsError(
        what, "name another file, move it away, or give --force to replace it", where=str(path)
    )


def write(path: Path, text: str, verb: str) -> None:
    """Write `text` with its mark to `path`, all of it or nothing.

    Raises
    ------
    ModelError
        If the disk or the folder doesn't allow it.
    """
    from detente.model.formats.source import write_text

    before, after = _MARKS.get(path.suffix.lower(), ("# ", ""))
    body = text if text.endswith("\n") else text + "\n"
    mark = f"{before}written by detente {verb} {checksum(body.encode())}{after}\n"
    write_text(path, body + mark)


_MARK = re.compile(rb"(?:# |<!-- )written by detente (\w+) (sha256:[0-9a-f]{16})(?: -->)?\s*\Z")


def _unmark(old: bytes) -> tuple[bytes, str | None, bool]:
    """Split a file into its body, the verb that wrote it, and whether the mark fits."""
    found = _MARK.search(old)
    if found is None:
        return old.strip(), None, False
    body = old[: found.start()]
    return body, found[1].decode(), checksum(body) == found[2].decode()
