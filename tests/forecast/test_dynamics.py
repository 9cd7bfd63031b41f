"""Chains: closed forms, linear algebra against the kernels, simulation against both."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError
from detente.forecast import dynamics
from detente.forecast.beliefs import beliefs, crisp
from detente.forecast.ensemble import play
from detente.forecast.sampling import sample
from detente.model.conflict import Conflict
from detente.model.game import Game

OTHER = np.array([False, True])


@pytest.mark.parametrize("months", [0.0, 0.1, 1.0, 30.0])
def test_a_two_state_chain_follows_its_closed_form(months):
    there, back = 0.7, 0.2
    both = dynamics.of_rates({(0, 1): there, (1, 0): back})
    expected = there / (there + back) * (1 - np.exp(-(there + back) * months))
    assert dynamics.after(both, months)[1] == pytest.approx(expected, abs=1e-12)
    assert dynamics.by(both, OTHER, months) == pytest.approx(1 - np.exp(-there * months), abs=1e-12)


def test_a_race_is_won_in_proportion_to_the_rates():
    race = dynamics.of_rates({(0, 1): 1.0, (0, 2): 3.0})
    assert dynamics.ever(race, np.array([False, True, False])) == pytest.approx(0.25)
    assert dynamics.first_passage(race, np.array([False, False, True])) == pytest.approx(0.25)


def test_the_mean_time_of_a_walk_is_that_of_its_steps():
    walk = dynamics.of_rates({(0, 1): 0.5, (1, 2): 0.25, (2, 3): 2.0})
    last = np.array([False, False, False, True])
    assert dynamics.first_passage(walk, last) == pytest.approx(2 + 4 + 0.5)


def test_what_is_never_entered_takes_for_ever():
    away = dynamics.of_rates({(1, 0): 1.0})
    assert dynamics.ever(away, OTHER) == 0
    assert dynamics.first_passage(away, OTHER) == np.inf
    assert dynamics.first_passage(away, ~OTHER) == 0


def test_a_rate_must_be_a_rate():
    with pytest.raises(InputError, match="from 0 to 1 has the rate -1"):
        dynamics.of_rates({(0, 1): -1})
    with pytest.raises(InputError, match="from 2 to 2"):
        dynamics.of_rates({(2, 2): 1})


def pair(forward="both"):
    """One option that its owner wants, and an opponent who would undo nothing."""
    made = Conflict(status_quo=[])
    made.add(
        "a",
        options={"act": {"readiness": 0.7, "reversible": forward}},
        priorities=["act"],
        foresight={"nash": 1},
    )
    return made


def test_play_of_one_option_follows_the_closed_form():
    found = beliefs(pair())
    played = play(found, [OTHER], np.array([1.0, 2.0, 5.0]), draws=3, seed=1)
    expected = 1 - np.exp(-0.7 * np.array([1.0, 2.0, 5.0]))
    assert played.curves[0, :, 0] == pytest.approx(expected, abs=1e-12)


def wanderers():
    """Two who each want what the other undoes: play never rests."""
    payoffs = [[0, 3, 2, 1], [2, 1, 0, 3]]
    return crisp(Game.of({"a": ["x"], "b": ["y"]}, payoffs, status_quo=0), {"nash": 1})


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([0.5, 4.0, 24.0]))
def test_kernels_and_linear_algebra_agree(seed, months):
    rng = np.random.default_rng(seed)
    payoffs = rng.integers(12, size=(3, 32))
    owns = {"a": ["x", "y"], "b": ["x", "y"], "c": ["x"]}
    found = crisp(Game.of(owns, payoffs, status_quo=0))
    targets = [rng.random(32) < 0.2 for _ in range(3)]
    readings, _ = sample(found, 2, seed)
    played = play(found, targets, np.array([months]), draws=2, seed=seed)
    forever = play(found, targets, np.array([np.inf]), draws=2, seed=seed)
    for d, reading in enumerate(readings):
        one = dynamics.chain(found, reading)
        c = played.which[d]
        for t, target in enumerate(targets):
            assert played.chances[c, t] == pytest.approx(dynamics.by(one, target, months), abs=1e-9)
            assert forever.chances[c, t] == pytest.approx(dynamics.ever(one, target), abs=1e-9)
        spread = dict(zip(one.states.tolist(), dynamics.after(one, months), strict=True))
        kept = played.outcome_state[c] >= 0
        mine = dict(
            zip(played.outcome_state[c][kept].tolist(), played.outcome_chance[c][kept], strict=True)
        )
        assert mine == pytest.approx(spread, abs=1e-9)


@pytest.mark.parametrize("months", [1.5, np.inf])
def test_simulation_and_solution_agree(months):
    found = wanderers()
    targets = [np.array([False, False, False, True])]
    draws = 2000
    solved = play(found, targets, np.array([months]), draws=draws, seed=3)
    walked = play(found, targets, np.array([months]), draws=draws, seed=3, exact=False)
    assert solved.exact.all()
    assert not walked.exact.any()
    error = 4 * np.sqrt(0.25 / draws)
    assert walked.chances[0, 0] == pytest.approx(solved.chances[0, 0], abs=error)
    ends = np.bincount(walked.settled, minlength=4) / draws
    expected = np.zeros(4)
    kept = solved.outcome_state[0] >= 0
    expected[solved.outcome_state[0][kept]] = solved.outcome_chance[0][kept]
    assert ends == pytest.approx(expected, abs=error)
    histories = np.isfinite(solved.first[:, 0]) & (solved.first[:, 0] <= months)
    assert histories.mean() == pytest.approx(solved.chances[0, 0], abs=error)


def test_first_passage_is_the_mean_of_the_histories():
    found = wanderers()
    target = np.array([False, False, False, True])
    reading, _ = sample(found, 1, 0)
    mean = dynamics.first_passage(dynamics.chain(found, reading[0]), target)
    played = play(found, [target], np.array([np.inf]), draws=4000, seed=5)
    seen = played.first[np.isfinite(played.first[:, 0]), 0]
    assert seen.mean() == pytest.approx(mean, abs=5 * seen.std() / np.sqrt(len(seen)))
