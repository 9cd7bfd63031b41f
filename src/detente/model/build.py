"""From the conflict that people edit to the game that solvers see."""

from collections.abc import Callable

import numpy as np

from detente.axes import BoolM, IntIM, IntM
from detente.errors import TooLargeError
from detente.model import check, preferences
from detente.model.conflict import Conflict, DecisionMaker
from detente.model.faults import Faults
from detente.model.game import Game
from detente.model.statements import parse
from detente.model.states import feasible_states, n_masks, pattern, state

KINDS = ("priorities", "ranking", "weights", "payoffs")
"""The ways to say what a decision maker prefers; each has just one."""

MOST_MAKERS = 127
"""The most decision makers of a game."""

MOST_BYTES = 1 << 32
"""The most memory that the ranks of a game may take."""


def game(conflict: Conflict) -> Game:
    """Build the game of a conflict.

    Parameters
    ----------
    conflict : Conflict
        The conflict, complete: each decision maker says what it prefers.

    Returns
    -------
    Game
        Frozen arrays over all ``2**O`` states. Confidence, unknown order and
        unknown sign of statements play no part in it; the forecast samples them.

    Raises
    ------
    ModelError
        If the conflict makes no game. All faults are gathered first; the
        message has a line for each, with its place.
    TooLargeError
        If there are more than 24 options, or the ranks would take over 4 GiB.

    Notes
    -----
    O(2**O) for each statement.

    Examples
    --------
    >>> chicken = Conflict(status_quo=[])
    >>> for dm in ("left", "right"):
    ...     _ = chicken.add(dm, options=["swerve"], priorities=["left.swerve | right.swerve", "!swerve"])
    >>> game(chicken).rank.tolist()  # left swerves at states 1 and 3
    [[0, 1, 2, 1], [0, 2, 1, 1]]
    """
    faults = check.faults(conflict)
    names = conflict.option_names()
    if not names:
        faults.add(
            ("decision_makers",), "the model has no options", "give a decision maker an option"
        )
    _size(len(conflict.decision_makers), len(names))
    whole = not faults.found
    feasible = _feasible(faults) if whole else None
    status_quo = _status_quo(faults, feasible) if feasible is not None else None
    rank = _ranks(faults, feasible)
    faults.raise_any()
    return Game(
        decision_makers=tuple(conflict.decision_makers),
        options=tuple(names),
        owner=np.array(
            [i for i, dm in enumerate(conflict.decision_makers.values()) for _ in dm.options],
            dtype=np.int8,
        ),
        forward=_rules(conflict, "forward"),
        backward=_rules(conflict, "backward"),
        feasible=feasible if feasible is not None else np.zeros(0, dtype=np.bool_),
        rank=rank,
        status_quo=status_quo,
    )


def _size(n_makers: int, n_options: int) -> None:
    """Refuse what wouldn't fit."""
    size = 4 * n_makers * n_masks(n_options)
    if n_makers > MOST_MAKERS:
        raise TooLargeError(
            f"the model has {n_makers} decision makers, and {MOST_MAKERS} is the limit",
            "merge some of them",
        )
    if size > MOST_BYTES:
        raise TooLargeError(
            f"the ranks of {n_makers} decision makers at 2^{n_options} states would take"
            f" {size / 2**30:.1f} GiB, and {MOST_BYTES >> 30} GiB is the limit",
            "merge options or decision makers, or split the model into theatres",
        )


def _feasible(faults: Faults) -> BoolM | None:
    conflict = faults.conflict
    names = conflict.option_names()
    if conflict.feasible is not None and conflict.infeasible:
        faults.add(
            ("feasible",),
            "both feasible and infeasible are given",
            "list the feasible states, or the statements that can't be",
        )
        return None
    excluded = (parse(text, names).truth(len(names)) for text in conflict.infeasible)
    with faults.at("infeasible" if conflict.feasible is None else "feasible"):
        return feasible_states(len(names), excluded, conflict.feasible)
    return None


def _status_quo(faults: Faults, feasible: BoolM) -> int | None:
    taken = faults.conflict.status_quo
    if taken is None:
        return None
    names = faults.conflict.option_names()
    s = state(taken, names)
    if not feasible[s]:
        faults.add(
            ("status_quo",),
            f"the status quo, state {s} ({pattern(s, len(names))}), is not feasible",
            "change the status quo, or what rules it out",
        )
    return s


def _ranks(faults: Faults, feasible: BoolM | None) -> IntIM:
    """Rank the states for each decision maker; without states, only look for faults."""
    makers = faults.conflict.decision_makers
    rank = np.zeros((len(makers), 0 if feasible is None else len(feasible)), dtype=np.int32)
    for i, (dm, maker) in enumerate(makers.items()):
        kind = _kind(faults, dm, maker)
        if kind is None or feasible is None:
            continue
        with faults.at("decision_makers", dm, kind):
            rank[i] = _RANKS[kind](faults.conflict, dm, feasible)
    return rank


def _kind(faults: Faults, dm: str, maker: DecisionMaker) -> str | None:
    """Return the one way in which a decision maker says what it prefers."""
    given = [kind for kind in KINDS if getattr(maker, kind) is not None]
    here = ("decision_makers", dm)
    if len(given) > 1:
        faults.add(
            (*here, given[1]),
            f"{dm} says what it prefers in {len(given)} ways: {' and '.join(given)}",
            "keep one of them",
        )
        return None
    if not given:
        faults.add(
            here,
            f"{dm} doesn't say what it prefers",
            "add priorities (priorities: [] if it is indifferent), a ranking, weights or payoffs",
        )
        return None
    return given[0]


def _by_priorities(conflict: Conflict, dm: str, feasible: BoolM) -> IntM:
    names = conflict.option_names()
    stated = conflict.decision_makers[dm].priorities or ()
    truths = (parse(one.statement, names, dm).truth(len(names)) for one in stated)
    return preferences.lexicographic(truths, feasible)


def _by_weights(conflict: Conflict, dm: str, feasible: BoolM) -> IntM:
    names = conflict.option_names()
    weights = conflict.decision_makers[dm].weights or {}
    truths = (parse(text, names, dm).truth(len(names)) for text in weights)
    scores = preferences.weighted(truths, list(weights.values()), len(feasible))
    return preferences.by_score(scores, feasible)


def _by_ranking(conflict: Conflict, dm: str, feasible: BoolM) -> IntM:
    return preferences.by_list(conflict.decision_makers[dm].ranking or (), feasible)


def _by_payoffs(conflict: Conflict, dm: str, feasible: BoolM) -> IntM:
    return preferences.by_payoff(conflict.decision_makers[dm].payoffs or {}, feasible)


_RANKS: dict[str, Callable[[Conflict, str, BoolM], IntM]] = {
    "priorities": _by_priorities,
    "ranking": _by_ranking,
    "weights": _by_weights,
    "payoffs": _by_payoffs,
}


def _rules(conflict: Conflict, way: str) -> BoolM:
    """Return for each option whether it may move this way."""
    return np.array(
        [
            option.reversible in {"both", way}
            for maker in conflict.decision_makers.values()
            for option in maker.options.values()
        ],
        dtype=np.bool_,
    )
