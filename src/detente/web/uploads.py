"""A report that is sent: under which name it is taken in, or why it isn't."""

import re
from pathlib import Path

from detente.errors import InputError, TooLargeError
from detente.read.formats import IN_FOLDERS

LARGEST = 5 * 2**20
"""The largest report that can be uploaded, in bytes."""

_ODD = re.compile(r"[^\w. ()-]+", re.UNICODE)
_NAME = 80


def taken_as(name: str, content: bytes) -> str:
    """Return the file name under which a report is taken in.

    Raises
    ------
    TooLargeError
        If it is over `LARGEST`.
    InputError
        If it is empty or its suffix names no format of reports.
    """
    shown = _safe(name)
    if Path(shown).suffix.lower() not in IN_FOLDERS:
        raise InputError(
            f"{Path(shown).suffix or 'no suffix'} names no format of reports",
            f"give one of {' '.join(IN_FOLDERS)}",
            where=shown,
        )
    if len(content) > LARGEST:
        raise TooLargeError(
            f"the report is larger than {LARGEST >> 20} MB, which is the limit",
            "split it, or save only its text",
            where=shown,
        )
    if not content.strip():
        raise InputError("the report is empty", "give one with text", where=shown)
    return shown


def _safe(name: str) -> str:
    """Return a file name without a path, odd characters or leading dots."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = _ODD.sub("_", last).strip(" .")
    stem, suffix = Path(clean).stem, Path(clean).suffix[:10]
    while len(f"{stem}{suffix}".encode()) > _NAME * 2 or len(stem) > _NAME:
        stem = stem[:-1]
    return f"{stem}{suffix}"
