"""Write a conflict as a file of GMCR+."""

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np

from detente.axes import BoolM
from detente.errors import TooLargeError
from detente.model.build import game
from detente.model.conflict import Conflict
from detente.model.game import Game
from detente.model.statements import truth

Pattern: TypeAlias = list[list[int | str]]

MOST_PATTERNS = 10_000
"""The most patterns that a statement is written as."""

_DIRECTIONS = {"both": "both", "forward": "fwd", "backward": "back"}
_NOT_HELD = (
    "title", "as_of", "status_quo", "red_lines", "constraints", "experts", "agreement", "doubt",
    "theatres", "evidence", "open_questions", "source", "notes",
)  # fmt: skip


def dumps(conflict: Conflict) -> str:
    """Return a conflict as the text of a file for GMCR+.

    Parameters
    ----------
    conflict : Conflict
        A conflict that makes a game.

    Returns
    -------
    str
        JSON. The file gives the same states and the same ranks. Where a
        decision maker has no priorities, rankings are written for all of them,
        since a file has either.

    Raises
    ------
    ModelError
        If the conflict makes no game.
    TooLargeError
        If a statement would need over 10,000 patterns.
    """
    built = game(conflict)
    manual = any(maker.priorities is None for maker in conflict.decision_makers.values())
    makers: list[dict[str, Any]] = []
    bit = 0
    for i, (dm, maker) in enumerate(conflict.decision_makers.items()):
        one: dict[str, Any] = {
            "name": maker.name or dm,
            "options": list(range(bit, bit + len(maker.options))),
            "preferences": [
                said
                for stated in maker.priorities or ()
                if (said := _condition(truth(conflict, stated.statement, dm)))
            ],
        }
        if manual:
            one["preferenceRanking"] = _ranking(built, i)
        makers.append(one)
        bit += len(maker.options)
    file = {
        "program": "detente",
        "options": [
            {"name": option.label or key, "permittedDirection": _DIRECTIONS[option.reversible]}
            for maker in conflict.decision_makers.values()
            for key, option in maker.options.items()
        ],
        "decisionMakers": makers,
        "infeasibles": list(_patterns(~built.feasible)),
        "useManualPreferenceRanking": manual,
    }
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"


def left_out(conflict: Conflict) -> list[str]:
    """Return what a file of GMCR+ can't hold of a conflict, a sentence each.

    Examples
    --------
    >>> left_out(Conflict(title="Arms", status_quo=[]))
    ['a file of GMCR+ has no place for title, status_quo']
    """
    said = without_place(conflict, "a file of GMCR+")
    uncertain = [
        dm
        for dm, maker in conflict.decision_makers.items()
        if any(
            one.confidence < 1 or one.order != "known" or one.sign != "known"
            for one in maker.priorities or ()
        )
    ]
    if uncertain:
        said.append(f"what is uncertain about the priorities of {', '.join(uncertain)} is lost")
    return said


def without_place(conflict: Conflict, what: str) -> list[str]:
    """Say which fields of a conflict are used and have no place in another format."""
    default = Conflict()
    lost = [key for key in _NOT_HELD if getattr(conflict, key) != getattr(default, key)]
    return [f"{what} has no place for {', '.join(lost)}"] if lost else []


def _ranking(built: Game, i: int) -> list[int | list[int]]:
    """Return the ranking of `i`; states count from 1 among the feasible ones."""
    ranks = built.rank[i][built.states]
    ranking: list[int | list[int]] = []
    for level in range(int(ranks.max()), -1, -1):
        tied = (np.flatnonzero(ranks == level) + 1).tolist()
        ranking.append(tied[0] if len(tied) == 1 else tied)
    return ranking


def _condition(true: BoolM) -> Any:
    """Return a statement as a pattern or a compound; None if it is always true or false."""
    if true.all() or not true.any():
        return None
    found = list(_patterns(true))
    return found[0] if len(found) == 1 else {"compound": True, "members": found}


def _patterns(true: BoolM) -> Iterator[Pattern]:
    """Yield patterns, no two of which overlap, that cover the true states.

    Notes
    -----
    Splits by one option after the other, the highest first, and leaves out
    those that make no difference. 10,000 patterns are the limit.
    """
    count = 0
    waiting: list[tuple[BoolM, Pattern]] = [(true, [])]
    while waiting:
        table, so_far = waiting.pop()
        if not table.any():
            continue
        if table.all():
            count += 1
            if count > MOST_PATTERNS:
                raise TooLargeError(
                    f"a statement needs over {MOST_PATTERNS:,} patterns in a file of GMCR+",
                    "say it more simply, or keep the model as YAML",
                )
            yield sorted(so_far)
            continue
        half = len(table) // 2
        bit = half.bit_length() - 1
        low, high = table[:half], table[half:]
        if np.array_equal(low, high):
            waiting.append((low, so_far))
        else:
            waiting.append((high, [*so_far, [bit, "Y"]]))
            waiting.append((low, [*so_far, [bit, "N"]]))
