"""`model.yaml`: the format that people edit.

Comments and order are kept by `update`; `dumps` writes a new file. What a file
may hold is on the page "File formats", and as JSON Schema in
`detente.model.schema`.
"""

from pathlib import Path

from detente.errors import ModelError
from detente.model import check
from detente.model.conflict import Conflict
from detente.model.formats import yaml_tree
from detente.model.formats.source import decode, read_text, write_text
from detente.model.formats.yaml_shape import shape
from detente.model.formats.yaml_update import update
from detente.model.formats.yaml_write import dumps

__all__ = ["dumps", "load", "loads", "save", "update"]


def load(path: str | Path) -> Conflict:
    """Return the conflict that a model file holds.

    Raises
    ------
    ModelError
        If it holds none; the message has a line ``file:line: what: what to
        do`` for each fault.
    TooLargeError
        If the file has more than 5 MB.
    """
    return loads(read_text(path), str(path))


def loads(text: str | bytes, name: str = "model.yaml") -> Conflict:
    """Return the conflict that a text describes.

    Parameters
    ----------
    text : str or bytes
        The text of a model file.
    name : str
        What to call it in messages.

    Returns
    -------
    Conflict
        All its names and statements refer to what is there. It may still be
        unfinished: `detente.model.build.game` says what is missing.

    Raises
    ------
    ModelError
        If the text describes none.

    Examples
    --------
    >>> seoul = loads("decision_makers: {seoul: {options: [arms], priorities: ['!arms']}}")
    >>> seoul.decision_makers["seoul"].priorities[0].statement
    '!arms'
    >>> loads("titel: Arms")
    Traceback (most recent call last):
    ...
    detente.errors.ModelError: model.yaml:1: there is no field 'titel': did you mean title?
    """
    text = decode(text if isinstance(text, bytes) else _encoded(text, name), name)
    data, lines = yaml_tree.read(text, name)
    conflict = shape(data, lines, name)
    check.faults(conflict).raise_any()
    return conflict


def save(conflict: Conflict, path: str | Path) -> None:
    """Write a conflict as a new model file, replacing what is there.

    Raises
    ------
    ModelError
        If the file can't be written; what was there still is.
    """
    write_text(path, dumps(conflict))


def _encoded(text: str, name: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise ModelError(
            "the text holds half of a character", "save it as UTF-8", where=f"{name}:{line}"
        ) from error
