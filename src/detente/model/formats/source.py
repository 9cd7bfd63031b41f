"""Read a file as text within bounds, and write one whole or not at all."""

import os
import tempfile
from pathlib import Path

from detente.errors import ModelError, TooLargeError

MOST_BYTES = 5_000_000
"""The largest model file that is read."""

_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x1f\x8b": "gzip", b"PK": "zip"}


def read_text(path: str | Path) -> str:
    """Return the text of a model file.

    Raises
    ------
    ModelError
        If it is missing, empty, no file, binary, or not UTF-8.
    TooLargeError
        If it has more than 5 MB.
    """
    where = str(path)
    try:
        if not Path(path).is_file():
            there = Path(path).exists()
            what = "this is no file" if there else "there is no such file"
            raise ModelError(what, "give the path of a model file", where=where)
        with Path(path).open("rb") as file:
            found = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        if isinstance(error, ModelError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise ModelError(
            f"it can't be read: {reason}", "check the path and the rights", where=where
        ) from error
    if len(found) > MOST_BYTES:
        size = Path(path).stat().st_size
        raise TooLargeError(
            f"the file has {size / 1e6:,.1f} MB, and {MOST_BYTES // 10**6} MB is the limit",
            "is it a model file?",
            where=where,
        )
    return decode(found, where)


def decode(found: bytes, where: str) -> str:
    """Return bytes as text, or say why they are none."""
    for mark, name in _MARKS.items():
        if found.startswith(mark):
            raise ModelError(f"the file is {name}, not UTF-8 text", "save it as UTF-8", where=where)
    try:
        text = found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in found:
            raise ModelError(
                "the file is binary", "give a model file, which is text", where=where
            ) from error
        line = found.count(b"\n", 0, error.start) + 1
        raise ModelError(
            "the text isn't UTF-8", "save the file as UTF-8", where=f"{where}:{line}"
        ) from error
    if "\0" in text:
        raise ModelError("the file is binary", "give a model file, which is text", where=where)
    if not text.strip():
        raise ModelError("the file is empty", "a model needs decision_makers", where=where)
    return text


def write_text(path: str | Path, text: str) -> None:
    """Write a file; if that fails, what stood there still stands.

    Raises
    ------
    ModelError
        If the file can't be written.
    """
    target = Path(path)
    if target.exists() and not target.is_file():
        raise ModelError("this is no ordinary file", "name another one", where=str(path))
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
            Path(name).chmod(mode)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ModelError(
            f"it can't be written: {reason}", "check the folder and the rights", where=str(path)
        ) from error


def _umask() -> int:
    """Return the mask of rights that new files of this process are made with."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
