"""Gather what is wrong with a model, each fault with its place, then say it all at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

from detente.errors import DetenteError, ModelError, StatementError
from detente.model.conflict import Conflict

Path: TypeAlias = tuple[str | int, ...]
"""The way to a part of a model: ``("decision_makers", "russia", "priorities", 0)``."""

MOST = 50
"""How many faults are said at once."""


def written(path: Path) -> str:
    """Write a path as people do.

    Examples
    --------
    >>> written(("decision_makers", "russia", "priorities", 0))
    'decision_makers.russia.priorities[0]'
    """
    parts = (f"[{one}]" if isinstance(one, int) else f".{one}" for one in path)
    return "".join(parts).removeprefix(".")


@dataclass(slots=True)
class Faults:
    """The faults of a conflict, in the order in which they were found.

    Examples
    --------
    >>> faults = Faults(Conflict())
    >>> with faults.at("status_quo", 0):
    ...     raise ModelError("there is no option 'x'")
    >>> str(faults.found[0])
    "status_quo[0]: there is no option 'x'"
    """

    conflict: Conflict
    found: list[DetenteError] = field(default_factory=list)

    def add(self, path: Path, what: str, todo: str = "") -> None:
        """Note a fault in the part at `path`."""
        self.found.append(ModelError(what, todo, where=self.place(path)))

    @contextmanager
    def at(self, *path: str | int) -> Iterator[None]:
        """Note what is raised inside as a fault in the part at `path`."""
        try:
            yield
        except DetenteError as error:
            self.found.append(error.at(self.place(path)))

    def place(self, path: Path) -> str:
        """Return ``file:line`` of a part if it was read from a file, else its path."""
        return self.conflict.place(path) or written(path)

    def raise_any(self) -> None:
        """Raise one error that says all the faults, a line each, if there are any.

        Raises
        ------
        StatementError
            If all faults are in statements.
        ModelError
            If there are others.
        """
        if len(self.found) == 1:
            raise self.found[0]
        if self.found:
            said = list(dict.fromkeys(map(str, self.found)))
            if len(said) > MOST:
                said[MOST:] = [f"and {len(said) - MOST:,} more faults"]
            statements = all(isinstance(one, StatementError) for one in self.found)
            raise (StatementError if statements else ModelError)("\n".join(said))
