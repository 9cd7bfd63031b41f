"""Draw complete readings of a conflict from what is believed about it.

A reading is a row of small numbers: for each wish -1 where it isn't held, else
twice its place among those held, plus 1 where it is reversed; for each
decision maker a concept; for each constraint whether it binds. Draws are made
in batches of a fixed size, each from its own seed, so a draw doesn't depend on
how many there are or on who makes it.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from detente.forecast.beliefs import Beliefs, Wish
from detente.model.conflict import CONCEPTS

BATCH = 64
"""Draws that share a seed."""

_SHIFT = {"known": 0.0, "partly": 1.5}
"""How far a place may be off, in places, where it isn't unknown altogether."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that differs between readings.

    Attributes
    ----------
    name : str
        In the model's terms: ``russia: holds !nato.troops``.
    kind : {"holds", "wants", "early", "foresight", "binds"}
        What is unknown about it.
    column : int
        Where it stands in a reading.
    value : int
        What it is compared with: a concept, or the middle place.
    label : str
        In words.
    """

    name: str
    kind: Literal["holds", "wants", "early", "foresight", "binds"]
    column: int
    value: int = 0
    label: str = ""

    def came_true(self, readings: NDArray[np.int16]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Return in which readings it came true, and in which it can be asked at all."""
        column = readings[:, self.column]
        everywhere = np.ones(len(readings), dtype=np.bool_)
        if self.kind == "holds":
            return column >= 0, everywhere
        if self.kind == "wants":
            return (column >= 0) & (column % 2 == 0), column >= 0
        if self.kind == "early":
            return (column >= 0) & (column // 2 < self.value), column >= 0
        if self.kind == "foresight":
            return column == self.value, everywhere
        return column == 1, everywhere


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
        The number of the first draw, a multiple of 64.

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
    readings = np.concatenate([one for one, _ in batches])[:draws]
    return readings, np.concatenate([one for _, one in batches])[:draws]


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


def unknowns(beliefs: Beliefs) -> tuple[Unknown, ...]:
    """List what differs between readings, in the order of their columns.

    Parameters
    ----------
    beliefs : Beliefs
        What is known and unknown.

    Returns
    -------
    tuple of Unknown
        Empty for a conflict on which all is known.
    """
    found: list[Unknown] = []
    column = 0
    for dm, wishes in zip(beliefs.names, beliefs.wishes, strict=True):
        movable = len(wishes or ()) > 1
        for one in wishes or ():
            if 0 < one.confidence < 1:
                found.append(
                    Unknown(
                        f"{dm}: holds {one.text}",
                        "holds",
                        column,
                        label=f"{dm} cares about {one.text}",
                    )
                )
            if 0 < one.reversed < 1 and one.confidence > 0:
                found.append(
                    Unknown(
                        f"{dm}: wants {one.text}", "wants", column, label=f"{dm} wants {one.text}"
                    )
                )
            if one.order != "known" and not one.pin and movable and one.confidence > 0:
                found.append(
                    Unknown(
                        f"{dm}: puts {one.text} first",
                        "early",
                        column,
                        max(1, len(wishes or ()) // 2),
                        f"{one.text} is among the first priorities of {dm}",
                    )
                )
            column += 1
    for dm, shares in zip(beliefs.names, beliefs.foresight, strict=True):
        likely = [concept for concept in CONCEPTS if shares.get(concept, 0.0) > 0]
        if len(likely) > 1 and beliefs.game.mask(beliefs.game.decision_maker(dm)):
            found += [
                Unknown(
                    f"{dm}: looks ahead as {concept}",
                    "foresight",
                    column,
                    CONCEPTS.index(concept),
                    f"{dm} {_LOOKS[concept]}",
                )
                for concept in likely
            ]
        column += 1
    for hindrance in beliefs.hindrances:
        if 0 < hindrance.binds < 1:
            name = beliefs.game.options[hindrance.option]
            found.append(
                Unknown(
                    f"{name}: {hindrance.kind} constraint binds",
                    "binds",
                    column,
                    label=f"a constraint ({hindrance.kind}) rules out {name}",
                )
            )
        column += 1
    return tuple(_numbered(found))


_LOOKS = {
    "nash": "doesn't look ahead",
    "gmr": "fears any reply, whatever it costs those who reply",
    "smr": "fears any reply, but counts on answering it",
    "seq": "fears only replies that pay those who reply",
    "sseq": "fears only replies that pay, and counts on answering them",
    "sim": "expects others to move at the same time",
}


def _numbered(found: list[Unknown]) -> list[Unknown]:
    """Tell apart unknowns of the same name: the second becomes ``name (2)``."""
    seen: dict[str, int] = {}
    named = []
    for one in found:
        seen[one.name] = seen.get(one.name, 0) + 1
        same = seen[one.name]
        named.append(one if same == 1 else replace(one, name=f"{one.name} ({same})"))
    return named
