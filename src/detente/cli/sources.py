"""What a verb is pointed at: a model file, a case of the library, or reports."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import InputError, NotFoundError

if TYPE_CHECKING:  # Pydantic stays out of the way of --help
    from detente.model.conflict import Conflict

MODELS = (".yaml", ".yml", ".gmcr", ".json", ".csv")


def is_model(source: str) -> bool:
    """Say whether `source` names a model file, by its suffix."""
    return Path(source).suffix.lower() in MODELS


def conflict(source: str) -> "Conflict":
    """Load a model file, or a case of the library by its name.

    Raises
    ------
    NotFoundError
        If there is neither such a file nor such a case.
    ModelError
        If the file makes no model.
    """
    from detente.model.formats import load

    if Path(source).exists() or is_model(source):
        return load(source)
    from detente import cases

    if source in cases.names():
        return cases.load(source)
    raise NotFoundError(
        f"there is no file and no case {source!r}",
        f"give a model file (.yaml, .gmcr) or one of the cases {', '.join(cases.names())}",
    )


@contextmanager
def named(source: str) -> Iterator[None]:
    """Say of any fault found in here which file or case it is in."""
    try:
        yield
    except InputError as error:
        if source in str(error):
            raise
        raise error.at(": ".join(part for part in (source, error.where) if part)) from error
