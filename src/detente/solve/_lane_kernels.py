"""Compiled loops of the closure over improvements: eight labels of a state side by side.

`harm` is as in ``_kernels``: a key with its sign turned, LOW where infeasible.
A lane is one decision maker under one concept. Kernels that call each other
stay in one file, since Numba's cache can't see other files.
"""

from typing import Any

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic
from numba.np.arrayobj import make_array
from numpy.typing import NDArray

from detente.axes import BoolM, IntM, IntS

Flags = NDArray[np.uint32]
Lanes = NDArray[np.int32]  # (M, LANES), or another leading axis

LOW = np.int32(-(2**31))
HIGH = np.int32(2**31 - 1)
LANES = 8  # labels that one pass carries side by side: a vector register's worth
RUN = 16  # keys that insertion sorts faster than merging


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
        for z in range(n):  # an assignment of slices takes seconds to compile
            keys[z] = spare[z]
        width *= 2


def _row(context: Any, builder: Any, kind: Any, array: Any, row: Any) -> Any:
    """Emit the address of a row of LANES labels."""
    made: Any = make_array
    data = made(kind)(context, builder, array).data
    return builder.gep(data, [builder.mul(row, row.type(LANES))])


def _load(builder: Any, address: Any) -> Any:
    """Emit the load of a row as one vector."""
    vector = ir.VectorType(ir.IntType(32), LANES)
    return builder.load(builder.bitcast(address, vector.as_pointer()), align=4)


def _larger(builder: Any, a: Any, b: Any, sign: str = ">") -> Any:
    """Emit the larger of two vectors, or with "<" the smaller, lane by lane."""
    return builder.select(builder.icmp_signed(sign, a, b), a, b)


def _store(builder: Any, value: Any, address: Any) -> None:
    """Emit the store of a vector into a row."""
    builder.store(value, builder.bitcast(address, value.type.as_pointer()), align=4)


def _lift_code(_typing: Any, a: Any, _x: Any, b: Any, _y: Any) -> Any:
    """a[x] = max(a[x], b[y]), all lanes at once; True if that changed anything.

    Written out as one vector operation, since the compiler leaves a loop over
    eight lanes as it is: half the time of `settle`.
    """

    def emit(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        at = _row(context, builder, sig.args[0], args[0], args[1])
        old = _load(builder, at)
        other = _load(builder, _row(context, builder, sig.args[2], args[2], args[3]))
        new = _larger(builder, old, other)
        _store(builder, new, at)
        changed = builder.bitcast(builder.icmp_signed("!=", old, new), ir.IntType(LANES))
        return builder.icmp_unsigned("!=", changed, ir.Constant(ir.IntType(LANES), 0))

    return types.boolean(a, types.intp, b, types.intp), emit


_lift: Any = intrinsic(_lift_code)


def _lift_bounded_code(_typing: Any, a: Any, _x: Any, b: Any, _y: Any, c: Any, _z: Any) -> Any:
    """a[x] = max(a[x], min(b[y], c[z])), all lanes at once."""

    def emit(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        at, b_row, c_row = (
            _row(context, builder, sig.args[n], args[n], args[n + 1]) for n in (0, 2, 4)
        )
        bounded = _larger(builder, _load(builder, b_row), _load(builder, c_row), "<")
        _store(builder, _larger(builder, _load(builder, at), bounded), at)
        return context.get_dummy_value()

    return types.void(a, types.intp, b, types.intp, c, types.intp), emit


_lift_bounded: Any = intrinsic(_lift_bounded_code)


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
    largest = 2
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
                    _group_free(harm, order, a, b, mine, j, spared, dirty, table)
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
    above: Lanes,
) -> None:
    """One group of mover j, all of whose options move both ways.

    above[0]: the most harm at the states that j likes more; above[1]: at those
    it likes as much as well.
    """
    above[:2] = LOW
    for x in range(a, b):
        s = order[x]
        if s < 0:
            s = ~s
            _lift(above, 0, above, 1)
        if _lift(harm, s, above, 0):
            _mark(dirty, mine, j, s)
        _lift_bounded(above, 1, harm, s, spared, j)


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
    table[: full + 1] = LOW
    touched = full + 1
    x = a
    while x < b:
        y = x
        while y == x or (y < b and order[y] >= 0):
            s = order[y] if order[y] >= 0 else ~order[y]
            p = _pack(s ^ down, oneway)
            if _lift(harm, s, table, p):
                _mark(dirty, mine, j, s)
            y += 1
        while x < y:
            s = order[x] if order[x] >= 0 else ~order[x]
            p = _pack(s ^ down, oneway)
            below = p
            while True:
                _lift_bounded(table, below, harm, s, spared, j)
                touched += 1
                if below == 0:
                    break
                below = (below - 1) & p
            x += 1
    return touched
