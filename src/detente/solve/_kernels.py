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
Lanes = NDArray[np.int32]  # (M, LANES), or another leading axis

LOW = np.int32(-(2**31))
HIGH = np.int32(2**31 - 1)
LANES = 8  # labels that one pass carries side by side: a vector register's worth
RUN = 16  # keys that insertion sorts faster than merging
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
def _sort(keys: IntS, spare: IntS, n: int) -> None:
    """Sort keys[:n] ascending, by insertion in short runs and merging."""
    for base in range(0, n, RUN):
        for x in range(base + 1, min(base + RUN, n)):
            key = keys[x]
            y = x - 1
            while y >= base and keys[y] > key:
                keys[y + 1] = keys[y]
                y -= 1
            keys[y + 1] = key
    width = RUN
    while width < n:
        for base in range(0, n, 2 * width):
            x, mid, end = base, min(base + width, n), min(base + 2 * width, n)
            y, z = mid, base
            while x < mid or y < end:
                if y >= end or (x < mid and keys[x] <= keys[y]):
                    spare[z] = keys[x]
                    x += 1
                else:
                    spare[z] = keys[y]
                    y += 1
                z += 1
        keys[:n] = spare[:n]
        width *= 2


@njit(cache=True, nogil=True)
def _ways(mine: int) -> int:
    """How many patterns the options `mine` can form."""
    ways = 1
    for k in range(63):
        ways <<= (mine >> k) & 1
    return ways


@njit(cache=True, nogil=True)
def group(rank: IntM, feasible: BoolM, mine: int, order: IntM, start: IntS) -> tuple[int, int]:
    """List the states that differ only in the options `mine`, best for their owner first.

    Groups in which no improvement is possible are left out. In `order` the
    first state of each run of equals is stored as ``~s``. Returns how many
    groups and how many states were written.
    """
    rest = (feasible.size - 1) & ~mine
    width = _ways(mine)
    keys = np.empty(width, np.int64)
    spare = np.empty(width if width > RUN else 0, np.int64)
    groups = 0
    end = 0
    base = 0
    while True:
        n = 0
        sub = 0
        least = np.int64(2**40)
        most = np.int64(-1)
        while True:
            s = base | sub
            if feasible[s]:
                r = np.int64(rank[s])
                keys[n] = ((-r) << 32) | s
                n += 1
                least = min(least, r)
                most = max(most, r)
            sub = (sub - mine) & mine
            if sub == 0:
                break
        if n > 1 and least < most:
            _sort(keys, spare, n)
            start[groups] = end
            groups += 1
            last = np.int64(1)
            for x in range(n):
                s = keys[x] & 0xFFFFFFFF
                r = keys[x] >> 32
                order[end] = ~s if r != last else s
                last = r
                end += 1
        base = (base - rest) & rest
        if base == 0:
            break
    start[groups] = end
    return groups, end


@njit(cache=True, nogil=True)
def settle(
    harm: Lanes,
    order: IntM,
    start: IntS,
    first: IntS,
    mine: IntS,
    up: IntS,
    down: IntS,
    spared: Lanes,
    dirty: Flags,
    budget: int,
    stop: Flags,
) -> bool:
    """Spread each lane of `harm` over sequences of improvements by all but the spared.

    order, start: see `group`; those of mover j at start[first[j]:first[j+1]].
    mine[j]: its options; up[j], down[j]: those that move one way only.
    spared[j, lane]: HIGH if j's moves count in the lane, LOW if not.
    dirty[base]: bit j is set while the group of mover j with that base must
    be looked at. Stops after touching about `budget` states, or when stop[0]
    is set; True if nothing more can change.
    """
    movers = mine.size
    touched = 0
    above = np.empty(LANES, np.int32)
    level = np.empty(LANES, np.int32)
    largest = 1
    for j in range(movers):
        largest = max(largest, _ways(up[j] | down[j]))
    table = np.empty((largest, LANES), np.int32)
    going = True
    while going:
        going = False
        for j in range(movers):
            if touched > budget or stop[0]:
                return False
            flag = np.uint32(1) << np.uint32(j)
            for g in range(first[j], first[j + 1]):
                a, b = start[g], start[g + 1]
                s = order[a]
                home = (s if s >= 0 else ~s) & ~mine[j]
                if not dirty[home] & flag:
                    continue
                dirty[home] &= ~flag
                going = True
                if up[j] | down[j]:
                    touched += _group_oneway(
                        harm, order, a, b, mine, j, up[j], down[j], spared, dirty, table
                    )
                else:
                    _group_free(harm, order, a, b, mine, j, spared, dirty, above, level)
                    touched += b - a
    return True


@njit(cache=True, nogil=True, inline="always")
def _mark(dirty: Flags, mine: IntS, j: int, s: int) -> None:
    """Say that the groups of s must be looked at again by all but j."""
    for jj in range(mine.size):
        if jj != j:
            dirty[s & ~mine[jj]] |= np.uint32(1) << np.uint32(jj)


@njit(cache=True, nogil=True)
def _group_free(
    harm: Lanes,
    order: IntM,
    a: int,
    b: int,
    mine: IntS,
    j: int,
    spared: Lanes,
    dirty: Flags,
    above: IntM,
    level: IntM,
) -> None:
    """One group of mover j, all of whose options move both ways."""
    for lane in range(LANES):
        above[lane] = LOW
        level[lane] = LOW
    for x in range(a, b):
        s = order[x]
        if s < 0:
            s = ~s
            for lane in range(LANES):
                above[lane] = level[lane]
        differs = np.int32(0)
        for lane in range(LANES):
            old = harm[s, lane]
            new = max(old, above[lane])
            harm[s, lane] = new
            differs |= old ^ new
            level[lane] = max(level[lane], min(new, spared[j, lane]))
        if differs:
            _mark(dirty, mine, j, s)


@njit(cache=True, nogil=True)
def _pack(s: int, bits: int) -> int:
    """The bits of s at `bits`, side by side."""
    packed = 0
    at = 0
    while bits:
        low = bits & -bits
        if s & low:
            packed |= 1 << at
        at += 1
        bits ^= low
    return packed


@njit(cache=True, nogil=True)
def _group_oneway(
    harm: Lanes,
    order: IntM,
    a: int,
    b: int,
    mine: IntS,
    j: int,
    up: int,
    down: int,
    spared: Lanes,
    dirty: Flags,
    table: Lanes,
) -> int:
    """One group of mover j, some of whose options move one way only.

    table[p]: the most harm, among the states that j likes more, that can be
    moved to from pattern p of those options. `down` options are turned, so
    that a legal move only ever sets bits. Returns how often the table was touched.
    """
    oneway = up | down
    full = _pack(oneway, oneway)
    for p in range(full + 1):
        for lane in range(LANES):
            table[p, lane] = LOW
    touched = full + 1
    x = a
    while x < b:
        y = x
        while y == x or (y < b and order[y] >= 0):
            s = order[y] if order[y] >= 0 else ~order[y]
            p = _pack(s ^ down, oneway)
            differs = np.int32(0)
            for lane in range(LANES):
                old = harm[s, lane]
                new = max(old, table[p, lane])
                harm[s, lane] = new
                differs |= old ^ new
            if differs:
                _mark(dirty, mine, j, s)
            y += 1
        while x < y:
            s = order[x] if order[x] >= 0 else ~order[x]
            p = _pack(s ^ down, oneway)
            below = p
            while True:
                for lane in range(LANES):
                    table[below, lane] = max(
                        table[below, lane], min(harm[s, lane], spared[j, lane])
                    )
                touched += 1
                if below == 0:
                    break
                below = (below - 1) & p
            x += 1
    return touched


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
