"""Play every reading: the same readings are solved once, in chunks, on many cores.

Chunks have a fixed size, and what they give is put together in their order, so
the number of workers changes nothing but the time. Memory is bounded by the
arrays of one chunk for each worker: no array runs over readings and states.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.axes import BoolM
from detente.forecast.beliefs import Beliefs
from detente.forecast.sampling import sample

CHUNK = 128
"""Readings that are solved together."""

LIMIT = 64
"""The most states that a chain is solved for exactly; beyond, it is only simulated."""

PATH = 12
"""States of each history that are kept."""

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
"""The concepts whose equilibria are counted over the readings."""


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """What came of every reading and every draw.

    Axes: C distinct readings, D draws, T targets, G times, P states of a path.

    Attributes
    ----------
    readings : (C, U) array of int16
        The distinct readings.
    which : (D,) array of int
        The reading of each draw.
    chances : (C, T) array of float
        Chance that play enters a target by the end.
    curves : (C, G, T) array of float
        The same by each of the times.
    outcome_state, outcome_chance : (C, L) arrays
        Where play is at the end, and how likely; -1 pads the states.
    exact : (C,) array of bool
        Whether the chances were computed, not counted from histories.
    stable : (5, 2**O) array of int
        In how many draws a state is an equilibrium, by concept.
    first : (D, T) array of float
        When the history of a draw first enters a target, in months; inf: never.
    settled : (D,) array of int
        Where the history of a draw ends.
    paths : (D, P) array of int
        Its first states, padded with -1.
    """

    readings: NDArray[np.int16]
    which: NDArray[np.int64]
    chances: NDArray[np.float64]
    curves: NDArray[np.float64]
    outcome_state: NDArray[np.int32]
    outcome_chance: NDArray[np.float64]
    exact: NDArray[np.bool_]
    stable: NDArray[np.int64]
    first: NDArray[np.float32]
    settled: NDArray[np.int32]
    paths: NDArray[np.int32]


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
        Count equilibria too.
    progress : callable, optional
        Told how many chunks are done, of how many.

    Returns
    -------
    Played
        The same bytes for the same seed, whatever `workers` is.

    Notes
    -----
    Readings that come out alike are solved once. Solving costs a few passes
    over the states for each decision maker and concept.
    """
    drawn, seeds = sample(beliefs, draws, seed)
    readings, which = _distinct(drawn)
    order = np.argsort(which, kind="stable")
    ends = np.concatenate([[0], np.cumsum(np.bincount(which, minlength=len(readings)))])
    times = np.array(times, dtype=np.float64)
    where = np.array(targets, dtype=np.bool_).reshape(len(targets), len(beliefs.game.feasible))
    fixed = {
        "model": arrays(beliefs),
        "fixed": (np.array(beliefs.pace, dtype=np.float64), where, float(times[-1])),
        "flags": (exact, robust),
        "times": times,
        "targets": where,
    }
    chunks = [slice(at, at + CHUNK) for at in range(0, len(readings), CHUNK)]

    def one(chunk: slice) -> dict[str, Any]:
        lo, hi = ends[chunk.start], ends[min(chunk.stop, len(readings))]
        span = ends[chunk.start : chunk.stop + 1] - lo
        return _chunk(readings[chunk], span, seeds[order[lo:hi]], fixed)

    done = []
    with ThreadPoolExecutor(max_workers=max(1, workers)) as pool:
        for result in pool.map(one, chunks):
            done.append(result)
            if progress is not None:
                progress(len(done), len(chunks))
    return _together(readings, which, order, done)


def _distinct(drawn: NDArray[np.int16]) -> tuple[NDArray[np.int16], NDArray[np.int64]]:
    """Return the distinct rows, in order, and which of them each row is."""
    if drawn.shape[1] == 0:
        return drawn[:1], np.zeros(len(drawn), dtype=np.int64)
    readings, which = np.unique(drawn, axis=0, return_inverse=True)
    return readings, which.reshape(-1).astype(np.int64)


def arrays(beliefs: Beliefs) -> tuple[Any, ...]:
    """Return what all readings share, as the kernels take it: see `_kernels.run`."""
    game = beliefs.game
    truths = [one.truth for wishes in beliefs.wishes for one in wishes or ()]
    starts, at = [], 0
    for wishes in beliefs.wishes:
        starts.append((-1, -1) if wishes is None else (at, at + len(wishes)))
        at += len(wishes or ())
    bits = 1 << np.arange(len(game.options))
    return (
        np.array(starts, dtype=np.int64),
        np.array(truths, dtype=np.bool_).reshape(at, len(game.feasible)),
        np.array(game.rank, dtype=np.int32),
        np.array([game.mask(i) for i in range(len(beliefs.names))], dtype=np.int64),
        int(bits[game.forward].sum()),
        int(bits[game.backward].sum()),
        np.array(game.feasible),
        np.array([one.option for one in beliefs.hindrances], dtype=np.int64),
        int(beliefs.start),
    )


def _chunk(
    readings: NDArray[np.int16],
    span: NDArray[np.int64],
    seeds: NDArray[np.uint64],
    fixed: dict[str, Any],
) -> dict[str, Any]:
    """Play some readings and all their draws."""
    from detente.forecast import _kernels
    from detente.forecast.chains import _kernels as chains

    n, n_draws, (n_targets, size) = len(readings), len(seeds), fixed["targets"].shape
    times = fixed["times"]
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
        (span, seeds),
        fixed["model"],
        fixed["fixed"],
        fixed["flags"],
        (n_states, states, ptrs, out["stable"], *kept),
    )
    chains.solve(
        (n_states, states, ptrs, base, to, rate),
        (span, seeds),
        fixed["targets"],
        times,
        bool(np.isinf(times[-1])),
        (out["chances"], out["curves"], out["outcome_state"], out["outcome_chance"], *kept),
    )
    out["exact"] = n_states > 0
    for c in np.flatnonzero(n_states == 0):
        _count(out, int(c), slice(int(span[c]), int(span[c + 1])), times)
    return out


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


def _together(
    readings: NDArray[np.int16],
    which: NDArray[np.int64],
    order: NDArray[np.int64],
    done: list[dict[str, Any]],
) -> Played:
    """Put the chunks together, draws back in the order in which they were drawn."""

    def all_of(name: str) -> Any:
        return np.concatenate([one[name] for one in done])

    back = np.argsort(order, kind="stable")
    return Played(
        readings=readings,
        which=which,
        chances=all_of("chances"),
        curves=all_of("curves"),
        outcome_state=all_of("outcome_state"),
        outcome_chance=all_of("outcome_chance"),
        exact=all_of("exact"),
        stable=np.sum([one["stable"] for one in done], axis=0),
        first=all_of("first")[back],
        settled=all_of("settled")[back],
        paths=all_of("paths")[back],
    )
