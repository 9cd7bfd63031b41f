"""Do the tests above notice a fault? Five are planted in the twin; each must be seen.

If a wrong engine agreed with the definitions on the games that are drawn, the
property tests would prove nothing.
"""

import numpy as np
import oracle
import pytest
from strategies import random_game

from detente.solve.solving import solve


class Faulty(oracle.Table):
    """A table in which something is forgotten."""

    def __init__(self, game, fault):
        super().__init__(game)
        self.fault = fault

    def moves(self, i, s):
        """Return the moves, perhaps with a fault."""
        found = super().moves(i, s)
        if self.fault == "moves can't be undone":
            return frozenset(q for q in found if q > s)
        return found

    def better(self, i, q, s):
        """Compare, perhaps with a fault."""
        if self.fault == "a tie is better":
            return self.rank[i][q] >= self.rank[i][s]
        if self.fault == "somebody else's taste":
            i = (i + 1) % len(self.actors)
        return super().better(i, q, s)

    def replies(self, i, q, *, improving):
        """Return the replies, perhaps with a fault."""
        if self.fault == "replies need not improve":
            improving = False
        if self.fault == "one reply only":
            step = self.improvements if improving else self.moves
            return frozenset(r for j in self.actors if j != i for r in step(j, q))
        return super().replies(i, q, improving=improving)


@pytest.mark.parametrize(
    ("fault", "concept"),
    [
        ("moves can't be undone", "nash"),
        ("a tie is better", "gmr"),
        ("somebody else's taste", "smr"),
        ("replies need not improve", "seq"),
        ("one reply only", "gmr"),
        ("one reply only", "sseq"),
    ],
)
def test_a_planted_fault_is_seen(fault, concept):
    def differs(n):
        game = random_game(n, options=(2, 2, 1), feasible=0.8, levels=6)
        solved, g = solve(game, concepts=concept).of(concept), Faulty(game, fault)
        return any(
            bool(solved[i, s]) != oracle.CONCEPTS[concept](g, i, s)
            for i in g.actors
            for s in g.states
        )

    assert any(differs(n) for n in range(25))


def test_the_drawn_games_are_not_all_alike():
    shares = [
        solve(random_game(n, options=(2, 2, 1), feasible=0.8, levels=6), concepts="seq")
        .of("seq")
        .mean()
        for n in range(25)
    ]
    assert 0.1 < np.mean(shares) < 0.9
    assert np.std(shares) > 0.01
