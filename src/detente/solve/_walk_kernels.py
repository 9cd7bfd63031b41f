"""Compiled walks over the states from one place: see `why` and `evolution`."""

import numpy as np
from numba import njit

from detente.axes import BoolM, IntIM, IntM, IntS


@njit(cache=True, nogil=True)
def first_sanction(
    rank: IntIM,
    feasible: BoolM,
    mine: IntS,
    only_up: IntS,
    only_down: IntS,
    others: IntS,
    key: IntM,
    limit: int,
    improving: bool,
    q: int,
    came: IntM,
    by: IntM,
) -> int:
    """Search breadth first from q for a state whose key is at most `limit`; -1 if there is none.

    came[r], by[r]: from where and by whose move r was first reached (came is
    -1 where it wasn't). Among states equally near, the first mover's lowest.
    """
    todo = np.empty(1024, np.int64)
    todo[0] = q
    came[q] = q
    head, end = 0, 1
    while head < end:
        r = todo[head]
        head += 1
        for j in others:
            sub = np.int64(0)
            own = mine[j]
            rest = r & ~own
            while True:
                t = rest | sub
                change = t ^ r
                if (
                    came[t] < 0
                    and feasible[t]
                    and (not improving or rank[j, t] > rank[j, r])
                    and not change & t & only_down[j]
                    and not change & r & only_up[j]
                ):
                    came[t] = r
                    by[t] = j
                    if key[t] <= limit:
                        return t
                    if end == todo.size:
                        more = np.empty(2 * end, np.int64)
                        for x in range(end):
                            more[x] = todo[x]
                        todo = more
                    todo[end] = t
                    end += 1
                sub = (sub - own) & own
                if sub == 0:
                    break
    return -1


@njit(cache=True, nogil=True)
def steps_from(
    start: int,
    rank: IntIM,
    feasible: BoolM,
    mine: IntS,
    only_up: IntS,
    only_down: IntS,
    improving: bool,
    steps: IntM,
) -> int:
    """Write into `steps` in how many moves each state can be reached from `start`, -1 if never.

    Returns how many states can be, the start among them. States that a mover
    can change into each other and back have the same moves, so the moves of
    one of them are all that is looked at; for improvements, of those that the
    mover likes less than any before.
    """
    steps[:] = -1
    steps[start] = 0
    done = np.empty((mine.size, feasible.size), np.int32)
    done[:] = 2**31 - 1
    todo = np.empty(1024, np.int64)
    todo[0] = start
    head, end = 0, 1
    while head < end:
        s = todo[head]
        head += 1
        for j in range(mine.size):
            own = mine[j]
            alike = s & ~(own & ~only_up[j] & ~only_down[j])
            level = rank[j, s] if improving else np.int32(0)
            if done[j, alike] <= level:
                continue
            done[j, alike] = level
            change = own & -own
            while change:
                q = s ^ change
                if (
                    steps[q] < 0
                    and feasible[q]
                    and (not improving or rank[j, q] > rank[j, s])
                    and not change & q & only_down[j]
                    and not change & s & only_up[j]
                ):
                    steps[q] = steps[s] + 1
                    if end == todo.size:
                        more = np.empty(2 * end, np.int64)
                        for x in range(end):
                            more[x] = todo[x]
                        todo = more
                    todo[end] = q
                    end += 1
                change = (change - own) & own
    return end
