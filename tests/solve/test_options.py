"""What an option does, against the twin on the conflict without it."""

import json
from dataclasses import replace

import numpy as np
import oracle
import pytest
from hypothesis import given
from strategies import games, random_game

from detente.errors import NotFoundError
from detente.solve.options import effect_of_options, strongest
from detente.solve.solving import solve


@given(game=games(options=(1, 4)))
def test_effects_are_those_of_the_conflict_with_the_option_fixed(game):
    held = oracle.equilibria(game, "seq")
    for one in effect_of_options(game, "seq"):
        k = one.option
        assert set(one.taken) | set(one.not_taken) == held
        assert all(s >> k & 1 for s in one.taken)
        for value, found in ((0, one.without), (1, one.always)):
            keep = game.feasible & ((np.arange(len(game.feasible)) >> k & 1) == value)
            if not keep.any():
                assert found is None
                continue
            left = replace(game, feasible=keep, rank=np.where(keep, game.rank, -1), status_quo=None)
            assert set(found) == oracle.equilibria(left, "seq")
        assert set(one.lost_without) <= set(one.not_taken)
        assert not set(one.gained_without) & set(one.not_taken)
        json.dumps(one.to_json(game.options))


@given(game=games())
def test_the_strongest_concept_is_the_first_that_holds(game):
    solved, found = solve(game), strongest(game)
    order = ["nash", "seq", "smr", "gmr"]
    for s in game.states.tolist():
        under = [one for one in order if s in solved.equilibria(one)]
        assert found.get(s) == (under[0] if under else None)


def test_an_unknown_concept_is_named():
    with pytest.raises(NotFoundError, match="mash"):
        effect_of_options(random_game(1, options=(1, 1)), "mash")
