"""Limited-move and non-myopic stability: looking `h` moves ahead, or as far as it matters.

A decision maker that looks `h` moves ahead moves only if the state it expects
to end up at is better, and expects the next to reason in the same way with one
move less. ``ahead(h, i, s)``, written :math:`G_h(i, s)`, is where it ends when
`i` has the move at `s` and `h` moves remain:

- ``ahead(0, i, s) = s``;
- else let `t` be the move of `i` at `s` whose ``expected(h - 1, i, t)`` it likes
  best; ``ahead(h, i, s)`` is that end if it is better for `i` than `s`, else `s`.

With two decision makers ``expected(h, i, t)`` is ``ahead(h, j, t)`` for the
other one. With more, whose turn it is isn't fixed. The reading taken here is
cautious: of the ends that each of the others would bring about by moving, `i`
expects the worst for itself, and `t` only if none of them would move. The
literature has other readings, and says of the older ones that they have
undesired properties [1]_; this one shares at least two: `i` is afraid of the
others one at a time, never of two in turn between its own moves, and what is
expected can hang on who is left out of the count.

References
----------
.. [1] On L_h with more than two decision makers see Soares, Rego and others,
   *Group Decision and Negotiation* (2026), doi 10.1007/s10726-026-09962-3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.axes import BoolIM, IntS
from detente.errors import InputError, TooLargeError
from detente.model.game import Game

STATES = 1 << 12  # above this, looking ahead is refused
HORIZON = 256  # how far to look for a cycle

Ends = NDArray[np.int64]  # (I, M): where it ends when i has the move at s


@dataclass(frozen=True, slots=True)
class Tie:
    """A choice that the definition leaves open.

    At `state` with `horizon` moves ahead, the decision maker likes several
    ends equally; the one of the lowest move was taken.
    """

    horizon: int
    decision_maker: int
    state: int
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Foresight:
    """Stability by looking ahead.

    Attributes
    ----------
    game : Game
        The conflict.
    stable : tuple of (I, M) array of bool
        Entry ``h - 1``: is the state L_h stable for the decision maker?
    ends : tuple of (I, M) array of int
        Where it ends, -1 where infeasible.
    non_myopic : (I, M) array of bool or None
        Stable however far one looks, from some horizon on; None if `period` is.
    settled, period : int or None
        From horizon `settled` on, what is expected repeats every `period`
        horizons (1: it no longer changes). None: not within the horizons asked.
    ties : tuple of Tie
        Choices that the definition leaves open; empty without indifference.
    """

    game: Game
    stable: tuple[BoolIM, ...]
    ends: tuple[Ends, ...]
    non_myopic: BoolIM | None
    settled: int | None
    period: int | None
    ties: tuple[Tie, ...]

    def equilibria(self, h: int) -> IntS:
        """Return the states that are L_h stable for all, ascending."""
        if not 1 <= h <= len(self.stable):
            raise InputError(f"no horizon of {h} moves here", f"there are 1 to {len(self.stable)}")
        return np.flatnonzero(np.all(self.stable[h - 1], axis=0) & self.game.feasible)

    def non_myopic_equilibria(self) -> IntS:
        """Return the states that are non-myopically stable for all, ascending."""
        if self.non_myopic is None:
            raise InputError(
                "what is expected hasn't settled within the horizons asked for", "ask for more"
            )
        return np.flatnonzero(np.all(self.non_myopic, axis=0) & self.game.feasible)

    def to_json(self) -> dict[str, Any]:
        """Return JSON values."""
        names = self.game.decision_makers
        return {
            "limited": {
                str(h + 1): {dm: np.flatnonzero(stable[i]).tolist() for i, dm in enumerate(names)}
                for h, stable in enumerate(self.stable)
            },
            "equilibria": {
                str(h): self.equilibria(h).tolist() for h in range(1, len(self.stable) + 1)
            },
            "non_myopic": (
                None if self.non_myopic is None else self.non_myopic_equilibria().tolist()
            ),
            "settled": self.settled,
            "period": self.period,
            "ties": [
                {
                    "horizon": tie.horizon,
                    "decision_maker": names[tie.decision_maker],
                    "state": tie.state,
                    "ends": list(tie.ends),
                }
                for tie in self.ties
            ],
        }


def foresight(game: Game, horizon: int | None = None) -> Foresight:
    """Return limited-move stability for every horizon, and non-myopic stability.

    Parameters
    ----------
    game : Game
        The conflict.
    horizon : int, optional
        The longest horizon; left out: until what is expected repeats itself.

    Returns
    -------
    Foresight
        For horizon 1 the verdicts are Nash's. If what is expected repeats with
        a period above 1, a state is non-myopically stable only if it is stable
        throughout that cycle.

    Raises
    ------
    InputError
        If the horizon is below 1.
    TooLargeError
        If there are more than `STATES` states.

    Notes
    -----
    One look at every move for each horizon. What is expected at one horizon
    hangs only on the one before, so it must repeat in the end; after `HORIZON`
    horizons the search for that stops.

    References
    ----------
    D. M. Kilgour, "Anticipation and stability in two-person noncooperative
    games" (1985); L. Fang, K. W. Hipel and D. M. Kilgour, *Interactive Decision
    Making* (Wiley, 1993).

    Examples
    --------
    In chicken neither dares once both look three moves ahead:

    >>> chicken = Game.of({"a": ["dare"], "b": ["dare"]}, [[2, 3, 1, 0], [2, 1, 3, 0]])
    >>> seen = foresight(chicken)
    >>> [seen.equilibria(h).tolist() for h in (1, 2, 3)], seen.non_myopic_equilibria().tolist()
    ([[1, 2], [], [0]], [0])
    """
    if horizon is not None and horizon < 1:
        raise InputError(f"nobody can look {horizon} moves ahead", "use 1 or more")
    if len(game.states) > STATES:
        raise TooLargeError(
            f"looking ahead over {len(game.states)} states would take too long",
            f"{STATES} is the limit",
        )
    states = game.states.tolist()
    moves = [{s: game.moves(i, s) for s in states} for i in range(len(game.decision_makers))]
    here = np.where(game.feasible, np.arange(len(game.feasible)), -1)
    now: Ends = np.tile(here, (len(moves), 1)).astype(np.int64)
    known = {now.tobytes(): 0}
    ends: list[Ends] = []
    ties: list[Tie] = []
    settled = period = None
    while len(ends) < (horizon or HORIZON):
        now = _next(game, moves, now, len(ends) + 1, ties)
        ends.append(now)
        mark = now.tobytes()
        if mark in known and period is None:
            settled, period = known[mark], len(ends) - known[mark]
            if horizon is None:
                break
        known.setdefault(mark, len(ends))
    stable = tuple((one == here) & game.feasible for one in ends)
    non_myopic = None
    if period is not None:
        non_myopic = np.all(np.array(stable[-period:]), axis=0)
    for array in (*stable, *ends, *([] if non_myopic is None else [non_myopic])):
        array.flags.writeable = False
    return Foresight(game, stable, tuple(ends), non_myopic, settled, period, tuple(ties))


def _next(
    game: Game, moves: Sequence[dict[int, list[int]]], before: Ends, horizon: int, ties: list[Tie]
) -> Ends:
    """Return where it ends with one move more, noting the choices left open."""
    after = before.copy()
    for i, mine in enumerate(moves):
        rank = game.rank[i]
        for s, options in mine.items():
            after[i, s] = s
            expected = [_expected(before, rank, i, t) for t in options]
            if not expected:
                continue
            best = max(rank[end] for end in expected)
            if best > rank[s]:
                ends = [end for end in expected if rank[end] == best]
                after[i, s] = ends[0]
                if len(set(ends)) > 1:
                    ties.append(Tie(horizon, i, s, tuple(sorted(set(ends)))))
    return after


def _expected(before: Ends, rank: NDArray[np.int32], i: int, t: int) -> int:
    """Return where `i` expects it to end once it has moved to `t`: the worst that others do."""
    moved = {int(before[j, t]) for j in range(len(before)) if j != i} - {t}
    return min(moved, key=lambda end: (rank[end], end), default=t)
