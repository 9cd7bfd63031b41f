"""Play every reading: blocks of draws, each solved by itself, on many cores.

A block has a size that depends on the model only, so the number of workers
changes nothing but the time, and the blocks that are done are a forecast of
fewer draws. Within a block readings that come out alike are solved once.
Memory is bounded by the arrays of one block for each worker: no array runs
over readings and states.
"""

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from detente.axes import BoolM
from detente.forecast.beliefs import Beliefs
from detente.forecast.played import CONCEPTS, PATH, Played, together
from detente.forecast.sampling import BATCH, sample

MOST_BLOCK = 2048
"""The most draws of a block, for a model with few states."""

WORK = 1 << 22
"""Draws times states of a block: about a second."""

LEAST_COUNTED = 16
"""The least draws whose equilibria are worth counting; models with more states have none counted."""

LEAST_BLOCK = 16
"""The least draws of a block, for a model with many states."""

LIMIT = 64
"""The most states that a chain is solved for exactly; beyond, it is only simulated."""


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """What the blocks of a forecast share; it can be sent to another machine."""

    beliefs: Beliefs
    targets: NDArray[np.bool_]
    times: NDArray[np.float64]
    seed: int
    exact: bool = True
    counted: int = 0  # of how many draws, from the first, equilibria are counted

    def block(self, span: tuple[int, int]) -> Played:
        """Return what comes of the draws from the first of `span` up to the second."""
        lo, hi = span
        drawn, seeds = sample(self.beliefs, hi - lo, self.seed, start=lo)
        return _block(self, drawn, seeds, max(0, min(hi, self.counted) - lo))


def play(
    beliefs: Beliefs,
    targets: list[BoolM],
    times: NDArray[np.float64],
    *,
    draws: int,
    seed: int,
    workers: int = 1,
    exact: bool = True,
    robust: bool = True,
    cluster: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Played:
    """Draw readings and play each of them from the start.

    Parameters
    ----------
    beliefs : Beliefs
        What is known and unknown.
    targets : list of (2**O,) array of bool
        Sets of states whose entering is asked about.
    times : (G,) array of float
        Months, ascending; the last is the end. One infinite time: play goes on
        until it rests.
    draws, seed : int
        How many readings, from which seed.
    workers : int
        Threads.
    exact : bool
        Solve chains of up to 64 states; if not, count histories.
    robust : bool
        Count equilibria too, in all draws of a small model, in the first ones of a large.
    cluster : str, optional
        Address of a Dask scheduler that does the work instead.
    progress : callable, optional
        Told how many draws are done, of how many.

    Returns
    -------
    Played
        The same bytes for the same seed, whatever does the work. Of fewer draws
        if it was interrupted (Ctrl-C) once the first block was done.

    Raises
    ------
    KeyboardInterrupt
        If it was interrupted before.

    Notes
    -----
    Solving costs a few passes over the states for each reading, decision maker
    and concept. Counting equilibria costs five times as much as all the rest,
    so it stops after `WORK` draws times states, and isn't begun where that is
    fewer than 16 draws.
    """
    where = np.array(targets, dtype=np.bool_).reshape(len(targets), len(beliefs.game.feasible))
    bearable = WORK // where.shape[1]
    counted = min(draws, bearable) if robust and bearable >= LEAST_COUNTED else 0
    task = Task(beliefs, where, np.array(times, dtype=np.float64), seed, exact, counted)
    size = max(LEAST_BLOCK, min(MOST_BLOCK, bearable))
    size = size if size < BATCH else size // BATCH * BATCH
    spans = [(at, min(draws, at + size)) for at in range(0, draws, size)]
    if cluster is None:
        parts = _by_threads(task, spans, workers)
    else:
        from detente.forecast.cluster import by_cluster

        parts = by_cluster(task, spans, cluster)
    done: list[Played] = []
    try:
        for (_, hi), part in zip(spans, parts, strict=True):
            done.append(part)
            if progress is not None:
                progress(hi, draws)
    except KeyboardInterrupt:
        if not done:
            raise
    finally:
        with suppress(KeyboardInterrupt):
            parts.close()
    return together(done)


Parts: TypeAlias = Generator[Played, None, None]


def _by_threads(task: Task, spans: list[tuple[int, int]], workers: int) -> Parts:
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        for future in [pool.submit(task.block, span) for span in spans]:
            yield future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _distinct(drawn: NDArray[np.int16]) -> tuple[NDArray[np.int16], NDArray[np.int64]]:
    """Return the distinct rows, in order, and which of them each row is."""
    if drawn.shape[1] == 0:
        return drawn[:1], np.zeros(len(drawn), dtype=np.int64)
    readings, which = np.unique(drawn, axis=0, return_inverse=True)
    return readings, which.reshape(-1).astype(np.int64)


@lru_cache(maxsize=4)
def arrays(beliefs: Beliefs) -> tuple[Any, ...]:
    """Return what all readings share, as the kernels take it: see `_kernels.run`."""
    game = beliefs.game
    truths = [one.truth for wishes in beliefs.wishes for one in wishes or ()]
    starts, at = [], 0
    for wishes in beliefs.wishes:
        starts.append((-1, -1) if wishes is None else (at, at + len(wishes)))
        at += len(wishes or ())
    bits = 1 << np.arange(len(game.options))
    masks = [game.mask(i) for i in range(len(beliefs.names))]
    pairs = [a | b for a in masks for b in masks]  # room for all moves that may tie, within reason
    most = min(1 << 16, sum(1 << bits.bit_count() for bits in pairs) + 1)
    return (
        np.array(starts, dtype=np.int64),
        np.array(truths, dtype=np.bool_).reshape(at, len(game.feasible)),
        np.array(game.rank, dtype=np.int32),
        np.array(masks, dtype=np.int64),
        int(bits[game.forward].sum()),
        int(bits[game.backward].sum()),
        np.array(game.feasible),
        np.array([one.option for one in beliefs.hindrances], dtype=np.int64),
        int(beliefs.start),
        most,
    )


def _block(task: Task, drawn: NDArray[np.int16], seeds: NDArray[np.uint64], counted: int) -> Played:
    """Play some draws: the distinct readings, each with its draws one after the other."""
    from detente.forecast import _kernels
    from detente.forecast.chains import _kernels as chains

    readings, which = _distinct(drawn)
    order = np.argsort(which, kind="stable")
    counts = np.bincount(which, minlength=len(readings))
    ends = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    seeds = seeds[order]
    n, n_draws, (n_targets, size) = len(readings), len(seeds), task.targets.shape
    times = task.times
    out: dict[str, NDArray[Any]] = {
        "chances": np.zeros((n, n_targets)),
        "curves": np.zeros((n, len(times), n_targets)),
        "outcome_state": np.full((n, LIMIT), -1, dtype=np.int32),
        "outcome_chance": np.zeros((n, LIMIT)),
        "first": np.zeros((n_draws, n_targets), dtype=np.float32),
        "settled": np.zeros(n_draws, dtype=np.int32),
        "paths": np.full((n_draws, PATH), -1, dtype=np.int32),
        "stable": np.zeros((len(CONCEPTS), size), dtype=np.int64),
    }
    n_states = np.zeros(n, dtype=np.int64)
    states = np.zeros((n, LIMIT), dtype=np.int64)
    ptrs = np.zeros((n, LIMIT + 1), dtype=np.int64)
    kept = (out["first"], out["settled"], out["paths"])
    base, to, rate = _kernels.run(
        readings,
        (ends, seeds),
        arrays(task.beliefs),
        (np.array(task.beliefs.pace, dtype=np.float64), task.targets, float(times[-1])),
        (task.exact, np.bincount(which[:counted], minlength=len(readings))),
        (n_states, states, ptrs, out["stable"], *kept),
    )
    chains.solve(
        (n_states, states, ptrs, base, to, rate),
        (ends, seeds),
        task.targets,
        times,
        bool(np.isinf(times[-1])),
        (out["chances"], out["curves"], out["outcome_state"], out["outcome_chance"], *kept),
    )
    for c in np.flatnonzero(n_states == 0):
        _count(out, int(c), slice(int(ends[c]), int(ends[c + 1])), times)
    back = np.argsort(order, kind="stable")
    for name in ("first", "settled", "paths"):
        out[name] = out[name][back]
    return Played(readings=readings, which=which, exact=n_states > 0, counted=counted, **out)


def _count(out: dict[str, Any], c: int, mine: slice, times: NDArray[np.float64]) -> None:
    """Fill the chances of a reading from the histories of its draws."""
    first, settled = out["first"][mine], out["settled"][mine]
    by_time = first[:, None, :] <= times[None, :, None]
    if np.isinf(times[-1]):
        by_time = np.isfinite(first)[:, None, :]
    out["curves"][c] = by_time.mean(axis=0)
    out["chances"][c] = out["curves"][c, -1]
    states, counts = np.unique(settled, return_counts=True)
    most = np.sort(np.argsort(-counts, kind="stable")[:LIMIT])
    out["outcome_state"][c] = -1
    out["outcome_state"][c, : len(most)] = states[most]
    out["outcome_chance"][c, : len(most)] = counts[most] / len(settled)
