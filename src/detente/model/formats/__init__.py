"""Formats of model files, by suffix.

========  ==============================  =======================
suffix    format                          module
========  ==============================  =======================
.yaml     Détente's own, for people       `formats.yaml`
.yml      the same
.gmcr     GMCR+ (JSON)                    `formats.gmcr`
.json     a table of payoffs              `formats.normal_form`
.csv      the same
========  ==============================  =======================

A format is a module with ``load(path) -> Conflict`` and ``save(conflict, path)``;
to add one, write the module and enter it in `FORMATS`.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

from detente.errors import ModelError
from detente.model.conflict import Conflict

FORMATS = {
    ".yaml": "detente.model.formats.yaml",
    ".yml": "detente.model.formats.yaml",
    ".gmcr": "detente.model.formats.gmcr",
    ".json": "detente.model.formats.normal_form",
    ".csv": "detente.model.formats.normal_form",
}
"""Suffix -> module."""


def load(path: str | Path) -> Conflict:
    """Return the conflict that a file holds, in the format that its suffix names.

    Raises
    ------
    ModelError
        If the suffix names no format, or the file holds no conflict.
    TooLargeError
        If the file is too large to be a model.
    """
    return _format(path).load(path)


def save(conflict: Conflict, path: str | Path) -> None:
    """Write a conflict in the format that the file's suffix names.

    What stood there is replaced; if writing fails it still stands.

    Raises
    ------
    ModelError
        If the suffix names no format, the format can't hold the conflict, or
        the file can't be written.
    """
    _format(path).save(conflict, path)


def left_out(conflict: Conflict, path: str | Path) -> list[str]:
    """Return what a file with this suffix can't hold of a conflict, a sentence each.

    Examples
    --------
    >>> left_out(Conflict(title="Arms"), "arms.yaml")
    []
    >>> left_out(Conflict(title="Arms"), "arms.csv")
    ['a table of payoffs has no place for title']
    """
    said: list[str] = getattr(_format(path), "left_out", lambda _: [])(conflict)
    return said


def _format(path: str | Path) -> Any:
    suffix = Path(path).suffix.lower()
    if suffix not in FORMATS:
        wrong = f"{suffix} names no format of models" if suffix else "its name has no suffix"
        if Path(path).is_dir():
            wrong = "it is a folder, not a model file"
        raise ModelError(wrong, f"use one of {', '.join(FORMATS)}", where=str(path))
    return import_module(FORMATS[suffix])
