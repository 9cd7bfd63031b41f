"""The one shape of all concepts: a closure over the others' moves, then one look at one's own.

Let `left(q)` be the least that `i` can be left with once it has moved to `q`.
A state `s` is stable for `i` when no move of `i` has ``left(q) > rank[i, s]``:

=======  ======================================  ======================================
concept  the others may                          until `i` is left with
=======  ======================================  ======================================
nash     do nothing                              `q` itself
gmr      make any sequence of moves              where that ends
smr      make any sequence of moves              the best it can still reach from there
seq      make any sequence of improvements       where that ends
sseq     make any sequence of improvements       the best it can still reach from there
=======  ======================================  ======================================

``left(q)`` is never taken for more than ``rank[i, q]``, so that moves which
are no improvements drop out by themselves. States are bit masks and a decision
maker's moves are axes of an array over the masks, so nothing here is larger
than decision makers times masks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from detente.axes import BoolIM, IntIM, IntM, IntS
from detente.solve import _kernels as kernel
from detente.solve import _lane_kernels as lane_kernel
from detente.solve.rules import Rules
from detente.solve.work import Job, Progress, Stop, do

SHAPED = ("nash", "gmr", "smr", "seq", "sseq")
IMPROVING = ("seq", "sseq")  # the others make improvements only
COUNTERED = ("smr", "sseq")  # the decision maker may answer the sanction
SMALL = 1 << 13  # masks below which a thread costs more than it brings


@dataclass(frozen=True, slots=True, eq=False)
class Orders:
    """For each mover the states that it can change into each other, best for it first."""

    order: IntM
    start: IntS
    first: IntS


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """What is asked: verdicts by these rules and ranks, into these arrays."""

    rules: Rules
    rank: IntIM
    found: dict[str, BoolIM]
    stop: Stop
    patience: float


def verdicts(
    rules: Rules,
    rank: IntIM,
    concepts: Sequence[str],
    *,
    actors: Sequence[int] | None = None,
    threads: int = 1,
    progress: Progress | None = None,
    patience: float = 1.0,
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
    patience : float
        How long passes over the masks may take, as a share of a search over
        all moves, before such a search is made instead. The verdicts are the same.

    Returns
    -------
    dict of str to (len(actors), M) array of bool
        False where infeasible.
    """
    small = rank.shape[1] <= SMALL
    threads = 1 if small else threads
    who = range(rules.actors) if actors is None else actors
    found = {one: np.empty((len(who), rank.shape[1]), dtype=np.bool_) for one in concepts}
    task = Task(rules, rank, found, np.zeros(1, dtype=np.uint32), patience)
    plain = [one for one in concepts if one not in IMPROVING]
    lanes = [(x, i, one) for x, i in enumerate(who) for one in concepts if one in IMPROVING]
    jobs: list[Job] = []
    if plain:
        jobs += [
            (f"moves of decision maker {i + 1}", _moves(task, i, x, plain))
            for x, i in enumerate(who)
        ]
    if lanes:
        count = max(-(-len(lanes) // lane_kernel.LANES), min(threads, len(lanes)))
        parts = [lanes[n::count] for n in range(count)]
        orders = sort_groups(rules, rank, task.stop, threads=threads)
        jobs += [
            (f"improvements, part {n + 1} of {count}", _improvements(task, part, orders))
            for n, part in enumerate(parts)
        ]
    do(jobs, threads, task.stop, progress, here=small)
    return found


def sort_groups(rules: Rules, rank: IntIM, stop: Stop, *, threads: int = 1) -> Orders:
    """Return each mover's states by group and, inside a group, best first."""
    movers = rules.movers.tolist()
    states = int(np.count_nonzero(rules.feasible))
    found: dict[int, tuple[IntM, IntS]] = {}

    def sort(j: int) -> None:
        order = np.empty(states, dtype=np.int32)
        own = int(rules.mine[j]).bit_count()
        start = np.empty((len(rules.feasible) >> own) + 1, dtype=np.int64)
        groups, end = lane_kernel.group(rank[j], rules.feasible, rules.mine[j], order, start)
        found[j] = order[:end], start[:groups]

    here = rank.shape[1] <= SMALL
    do([("sorting", partial(sort, j)) for j in movers], threads, stop, None, here=here)
    ends = np.cumsum([0, *(len(found[j][0]) for j in movers)])
    starts = [found[j][1] + ends[n] for n, j in enumerate(movers)]
    return Orders(
        order=np.concatenate([np.empty(0, np.int32), *(found[j][0] for j in movers)]),
        start=np.concatenate([np.empty(0, np.int64), *starts, ends[-1:]]),
        first=np.cumsum([0, *(len(one) for one in starts)]).astype(np.int64),
    )


def best_reach(rules: Rules, rank: IntIM, i: int) -> IntM:
    """Return the best rank that `i` can reach from each feasible mask in one move, or by staying."""
    best = rank[i].copy()
    kernel.spread(best, *rules.options_of(i))
    return best


def least_after(
    rules: Rules, rank: IntIM, key: IntM, movers: Sequence[int], *, improving: bool
) -> IntM:
    """Return the least key that sequences of moves by `movers` can bring each feasible mask to.

    By one search backwards over the moves; entries of infeasible masks mean nothing.
    """
    mine = np.zeros_like(rules.mine)
    mine[list(movers)] = rules.mine[list(movers)]
    states = np.flatnonzero(rules.feasible)
    harm = np.empty(len(rules.feasible), dtype=np.int32)
    kernel.search(
        key, states[np.argsort(key[states], kind="stable")], rank, rules.feasible,
        mine, rules.only_up, rules.only_down, -1, improving, harm, np.zeros(1, dtype=np.uint32),
    )  # fmt: skip
    harm[~rules.feasible] = 0
    return -harm


def _moves(task: Task, i: int, x: int, concepts: Sequence[str]) -> Callable[[], None]:
    """Return the job of the concepts where the others make any moves, or none."""
    rules, rank = task.rules, task.rank

    def work() -> None:
        room = np.empty_like(rank[i])
        best = best_reach(rules, rank, i) if {"nash", "smr"} & set(concepts) else rank[i]
        for one in concepts:
            if one == "nash":
                np.equal(best, rank[i], out=task.found[one][x])
                task.found[one][x] &= rules.feasible
                continue
            key = best if one in COUNTERED else rank[i]
            harm = np.empty_like(key)
            kernel.turn(key, rules.feasible, harm)
            closed = kernel.close(
                harm, rules.feasible, rules.bits, rules.up, rules.down, rules.first,
                i, rules.rounds if task.patience else 0, task.stop,
            )  # fmt: skip
            if not closed and not (rules.independent and task.patience):
                _search(task, key, i, harm, improving=False)
            _judge(task, i, x, one, harm, room)

    return work


def _improvements(
    task: Task, lanes: Sequence[tuple[int, int, str]], orders: Orders
) -> Callable[[], None]:
    """Return the job of the concepts where the others make improvements only."""
    rules, rank = task.rules, task.rank
    movers = rules.movers

    def work() -> None:
        harm = np.full((rank.shape[1], lane_kernel.LANES), kernel.LOW, dtype=np.int32)
        spared = np.full((len(movers), lane_kernel.LANES), lane_kernel.HIGH, dtype=np.int32)
        one_lane = np.empty_like(rank[0])
        for lane, (_, i, one) in enumerate(lanes):
            key = best_reach(rules, rank, i) if one in COUNTERED else rank[i]
            kernel.turn(key, rules.feasible, one_lane)
            harm[:, lane] = one_lane
            spared[movers == i, lane] = kernel.LOW
        settled = lane_kernel.settle(
            harm, orders.order, orders.start, orders.first,
            rules.mine[movers], rules.only_up[movers], rules.only_down[movers], spared,
            np.full(rank.shape[1], 2**32 - 1, dtype=np.uint32),
            int(task.patience * 2 * rules.edges * len(rules.feasible)), task.stop,
        )  # fmt: skip
        room = np.empty_like(one_lane)
        for lane, (x, i, one) in enumerate(lanes):
            one_lane[:] = harm[:, lane]
            if not settled:
                key = best_reach(rules, rank, i) if one in COUNTERED else rank[i]
                _search(task, key, i, one_lane, improving=True)
            _judge(task, i, x, one, one_lane, room)

    return work


def _search(task: Task, key: IntM, i: int, harm: IntM, *, improving: bool) -> None:
    rules = task.rules
    states = np.flatnonzero(rules.feasible)
    kernel.search(
        key, states[np.argsort(key[states], kind="stable")], task.rank, rules.feasible,
        rules.mine, rules.only_up, rules.only_down, i, improving, harm, task.stop,
    )  # fmt: skip


def _judge(task: Task, i: int, x: int, concept: str, harm: IntM, room: IntM) -> None:  # noqa: PLR0917 - all of one kind
    rules = task.rules
    kernel.judge(
        task.rank[i], harm, rules.feasible, *rules.options_of(i), room, task.found[concept][x]
    )
