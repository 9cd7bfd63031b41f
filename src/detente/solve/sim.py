"""Simultaneous stability: the others don't wait for the move but improve at the same time."""

import numpy as np

from detente.axes import BoolM, IntIM
from detente.model.game import Game
from detente.solve import _joint_kernels as joint
from detente.solve import _kernels as kernel
from detente.solve.rules import Rules
from detente.solve.work import Stop

CHUNK = 1 << 14  # masks between two looks at whether somebody wants to stop


def sim(game: Game, i: int) -> BoolM:
    r"""Return the states at which each improvement of `i` is spoilt by the others' own.

    State `s` is simultaneously stable for `i` [1]_ when for every improvement
    `q` of `i` at `s` some of the others have improvements at `s`, one each,
    which made together with `q` end in a feasible state `r` no better for `i`:

    .. math:: \forall q \in R_i^+(s)\; \exists J \neq \emptyset,\,
        r_j \in R_j^+(s)\ (j \in J) : q \oplus_j r_j \precsim_i s

    Parameters
    ----------
    game : Game
        The conflict.
    i : int
        The decision maker whose improvements are at stake.

    Returns
    -------
    (M,) array of bool
        A state that is `nash` for `i` is stable here too.

    Raises
    ------
    NotFoundError
        If the conflict has no decision maker `i`.

    Notes
    -----
    The others each make one of their improvements or stay. Books differ here:
    one program lets only one of them move at a time.
    Unlike the other concepts this one has no linear algorithm, since what the
    others may do hangs on `s` itself. The search goes through the others one
    by one and stops as soon as not even all their moves could harm `i`.

    References
    ----------
    .. [1] N. M. Fraser and K. W. Hipel, *Conflict Analysis: Models and
       Resolutions* (North-Holland, 1984).

    Examples
    --------
    In chicken neither dares while the other would dare at the same moment:

    >>> chicken = Game.of({"a": ["dare"], "b": ["dare"]}, [[2, 3, 1, 0], [2, 1, 3, 0]])
    >>> sim(chicken, 0).tolist()
    [True, True, True, False]
    """
    i = game.decision_maker(i)
    rules = Rules.of(game)
    stable = np.empty(len(game.feasible), dtype=np.bool_)
    judge(rules, game.rank, i, stable)
    return stable


def judge(rules: Rules, rank: IntIM, i: int, stable: BoolM, stop: Stop | None = None) -> int:
    """Write the verdicts for `i` into `stable`; return how many joint moves were looked at."""
    others = np.array([j for j in range(rules.actors) if j != i and rules.mine[j]], dtype=np.int64)
    bound = np.empty((len(others) + 1, rank.shape[1]), dtype=np.int32)
    kernel.turn(rank[i], rules.feasible, bound[-1])
    for t in range(len(others) - 1, -1, -1):
        bound[t] = bound[t + 1]
        kernel.spread(bound[t], *rules.options_of(others[t]))
    looked = 0
    for lo in range(0, rank.shape[1], CHUNK):
        if stop is not None and stop[0]:
            break
        looked += joint.simultaneous(
            rank, rules.feasible, i, others, bound, rules.mine, rules.only_up, rules.only_down,
            lo, min(lo + CHUNK, rank.shape[1]), stable,
        )  # fmt: skip
    return looked
