"""Which outcomes hold in a theatre by itself, and which in the whole model."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.errors import InputError, NotFoundError
from detente.model.conflict import Conflict

if TYPE_CHECKING:
    from detente.solve.result import Stability

STRENGTH = ("nash", "sseq", "seq", "smr", "gmr", "sim")
"""The concepts, those that leave the fewest states first."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a theatre's decision makers do in an outcome that holds, alone or together.

    Attributes
    ----------
    theatre : str
        The theatre.
    options : tuple of str
        Those of its options that are taken.
    alone, together : tuple of str
        The concepts under which this holds: by itself, and, whatever others
        do meanwhile, in the whole model.
    leaves : tuple of str
        Who would move away from it in the whole model as long as all others do
        as now, under the strongest concept by which it holds only alone.
    """

    theatre: str
    options: tuple[str, ...]
    alone: tuple[str, ...]
    together: tuple[str, ...]
    leaves: tuple[str, ...] = ()


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


def held(conflict: Conflict) -> list[Held]:
    """Return what holds in each theatre by itself, and what in the whole model.

    Notes
    -----
    One solution of the whole model, and one of each theatre.
    """
    from detente.solve.solving import solve

    whole = solve(conflict)
    together = _patterns(whole, None)
    found = []
    for theatre, makers in conflict.theatres.items():
        mine = sum(
            1 << bit
            for bit, name in enumerate(whole.game.options)
            if name.partition(".")[0] in makers
        )
        by_itself = solve(alone(conflict, theatre), concepts=whole.concepts)
        here, there = _patterns(by_itself, mine), _folded(together, mine)
        for pattern in sorted({*here, *there}):
            still = there.get(pattern, ())
            lost = next((one for one in here.get(pattern, ()) if one not in still), "")
            left = _leaves(whole, lost, _state(conflict, pattern, mine)) if lost else ()
            found.append(
                Held(
                    theatre, _names(whole, pattern), here.get(pattern, ()),
                    there.get(pattern, ()), left,
                )
            )  # fmt: skip
    return found


def _patterns(found: "Stability", mine: int | None) -> dict[int, tuple[str, ...]]:
    """Return each equilibrium, as far as some options go, with its concepts, strongest first."""
    held_by: dict[int, tuple[str, ...]] = {}
    for concept in STRENGTH:
        if concept not in found.concepts:
            continue
        states = found.equilibria(concept).tolist()
        for pattern in {state if mine is None else state & mine for state in states}:
            held_by[pattern] = (*held_by.get(pattern, ()), concept)
    return held_by


def _folded(whole: Mapping[int, tuple[str, ...]], mine: int) -> dict[int, tuple[str, ...]]:
    """Return the concepts of each combination of some options, whatever the others are."""
    found: dict[int, set[str]] = {}
    for state, concepts in whole.items():
        found.setdefault(state & mine, set()).update(concepts)
    return {
        pattern: tuple(concept for concept in STRENGTH if concept in concepts)
        for pattern, concepts in found.items()
    }


def _state(conflict: Conflict, pattern: int, mine: int) -> int:
    """Return the state in which some options are as said, and the others as now."""
    taken = set(conflict.status_quo or ())
    now = sum(1 << bit for bit, name in enumerate(conflict.option_names()) if name in taken)
    return pattern | (now & ~mine)


def _names(found: "Stability", pattern: int) -> tuple[str, ...]:
    return tuple(name for bit, name in enumerate(found.game.options) if pattern >> bit & 1)


def _leaves(whole: "Stability", concept: str, state: int) -> tuple[str, ...]:
    stable = whole.of(concept)[:, state]
    return tuple(
        dm for dm, stays in zip(whole.game.decision_makers, stable, strict=True) if not stays
    )
