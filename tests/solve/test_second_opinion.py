"""Nash states by somebody else's program: pygambit."""

import numpy as np
import pytest
from strategies import random_game

from detente.solve.solving import solve

gambit = pytest.importorskip("pygambit")


@pytest.mark.parametrize("options", [(2, 2), (1, 2, 1), (3, 1), (1, 1, 1, 1)])
@pytest.mark.parametrize("levels", [None, 4])
def test_nash_states_are_pure_equilibria_of_the_normal_form(options, levels):
    """With everything feasible and reversible a strategy is a pattern of one's options."""
    for seed in range(5):
        game = random_game(seed, options=options, levels=levels)
        shape = [2**n for n in options]
        # bit 0 is the first option of the first decision maker: its pattern varies fastest
        tables = [row.reshape(shape[::-1]).transpose() for row in game.rank.astype(float)]
        normal = gambit.Game.from_arrays(*tables)
        found = {
            tuple(_pattern(profile, player) for player in normal.players)
            for profile in (one for one in gambit.nash.enumpure_solve(normal).equilibria)
        }
        starts = np.concatenate([[0], np.cumsum(options)[:-1]])
        want = {
            tuple((s >> a) & ((1 << n) - 1) for a, n in zip(starts.tolist(), options, strict=True))
            for s in solve(game, concepts="nash").equilibria("nash").tolist()
        }
        assert found == want


def _pattern(profile, player):
    """Return the number of the strategy that the player uses for certain."""
    return next(n for n, strategy in enumerate(player.strategies) if profile[strategy] == 1)
