"""Scores are proper and exact, pools lie where they must, words rise with their numbers."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError, NotFoundError
from detente.forecast import pool, scores
from detente.forecast.intervals import wilson
from detente.forecast.result import ExpertView

CHANCE = st.floats(0.01, 0.99)


@settings(max_examples=60, deadline=None)
@given(CHANCE, CHANCE)
def test_nobody_expects_to_do_better_by_saying_what_they_do_not_think(true, said):
    for score in (scores.brier, scores.logarithmic):
        honest = true * score([true], [True]) + (1 - true) * score([true], [False])
        other = true * score([said], [True]) + (1 - true) * score([said], [False])
        assert honest <= other + 1e-12


def test_scores_of_a_worked_example():
    chances, came = [0.9, 0.6, 0.2], [True, False, False]
    found = scores.report(chances, came)
    assert found.brier == pytest.approx((0.01 + 0.36 + 0.04) / 3)
    assert found.log == pytest.approx(-(math.log2(0.9) + math.log2(0.4) + math.log2(0.8)) / 3)
    assert found.base_rate == pytest.approx(1 / 3)
    assert found.skill_nothing == pytest.approx(1 - found.brier / (1 / 3))
    assert found.skill_base_rate == pytest.approx(1 - found.brier / (2 / 9))


def test_calibration_counts_every_forecast_once():
    chances = [k / 100 for k in range(101)]
    found = scores.calibration(chances, [c > 0.5 for c in chances], bins=10)
    assert sum(one.forecasts for one in found) == 101
    assert all(one.low <= one.happened <= one.high for one in found)
    assert [one.mean for one in found] == sorted(one.mean for one in found)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: scores.brier([1.2], [True]), "1.2 is no probability"),
        (lambda: scores.brier([0.2], []), "1 forecasts can't be scored by 0"),
        (lambda: scores.calibration([0.2], [True], bins=0), "0 bins"),
        (lambda: pool.linear([]), "no view to pool"),
        (lambda: pool.linear([0.5], [0.0]), "weights can't weigh"),
        (lambda: pool.linear([0.5, 0.5], [1.0]), "1 weights can't weigh 2"),
        (lambda: pool.log_odds([0.5], extremise=0), "extremised by 0"),
        (lambda: pool.in_words(-0.1), "-0.1 is no probability"),
    ],
)
def test_bad_numbers_get_a_sentence(call, says):
    with pytest.raises(InputError, match=says):
        call()


def test_unknown_words_and_pools_get_a_sentence():
    with pytest.raises(NotFoundError, match="no range is known for 'perhaps'"):
        pool.from_words("perhaps")
    with pytest.raises(NotFoundError, match="no pool 'median'"):
        pool.pool([ExpertView("a", "", 0, 1)], "median")


def test_verbal_ranges_are_monotone_and_leave_no_gap():
    ranges = list(dict.fromkeys(pool.VERBAL.values()))
    assert ranges == sorted(ranges)
    assert all(low < high for low, high in ranges)
    for (_, high), (low, _) in zip(ranges, ranges[1:], strict=False):  # noqa: RUF007 - pairs
        assert high == low
    words = [pool.in_words(k / 200) for k in range(201)]
    seen = list(dict.fromkeys(words))
    assert len(seen) == 9  # impossible, seven ranges, certain
    for p, said in zip([k / 200 for k in range(201)], words, strict=True):
        if said in pool.VERBAL and 0.01 <= p <= 0.99:
            low, high = pool.from_words(said)
            assert low <= p <= high


@settings(max_examples=60, deadline=None)
@given(st.lists(CHANCE, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_pools_lie_between_their_views_whatever_the_order(chances, rng):
    weights = [rng.random() + 0.01 for _ in chances]
    order = list(range(len(chances)))
    rng.shuffle(order)
    for how in (pool.linear, pool.log_odds):
        found = how(chances, weights)
        assert min(chances) - 1e-12 <= found <= max(chances) + 1e-12
        again = how([chances[k] for k in order], [weights[k] for k in order])
        assert again == pytest.approx(found)


def test_extremising_moves_away_from_one_half():
    assert pool.log_odds([0.6, 0.7], extremise=2.0) > pool.log_odds([0.6, 0.7])
    assert pool.log_odds([0.4, 0.3], extremise=2.0) < pool.log_odds([0.4, 0.3])
    assert pool.log_odds([0.5], extremise=3.0) == pytest.approx(0.5)


def test_a_pool_keeps_the_order_of_its_ends():
    views = [ExpertView("a", "", 0.1, 0.3), ExpertView("b", "", 0.4, 0.9)]
    for method in pool.POOLS:
        found = pool.pool(views, method, record={"b": 0.1})
        assert found.low < found.probability < found.high
        assert found.views == 2


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 50), st.integers(1, 1000))
def test_an_interval_holds_its_share(k, n):
    share = min(1.0, k / n)
    low, high = wilson(share, n)
    assert 0 <= low <= share <= high <= 1
    wider = wilson(share, n / 4)
    assert wider[0] <= low + 1e-12
    assert wider[1] >= high - 1e-12
