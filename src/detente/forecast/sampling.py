"""Draw complete readings of a conflict from what is believed about it.

A reading is a row of small numbers: for each wish -1 where it isn't held, else
twice its place among those held, plus 1 where it is reversed; for each
decision maker a concept; for each constraint whether it binds; last, whether
two decision makers can agree. Draws are made
in batches of a fixed size, each from its own seed, so a draw doesn't depend on
how many there are or on who makes it.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.forecast.beliefs import Beliefs
from detente.forecast.wishes import Wish
from detente.model.conflict import CONCEPTS

BATCH = 64
"""Draws that share a seed."""

_SHIFT = {"known": 0.0, "partly": 1.5}
"""How far a place may be off, in places, where it isn't unknown altogether."""


def sample(
    beliefs: Beliefs, draws: int, seed: int, *, start: int = 0
) -> tuple[NDArray[np.int16], NDArray[np.uint64]]:
    """Draw readings, and a seed for the history played in each.

    Parameters
    ----------
    beliefs : Beliefs
        What is known and unknown.
    draws : int
        How many, at least 1.
    seed : int
        The same seed gives the same readings; more draws go on where fewer stop.
    start : int
        The number of the first draw.

    Returns
    -------
    readings : (D, U) array of int16
        See the module.
    seeds : (D,) array of uint64
        For the histories.
    """
    batches = [
        _batch(beliefs, np.random.SeedSequence(seed, spawn_key=(b,)))
        for b in range(start // BATCH, -(-(start + draws) // BATCH))
    ]
    mine = slice(start % BATCH, start % BATCH + draws)
    readings = np.concatenate([one for one, _ in batches])[mine]
    return readings, np.concatenate([one for _, one in batches])[mine]


def _batch(
    beliefs: Beliefs, sequence: np.random.SeedSequence
) -> tuple[NDArray[np.int16], NDArray[np.uint64]]:
    rng = np.random.Generator(np.random.PCG64(sequence))
    columns: list[NDArray[Any]] = [_wishes(wishes, rng) for wishes in beliefs.wishes if wishes]
    for shares in beliefs.foresight:
        edges = np.cumsum([shares.get(concept, 0.0) for concept in CONCEPTS])
        drawn = np.searchsorted(edges, rng.random(BATCH) * edges[-1], side="right")
        last = max(k for k, concept in enumerate(CONCEPTS) if shares.get(concept, 0.0) > 0)
        columns.append(np.minimum(drawn, last)[:, None])
    binds = np.array([one.binds for one in beliefs.hindrances])
    columns.append(rng.random((BATCH, len(binds))) < binds)
    seeds = rng.integers(0, 1 << 64, size=BATCH, dtype=np.uint64)
    columns.append(rng.random((BATCH, 1)) < beliefs.agreement)
    return np.concatenate([one.astype(np.int16) for one in columns], axis=1), seeds


def _wishes(wishes: tuple[Wish, ...], rng: np.random.Generator) -> NDArray[np.int64]:
    """Draw for each wish -1, or twice its place plus 1 if reversed.

    Every order that keeps what is known of it is equally likely: each wish gets
    a number at random, and those whose place is known share theirs out again
    so that they stand in their order.
    """
    size = len(wishes)
    held = rng.random((BATCH, size)) < np.array([one.confidence for one in wishes])
    flipped = rng.random((BATCH, size)) < np.array([one.reversed for one in wishes])
    keys = rng.random((BATCH, size))
    jitter = 2 * rng.random((BATCH, size)) - 1
    placed = [k for k, one in enumerate(wishes) if one.order != "unknown"]
    if placed:
        shifts = np.array([_SHIFT[wishes[k].order] for k in placed])
        rank = _rank(np.arange(len(placed)) + shifts * jitter[:, placed])
        keys[:, placed] = np.take_along_axis(np.sort(keys[:, placed], axis=1), rank, axis=1)
    for k, one in enumerate(wishes):
        if one.pin:
            keys[:, k] = -1.0 if one.pin == "first" else 2.0
    keys[~held] = np.inf
    return np.where(held, 2 * _rank(keys) + flipped, -1)


def _rank(keys: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the place of each number in its row."""
    return np.argsort(np.argsort(keys, axis=1, kind="stable"), axis=1, kind="stable")
