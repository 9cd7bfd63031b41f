"""Points of no return: moves after which the state before can never come back, whoever moves.

In option form they are easy to tell: only its owner can undo what it did, so a
move is a point of no return exactly when it changes an option that can't be
changed back. What it costs is another matter: every outcome that could be
reached before and can't be reached after.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.axes import BoolM
from detente.errors import InputError
from detente.model.game import Game
from detente.solve import solving
from detente.solve.evolution import Evolution, evolution, start_of
from detente.solve.result import Move, Stability

LIMIT = 1024  # how many points are listed unless more are asked for


@dataclass(frozen=True, slots=True)
class Prevention:
    """A decision maker that could still prevent a point of no return.

    `move` takes the conflict to a state where the step is no improvement for
    its mover, or can't be made; None: by not making the move that leads there.
    `willing` says whether preventing costs it nothing: the move is no worse
    than where it stands.
    """

    decision_maker: int
    state: int
    move: Move | None
    willing: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A move that can't be taken back.

    Attributes
    ----------
    move : Move
        The move.
    options : tuple of int
        The bits that it changes for good.
    path : tuple of Move
        A shortest way from the start to where the move is made.
    improving : bool
        Is it an improvement for who makes it?
    open, closed : int
        How many of the states that could be reached before still can be, and
        how many can't any more.
    kept, lost : mapping of str to tuple of int
        The equilibria among them, by concept.
    preventers : tuple of Prevention
        The last that could still prevent it, besides the mover itself: empty
        where it hangs on the mover alone.
    """

    move: Move
    options: tuple[int, ...]
    path: tuple[Move, ...]
    improving: bool
    open: int
    closed: int
    kept: Mapping[str, tuple[int, ...]]
    lost: Mapping[str, tuple[int, ...]]
    preventers: tuple[Prevention, ...]

    def to_json(self, game: Game) -> dict[str, Any]:
        """Return JSON values, decision makers and options by name."""
        names = game.decision_makers
        return {
            "decision_maker": names[self.move.mover],
            "before": self.move.before,
            "after": self.move.after,
            "options": [game.options[k] for k in self.options],
            "path": [[names[step.mover], step.before, step.after] for step in self.path],
            "improving": self.improving,
            "open": self.open,
            "closed": self.closed,
            "kept": {concept: list(states) for concept, states in self.kept.items()},
            "lost": {concept: list(states) for concept, states in self.lost.items()},
            "preventers": [
                {
                    "decision_maker": names[one.decision_maker],
                    "state": one.state,
                    "to": None if one.move is None else one.move.after,
                    "willing": one.willing,
                }
                for one in self.preventers
            ],
        }


@dataclass(frozen=True, slots=True, eq=False)
class NoReturn:
    """The points of no return of a conflict, nearest first."""

    game: Game
    start: int
    points: tuple[Point, ...]
    truncated: bool

    def to_json(self) -> dict[str, Any]:
        """Return JSON values."""
        return {
            "start": self.start,
            "points": [point.to_json(self.game) for point in self.points],
            "truncated": self.truncated,
        }


def no_return(
    solved: Stability | Game,
    start: int | None = None,
    *,
    everywhere: bool = False,
    limit: int = LIMIT,
) -> NoReturn:
    """Return the moves that can't be taken back, what each closes off, and who could prevent it.

    Parameters
    ----------
    solved : Stability or Game
        The conflict; a game is solved first.
    start : int, optional
        Where the conflict is; left out: the status quo.
    everywhere : bool
        Also the points at all states that can be reached from the start.
    limit : int
        The most points to return; `truncated` says whether there are more.

    Returns
    -------
    NoReturn
        Points at the nearest states first; at one state by decision maker,
        improvements first. A move that changes the same options for good as
        another of the same decision maker at the same state, and others
        besides, is listed only if it is an improvement and the plainest isn't.

    Raises
    ------
    InputError
        If there is no state to start from, or `limit` is below 1.
    NotFoundError
        If the start is no feasible state.

    Notes
    -----
    One walk over the states for each state before or after a point.

    Examples
    --------
    Once a has betrayed for good, silence on both sides is out of reach:

    >>> dilemma = Game.of(
    ...     {"a": ["betray"], "b": ["betray"]},
    ...     [[2, 3, 0, 1], [2, 0, 3, 1]],
    ...     reversible={"a.betray": "forward"},
    ...     status_quo=0,
    ... )
    >>> point = no_return(dilemma).points[0]
    >>> point.move.after, point.lost["seq"], point.improving
    (1, (0,), True)
    """
    if limit < 1:
        raise InputError(f"a limit of {limit} leaves nothing to say", "use 1 or more")
    if isinstance(solved, Game):
        solved = solving.solve(solved)
    game = solved.game
    way = evolution(game, start_of(game, start))
    held = {concept: solved.equilibrium(concept) for concept in solved.concepts}
    reach: dict[int, BoolM] = {}
    points: list[Point] = []
    where = [s for states in way.table() for s in states] if everywhere else [way.start]
    for s in where:
        for i in range(len(game.decision_makers)):
            for options, q in _plainest(game, i, s):
                if len(points) == limit:
                    return NoReturn(game, way.start, tuple(points), truncated=True)
                points.append(_point(way, held, reach, Move(i, s, q), options))
    return NoReturn(game, way.start, tuple(points), truncated=False)


def changed_for_good(game: Game, s: int, q: int) -> tuple[int, ...]:
    """Return the options that differ between `s` and `q` and can't be changed back."""
    back = (game.backward, game.forward)  # to undo a Y it must be possible to go to N
    return tuple(
        k
        for k in range(len(game.options))
        if (s ^ q) >> k & 1 and not back[0 if q >> k & 1 else 1][k]
    )


def reachable(game: Game, s: int) -> BoolM:
    """Return which masks can be reached from `s` by any sequence of moves, `s` among them."""
    return evolution(game, s).steps >= 0


def _plainest(game: Game, i: int, s: int) -> list[tuple[tuple[int, ...], int]]:
    """Return one move of `i` at `s` for each set of options it can change for good.

    The best improvement if there is one, else the move that changes least.
    """
    rank = game.rank[i]
    best: dict[tuple[int, ...], tuple[tuple[int, int, int], int]] = {}
    for q in game.moves(i, s):
        options = changed_for_good(game, s, q)
        if options:
            gain = max(int(rank[q]) - int(rank[s]), 0)
            order = (-gain, (s ^ q).bit_count(), q)
            if options not in best or order < best[options][0]:
                best[options] = (order, q)
    found = [(order[0] == 0, options, q) for options, (order, q) in best.items()]
    return [(options, q) for _, options, q in sorted(found)]


def _point(
    way: Evolution,
    held: Mapping[str, BoolM],
    reach: dict[int, BoolM],
    move: Move,
    options: tuple[int, ...],
) -> Point:  # fmt: skip
    game = way.game
    for state in (move.before, move.after):
        if state not in reach:
            reach[state] = reachable(game, state)
    before, after = reach[move.before], reach[move.after]
    closed = before & ~after
    rank = game.rank[move.mover]
    improving = bool(rank[move.after] > rank[move.before])
    path = way.paths(move.before, limit=1)[0]
    return Point(
        move=move,
        options=options,
        path=path,
        improving=improving,
        open=int(np.count_nonzero(after)),
        closed=int(np.count_nonzero(closed)),
        kept={one: tuple(np.flatnonzero(mask & after).tolist()) for one, mask in held.items()},
        lost={one: tuple(np.flatnonzero(mask & closed).tolist()) for one, mask in held.items()},
        preventers=_preventers(game, path, move, options) if improving else (),
    )


def _preventers(
    game: Game, path: tuple[Move, ...], move: Move, options: tuple[int, ...]
) -> tuple[Prevention, ...]:
    """Return who could still prevent an improvement that can't be taken back.

    Others who can move away at the state itself; if nobody can, who made the
    last step there; and so on backwards along the path.
    """
    s = move.before
    for step in (*reversed(path), None):
        found = [
            one
            for j in range(len(game.decision_makers))
            if j != move.mover and (one := _turns_away(game, j, s, move.mover, options))
        ]
        if step is not None and step.mover != move.mover:
            rank = game.rank[step.mover]
            willing = bool(rank[step.before] >= rank[step.after])
            found.append(Prevention(step.mover, step.before, None, willing))
        if found:
            return tuple(sorted(found, key=lambda one: (not one.willing, one.decision_maker)))
        if step is not None:
            s = step.before
    return ()


def _turns_away(game: Game, j: int, s: int, i: int, options: tuple[int, ...]) -> Prevention | None:
    """Return the best move of `j` at `s` to where `i` gains nothing by changing `options`."""
    rank = game.rank[j]
    good = [r for r in game.moves(j, s) if not _tempted(game, i, r, options)]
    if not good:
        return None
    best = max(good, key=lambda r: (rank[r], -r))
    return Prevention(j, s, Move(j, s, best), willing=bool(rank[best] >= rank[s]))


def _tempted(game: Game, i: int, r: int, options: tuple[int, ...]) -> bool:
    return any(
        game.rank[i, t] > game.rank[i, r] and set(options) & set(changed_for_good(game, r, t))
        for t in game.moves(i, r)
    )
