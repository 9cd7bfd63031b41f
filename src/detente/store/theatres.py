"""Conflicts that share decision makers: each alone, all together, and what the link changes.

Alone, a theatre is the model in which whoever isn't part of it stays as now:
the options of others are held where the status quo has them. The difference
to the whole model is what the link does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from detente.errors import InputError, NotFoundError
from detente.model.conflict import Conflict
from detente.store.asking import Chance


@dataclass(frozen=True, slots=True)
class Linked:
    """An option of a theatre: its chances alone and together."""

    theatre: str
    option: str
    alone: Chance
    together: Chance

    @property
    def shift(self) -> float:
        """What the link changes."""
        return self.together.probability - self.alone.probability

    @property
    def tells(self) -> bool:
        """Whether that is more than the error of sampling."""
        room = max(self.alone.high - self.alone.low, self.together.high - self.together.low) / 2
        return abs(self.shift) > room


def alone(conflict: Conflict, theatre: str) -> Conflict:
    """Return the model in which only a theatre's decision makers move.

    Raises
    ------
    NotFoundError
        If there is no such theatre.
    InputError
        If the status quo isn't known: then nothing can be held at it.
    """
    if theatre not in conflict.theatres:
        raise NotFoundError(
            f"there is no theatre {theatre!r}",
            f"there are {', '.join(conflict.theatres) or 'none: name them in model.yaml'}",
        )
    if conflict.status_quo is None:
        raise InputError("the status quo isn't known", "say in status_quo which options are taken")
    inside = set(conflict.theatres[theatre])
    taken = set(conflict.status_quo)
    held = [
        f"!{name}" if name in taken else name
        for name in conflict.option_names()
        if name.partition(".")[0] not in inside
    ]
    made = conflict.model_copy(deep=True)
    if made.feasible is not None:
        bits = {name: 1 << k for k, name in enumerate(conflict.option_names())}
        state = sum(bits[name] for name in taken)
        mask = sum(bits[name.removeprefix("!")] for name in held)
        made.feasible = [one for one in made.feasible if one & mask == state & mask]
    else:
        made.infeasible = [*made.infeasible, *held]
    return made


def linked(conflict: Conflict, ask_of: Callable[[Conflict], Mapping[str, Chance]]) -> list[Linked]:
    """Return what the link of a model's theatres changes, option by option.

    Parameters
    ----------
    conflict : Conflict
        With theatres.
    ask_of : callable
        Forecasts a model.

    Raises
    ------
    NotFoundError
        If the model names no theatres.
    """
    if not conflict.theatres:
        raise NotFoundError(
            "the model names no theatres", "name them in model.yaml: theatres: {NAME: [ids]}"
        )
    together = ask_of(conflict)
    found = []
    for theatre, makers in conflict.theatres.items():
        by_itself = ask_of(alone(conflict, theatre))
        found += [
            Linked(theatre, name, by_itself[name], together[name])
            for name in conflict.option_names()
            if name.partition(".")[0] in makers and name in by_itself and name in together
        ]
    return found
