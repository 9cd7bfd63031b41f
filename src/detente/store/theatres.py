"""Conflicts that share decision makers: each alone, all together, and what the link changes.

Alone, a theatre is the model in which whoever isn't part of it stays as now:
the options of others are held where the status quo has them. The difference
to the whole model is what the link does: to the outcomes that hold, to the
forecast of each option. It works through decision makers who are part of two
theatres, and through statements of one that speak of another's options.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.errors import InputError, NotFoundError
from detente.model.conflict import Conflict
from detente.model.statements import parse
from detente.store.asking import Chance

if TYPE_CHECKING:
    from detente.solve.result import Stability

STRENGTH = ("nash", "sseq", "seq", "smr", "gmr", "sim")
"""The concepts, those that leave the fewest states first."""


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


@dataclass(frozen=True, slots=True)
class Tie:
    """A statement of a theatre's decision maker that speaks of options of others.

    Attributes
    ----------
    theatre, by : str
        The theatre, and the decision maker who says it or whom it binds.
    kind : str
        ``priority`` or ``red_line``.
    statement : str
        It, every option named in full.
    options : tuple of str
        Those of its options whose decision maker isn't part of the theatre.
    """

    theatre: str
    by: str
    kind: str
    statement: str
    options: tuple[str, ...]


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
        as now, under the strongest concept by which it holds alone.
    """

    theatre: str
    options: tuple[str, ...]
    alone: tuple[str, ...]
    together: tuple[str, ...]
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """All that joins the theatres of a model, and what it changes."""

    theatres: Mapping[str, tuple[str, ...]]
    shared: tuple[str, ...]
    ties: tuple[Tie, ...]
    outcomes: tuple[Held, ...]
    options: tuple[Linked, ...]


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


def shared(conflict: Conflict) -> list[str]:
    """Return the decision makers who are part of more than one theatre."""
    return [
        dm
        for dm in conflict.decision_makers
        if sum(dm in makers for makers in conflict.theatres.values()) > 1
    ]


def of(conflict: Conflict, makers: Iterable[str]) -> list[str]:
    """Return the theatres of which some decision makers are part."""
    asked = set(makers)
    return [name for name, members in conflict.theatres.items() if asked & set(members)]


def ties(conflict: Conflict) -> list[Tie]:
    """Return the statements in which one theatre speaks of options of others."""
    names = conflict.option_names()
    said = [
        (owner, "priority", one.statement, owner)
        for owner, maker in conflict.decision_makers.items()
        for one in maker.priorities or ()
    ] + [(line.by, "red_line", line.against, None) for line in conflict.red_lines]
    found = []
    for theatre, makers in conflict.theatres.items():
        for by, kind, statement, owner in said:
            if by not in makers:
                continue
            told = parse(statement, names, owner)
            others = tuple(name for name in told.names if name.partition(".")[0] not in makers)
            if others:
                found.append(Tie(theatre, by, kind, told.text(), others))
    return found


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
            left: tuple[str, ...] = ()
            if pattern in here and pattern not in there:
                left = _leaves(whole, here[pattern][0], _state(conflict, pattern, mine))
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


def link(conflict: Conflict, ask_of: Callable[[Conflict], Mapping[str, Chance]]) -> Link:
    """Return all that joins a model's theatres, and what it changes.

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
    InputError
        If its status quo isn't known.
    """
    options = linked(conflict, ask_of)
    return Link(
        theatres={name: tuple(makers) for name, makers in conflict.theatres.items()},
        shared=tuple(shared(conflict)),
        ties=tuple(ties(conflict)),
        outcomes=tuple(held(conflict)),
        options=tuple(options),
    )
