"""The one shape of all concepts: a closure over the others' moves, then one look at one's own.

Let `left(q)` be the least that `i` can be left with once it has moved to `q`.
A state `s` is stable for `i` when no move of `i` has ``left(q) > rank[i, s]``:

=======  ======================================  =========================
concept  the others may                          until `i` is left with
=======  ======================================  =========================
nash     do nothing                              `q` itself
gmr      make any sequence of moves              where that ends
smr      make any sequence of moves              the best it can still reach from there
seq      make any sequence of improvements       where that ends
sseq     make any sequence of improvements       the best it can still reach from there
=======  ======================================  =========================

For the last four ``left(q)`` is never more than ``rank[i, q]``, so that moves
which are no improvements drop out by themselves. States are bit masks and a
decision maker's moves are axes of an array over the masks, so nothing here is
larger than decision makers times masks.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from detente.axes import BoolIM, BoolM, IntIM, IntM, IntS
from detente.solve import _kernels as kernel
from detente.solve.rules import Rules

SHAPED = ("nash", "gmr", "smr", "seq", "sseq")
IMPROVING = ("seq", "sseq")  # the others make improvements only
COUNTERED = ("smr", "sseq")  # the decision maker may answer the sanction
SMALL = 1 << 13  # masks below which a thread costs more than it brings

Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True, eq=False)
class Orders:
    """For each mover the states that it can change into each other, best for it first."""

    order: IntM
    start: IntS
    first: IntS


def verdicts(
    rules: Rules,
    rank: IntIM,
    concepts: Sequence[str],
    *,
    actors: Sequence[int] | None = None,
    threads: int = 1,
    progress: Progress | None = None,
) -> dict[str, BoolIM]:
    """Return which masks are stable for whom, under each of `concepts`.

    Parameters
    ----------
    rules : Rules
        Who may change what.
    rank : (I, M) array of int32
        Dense ranks, larger is better, -1 where infeasible.
    concepts : sequence of str
        Any of `SHAPED`.
    actors : sequence of int, optional
        The decision makers to judge for; left out: all.
    threads : int
        How many work side by side.
    progress : callable, optional
        Called with the share done, 0 to 1, and what was done last.

    Returns
    -------
    dict of str to (len(actors), M) array of bool
        False where infeasible.
    """
    who = range(rules.actors) if actors is None else actors
    found = {one: np.empty((len(who), rank.shape[1]), dtype=np.bool_) for one in concepts}
    plain = [one for one in concepts if one not in IMPROVING]
    lanes = [(x, i, one) for x, i in enumerate(who) for one in concepts if one in IMPROVING]
    jobs: list[tuple[str, Callable[[], None]]] = []
    if plain:
        jobs += [
            (f"moves of decision maker {i + 1}", _plain(rules, rank, i, plain, x, found))
            for x, i in enumerate(who)
        ]
    if lanes:
        orders = sort_groups(rules, rank)
        count = max(-(-len(lanes) // kernel.LANES), min(threads, len(lanes)))
        jobs += [
            (f"improvements, part {n + 1} of {count}", _lanes(rules, rank, orders, part, found))
            for n, part in enumerate(lanes[n::count] for n in range(count))
        ]
    _work(jobs, threads if rank.shape[1] > SMALL else 1, progress)
    return found


def sort_groups(rules: Rules, rank: IntIM) -> Orders:
    """Return each mover's states by group and, inside a group, best first."""
    orders, starts, first = [], [], [0]
    states = int(np.count_nonzero(rules.feasible))
    at = 0
    for j in range(rules.actors):
        order = np.empty(states, dtype=np.int32)
        own = int(rules.mine[j]).bit_count()
        start = np.empty((len(rules.feasible) >> own) + 1, dtype=np.int64)
        groups, end = kernel.group(rank[j], rules.feasible, rules.mine[j], order, start)
        orders.append(order[:end])
        starts.append(start[:groups] + at)
        first.append(first[-1] + groups)
        at += end
    return Orders(
        order=np.concatenate(orders),
        start=np.append(np.concatenate(starts), at),
        first=np.array(first, dtype=np.int64),
    )


def _plain(
    rules: Rules, rank: IntIM, i: int, concepts: Sequence[str], x: int, found: dict[str, BoolIM]
) -> Callable[[], None]:
    def work() -> None:
        room = np.empty_like(rank[i])
        best = best_reach(rules, rank, i) if {"nash", "smr"} & set(concepts) else rank[i]
        if "nash" in concepts:
            np.equal(best, rank[i], out=found["nash"][x])
            found["nash"][x] &= rules.feasible
        for one in ("gmr", "smr"):
            if one in concepts:
                harm = np.empty_like(rank[i])
                kernel.turn(best if one in COUNTERED else rank[i], rules.feasible, harm)
                kernel.close(
                    harm, rules.feasible, rules.bits, rules.up, rules.down, rules.first,
                    i, rules.settles_at_once(i),
                )  # fmt: skip
                _judge(rules, rank[i], harm, i, room, found[one][x])

    return work


def _lanes(
    rules: Rules,
    rank: IntIM,
    orders: Orders,
    lanes: Sequence[tuple[int, int, str]],
    found: dict[str, BoolIM],
) -> Callable[[], None]:
    def work() -> None:
        harm = np.full((rank.shape[1], kernel.LANES), kernel.LOW, dtype=np.int32)
        spared = np.full((rules.actors, kernel.LANES), kernel.HIGH, dtype=np.int32)
        one_lane = np.empty_like(rank[0])
        for lane, (_, i, one) in enumerate(lanes):
            key = best_reach(rules, rank, i) if one in COUNTERED else rank[i]
            kernel.turn(key, rules.feasible, one_lane)
            harm[:, lane] = one_lane
            spared[i, lane] = kernel.LOW
        dirty = np.full(rank.shape[1], 2**32 - 1, dtype=np.uint32)
        kernel.settle(
            harm, orders.order, orders.start, orders.first,
            rules.mine, rules.only_up, rules.only_down, spared, dirty, 2**62,
        )  # fmt: skip
        room = np.empty_like(one_lane)
        for lane, (x, i, one) in enumerate(lanes):
            one_lane[:] = harm[:, lane]
            _judge(rules, rank[i], one_lane, i, room, found[one][x])

    return work


def best_reach(rules: Rules, rank: IntIM, i: int) -> IntM:
    """Return the best rank that `i` can reach from each feasible mask in one move, or by staying."""
    best = rank[i].copy()
    kernel.spread(best, *rules.options_of(i))
    return best


def _judge(rules: Rules, p: IntM, harm: IntM, i: int, room: IntM, out: BoolM) -> None:
    kernel.judge(p, harm, rules.feasible, *rules.options_of(i), room, out)


def _work(
    jobs: Iterable[tuple[str, Callable[[], None]]], threads: int, progress: Progress | None
) -> None:
    """Do the jobs, on threads where that helps, and say how far it is."""
    todo = list(jobs)
    if threads > 1 and len(todo) > 1:
        with ThreadPoolExecutor(threads) as pool:
            running = [(name, pool.submit(job)) for name, job in todo]
            try:
                for n, (name, future) in enumerate(running):
                    future.result()
                    if progress:
                        progress((n + 1) / len(todo), name)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    else:
        for n, (name, job) in enumerate(todo):
            job()
            if progress:
                progress((n + 1) / len(todo), name)
