"""Points of no return: states from which no moves lead back to where play began."""

import numpy as np

from detente.axes import BoolM
from detente.model.game import Game


def no_return(game: Game, start: int) -> BoolM:
    """Return the feasible states from which nobody's moves lead back to `start`.

    Parameters
    ----------
    game : Game
        The conflict.
    start : int
        Where play begins, a feasible state.

    Returns
    -------
    (2**O,) array of bool
        False at `start` and where infeasible. Preferences play no part: a state
        from which there is a way back that nobody would take is not among them.

    Notes
    -----
    O(2**O) for each option and round; there are rarely more than two or three rounds.

    Examples
    --------
    >>> from detente.model.conflict import Conflict
    >>> from detente.model.build import game as build
    >>> shot = Conflict(status_quo=[])
    >>> _ = shot.add("a", options={"fire": {"reversible": "forward"}, "aim": {}}, priorities=["aim"])
    >>> no_return(build(shot), 0).tolist()  # fired: states 1 and 3
    [False, True, False, True]
    """
    back = np.zeros(len(game.feasible), dtype=np.bool_)
    back[start] = True
    while True:
        before = back.copy()
        for i in range(len(game.decision_makers)):
            _widen(game, i, back)
            back &= game.feasible
        if np.array_equal(before, back):
            return game.feasible & ~back


def _widen(game: Game, i: int, back: BoolM) -> None:
    """Add the states from which one move of `i` leads into `back`, infeasible ones as bridges."""
    for k in np.flatnonzero(game.owner == i):
        halves = back.reshape(-1, 2, 1 << int(k))
        without, taken = halves[:, 0].copy(), halves[:, 1].copy()
        if game.forward[k]:
            halves[:, 0] |= taken
        if game.backward[k]:
            halves[:, 1] |= without
