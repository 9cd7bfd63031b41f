"""Looking ahead: against a twin that follows the definition by recursion, and known games."""

import json
from functools import cache

import oracle
import pytest
from hypothesis import given
from strategies import games, random_game

from detente.errors import InputError, TooLargeError
from detente.model.game import Game
from detente.solve import foresight as module
from detente.solve.foresight import foresight
from detente.solve.solving import solve

DILEMMA = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
CHICKEN = Game.of({"a": ["dare"], "b": ["dare"]}, [[2, 3, 1, 0], [2, 1, 3, 0]])


def kilgour(game):
    """Return G_h(i, s) for two decision makers, by recursion."""
    twin = oracle.Table(game)

    @cache
    def ahead(h, i, s):
        moves = sorted(twin.moves(i, s))
        if h == 0 or not moves:
            return s
        pay = {t: twin.rank[i][ahead(h - 1, 1 - i, t)] for t in moves}
        chosen = max(moves, key=lambda t: (pay[t], -t))
        return s if twin.rank[i][s] >= pay[chosen] else ahead(h - 1, 1 - i, chosen)

    return ahead


@given(game=games(actors=(2, 2)))
def test_two_decision_makers_look_ahead_as_defined(game):
    found, ahead = foresight(game, 5), kilgour(game)
    for h in range(1, 6):
        for i in (0, 1):
            for s in game.states.tolist():
                assert found.ends[h - 1][i, s] == ahead(h, i, s)
                assert found.stable[h - 1][i, s] == (ahead(h, i, s) == s)


@given(game=games(actors=(2, 4)))
def test_one_move_ahead_is_nash(game):
    assert (foresight(game, 1).stable[0] == solve(game, concepts="nash").of("nash")).all()


@given(game=games(actors=(2, 2), options=(1, 3), ties=False))
def test_looking_ahead_implies_fearing_what_comes(game):
    """Without ties L_2 => SEQ, L_3 => SMR, and L_h => GMR from h = 2 on."""
    seen, solved = foresight(game, 4), solve(game)
    assert (seen.stable[1] <= solved.of("seq")).all()
    assert (seen.stable[2] <= solved.of("smr")).all()
    for h in (2, 3, 4):
        assert (seen.stable[h - 1] <= solved.of("gmr")).all()


def test_the_dilemma_is_solved_by_a_second_thought():
    seen = foresight(DILEMMA, 6)
    assert [seen.equilibria(h).tolist() for h in range(1, 7)] == [[3], *[[0, 3]] * 5]
    assert seen.non_myopic_equilibria().tolist() == [0, 3]


def test_chicken_has_no_equilibrium_two_moves_ahead():
    seen = foresight(CHICKEN, 6)
    assert [seen.equilibria(h).tolist() for h in range(1, 7)] == [[1, 2], [], *[[0]] * 4]
    assert seen.period == 1


@given(game=games(actors=(2, 3)))
def test_what_is_expected_repeats_as_said(game):
    seen = foresight(game)
    if seen.period is None:
        assert len(seen.ends) == module.HORIZON
        return
    longer = foresight(game, len(seen.ends) + 2 * seen.period)
    for h in range(max(seen.settled, 1), len(longer.ends) - seen.period + 1):
        assert (longer.ends[h - 1] == longer.ends[h - 1 + seen.period]).all()
    assert (longer.non_myopic == seen.non_myopic).all()
    in_cycle = longer.stable[-seen.period :]
    assert (seen.non_myopic == (sum(one.astype(int) for one in in_cycle) == seen.period)).all()
    json.dumps(seen.to_json())


def test_a_cycle_is_found_and_not_cut_short():
    """Going round in a circle, each sees an end that shifts with the horizon."""
    periods = {foresight(random_game(n, options=(1, 1))).period for n in range(60)}
    assert max(periods) > 1


@given(game=games(actors=(2, 2), ties=False))
def test_there_are_no_ties_without_indifference(game):
    assert foresight(game, 4).ties == ()


def test_ties_are_reported():
    game = Game.of({"a": ["x", "y"], "b": []}, [[0, 1, 1, 0], [0, 0, 0, 0]])
    tie = foresight(game, 1).ties[0]
    assert (tie.horizon, tie.decision_maker, tie.state, tie.ends) == (1, 0, 0, (1, 2))


def test_bad_horizons_are_refused(monkeypatch):
    with pytest.raises(InputError, match="0 moves ahead"):
        foresight(DILEMMA, 0)
    with pytest.raises(InputError, match="no horizon of 7"):
        foresight(DILEMMA, 2).equilibria(7)
    with pytest.raises(InputError, match="settled"):
        foresight(CHICKEN, 1).non_myopic_equilibria()
    monkeypatch.setattr(module, "STATES", 3)
    with pytest.raises(TooLargeError, match="4 states"):
        foresight(DILEMMA)
