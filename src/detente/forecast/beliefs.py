"""What is believed about a conflict, and how surely: the unknowns of a forecast.

A model file says for each statement how surely it is held, whether its place
and its sign are known, and how each decision maker looks ahead. What it leaves
out is filled from `detente.forecast.defaults`; each default that was used is a note on the
forecast. `detente.forecast.sampling` draws complete readings from the beliefs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from detente.axes import FloatO
from detente.errors import ModelError, NotFoundError
from detente.forecast.defaults import AGREEMENT, BINDS, FORESIGHT, PACE, PACE_UNSAID
from detente.forecast.wishes import Wish, at_random, probability, wishes_of, without_gaps
from detente.model.build import game as build
from detente.model.conflict import CONCEPTS, Conflict, DecisionMaker
from detente.model.game import Game


@dataclass(frozen=True, slots=True)
class Hindrance:
    """A constraint that may keep an option from being taken."""

    option: int
    binds: float
    kind: str = "other"


@dataclass(frozen=True, slots=True, eq=False)
class Beliefs:
    """All that is known and unknown about a conflict.

    Attributes
    ----------
    game : Game
        Options, move rules, feasible states; its ranks are those of the
        decision makers whose ranking is known outright.
    start : int
        Where play begins.
    wishes : tuple of (tuple of Wish, or None)
        For each decision maker its statements, most important first; None
        where its ranking is known.
    foresight : tuple of mapping of str to float
        For each decision maker the probability of each stability concept.
    pace : (O,) array of float
        Acts per month by which each option is taken or undone.
    hindrances : tuple of Hindrance
        What may keep options from being taken.
    notes : tuple of str
        The assumptions made, in sentences.
    agreement : float
        Probability that two decision makers can agree on a step together.
    doubt : float or None
        Probability that what is said here of wishes is wrong; None: nobody says.
    """

    game: Game
    start: int
    wishes: tuple[tuple[Wish, ...] | None, ...]
    foresight: tuple[Mapping[str, float], ...]
    pace: FloatO
    hindrances: tuple[Hindrance, ...] = ()
    notes: tuple[str, ...] = field(default=())
    agreement: float = 0.0
    doubt: float | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the decision makers."""
        return self.game.decision_makers


def beliefs(conflict: Conflict) -> Beliefs:
    """Return what a conflict says is known and unknown.

    Parameters
    ----------
    conflict : Conflict
        The conflict; it may leave preferences and the status quo open.

    Returns
    -------
    Beliefs
        Every probability lies in [0, 1] and the foresight of each decision
        maker adds up to one.

    Raises
    ------
    ModelError
        If the conflict makes no game, a probability lies outside [0, 1], or
        the weights of a foresight can't be made to add up to one.
    NotFoundError
        If a constraint is on an option that isn't there.
    TooLargeError
        If a decision maker has more than 60 statements.

    Examples
    --------
    >>> talks = Conflict(status_quo=[])
    >>> _ = talks.add("a", options=["act"], priorities=[{"statement": "act", "confidence": 0.7}])
    >>> found = beliefs(talks)
    >>> found.wishes[0][0].confidence, found.foresight[0]["seq"]
    (0.7, 0.25)
    """
    notes: list[str] = []
    game = build(without_gaps(conflict))
    start = _start(conflict, game, notes)
    wishes = tuple(wishes_of(conflict, dm, game, notes) for dm in game.decision_makers)
    makers = conflict.decision_makers
    unsaid = [dm for dm, one in makers.items() if one.options and one.foresight is None]
    if unsaid:
        notes.append(
            f"Nothing says how far {', '.join(unsaid)} look{'s' if len(unsaid) == 1 else ''} ahead:"
            f" {', '.join(FORESIGHT)} are equally likely."
        )
    return Beliefs(
        game=game,
        start=start,
        wishes=wishes,
        foresight=tuple(_foresight(dm, maker) for dm, maker in makers.items()),
        pace=_paces(conflict),
        hindrances=_hindrances(conflict, game),
        agreement=_agreement(conflict.agreement, game, notes, unsaid=bool(unsaid)),
        doubt=conflict.doubt,
        notes=tuple(notes),
    )


def crisp(game: Game, foresight: Mapping[str, float] | None = None) -> Beliefs:
    """Return the beliefs of one who knows a game, but maybe not how players look ahead."""
    size = len(game.decision_makers)
    notes: list[str] = []
    start = game.status_quo if game.status_quo is not None else _least_taken(game, notes)
    return Beliefs(
        game=game,
        start=start,
        wishes=(None,) * size,
        foresight=tuple(
            _shares("every decision maker", foresight or FORESIGHT) for _ in range(size)
        ),
        pace=np.full(len(game.options), PACE_UNSAID),
        agreement=_agreement(None, game, notes, unsaid=foresight is None),
        notes=tuple(notes),
    )


def unknowing(found: Beliefs) -> Beliefs:
    """Return the beliefs of one who knows who can do what, and nothing of what anybody wants.

    Parameters
    ----------
    found : Beliefs
        Its moves, its start, its constraints and how soon each can act are kept.

    Returns
    -------
    Beliefs
        Every party's wishes are drawn at random, as are those of a party of whom
        a model says nothing; how far it looks ahead is as good as unsaid.
    """
    size = len(found.names)
    movers = sum(map(bool, map(found.game.mask, range(size))))
    return replace(
        found,
        wishes=(at_random(found.game),) * size,
        foresight=tuple(_shares(dm, FORESIGHT) for dm in found.names),
        agreement=AGREEMENT if movers > 1 else 0.0,
    )


def _agreement(given: float | None, game: Game, notes: list[str], *, unsaid: bool) -> float:
    """Return how likely two parties can agree: where nothing says how they play, as good as even."""
    movers = sum(map(bool, map(game.mask, range(len(game.decision_makers)))))
    if movers <= 1:
        return 0.0
    if given is not None or not unsaid:
        return given or 0.0
    notes.append(
        "Nothing says whether two parties can agree on a step together:"
        f" in {AGREEMENT:.0%} of the readings they can."
    )
    return AGREEMENT


def _least_taken(game: Game, notes: list[str]) -> int:
    """Return the feasible state with the fewest options taken, the first of them."""
    start = int(min(game.states, key=lambda s: (int(s).bit_count(), s)))
    taken = game.taken(start)
    where = f"only {', '.join(taken)} {'is' if len(taken) == 1 else 'are'} taken"
    where = where if taken else "no option is taken"
    why = ", as something has to be" if start else ""
    notes.append(f"The status quo isn't known: play starts where {where}{why}.")
    return start


def _start(conflict: Conflict, game: Game, notes: list[str]) -> int:
    if game.status_quo is not None:
        return game.status_quo
    taken = [
        name
        for name, status in zip(game.options, _statuses(conflict), strict=True)
        if status in ("done", "ongoing")
    ]
    guess = sum(1 << game.option(name) for name in taken)
    if taken and game.feasible[guess]:
        notes.append(
            "The status quo isn't known: play starts where what is done or ongoing is taken"
            f" ({', '.join(taken)})."
        )
        return guess
    return _least_taken(game, notes)


def _statuses(conflict: Conflict) -> list[str | None]:
    return [
        option.status
        for maker in conflict.decision_makers.values()
        for option in maker.options.values()
    ]


def _foresight(dm: str, maker: DecisionMaker) -> Mapping[str, float]:
    if maker.foresight is None:
        return _shares(dm, FORESIGHT)
    return _shares(dm, {str(one): weight for one, weight in maker.foresight.items()})


def _shares(dm: str, weights: Mapping[str, float]) -> Mapping[str, float]:
    where = f"the foresight of {dm}"
    for concept, weight in weights.items():
        if concept not in CONCEPTS:
            raise NotFoundError(
                f"{where} names {concept!r}", f"the concepts are {', '.join(CONCEPTS)}"
            )
        if not 0 <= weight < float("inf"):
            raise ModelError(f"{where} gives {concept} the weight {weight}", "use 0 or more")
    total = sum(weights.values())
    if total <= 0:
        raise ModelError(
            f"the weights of {where} add up to 0", "give one concept a positive weight"
        )
    return {concept: weights.get(concept, 0.0) / total for concept in CONCEPTS}


def _paces(conflict: Conflict) -> FloatO:
    paces = []
    for dm, maker in conflict.decision_makers.items():
        for name, option in maker.options.items():
            given = option.readiness if option.readiness is not None else maker.readiness
            if given is not None and not 0 < given < float("inf"):
                raise ModelError(
                    f"the readiness of {dm}.{name} is {given}", "give acts per month, above 0"
                )
            default = PACE[option.status] if option.status is not None else PACE_UNSAID
            paces.append(given if given is not None else default)
    return np.array(paces, dtype=np.float64)


def _hindrances(conflict: Conflict, game: Game) -> tuple[Hindrance, ...]:
    found = []
    for one in conflict.constraints:
        binds = BINDS[one.kind] if one.binds is None else one.binds
        binds = probability(binds, f"the constraint on {one.on}", "binds")
        found.append(Hindrance(game.option(one.on), binds, one.kind))
    return tuple(found)
