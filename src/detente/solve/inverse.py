"""What a decision maker would have to prefer for a state to be stable: exact conditions, counted.

Everybody else's preferences stay as they are. Then all that matters of the
decision maker's own is which states it likes more than the one in question,
and every concept says: for each move, some set of states, all of them no
better than `s`. The fewer states are better, the easier; so the condition is
a formula without a negation, and the rankings that meet it are counted by
taking the formula apart, never by going through the rankings.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import product
from math import comb, factorial
from typing import Any, TypeAlias

import numpy as np

from detente.errors import NotFoundError, TooLargeError
from detente.model.game import Game
from detente.solve import _walk_kernels as walk
from detente.solve.engine import COUNTERED, IMPROVING, SHAPED
from detente.solve.rules import Rules

RELEVANT = 60  # states that a condition may name and still be counted

Way: TypeAlias = frozenset[int]
Demands: TypeAlias = frozenset[frozenset[Way]]


@dataclass(frozen=True, slots=True)
class Demand:
    """What one move asks of the preferences.

    At least one of `ways` must be so: all its states no better than the state
    in question. The first is that the move itself is no improvement.
    """

    move: int
    ways: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """When a state is stable for a decision maker: all the demands must be met."""

    concept: str
    decision_maker: int
    state: int
    demands: tuple[Demand, ...]

    def holds(self, rank: "Mapping[int, int] | np.ndarray[Any, Any]") -> bool:
        """Say whether a ranking (state to number, larger is better) meets the condition."""
        here = rank[self.state]
        return all(
            any(all(rank[x] <= here for x in way) for way in demand.ways) for demand in self.demands
        )

    def to_json(self, game: Game) -> dict[str, Any]:
        """Return JSON values."""
        return {
            "concept": self.concept,
            "decision_maker": game.decision_makers[self.decision_maker],
            "state": self.state,
            "demands": [
                {"move": one.move, "ways": [list(way) for way in one.ways]} for one in self.demands
            ],
        }


@dataclass(frozen=True, slots=True)
class Count:
    """How many rankings without ties make a state stable for a decision maker.

    `others` says of everybody else, whose preferences stay: "hold" (stable
    there whatever the ranking, so `stable` counts the rankings that make an
    equilibrium), "fail" (some other is never stable there), or "depends"
    (it hangs on the ranking whether the others are).
    """

    stable: int
    total: int
    others: str


def condition(game: Game, i: int | str, s: int, concept: str) -> Condition:
    """Return what `i` must prefer for `s` to be stable for it.

    Parameters
    ----------
    game : Game
        The conflict; the preferences of `i` in it play no part.
    i : int or str
        The decision maker.
    s : int
        A feasible state.
    concept : {"nash", "gmr", "smr", "seq", "sseq", "sim"}
        Under which concept.

    Returns
    -------
    Condition
        A demand for each move of `i` at `s`, none that another one implies.

    Raises
    ------
    NotFoundError
        If there is no such decision maker, state or concept.

    Notes
    -----
    One walk over the states for each move.

    References
    ----------
    R. A. Kinsara, D. M. Kilgour and K. W. Hipel, "Inverse approach to the graph
    model for conflict resolution", *IEEE Transactions on Systems, Man, and
    Cybernetics: Systems* 45 (2015) 734-742.

    Examples
    --------
    Silence is sequentially stable for a if betrayal is no better, or if
    betrayal by both is no better:

    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> condition(dilemma, "a", 0, "seq").demands
    (Demand(move=1, ways=((1,), (3,))),)
    """
    i, s = game.decision_maker(i), game.state(s)
    if concept not in (*SHAPED, "sim"):
        raise NotFoundError(f"no concept {concept!r}", f"there are {', '.join((*SHAPED, 'sim'))}")
    demands = []
    for q in game.moves(i, s):
        ways = {frozenset((q,))}
        for r in _replies(game, concept, i, s, q):
            ends = {r, *game.moves(i, r)} if concept in COUNTERED else {r}
            ways.add(frozenset(ends - {s}))
        if frozenset() not in ways:
            demands.append((q, _least(ways)))
    kept = [
        (q, ways)
        for n, (q, ways) in enumerate(demands)
        if not any(
            _implies(other, ways) and (m < n or not _implies(ways, other))
            for m, (_, other) in enumerate(demands)
            if m != n
        )
    ]
    return Condition(concept, i, s, tuple(Demand(q, _in_order(q, ways)) for q, ways in kept))


def count(game: Game, i: int | str, s: int, concept: str) -> Count:
    """Return how many rankings of `i` without ties make `s` stable for it.

    Parameters
    ----------
    game : Game
        The conflict; everybody else's preferences stay as they are.
    i, s, concept
        As for `condition`.

    Returns
    -------
    Count
        Exact, of all ``S!`` rankings of the feasible states.

    Raises
    ------
    TooLargeError
        If the condition names more than `RELEVANT` states.

    Notes
    -----
    The formula is split into parts that share no state, and each part by
    whether one state is better; what is left over is counted at a stroke. At
    worst exponential in the states that the condition names.

    Examples
    --------
    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> count(dilemma, "a", 3, "nash")
    Count(stable=12, total=24, others='hold')
    """
    stated = condition(game, i, s, concept)
    formula = frozenset(frozenset(frozenset(way) for way in one.ways) for one in stated.demands)
    named = len(_named(formula))
    if named > RELEVANT:
        raise TooLargeError(
            f"the condition names {named} states, and {RELEVANT} is the limit for counting",
            "look at the condition itself",
        )
    states = int(np.count_nonzero(game.feasible))
    total = factorial(states)
    ways = _by_number_better(formula, {})
    stable = sum(
        number * total * factorial(above) * factorial(named - above) // factorial(named + 1)
        for above, number in enumerate(ways)
    )
    return Count(stable, total, _others(game, stated))


def _replies(game: Game, concept: str, i: int, s: int, q: int) -> list[int]:
    """Return where the others can bring it after `i` has moved from `s` to `q`."""
    if concept == "nash":
        return []
    if concept == "sim":
        choices = [
            [s, *(r for r in game.moves(j, s) if game.rank[j, r] > game.rank[j, s])]
            for j in range(len(game.decision_makers))
            if j != i
        ]
        joint = {
            reduce(lambda mask, pick: mask ^ pick ^ s, picks, q)
            for picks in product(*choices)
            if any(pick != s for pick in picks)
        }
        return sorted(r for r in joint if game.feasible[r])
    return _walked(game, q, [i], improving=concept in IMPROVING)


def _walked(game: Game, q: int, still: Iterable[int], *, improving: bool) -> list[int]:
    """Return what all but those who keep still can reach from `q`."""
    rules = Rules.of(game)
    mine = rules.mine.copy()
    mine[list(still)] = 0
    steps = np.empty(len(game.feasible), dtype=np.int32)
    walk.steps_from(
        q, game.rank, game.feasible, mine, rules.only_up, rules.only_down, improving, steps
    )
    return np.flatnonzero(steps > 0).tolist()


def _others(game: Game, stated: Condition) -> str:
    """Say whether the others are stable whatever `i` prefers: see `Count`.

    What `i` prefers decides which of its moves are improvements, and so counts
    as a reply to the others under some concepts. More replies never make a
    state less stable: if one is stable when `i` makes none, it is with any;
    if it isn't when everyone may make any move, it never is.
    """
    i, s, concept = stated.decision_maker, stated.state, stated.concept
    calm = game.rank.copy()
    calm[i, game.feasible] = 0
    at_least = _with_rank(game, calm)
    found = set()
    for j in range(len(game.decision_makers)):
        if j == i:
            continue
        if condition(at_least, j, s, concept).holds(game.rank[j]):
            found.add("hold")
        elif concept in {*IMPROVING, "sim"} and _could_hold(game, j, s, concept, i):
            found.add("depends")
        else:
            found.add("fail")
    return next((one for one in ("fail", "depends") if one in found), "hold")


def _could_hold(game: Game, j: int, s: int, concept: str, i: int) -> bool:
    """Say whether `j` might be stable at `s` if `i` liked its own moves; true if in doubt."""
    if concept == "sim":
        return bool(game.moves(i, s))
    easier = {"seq": "gmr", "sseq": "smr"}[concept]
    return condition(game, j, s, easier).holds(game.rank[j])


def _with_rank(game: Game, rank: "np.ndarray[Any, np.dtype[np.int32]]") -> Game:
    return Game(
        game.decision_makers, game.options, game.owner, game.forward, game.backward,
        game.feasible, rank, game.status_quo,
    )  # fmt: skip


def _least(ways: Iterable[Way]) -> frozenset[Way]:
    """Drop the ways that ask for more than another does."""
    kept: list[Way] = []
    for way in sorted(ways, key=len):
        if not any(other <= way for other in kept):
            kept.append(way)
    return frozenset(kept)


def _implies(demand: frozenset[Way], other: frozenset[Way]) -> bool:
    """Say whether whatever meets `demand` meets `other` too."""
    return all(any(easy <= way for easy in other) for way in demand)


def _in_order(q: int, ways: Iterable[Way]) -> tuple[tuple[int, ...], ...]:
    told = [tuple(sorted(way)) for way in ways]
    return tuple(sorted(told, key=lambda way: (way != (q,), len(way), way)))


def _named(formula: Demands) -> set[int]:
    return {x for demand in formula for way in demand for x in way}


def _by_number_better(formula: Demands, known: dict[Demands, list[int]]) -> list[int]:
    """Return how many choices of better states meet the formula, by how many are better.

    Entry `n` counts those among the states named in the formula.
    """
    if formula in known:
        return known[formula]
    if not formula:
        return [1]
    if any(not demand for demand in formula):
        return [0] * (len(_named(formula)) + 1)
    parts = _apart(formula)
    if len(parts) > 1:
        found = [1]
        for part in parts:
            found = _times(found, _by_number_better(part, known))
    else:
        names = _named(formula)
        often = {x: sum(x in way for demand in formula for way in demand) for x in names}
        x = min(names, key=lambda name: (-often[name], name))
        no_better = _settle(formula, x, better=False)
        better = _settle(formula, x, better=True)
        found = [0] * (len(names) + 1)
        for shift, rest in ((0, no_better), (1, better)):
            free = len(names) - 1 - len(_named(rest))
            ways = _times(_by_number_better(rest, known), [comb(free, n) for n in range(free + 1)])
            for n, number in enumerate(ways):
                found[n + shift] += number
    known[formula] = found
    return found


def _settle(formula: Demands, x: int, *, better: bool) -> Demands:
    """Return what is left of the formula once it is known whether `x` is better."""
    left = set()
    for demand in formula:
        ways = {way for way in demand if x not in way} if better else {way - {x} for way in demand}
        if frozenset() not in ways:
            left.add(_least(ways))
    return frozenset(left)


def _apart(formula: Demands) -> list[Demands]:
    """Split the formula into parts that name no state in common."""
    parts: list[tuple[set[int], set[frozenset[Way]]]] = []
    for demand in sorted(formula, key=lambda one: sorted(sorted(way) for way in one)):
        names = {x for way in demand for x in way}
        joined = {demand}
        apart = []
        for part_names, part in parts:
            if part_names & names:
                names |= part_names
                joined |= part
            else:
                apart.append((part_names, part))
        parts = [*apart, (names, joined)]
    return [frozenset(part) for _, part in parts]


def _times(a: list[int], b: list[int]) -> list[int]:
    """Multiply two polynomials."""
    found = [0] * (len(a) + len(b) - 1)
    for n, x in enumerate(a):
        for m, y in enumerate(b):
            found[n + m] += x * y
    return found
