"""Evolution from a state: what can be reached, in how many steps, by whom, along which paths.

In option form two moves in a row by one decision maker are one move, so the
shortest paths never have the same mover twice in a row and plain distances
between states say what the definition on (state, last mover) pairs says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from detente.axes import IntM
from detente.errors import InputError
from detente.model.game import Game
from detente.solve import _walk_kernels as walk
from detente.solve.result import Move, Stability
from detente.solve.rules import Rules

LISTED = 256  # how many equilibria are listed unless more are asked for
PATHS = 64  # how many shortest paths are listed unless more are asked for


@dataclass(frozen=True, slots=True, eq=False)
class Evolution:
    """What can be reached from a state.

    Attributes
    ----------
    game : Game
        The conflict.
    start : int
        Where it starts.
    improving : bool
        By improvements of whoever moves only, or by any legal moves?
    steps : (M,) array of int32
        The least number of moves to each state, 0 for the start, -1 where it
        can't be reached.
    """

    game: Game
    start: int
    improving: bool
    steps: IntM

    def table(self) -> tuple[tuple[int, ...], ...]:
        """Return the states that are first reached after 0, 1, 2... steps, each ascending."""
        found = np.flatnonzero(self.steps >= 0)
        by_step = self.steps[found]
        return tuple(
            tuple(found[by_step == step].tolist()) for step in range(int(by_step.max()) + 1)
        )

    def last_movers(self, s: int) -> tuple[int, ...]:
        """Return who can make the last move of a shortest path to `s`, ascending."""
        return tuple(sorted({move.mover for move in self._into(s)}))

    def count(self, s: int) -> int:
        """Return how many shortest paths lead to `s`."""
        ways: dict[int, int] = {self.start: 1}

        def of(state: int) -> int:
            if state not in ways:
                ways[state] = sum(of(move.before) for move in self._into(state))
            return ways[state]

        return of(self.game.state(s)) if self.steps[s] >= 0 else 0

    def paths(self, s: int, limit: int = PATHS) -> tuple[tuple[Move, ...], ...]:
        """Return the shortest paths to `s`, at most `limit` of them, in a fixed order.

        Empty if `s` can't be reached; one empty path for the start itself.
        """
        return tuple(islice(self._paths(self.game.state(s)), limit))

    def _paths(self, s: int) -> Iterator[tuple[Move, ...]]:
        if s == self.start:
            yield ()
            return
        for move in self._into(s):
            for path in self._paths(move.before):
                yield (*path, move)

    def _into(self, s: int) -> list[Move]:
        """Return the last moves of shortest paths to `s`, by mover and state before."""
        game, step = self.game, self.steps[self.game.state(s)]
        if step <= 0:
            return []
        found = []
        for j in range(len(game.decision_makers)):
            mine = game.mask(j)
            change = mine & -mine
            while change:
                q = s ^ change
                if (
                    self.steps[q] == step - 1
                    and game.legal(q, s)
                    and (not self.improving or game.rank[j, s] > game.rank[j, q])
                ):
                    found.append(Move(j, q, s))
                change = (change - mine) & mine
        return sorted(found, key=lambda move: (move.mover, move.before))

    def to_json(self) -> dict[str, Any]:
        """Return JSON values: the table of step by state, and who moves last to each."""
        return {
            "start": self.start,
            "by": "improvements" if self.improving else "moves",
            "steps": [list(states) for states in self.table()],
            "last_movers": {
                str(s): [self.game.decision_makers[j] for j in self.last_movers(s)]
                for states in self.table()[1:]
                for s in states
            },
        }


@dataclass(frozen=True, slots=True)
class Reached:
    """An equilibrium, and how play can get there.

    Attributes
    ----------
    state : int
        The equilibrium.
    concepts : tuple of str
        Under which concepts it is one.
    moves, improvements : tuple of Move or None
        A shortest path by any moves and by improvements; None where there is none.
    """

    state: int
    concepts: tuple[str, ...]
    moves: tuple[Move, ...] | None
    improvements: tuple[Move, ...] | None

    def to_json(self, names: Sequence[str]) -> dict[str, Any]:
        """Return JSON values, movers by name."""

        def told(path: tuple[Move, ...] | None) -> list[list[Any]] | None:
            return None if path is None else [[names[m.mover], m.before, m.after] for m in path]

        return {
            "state": self.state,
            "concepts": list(self.concepts),
            "moves": told(self.moves),
            "improvements": told(self.improvements),
        }


def evolution(game: Game, start: int | None = None, *, improving: bool = False) -> Evolution:
    """Return what can be reached from a state.

    Parameters
    ----------
    game : Game
        The conflict.
    start : int, optional
        Where it starts; left out: the status quo.
    improving : bool
        Count only moves that are improvements for whoever makes them?

    Returns
    -------
    Evolution
        What improvements reach is reached by moves too, in no more steps.

    Raises
    ------
    InputError
        If no start is given and the status quo isn't known.
    NotFoundError
        If the start is no feasible state.

    Notes
    -----
    Breadth first; of states that a mover can change into each other and back,
    the moves of one are looked at.

    References
    ----------
    K. W. Li, D. M. Kilgour and K. W. Hipel, "Status quo analysis in the graph
    model for conflict resolution", *Journal of the Operational Research
    Society* 56 (2005) 699-707.

    Examples
    --------
    >>> dilemma = Game.of(
    ...     {"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]], status_quo=0
    ... )
    >>> evolution(dilemma, improving=True).table()
    ((0,), (1, 2), (3,))
    """
    start = start_of(game, start)
    rules = Rules.of(game)
    steps = np.empty(len(game.feasible), dtype=np.int32)
    walk.steps_from(
        start, game.rank, game.feasible, rules.mine, rules.only_up, rules.only_down,
        improving, steps,
    )  # fmt: skip
    steps.flags.writeable = False
    return Evolution(game, start, improving, steps)


def equilibria_reached(
    solved: Stability, start: int | None = None, *, limit: int = LISTED
) -> tuple[Reached, ...]:
    """Return the equilibria under any concept solved for, and how play gets there.

    Parameters
    ----------
    solved : Stability
        The conflict, solved.
    start : int, optional
        Where it starts; left out: the status quo.
    limit : int
        The most equilibria to return.

    Returns
    -------
    tuple of Reached
        Those nearest by improvements first, then nearest by moves, then by state.
    """
    game = solved.game
    by_moves = evolution(game, start)
    by_improvements = evolution(game, start, improving=True)
    masks = {concept: solved.equilibrium(concept) for concept in solved.concepts}
    some = np.zeros(len(game.feasible), dtype=np.bool_)
    for mask in masks.values():
        some |= mask

    def nearness(s: int) -> tuple[int, int, int]:
        far = len(game.feasible)
        steps = (int(by_improvements.steps[s]), int(by_moves.steps[s]))
        return (*(far if step < 0 else step for step in steps), s)  # type: ignore[return-value]

    def path(found: Evolution, s: int) -> tuple[Move, ...] | None:
        return next(iter(found.paths(s, limit=1)), None)

    return tuple(
        Reached(
            state=s,
            concepts=tuple(concept for concept, mask in masks.items() if mask[s]),
            moves=path(by_moves, s),
            improvements=path(by_improvements, s),
        )
        for s in sorted(np.flatnonzero(some).tolist(), key=nearness)[:limit]
    )


def start_of(game: Game, start: int | None) -> int:
    """Return the state to start from: as given, or the status quo.

    Raises
    ------
    InputError
        If neither is known.
    NotFoundError
        If it is no feasible state.
    """
    if start is None and game.status_quo is None:
        raise InputError(
            "the conflict has no status quo to start from", "say where it is now, or give a state"
        )
    return game.state(game.status_quo if start is None else start)  # type: ignore[arg-type]
