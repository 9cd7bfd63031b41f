"""The compiled search of simultaneous stability: see `detente.solve.sim`."""

import numpy as np
from numba import njit

from detente.axes import BoolM, IntIM, IntM, IntS


@njit(cache=True, nogil=True)
def _ways(mine: int) -> int:
    """How many patterns the options `mine` can form."""
    ways = 1
    for k in range(63):
        ways <<= (mine >> k) & 1
    return ways


@njit(cache=True, nogil=True)
def _improvements(
    rank: IntM, feasible: BoolM, s: int, mine: int, only_up: int, only_down: int, found: IntS
) -> int:
    """Write what changes in each improvement of one decision maker at s; return how many."""
    n = 0
    sub = np.int64(0)
    while True:
        sub = (sub - mine) & mine
        if sub == 0:
            return n
        q = s ^ sub
        if feasible[q] and rank[q] > rank[s] and not sub & q & only_down and not sub & s & only_up:
            found[n] = sub
            n += 1


@njit(cache=True, nogil=True)
def simultaneous(
    rank: IntIM,
    feasible: BoolM,
    i: int,
    others: IntS,
    bound: IntIM,
    mine: IntS,
    up: IntS,
    down: IntS,
    lo: int,
    hi: int,
    stable: BoolM,
) -> int:
    """∀q ∈ R_i+(s) ∃ improvements of others at s : made together with q they end no better for i.

    bound[t, c]: the most harm that the others from the t-th on could do to i
    at c by any changes of their options at all; cuts the search short.
    Judges the masks lo..hi-1 and returns how many joint moves were looked at.
    """
    width = 1
    for j in range(mine.size):
        width = max(width, _ways(mine[j]))
    depth = others.size
    own = np.empty(width, np.int64)
    picks = np.empty((depth, width), np.int64)
    count = np.empty(depth, np.int64)
    at = np.empty(depth + 1, np.int64)
    mask = np.empty(depth + 1, np.int64)
    looked = 0
    for s in range(lo, hi):
        if not feasible[s]:
            stable[s] = False
            continue
        here = -rank[i, s]
        n = _improvements(rank[i], feasible, s, mine[i], up[i], down[i], own)
        holds = True
        for x in range(n):
            if bound[0, s ^ own[x]] < here:
                holds = False
                break
        if n == 0 or not holds:
            stable[s] = holds
            continue
        count[:] = -1
        for x in range(n):
            t = 0
            mask[0] = s ^ own[x]
            at[0] = -1
            deterred = False
            while t >= 0:
                if t == depth:
                    deterred = True  # bound[depth] is the harm of the mask itself
                    break
                if count[t] < 0:
                    j = others[t]
                    count[t] = _improvements(
                        rank[j], feasible, s, mine[j], up[j], down[j], picks[t]
                    )
                if at[t] >= count[t]:
                    t -= 1
                    continue
                c = mask[t] if at[t] < 0 else mask[t] ^ picks[t, at[t]]
                at[t] += 1
                looked += 1
                if bound[t + 1, c] >= here:
                    t += 1
                    mask[t] = c
                    at[t] = -1
            if not deterred:
                holds = False
                break
        stable[s] = holds
    return looked
