"""Conflicts that share decision makers: each alone, all together, and what the link changes.

Alone, a theatre is the model in which whoever isn't part of it stays as now:
the options of others are held where the status quo has them. The difference
to the whole model is what the link does: to the outcomes that hold, to the
forecast of each option. It works through decision makers who are part of two
theatres, and through statements of one that speak of another's options.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from detente.errors import NotFoundError
from detente.model.conflict import Conflict
from detente.model.statements import parse
from detente.store.asking import Chance
from detente.store.holding import Held, alone, held

__all__ = [
    "Held",
    "Link",
    "Linked",
    "Tie",
    "alone",
    "held",
    "link",
    "linked",
    "of",
    "shared",
    "ties",
]


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
class Link:
    """All that joins the theatres of a model, and what it changes."""

    theatres: Mapping[str, tuple[str, ...]]
    shared: tuple[str, ...]
    ties: tuple[Tie, ...]
    outcomes: tuple[Held, ...]
    options: tuple[Linked, ...]


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
