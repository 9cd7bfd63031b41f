"""The compiled search of coalitional stability: see `detente.solve.coalitions`."""

import numpy as np
from numba import njit

from detente.axes import BoolM, BoolO, IntIM, IntM, IntS


@njit(cache=True, nogil=True)
def _step(
    rank: IntIM,
    feasible: BoolM,
    s: int,
    change: int,
    j: int,
    improving: bool,
    only_up: int,
    only_down: int,
) -> int:
    """Where `change` leads from s, or -1 where it is no legal move; j likes it if `improving`."""
    q = s ^ change
    if not feasible[q] or change & q & only_down or change & s & only_up:
        return -1
    if improving and rank[j, q] <= rank[j, s]:
        return -1
    return q


@njit(cache=True, nogil=True)
def reach(
    rank: IntIM,
    feasible: BoolM,
    mine: IntS,
    only_up: IntS,
    only_down: IntS,
    who: BoolO,
    improving: bool,
    joint: bool,
    start: int,
    seen: IntM,
    stamp: int,
    found: IntM,
) -> int:
    """Write what the decision makers `who` can reach from `start` into found[1:n]; return n.

    By sequences of their own moves, or all at once where `joint`. `seen` has
    `stamp` for what was found; found[0] is the start.
    """
    found[0] = start
    seen[start] = stamp
    end = 1
    if joint:
        own = 0
        up = 0
        down = 0
        for j in range(mine.size):
            if who[j]:
                own |= mine[j]
                up |= only_up[j]
                down |= only_down[j]
        change = own & -own
        while change:
            q = _step(rank, feasible, start, change, 0, False, up, down)
            if q >= 0:
                seen[q] = stamp
                found[end] = q
                end += 1
            change = (change - own) & own
        return end
    head = 0
    while head < end:
        s = int(found[head])
        head += 1
        for j in range(mine.size):
            if not who[j]:
                continue
            own = mine[j]
            change = own & -own
            while change:
                q = _step(rank, feasible, s, change, j, improving, only_up[j], only_down[j])
                if q >= 0 and seen[q] != stamp:
                    seen[q] = stamp
                    found[end] = q
                    end += 1
                change = (change - own) & own
    return end


@njit(cache=True, nogil=True)
def _all_better(rank: IntIM, who: BoolO, q: int, s: int) -> bool:
    """∀j ∈ who : q >_j s."""
    for j in range(who.size):
        if who[j] and rank[j, q] <= rank[j, s]:
            return False
    return True


@njit(cache=True, nogil=True)
def coalition(
    rank: IntIM,
    feasible: BoolM,
    mine: IntS,
    only_up: IntS,
    only_down: IntS,
    who: BoolO,
    others: BoolO,
    replies: BoolO,
    joint: bool,
    deterring: bool,
    improving: bool,
    countered: bool,
    states: IntS,
    stable: BoolO,
) -> None:
    """∀q ∈ R_H++(s) ∃r ∈ replies(q) : ¬(r >_H s) [∧ ∀t ∈ R_H(r) : ¬(t >_H s)], for each s.

    replies[c, j]: is j in the c-th group that may answer with an improvement
    of all its members? With no such group the others answer one by one.
    """
    size = feasible.size
    own = np.empty(size, np.int32)
    answer = np.empty(size, np.int32)
    counter = np.empty(size, np.int32)
    seen_own = np.zeros(size, np.int32)
    seen_answer = np.zeros(size, np.int32)
    seen_counter = np.zeros(size, np.int32)
    stamp = 0
    asked = 0
    for x in range(states.size):
        s = states[x]
        reached = reach(
            rank, feasible, mine, only_up, only_down, who, False, joint, s, seen_own, x + 1, own
        )
        holds = True
        for a in range(1, reached):
            q = own[a]
            if not _all_better(rank, who, q, s):
                continue
            deterred = False
            if deterring:
                asked += 1
                answer[0] = q
                seen_answer[q] = asked
                head, end = 0, 1
                if replies.shape[0] == 0:
                    end = reach(
                        rank, feasible, mine, only_up, only_down, others, improving, False,
                        q, seen_answer, asked, answer,
                    )  # fmt: skip
                while head < end and not deterred:
                    r = answer[head]
                    if head > 0 and not _all_better(rank, who, r, s):
                        deterred = True
                        if countered:
                            stamp += 1
                            n = reach(
                                rank, feasible, mine, only_up, only_down, who, False, joint,
                                r, seen_counter, stamp, counter,
                            )  # fmt: skip
                            for b in range(1, n):
                                if _all_better(rank, who, counter[b], s):
                                    deterred = False
                                    break
                    head += 1
                    for c in range(replies.shape[0]):
                        stamp += 1
                        n = reach(
                            rank, feasible, mine, only_up, only_down, replies[c], False, joint,
                            r, seen_counter, stamp, counter,
                        )  # fmt: skip
                        for b in range(1, n):
                            t = counter[b]
                            if seen_answer[t] != asked and _all_better(rank, replies[c], t, r):
                                seen_answer[t] = asked
                                answer[end] = t
                                end += 1
            if not deterred:
                holds = False
                break
        stable[x] = holds


@njit(cache=True, nogil=True)
def worth_it(
    rank: IntIM,
    feasible: BoolM,
    mine: IntS,
    only_up: IntS,
    only_down: IntS,
    who: BoolO,
    joint: bool,
    left: IntIM,
    members: IntS,
    states: IntS,
    found: BoolO,
) -> None:
    """∃q ∈ R_H(s) ∀j ∈ H : left_j(q) > rank_j(s), for each s; left[x] is of members[x]."""
    reached = np.empty(feasible.size, np.int32)
    seen = np.zeros(feasible.size, np.int32)
    for x in range(states.size):
        s = states[x]
        n = reach(
            rank, feasible, mine, only_up, only_down, who, False, joint, s, seen, x + 1, reached
        )
        found[x] = False
        for a in range(1, n):
            every = True
            for y in range(members.size):
                if left[y, reached[a]] <= rank[members[y], s]:
                    every = False
                    break
            if every:
                found[x] = True
                break
