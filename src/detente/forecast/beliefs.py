"""What is believed about a conflict, and how surely: the unknowns of a forecast.

A model file says for each statement how surely it is held, whether its place
and its sign are known, and how each decision maker looks ahead. What it leaves
out is filled from `detente.forecast.defaults`; each default that was used is a note on the
forecast. `detente.forecast.sampling` draws complete readings from the beliefs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from detente.axes import BoolM, FloatO
from detente.errors import ModelError, NotFoundError, TooLargeError
from detente.forecast.defaults import BINDS, FORESIGHT, PACE, PACE_UNSAID, WISH
from detente.model.build import game as build
from detente.model.conflict import CONCEPTS, Conflict, DecisionMaker, Order
from detente.model.game import Game
from detente.model.statements import truth

MOST_WISHES = 60
"""The most statements of one decision maker whose order can be sampled."""


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """A statement that a decision maker may want to be true.

    Attributes
    ----------
    text : str
        The statement.
    truth : (2**O,) array of bool
        Where it is true.
    confidence : float
        Probability that it is held at all.
    order : {"known", "partly", "unknown"}
        Whether its place is known.
    reversed : float
        Probability that its falsehood is wanted instead.
    assumed : str
        Why it is there though no priority says so; "" for what the model states.
    pin : {"", "first", "last"}
        Whether it comes before or after all others, whatever else is known.
    """

    text: str
    truth: BoolM
    confidence: float = 1.0
    order: Order = "known"
    reversed: float = 0.0
    assumed: str = ""
    pin: Literal["", "first", "last"] = ""


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
    """

    game: Game
    start: int
    wishes: tuple[tuple[Wish, ...] | None, ...]
    foresight: tuple[Mapping[str, float], ...]
    pace: FloatO
    hindrances: tuple[Hindrance, ...] = ()
    notes: tuple[str, ...] = field(default=())

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
    game = build(_without_gaps(conflict))
    start = _start(conflict, game, notes)
    wishes = tuple(_wishes(conflict, dm, game, notes) for dm in game.decision_makers)
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
        notes=tuple(notes),
    )


def _silent(maker: DecisionMaker) -> bool:
    given = (maker.priorities, maker.ranking, maker.weights, maker.payoffs)
    return all(one is None for one in given)


def _without_gaps(conflict: Conflict) -> Conflict:
    """Return the conflict with indifference where nothing is said of a preference."""
    makers = {
        dm: maker.model_copy(update={"priorities": []}) if _silent(maker) else maker
        for dm, maker in conflict.decision_makers.items()
    }
    return conflict.model_copy(update={"decision_makers": makers})


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


def _wishes(conflict: Conflict, dm: str, game: Game, notes: list[str]) -> tuple[Wish, ...] | None:
    maker = conflict.decision_makers[dm]
    if not _silent(maker) and maker.priorities is None:
        return None
    stated = [
        Wish(
            text=one.statement,
            truth=truth(conflict, one.statement, dm),
            confidence=_probability(one.confidence, f"{dm}: {one.statement}", "confidence"),
            order=one.order,
            reversed=0.5 if one.sign == "unknown" else 0.0,
        )
        for one in maker.priorities or []
    ]
    found = [*stated, *_unsaid(conflict, dm, game, stated, notes)]
    if len(found) > MOST_WISHES:
        raise TooLargeError(
            f"{dm} has {len(found)} statements, and {MOST_WISHES} is the limit of a forecast",
            "leave out the least important ones",
        )
    return tuple(found)


def _unsaid(
    conflict: Conflict, dm: str, game: Game, stated: list[Wish], notes: list[str]
) -> list[Wish]:
    """Return the wishes on which the model is silent though an answer hangs on them."""
    maker = conflict.decision_makers[dm]
    if not maker.options:
        return []
    silent = _silent(maker)
    found = []
    for k, name in enumerate(game.options):
        owner, _, option = name.partition(".")
        mine = owner == dm
        status = conflict.decision_makers[owner].options[option].status if mine else None
        taken = (np.arange(len(game.feasible)) >> k & 1).astype(np.bool_)
        if silent:
            why = "nothing says what it wants"
        elif mine and status is not None and not any(_settles(one, k) for one in stated):
            why = f"no priority that is held for sure speaks of it; its status is {status}"
        else:
            continue
        wanted = WISH[status] if status is not None else 0.5
        order: Order = "unknown" if silent else "known"
        found.append(Wish(name, taken, order=order, reversed=1.0 - wanted, assumed=why))
        if not silent and not any(_hangs_on(one, k) for one in stated):
            notes.append(
                f"Nothing says whether {dm} wants {name} for itself; as it is {status},"
                f" {wanted:.0%} of the readings have it so, as the least of its wishes."
            )
    if silent:
        notes.append(f"Nothing says what {dm} wants: its wishes are drawn at random.")
    return found


def _settles(one: Wish, k: int) -> bool:
    """Say whether a wish is held for sure and hangs on the option."""
    return one.confidence == 1 and _hangs_on(one, k)


def _hangs_on(one: Wish, k: int) -> bool:
    halves = one.truth.reshape(-1, 2, 1 << k)
    return bool((halves[:, 0] != halves[:, 1]).any())


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
        binds = _probability(binds, f"the constraint on {one.on}", "binds")
        found.append(Hindrance(game.option(one.on), binds, one.kind))
    return tuple(found)


def _probability(value: float, what: str, name: Literal["confidence", "binds"]) -> float:
    if not 0 <= value <= 1:
        raise ModelError(f"{what}: {name} is {value}", "a probability lies between 0 and 1")
    return value
