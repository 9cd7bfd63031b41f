"""Compiled loops: arrays in, arrays out, nothing validated here.

All arrays run over the masks (axis M). `harm` is a key with its sign turned,
so that every pass is a running maximum: ``harm[q]`` is the worst that can
still be made of `q`. ``LOW`` stands where a mask is infeasible. Kernels that
call each other stay in this file, since Numba's cache can't see other files.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from detente.axes import BoolM, BoolO, IntIM, IntM, IntS

Flags = NDArray[np.uint32]

LOW = np.int32(-(2**31))
BLOCK = 4096  # masks whose int32 labels fit the first cache


@njit(cache=True, nogil=True)
def _axis(v: IntM, bit: int, up: bool, down: bool) -> None:
    """v[s] = max(v[s], v[s with option `bit` changed]), where the option may be changed."""
    step = 1 << bit
    for base in range(0, v.size, 2 * step):
        if up and down:
            for s in range(base, base + step):
                best = max(v[s], v[s + step])
                v[s] = best
                v[s + step] = best
        elif up:
            for s in range(base, base + step):
                v[s] = max(v[s], v[s + step])
        elif down:
            for s in range(base, base + step):
                v[s + step] = max(v[s], v[s + step])


@njit(cache=True, nogil=True)
def spread(v: IntM, bits: IntS, up: BoolO, down: BoolO) -> None:
    """v[s] = max of v over s and all that changes of the options `bits` reach from s."""
    block = min(v.size, BLOCK)
    for base in range(0, v.size, block):
        for x in range(bits.size):
            if 1 << bits[x] < block:
                _axis(v[base : base + block], bits[x], up[x], down[x])
    for x in range(bits.size):
        if 1 << bits[x] >= block:
            _axis(v, bits[x], up[x], down[x])


@njit(cache=True, nogil=True)
def close(
    v: IntM,
    feasible: BoolM,
    bits: IntS,
    up: BoolO,
    down: BoolO,
    first: IntS,
    skip: int,
    rounds: int,
    stop: Flags,
) -> bool:
    """Spread v over sequences of moves by all but `skip`; j's options are bits[first[j]:first[j+1]].

    Stops after `rounds`, or when stop[0] is set; True if nothing more can change.
    """
    movers = 0
    for j in range(first.size - 1):
        movers += j != skip and first[j] < first[j + 1]
    still = 0
    total = _total(v, feasible)
    for _ in range(rounds):
        for j in range(first.size - 1):
            if j == skip or first[j] == first[j + 1]:
                continue
            if still >= movers or stop[0]:
                return still >= movers
            a, b = first[j], first[j + 1]
            spread(v, bits[a:b], up[a:b], down[a:b])
            now = 0
            for s in range(v.size):
                if feasible[s]:
                    now += v[s]
                else:
                    v[s] = LOW
            still = 1 if now != total else still + 1
            total = now
    return still >= movers


@njit(cache=True, nogil=True)
def _total(v: IntM, feasible: BoolM) -> int:
    """Sum of v over the feasible states."""
    total = 0
    for s in range(v.size):
        if feasible[s]:
            total += v[s]
    return total


@njit(cache=True, nogil=True)
def turn(key: IntM, feasible: BoolM, harm: IntM) -> None:
    """Make a key to be kept high into harm to be kept low: harm = -key, LOW where infeasible."""
    for s in range(key.size):
        harm[s] = -key[s] if feasible[s] else LOW


@njit(cache=True, nogil=True)
def judge(
    p: IntM,
    harm: IntM,
    feasible: BoolM,
    bits: IntS,
    up: BoolO,
    down: BoolO,
    left: IntM,
    stable: BoolM,
) -> None:
    """∀q ∈ R(s) : min(p[q], -harm[q]) ≤ p[s], for each feasible s; `left` is room to work in."""
    for s in range(p.size):
        left[s] = min(p[s], -harm[s]) if feasible[s] else LOW
    spread(left, bits, up, down)
    for s in range(p.size):
        stable[s] = feasible[s] and left[s] <= p[s]


@njit(cache=True, nogil=True)
def search(
    key: IntM,
    ascending: IntS,
    rank: IntIM,
    feasible: BoolM,
    mine: IntS,
    only_up: IntS,
    only_down: IntS,
    i: int,
    improving: bool,
    harm: IntM,
    stop: Flags,
) -> None:
    """Write -(least key that the others can bring each state to) into `harm`, one search in all.

    Takes the states from the lowest key up and goes backwards from each over
    the moves of all but i, so that each state is labelled once, by its least;
    never more steps than there are moves.
    """
    harm[:] = LOW
    todo = np.empty(ascending.size, np.int32)
    for least in ascending:
        if harm[least] != LOW:
            continue
        harm[least] = -key[least]
        todo[0] = least
        end = 1
        while end:
            if stop[0]:
                return
            end -= 1
            r = np.int64(todo[end])
            for j in range(mine.size):
                if j == i:
                    continue
                own = mine[j]
                change = own & -own
                while change:
                    q = r ^ change
                    if (
                        feasible[q]
                        and harm[q] == LOW
                        and (not improving or rank[j, r] > rank[j, q])
                        and not change & r & only_down[j]
                        and not change & q & only_up[j]
                    ):
                        harm[q] = -key[least]
                        todo[end] = q
                        end += 1
                    change = (change - own) & own
