"""Why a state is stable for a decision maker, or why it isn't: the shortest witness.

Witnesses are found on demand by looking around the one state that is asked
about, so solving isn't slowed by keeping them.
"""

from collections.abc import Iterator
from itertools import product

import numpy as np

from detente.axes import IntM
from detente.errors import NotFoundError
from detente.model.game import Game
from detente.solve import _walk_kernels as walk
from detente.solve.engine import COUNTERED, IMPROVING, SHAPED, best_reach
from detente.solve.result import Deterred, Move, Witness
from detente.solve.rules import Rules


def why(game: Game, concept: str, i: int | str, s: int) -> Witness:
    """Return why `s` is stable for `i` under `concept`, or why not.

    Parameters
    ----------
    game : Game
        The conflict.
    concept : {"nash", "gmr", "smr", "seq", "sseq", "sim"}
        Under which concept.
    i : int or str
        The decision maker.
    s : int
        A feasible state, as a bit mask.

    Returns
    -------
    Witness
        Where stable: each improvement, best first, with a shortest reply that
        deters it. Where not: the best improvement that nothing deters.

    Raises
    ------
    NotFoundError
        If there is no such concept, decision maker or feasible state.

    Notes
    -----
    Breadth first over the others' moves from each improvement, until the first
    sanction; at worst all that they can reach from there.

    Examples
    --------
    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> [step.after for step in why(dilemma, "seq", "a", 0).deterred[0].reply]
    [3]
    >>> why(dilemma, "nash", "a", 0).undeterred
    Move(mover=0, before=0, after=1)
    """
    if concept not in (*SHAPED, "sim"):
        raise NotFoundError(f"no concept {concept!r}", f"there are {', '.join((*SHAPED, 'sim'))}")
    i, s = game.decision_maker(i), game.state(s)
    rank = game.rank[i]
    better = [q for q in game.moves(i, s) if rank[q] > rank[s]]
    better.sort(key=lambda q: (-rank[q], q))
    deterred = []
    for q, reply, sanction in _replies(game, concept, i, s, better):
        move = Move(i, s, q)
        if sanction is None:
            return Witness(concept, i, s, stable=False, undeterred=move)
        counter = _counter(game, i, sanction) if concept in COUNTERED else None
        deterred.append(Deterred(move, reply, sanction, counter))
    return Witness(concept, i, s, stable=True, deterred=tuple(deterred))


def deterrent(game: Game, concept: str, move: Move) -> Deterred | None:
    """Return what keeps a decision maker from one improvement, None if nothing does.

    Parameters
    ----------
    game : Game
        The conflict.
    concept : {"nash", "gmr", "smr", "seq", "sseq", "sim"}
        Under which concept.
    move : Move
        An improvement of its mover.

    Returns
    -------
    Deterred or None
        The shortest reply that deters it. A state is stable for a decision maker
        exactly when this is never None for its improvements there.

    Raises
    ------
    NotFoundError
        If there is no such concept, or the move is no improvement of its mover.

    Examples
    --------
    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> deterrent(dilemma, "seq", Move(0, 0, 1)).sanction
    3
    >>> deterrent(dilemma, "nash", Move(0, 0, 1)) is None
    True
    """
    if concept not in (*SHAPED, "sim"):
        raise NotFoundError(f"no concept {concept!r}", f"there are {', '.join((*SHAPED, 'sim'))}")
    i, s, q = game.decision_maker(move.mover), game.state(move.before), game.state(move.after)
    if q not in game.moves(i, s) or game.rank[i, q] <= game.rank[i, s]:
        raise NotFoundError(
            f"from state {s} to {q} is no improvement of {game.decision_makers[i]}",
            "ask about a move that pays who makes it",
        )
    _, reply, sanction = next(_replies(game, concept, i, s, [q]))
    if sanction is None:
        return None
    counter = _counter(game, i, sanction) if concept in COUNTERED else None
    return Deterred(Move(i, s, q), reply, sanction, counter)


def _replies(
    game: Game, concept: str, i: int, s: int, improvements: list[int]
) -> Iterator[tuple[int, tuple[Move, ...], int | None]]:
    """Yield each improvement with the reply and the sanction it meets; None if it meets none."""
    if concept == "nash":
        for q in improvements:
            yield q, (), None
    elif concept == "sim":
        for q in improvements:
            yield q, *_together(game, i, s, q)
    elif improvements:
        rules = Rules.of(game)
        key = best_reach(rules, game.rank, i) if concept in COUNTERED else game.rank[i]
        others = np.array([j for j in range(rules.actors) if j != i], dtype=np.int64)
        came = np.empty(len(game.feasible), dtype=np.int32)
        by = np.empty(len(game.feasible), dtype=np.int32)
        for q in improvements:
            came[:] = -1
            r = walk.first_sanction(
                game.rank, game.feasible, rules.mine, rules.only_up, rules.only_down, others,
                key, int(game.rank[i, s]), concept in IMPROVING, q, came, by,
            )  # fmt: skip
            yield q, _path(came, by, q, r), None if r < 0 else int(r)


def _path(came: IntM, by: IntM, q: int, r: int) -> tuple[Move, ...]:
    """Return the moves that led from `q` to `r`; none if `r` is -1."""
    path: list[Move] = []
    while r not in (q, -1):
        path.append(Move(int(by[r]), int(came[r]), int(r)))
        r = int(came[r])
    return tuple(reversed(path))


def _together(game: Game, i: int, s: int, q: int) -> tuple[tuple[Move, ...], int | None]:
    """Return the fewest simultaneous improvements of others that spoil `q`, and where it ends."""
    rank = game.rank[i]
    choices = [
        [s, *(r for r in game.moves(j, s) if game.rank[j, r] > game.rank[j, s])]
        for j in range(len(game.decision_makers))
        if j != i
    ]
    movers = [j for j in range(len(game.decision_makers)) if j != i]
    found: tuple[int, tuple[int, ...], int] | None = None
    for picks in product(*choices):
        changed = q ^ s
        for pick in picks:
            changed |= pick ^ s
        r = s ^ changed
        if game.feasible[r] and rank[r] <= rank[s]:
            size = sum(pick != s for pick in picks)
            if found is None or size < found[0]:
                found = (size, picks, r)
    if found is None:
        return (), None
    moves = zip(movers, found[1], strict=True)
    return tuple(Move(j, s, pick) for j, pick in moves if pick != s), found[2]


def _counter(game: Game, i: int, r: int) -> Move | None:
    """Return the best move that `i` still has at `r`; None if it can't move there."""
    moves = game.moves(i, r)
    if not moves:
        return None
    return Move(i, r, max(moves, key=lambda t: (game.rank[i, t], -t)))
