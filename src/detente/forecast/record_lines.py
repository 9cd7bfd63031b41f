"""The file of a record: one JSON object a line, only ever added to, all lines or none."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.errors import InputError

LONGEST = 1 << 20
"""The most characters of a line that is read."""


def odd(where: str) -> InputError:
    """Return the error for a line that a record doesn't hold."""
    return InputError(
        "this is no line of a record", "it is a JSON object as the record saves it", where=where
    )


def lines_of(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the place and the JSON object of each line.

    Raises
    ------
    InputError
        If the file can't be read, or a line is no JSON object.
    """
    try:
        with path.open(encoding="utf-8") as file:
            for number, text in enumerate(iter(lambda: file.readline(LONGEST), ""), start=1):
                if not text.strip():
                    continue
                where = f"{path}:{number}"
                try:
                    line = json.loads(text)
                except ValueError as error:
                    raise odd(where) from error
                if not isinstance(line, dict):
                    raise odd(where)
                yield where, line
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "the record can't be read", "give the file of a record", where=str(path)
        ) from error


def add(path: str | Path, lines: list[dict[str, Any]]) -> None:
    """Add lines to a record: all of them, or none.

    Raises
    ------
    InputError
        If the disk or the folder doesn't allow it.
    """
    if not lines:
        return
    text = "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines)
    path = Path(path)
    try:
        there = path.exists()
        with path.open("ab", buffering=0) as file:
            size = file.tell()
            try:
                _write(file, _from_a_new_line(path, size) + text.encode())
            except OSError:
                file.truncate(size)  # half a line would make the whole record unreadable
                if not there:
                    path.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise unwritten(path, error.strerror or str(error)) from error


def _write(file: Any, data: bytes) -> None:
    """Write all of it: a raw file may take less at a time."""
    while data:
        data = data[file.write(data) :]


def _from_a_new_line(path: Path, size: int) -> bytes:
    """Return what ends a last line that somebody left without its end."""
    if not size:
        return b""
    with path.open("rb") as file:
        file.seek(size - 1)
        return b"" if file.read(1) == b"\n" else b"\n"


def unwritten(path: Path, why: str) -> InputError:
    """Return the error for a record that can't be written."""
    return InputError(
        f"the record can't be written: {why}", "check the folder, its rights and the room on the disk",
        where=str(path),
    )  # fmt: skip
