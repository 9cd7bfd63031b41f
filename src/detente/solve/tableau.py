"""The table that analysts draw by hand: states, options, who is stable under what.

Rows only; drawing them is the report's work. States with the same verdicts
that differ in options which don't matter share a row, with a dash for those.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.errors import TooLargeError
from detente.model.game import Game
from detente.solve.result import Stability

STATES = 1 << 12  # above this, the states to show must be named


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a state, or states that share all their verdicts.

    Attributes
    ----------
    pattern : str
        For each option in bit order ``Y`` taken, ``N`` not taken, ``-`` either:
        every feasible state that fits is in this row.
    states : tuple of int
        The states, ascending.
    stable : mapping of str to tuple of str
        For each concept the decision makers for whom they are stable.
    equilibrium : tuple of str
        The concepts under which they are equilibria.
    """

    pattern: str
    states: tuple[int, ...]
    stable: Mapping[str, tuple[str, ...]]
    equilibrium: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return JSON values."""
        return {
            "pattern": self.pattern,
            "states": list(self.states),
            "stable": {concept: list(who) for concept, who in self.stable.items()},
            "equilibrium": list(self.equilibrium),
        }


def tableau(
    solved: Stability, *, states: Sequence[int] | None = None, grouped: bool = True
) -> tuple[Row, ...]:
    """Return the rows of the table, each feasible state in exactly one.

    Parameters
    ----------
    solved : Stability
        The conflict, solved.
    states : sequence of int, optional
        The states to show; left out: all. Those that aren't shown count as if
        they couldn't be, so a dash may pass over them.
    grouped : bool
        Let states with the same verdicts share a row?

    Returns
    -------
    tuple of Row
        Equilibria under most concepts first, then by lowest state.

    Raises
    ------
    NotFoundError
        If a state isn't feasible.
    TooLargeError
        If there are more than `STATES` states to show.

    Notes
    -----
    Patterns grow from the lowest state, one option after the other, as long as
    all they cover has the same verdicts: few rows, not always the fewest.

    Examples
    --------
    >>> from detente.solve.solving import solve
    >>> game = Game.of({"a": ["act"], "b": ["talk"]}, [[0, 1, 0, 1], [0, 0, 0, 0]])
    >>> [(row.pattern, row.states) for row in tableau(solve(game, concepts=["nash"]))]
    [('Y-', (1, 3)), ('N-', (0, 2))]
    """
    game = solved.game
    shown = game.states.tolist() if states is None else sorted({game.state(s) for s in states})
    if len(shown) > STATES:
        raise TooLargeError(
            f"a table of {len(shown)} states helps nobody", "name those to show, the equilibria say"
        )
    marks = {s: _verdicts(solved, s) for s in shown}
    left = dict.fromkeys(shown)
    rows = []
    for s in shown:
        if s not in left:
            continue
        free, covered = _grow(game, s, marks, left) if grouped else (0, [s])
        for one in covered:
            del left[one]
        rows.append(_row(solved, s, free, covered))
    rows.sort(key=lambda row: (-len(row.equilibrium), row.states[0]))
    return tuple(rows)


def _verdicts(solved: Stability, s: int) -> bytes:
    return np.array([verdicts[:, s] for verdicts in solved.stable.values()]).tobytes()


def _grow(
    game: Game, s: int, marks: Mapping[int, bytes], left: Mapping[int, None]
) -> tuple[int, list[int]]:
    """Return the options that don't matter around `s`, as a mask, and the states that differ so."""
    free, corners = 0, [s]
    for k in range(len(game.options)):
        fresh = [corner ^ 1 << k for corner in corners]
        fits = [one for one in fresh if one in marks]
        if fits and all(one in left and marks[one] == marks[s] for one in fits):
            free |= 1 << k
            corners += fresh
    return free, sorted(one for one in corners if one in marks)


def _row(solved: Stability, s: int, free: int, covered: Sequence[int]) -> Row:
    game = solved.game
    pattern = "".join(
        "-" if free >> k & 1 else "Y" if s >> k & 1 else "N" for k in range(len(game.options))
    )
    return Row(
        pattern=pattern,
        states=tuple(covered),
        stable={
            concept: tuple(dm for i, dm in enumerate(game.decision_makers) if verdicts[i, s])
            for concept, verdicts in solved.stable.items()
        },
        equilibrium=tuple(
            concept for concept, verdicts in solved.stable.items() if verdicts[:, s].all()
        ),
    )
