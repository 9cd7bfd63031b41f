"""Coalitions: what some decision makers could do together, and which equilibria that undoes.

====  =====================================================================
name  stable for a coalition when each improvement of all its members
====  =====================================================================
nash  doesn't exist
gmr   can be answered so that not all members are better off any more
smr   ... and nothing the coalition does then changes that
seq   can be answered so by improvements of the others
====  =====================================================================

A coalition moves by legal sequences of its members' moves through feasible
states (``moves="sequences"``), or by changing all its members' options at once,
jumping over states that can't be (``moves="joint"``). For ``seq`` the others
answer one by one (``opposing="individuals"``), or any of them together, each
group by an improvement of all its members (``opposing="coalitions"``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal, TypeAlias

import numpy as np

from detente.axes import BoolIM, BoolM, BoolO, IntIM, IntM, IntS
from detente.errors import InputError, NotFoundError, TooLargeError
from detente.model.game import Game
from detente.solve import _coalition_kernels as kernel
from detente.solve._kernels import spread
from detente.solve.engine import least_after
from detente.solve.result import Stability
from detente.solve.rules import Rules

CONCEPTS = ("nash", "gmr", "smr", "seq")
MASKS = 1 << 12  # above this, coalitions are judged only at named states
COALITIONS = 1 << 12  # the most coalitions judged at a time

Moves: TypeAlias = Literal["sequences", "joint"]
Opposing: TypeAlias = Literal["individuals", "coalitions"]
Coalition: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class CoalitionStability:
    """Which states are stable for which coalitions.

    Attributes
    ----------
    game : Game
        The conflict.
    coalitions : tuple of tuple of int
        Those judged, smallest first.
    states : (S,) array of int
        The states judged, ascending.
    stable : mapping of str to (C, S) array of bool
        For each concept: is the state stable for the coalition?
    moves, opposing : str
        How coalitions move, and how they are answered: see the module.
    """

    game: Game
    coalitions: tuple[Coalition, ...]
    states: IntS
    stable: Mapping[str, BoolIM]
    moves: Moves
    opposing: Opposing

    def names(self, coalition: Coalition) -> list[str]:
        """Return the ids of a coalition's members."""
        return [self.game.decision_makers[i] for i in coalition]

    def for_all(self, concept: str) -> IntS:
        """Return the states stable for every coalition that was judged."""
        if concept not in self.stable:
            raise NotFoundError(
                f"no concept {concept!r} here", f"there are {', '.join(self.stable)}"
            )
        return self.states[np.all(self.stable[concept], axis=0)]

    def to_json(self) -> dict[str, Any]:
        """Return JSON values; `coalition_stable` is a field of ``detente solve``."""
        return {
            "coalition_stable": {one: self.for_all(one).tolist() for one in self.stable},
            "coalitions": [
                {
                    "members": self.names(coalition),
                    "stable": {
                        one: self.states[rows[c]].tolist() for one, rows in self.stable.items()
                    },
                }
                for c, coalition in enumerate(self.coalitions)
            ],
            "moves": self.moves,
            "opposing": self.opposing,
        }


@dataclass(frozen=True, slots=True)
class Vulnerable:
    """An equilibrium that a coalition would leave together.

    `to` are the states that all members like better and that they can bring
    about; `deterred` are the concepts under which something still keeps the
    coalition from each of them.
    """

    state: int
    concepts: tuple[str, ...]
    coalition: Coalition
    to: tuple[int, ...]
    deterred: tuple[str, ...]

    def to_json(self, names: Sequence[str]) -> dict[str, Any]:
        """Return JSON values."""
        return {
            "state": self.state,
            "concepts": list(self.concepts),
            "coalition": [names[i] for i in self.coalition],
            "to": list(self.to),
            "deterred": list(self.deterred),
        }


def coalition_stability(
    game: Game,
    coalitions: Sequence[Sequence[str | int]] | None = None,
    *,
    concepts: Sequence[str] = CONCEPTS,
    states: Sequence[int] | None = None,
    moves: Moves = "sequences",
    opposing: Opposing = "individuals",
) -> CoalitionStability:
    """Return which states are stable for which coalitions.

    Parameters
    ----------
    game : Game
        The conflict.
    coalitions : sequence of sequences of str or int, optional
        The coalitions to judge for, by members; left out: every one, single
        decision makers among them.
    concepts : sequence of str
        Any of ``nash gmr smr seq``.
    states : sequence of int, optional
        The states to judge; left out: all that are feasible.
    moves : {"sequences", "joint"}
        How a coalition moves.
    opposing : {"individuals", "coalitions"}
        How the others answer, for ``seq``.

    Returns
    -------
    CoalitionStability
        For a coalition of one the verdicts are the individual ones (with
        ``opposing="individuals"``).

    Raises
    ------
    InputError
        If a coalition is empty, or an argument has no such value.
    NotFoundError
        If there is no such decision maker, state or concept.
    TooLargeError
        If there are too many states or coalitions to judge them all.

    Notes
    -----
    What the others can do to each member alone is found as in
    ``detente.solve.engine``. Whether some common move pays for all members at
    once has no such shape: where the bounds leave it open, what the coalition
    can reach is walked through for each state, so the cost isn't linear.

    References
    ----------
    D. M. Kilgour, K. W. Hipel, L. Fang and X. Peng, "Coalition analysis in group
    decision support", *Group Decision and Negotiation* 10 (2001) 159-175; T.
    Inohara and K. W. Hipel, "Coalition analysis in the graph model for conflict
    resolution", *Systems Engineering* 11 (2008) 343-359.

    Examples
    --------
    Both together would leave mutual betrayal:

    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> coalition_stability(dilemma, [["a", "b"]]).for_all("nash").tolist()
    [0, 1, 2]
    """
    _known("concept", concepts, CONCEPTS)
    _known("way to move", [moves], ("sequences", "joint"))
    _known("way to answer", [opposing], ("individuals", "coalitions"))
    who = _members(game, coalitions)
    if states is None and len(game.feasible) > MASKS:
        raise TooLargeError(
            f"judging coalitions at all {len(game.states)} states would take too long",
            "name the states, for instance the equilibria",
        )
    where = game.states if states is None else np.unique([game.state(s) for s in states])
    rules = Rules.of(game)
    stable = {
        one: np.array(
            [_judge(_Asked(game, rules, members, moves, opposing), one, where) for members in who],
            dtype=np.bool_,
        ).reshape(len(who), len(where))
        for one in concepts
    }
    for array in stable.values():
        array.flags.writeable = False
    return CoalitionStability(game, who, where, stable, moves, opposing)


def vulnerable(
    solved: Stability,
    coalitions: Sequence[Sequence[str | int]] | None = None,
    *,
    moves: Moves = "sequences",
    opposing: Opposing = "individuals",
) -> tuple[Vulnerable, ...]:
    """Return the equilibria that coalitions of two or more would leave, and for what.

    Parameters
    ----------
    solved : Stability
        The conflict, solved: equilibria under any of its concepts count.
    coalitions, moves, opposing
        As for `coalition_stability`; coalitions of one are passed over.

    Returns
    -------
    tuple of Vulnerable
        By state, smallest coalition first.

    Examples
    --------
    >>> from detente.solve.solving import solve
    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> [(one.state, one.coalition, one.to) for one in vulnerable(solve(dilemma))]
    [(3, (0, 1), (0,))]
    """
    game = solved.game
    held: dict[int, list[str]] = {}
    for concept in solved.concepts:
        for s in solved.equilibria(concept).tolist():
            held.setdefault(s, []).append(concept)
    who = [one for one in _members(game, coalitions) if len(one) > 1]
    if not who or not held:
        return ()
    judged = coalition_stability(game, who, states=sorted(held), moves=moves, opposing=opposing)
    return tuple(
        Vulnerable(
            state=s,
            concepts=tuple(held[s]),
            coalition=coalition,
            to=improvements(game, coalition, s, moves=moves),
            deterred=tuple(one for one in CONCEPTS if judged.stable[one][c, x]),
        )
        for x, s in enumerate(judged.states.tolist())
        for c, coalition in enumerate(judged.coalitions)
        if not judged.stable["nash"][c, x]
    )


def improvements(
    game: Game, coalition: Sequence[str | int], s: int, *, moves: Moves = "sequences"
) -> tuple[int, ...]:
    """Return the states that a coalition can bring about and all its members like better."""
    rules = Rules.of(game)
    who = _mask(game, [game.decision_maker(one) for one in coalition])
    found = np.empty(len(game.feasible), dtype=np.int32)
    end = kernel.reach(
        game.rank, game.feasible, rules.mine, rules.only_up, rules.only_down, who,
        False, moves == "joint", game.state(s), np.zeros_like(found), 1, found,  # noqa: FBT003
    )  # fmt: skip
    reached = np.sort(found[1:end])
    better = np.all(game.rank[who][:, reached] > game.rank[who, s][:, None], axis=0)
    return tuple(reached[better].tolist())


def _members(game: Game, coalitions: Sequence[Sequence[str | int]] | None) -> tuple[Coalition, ...]:
    """Return the coalitions by index, smallest first; each once."""
    actors = range(len(game.decision_makers))
    if coalitions is None:
        if 1 << len(actors) > COALITIONS:
            raise TooLargeError(
                f"{len(actors)} decision makers form {2 ** len(actors) - 1} coalitions",
                f"name those that matter, {COALITIONS} at most",
            )
        found = {one for size in actors for one in combinations(actors, size + 1)}
    else:
        found = {tuple(sorted({game.decision_maker(i) for i in one})) for one in coalitions}
        if () in found:
            raise InputError("a coalition has no members", "name at least one decision maker")
    return tuple(sorted(found, key=lambda one: (len(one), one)))


def _mask(game: Game, members: Sequence[int]) -> BoolO:
    who = np.zeros(len(game.decision_makers), dtype=np.bool_)
    who[list(members)] = True
    return who


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A coalition, and how it and the others move."""

    game: Game
    rules: Rules
    members: Coalition
    moves: Moves
    opposing: Opposing

    @property
    def others(self) -> list[int]:
        return [j for j in range(self.rules.actors) if j not in self.members]


def _judge(asked: _Asked, concept: str, states: IntS) -> BoolM:
    """Return for each of `states` whether it is stable for the coalition.

    Not all members are better off at a reply when some member isn't, so what
    the others can do to each member alone already tells for nash, gmr and seq.
    """
    if concept == "seq" and asked.opposing == "coalitions":
        return _search(asked, concept, states)
    rank = asked.game.rank[list(asked.members)]
    if concept == "nash":
        return ~_worth_it(asked, rank, states)
    if concept != "smr":
        left = np.array([_least(asked, p, improving=concept == "seq") for p in rank])
        return ~_worth_it(asked, np.minimum(rank, left), states)
    stable = ~_worth_it(asked, rank, states)
    open_ = np.flatnonzero(_judge(asked, "gmr", states) & ~stable)
    escapes = np.array([_least(asked, _most(asked, p), improving=False) for p in rank])
    stable[open_] = ~_worth_it(asked, np.minimum(rank, escapes), states[open_])
    open_ = open_[~stable[open_]]
    if len(asked.members) == 1:  # then what it can be held to tells all
        return stable
    stable[open_] = _search(asked, concept, states[open_])
    return stable


def _worth_it(asked: _Asked, left: IntIM, states: IntS) -> BoolM:
    """Say at which states some common move leaves every member with more: see the kernel."""
    rank = asked.game.rank[list(asked.members)]
    most = np.array([_most(asked, one) for one in left])
    found = np.all(most[:, states] > rank[:, states], axis=0)
    maybe = np.flatnonzero(found)
    verdict = np.empty(len(maybe), dtype=np.bool_)
    rules = asked.rules
    kernel.worth_it(
        asked.game.rank, rules.feasible, rules.mine, rules.only_up, rules.only_down,
        _mask(asked.game, asked.members), asked.moves == "joint",
        np.ascontiguousarray(left, dtype=np.int32), np.array(asked.members, dtype=np.int64),
        states[maybe].astype(np.int64), verdict,
    )  # fmt: skip
    found[maybe] = verdict
    return found


def _least(asked: _Asked, key: IntM, *, improving: bool) -> IntM:
    """Return the least key that the others can bring each state to."""
    return least_after(asked.rules, asked.game.rank, key, asked.others, improving=improving)


def _most(asked: _Asked, key: IntM) -> IntM:
    """Return the largest key that the coalition can bring each state to."""
    if asked.moves == "sequences":
        return -least_after(asked.rules, asked.game.rank, -key, asked.members, improving=False)
    best = np.where(asked.rules.feasible, key, -1).astype(np.int32)
    for i in asked.members:
        spread(best, *asked.rules.options_of(i))
    return best


def _search(asked: _Asked, concept: str, states: IntS) -> BoolM:
    """Return the same verdicts straight from the definition, state by state."""
    game, rules, others = asked.game, asked.rules, asked.others
    groups = [
        _mask(game, group)
        for size in range(len(others) if (concept, asked.opposing) == ("seq", "coalitions") else 0)
        for group in combinations(others, size + 1)
    ]
    stable = np.empty(len(states), dtype=np.bool_)
    kernel.coalition(
        game.rank, game.feasible, rules.mine, rules.only_up, rules.only_down,
        _mask(game, asked.members), _mask(game, others),
        np.array(groups, dtype=np.bool_).reshape(len(groups), len(game.decision_makers)),
        asked.moves == "joint", concept != "nash", concept == "seq", concept == "smr",
        states.astype(np.int64), stable,
    )  # fmt: skip
    return stable


def _known(what: str, asked: Sequence[str], there: Sequence[str]) -> None:
    for one in asked:
        if one not in there:
            raise NotFoundError(
                f"no {what} {one!r} for coalitions", f"there are {', '.join(there)}"
            )
