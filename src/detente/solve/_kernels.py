"""Compiled loops: arrays in, arrays out, nothing validated here.

All arrays run over the masks (axis M). `harm` is a key with its sign turned,
so that every pass is a running maximum: ``harm[q]`` is the worst that can
still be made of `q`. ``LOW`` stands where a mask is infeasible. Kernels that
call each other stay in this file, since Numba's cache can't see other files.
"""

import numpy as np
from numba import njit

LOW = np.int32(-(2**31))
HIGH = np.int32(2**31 - 1)
LANES = 8  # labels that one pass carries side by side: a vector register's worth
BLOCK = 4096  # masks whose int32 labels fit the first cache


@njit(cache=True, nogil=True)
def _axis(v, bit, up, down):
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
def spread(v, bits, up, down):
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
def close(v, feasible, bits, up, down, first, skip, once):
    """Spread v over sequences of moves by all but `skip`; j's options are bits[first[j]:first[j+1]].

    `once` where one round is known to do: all states feasible, or one mover.
    """
    total = _total(v, feasible)
    while True:
        for j in range(first.size - 1):
            if j != skip and first[j] < first[j + 1]:
                a, b = first[j], first[j + 1]
                spread(v, bits[a:b], up[a:b], down[a:b])
                for s in range(v.size):
                    if not feasible[s]:
                        v[s] = LOW
        if once:
            return
        now = _total(v, feasible)
        if now == total:
            return
        total = now


@njit(cache=True, nogil=True)
def _total(v, feasible):
    """Sum of v over the feasible states."""
    total = np.int64(0)
    for s in range(v.size):
        if feasible[s]:
            total += v[s]
    return total


@njit(cache=True, nogil=True)
def turn(key, feasible, harm):
    """Make a key to be kept high into harm to be kept low: harm = -key, LOW where infeasible."""
    for s in range(key.size):
        harm[s] = -key[s] if feasible[s] else LOW


@njit(cache=True, nogil=True)
def judge(p, harm, feasible, bits, up, down, left, stable):
    """∀q ∈ R(s) : min(p[q], -harm[q]) ≤ p[s], for each feasible s; `left` is room to work in."""
    for s in range(p.size):
        left[s] = min(p[s], -harm[s]) if feasible[s] else LOW
    spread(left, bits, up, down)
    for s in range(p.size):
        stable[s] = feasible[s] and left[s] <= p[s]


@njit(cache=True, nogil=True)
def _sort(keys, spare, n):
    """Sort keys[:n] ascending, by insertion in runs of 16 and merging."""
    for base in range(0, n, 16):
        for x in range(base + 1, min(base + 16, n)):
            key = keys[x]
            y = x - 1
            while y >= base and keys[y] > key:
                keys[y + 1] = keys[y]
                y -= 1
            keys[y + 1] = key
    width = 16
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
def group(rank, feasible, mine, order, start):
    """List the states that differ only in the options `mine`, best for their owner first.

    Groups in which no improvement is possible are left out. In `order` the
    first state of each run of equals is stored as ``~s``. Returns how many
    groups and how many states were written.
    """
    rest = (feasible.size - 1) & ~mine
    sub = np.int64(0)
    width = 1
    for k in range(63):
        width <<= (mine >> k) & 1
    keys = np.empty(width, np.int64)
    spare = np.empty(width if width > 16 else 0, np.int64)
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
                s = np.int32(keys[x] & 0xFFFFFFFF)
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
def settle(harm, order, start, first, mine, up, down, spared, dirty, budget):
    """Spread each lane of `harm` over sequences of improvements by all but the spared.

    order, start: see `group`, those of mover j at start[first[j]:first[j+1]].
    mine[j]: its options; up[j], down[j]: those that move one way only.
    spared[j, lane]: HIGH if j's moves count in the lane, LOW if not.
    Stops after touching about `budget` states; True if it was enough.
    """
    movers = mine.size
    touched = 0
    above = np.full(LANES, LOW, np.int32)
    level = np.full(LANES, LOW, np.int32)
    largest = 1
    for j in range(movers):
        n = 1
        for k in range(63):
            n <<= ((up[j] | down[j]) >> k) & 1
        largest = max(largest, n)
    table = np.full((largest, LANES), LOW, np.int32)
    going = True
    while going:
        going = False
        for j in range(movers):
            oneway = up[j] | down[j]
            flag = np.uint32(1) << np.uint32(j)
            for g in range(first[j], first[j + 1]):
                a, b = start[g], start[g + 1]
                s = order[a]
                home = (s if s >= 0 else ~s) & ~mine[j]
                if not dirty[home] & flag:
                    continue
                dirty[home] &= ~flag
                touched += b - a
                if oneway:
                    changed = _group_oneway(
                        harm, order, a, b, mine, j, up[j], down[j], spared, dirty, table
                    )
                else:
                    changed = _group_free(harm, order, a, b, mine, j, spared, dirty, above, level)
                going |= changed
        if touched > budget:
            return not going
    return True


@njit(cache=True, nogil=True, inline="always")
def _mark(dirty, mine, j, s):
    """Say that the groups of s must be looked at again by all but j."""
    for jj in range(mine.size):
        if jj != j:
            dirty[s & ~mine[jj]] |= np.uint32(1) << np.uint32(jj)


@njit(cache=True, nogil=True)
def _group_free(harm, order, a, b, mine, j, spared, dirty, above, level):
    """One group of mover j, all of whose options move both ways."""
    for lane in range(LANES):
        above[lane] = LOW
        level[lane] = LOW
    changed = False
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
            changed = True
            _mark(dirty, mine, j, s)
    return changed


@njit(cache=True, nogil=True)
def _pack(s, bits):
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
def _group_oneway(harm, order, a, b, mine, j, up, down, spared, dirty, table):
    """One group of mover j, some of whose options move one way only.

    table[p]: the most harm, among the states that j likes more, that can be
    moved to from pattern p of those options. `down` options are turned, so
    that a legal move only ever sets bits.
    """
    oneway = up | down
    full = _pack(oneway, oneway)
    for p in range(full + 1):
        for lane in range(LANES):
            table[p, lane] = LOW
    changed = False
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
                changed = True
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
                if below == 0:
                    break
                below = (below - 1) & p
            x += 1
    return changed


@njit(cache=True, nogil=True)
def _improvements(rank, feasible, s, mine, only_up, only_down, found):
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
def simultaneous(rank, feasible, i, others, bound, mine, up, down, lo, hi, stable):
    """∀q ∈ R_i+(s) ∃ improvements of others at s : made together with q they end no better for i.

    bound[t, c]: the most harm that the others from the t-th on could do to i
    at c by any changes of their options at all; cuts the search short.
    Judges the masks lo..hi-1 and returns how many joint moves were looked at.
    """
    width = 1
    for j in range(mine.size):
        n = 1
        for k in range(63):
            n <<= (mine[j] >> k) & 1
        width = max(width, n)
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


@njit(cache=True, nogil=True)
def first_sanction(
    rank, feasible, mine, only_up, only_down, others, key, limit, improving, q, came, by
):
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
                        more[:end] = todo
                        todo = more
                    todo[end] = t
                    end += 1
                sub = (sub - own) & own
                if sub == 0:
                    break
    return -1
