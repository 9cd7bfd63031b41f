"""What came of the draws: every figure of a forecast can be counted from it."""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
        The readings, distinct within each block.
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
        In how many of the first `counted` draws a state is an equilibrium, by concept.
    first : (D, T) array of float
        When the history of a draw first enters a target, in months; inf: never.
    settled : (D,) array of int
        Where the history of a draw ends.
    paths : (D, P) array of int
        Its first states, padded with -1.
    counted : int
        How many draws had their equilibria counted.
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
    counted: int = 0

    def share(self, column: int) -> float:
        """Return the chance of entering a target: the mean over the draws."""
        weights = np.bincount(self.which, minlength=len(self.readings)).astype(np.float64)
        chances = np.clip(self.chances[:, column], 0.0, 1.0)
        return min(1.0, float(weights @ chances) / len(self.which))

    def ends(self, size: int) -> NDArray[np.float64]:
        """Return how likely play is to end at each of `size` states."""
        weights = np.bincount(self.which, minlength=len(self.readings)).astype(np.float64)
        inside = self.outcome_state >= 0
        total = np.bincount(
            self.outcome_state[inside],
            weights=(self.outcome_chance * weights[:, None])[inside],
            minlength=size,
        )
        return np.asarray(total / len(self.which))


def together(parts: list[Played]) -> Played:
    """Put blocks together in their order."""
    before = np.cumsum([0, *(len(part.readings) for part in parts)])
    found: dict[str, Any] = {
        field.name: np.concatenate([getattr(part, field.name) for part in parts])
        for field in fields(Played)
        if field.name not in ("which", "stable", "counted")
    }
    which = [part.which + at for part, at in zip(parts, before, strict=False)]
    stable = parts[0].stable
    for part in parts[1:]:
        if part.counted:  # of a large model most parts are all zeros, that aren't touched
            stable = stable + part.stable
    counted = sum(part.counted for part in parts)
    return Played(which=np.concatenate(which), stable=stable, counted=counted, **found)
