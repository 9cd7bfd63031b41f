"""What differs between readings: each unknown by name, so that it can be settled and judged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.forecast.beliefs import Beliefs
from detente.forecast.wishes import Wish
from detente.model.conflict import CONCEPTS

AGREE = "agreement: two can move together"
"""The name of the unknown whether two decision makers can agree."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that differs between readings.

    Attributes
    ----------
    name : str
        In the model's terms: ``russia: holds !nato.troops``.
    kind : {"holds", "wants", "early", "foresight", "binds", "agree"}
        What is unknown about it.
    column : int
        Where it stands in a reading.
    value : int
        What it is compared with: a concept, or the middle place.
    label : str
        In words.
    """

    name: str
    kind: Literal["holds", "wants", "early", "foresight", "binds", "agree"]
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
        for one in wishes or ():
            found += _of_wish(dm, one, column, len(wishes or ()))
            column += 1
    for dm, shares in zip(beliefs.names, beliefs.foresight, strict=True):
        if beliefs.game.mask(beliefs.game.decision_maker(dm)):
            found += _of_foresight(dm, shares, column)
        column += 1
    for hindrance in beliefs.hindrances:
        if 0 < hindrance.binds < 1:
            option = beliefs.game.options[hindrance.option]
            name = f"{option}: {hindrance.kind} constraint binds"
            label = f"a constraint ({hindrance.kind}) rules out {option}"
            found.append(Unknown(name, "binds", column, label=label))
        column += 1
    if 0 < beliefs.agreement < 1:
        label = "two parties can agree on a step together"
        found.append(Unknown(AGREE, "agree", column, label=label))
    return tuple(_numbered(found))


def _of_wish(dm: str, one: Wish, column: int, among: int) -> Iterator[Unknown]:
    text = one.text
    if 0 < one.confidence < 1:
        yield Unknown(f"{dm}: holds {text}", "holds", column, label=f"{dm} cares about {text}")
    if 0 < one.reversed < 1 and one.confidence > 0:
        yield Unknown(f"{dm}: wants {text}", "wants", column, label=f"{dm} wants {text}")
    if one.order != "known" and not one.pin and among > 1 and one.confidence > 0:
        label = f"{text} is among the first priorities of {dm}"
        yield Unknown(f"{dm}: puts {text} first", "early", column, max(1, among // 2), label=label)


def _of_foresight(dm: str, shares: Mapping[str, float], column: int) -> Iterator[Unknown]:
    likely = [concept for concept in CONCEPTS if shares.get(concept, 0.0) > 0]
    for concept in likely if len(likely) > 1 else ():
        name, label = f"{dm}: looks ahead as {concept}", f"{dm} {_LOOKS[concept]}"
        yield Unknown(name, "foresight", column, CONCEPTS.index(concept), label=label)


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
