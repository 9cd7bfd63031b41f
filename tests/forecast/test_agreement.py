"""Whether two can agree is sampled where nothing says how the parties play."""

import pytest
from forecast.makers import crisis

from detente import cases
from detente.forecast.beliefs import beliefs, crisp
from detente.forecast.defaults import AGREEMENT
from detente.forecast.forecasting import forecast
from detente.forecast.sampling import sample
from detente.forecast.unknowns import AGREE, unknowns
from detente.model.conflict import Conflict
from detente.model.game import Game

HUNT = [[2, 0, 1, 3], [2, 1, 0, 3]]  # who hunts the stag alone gets nothing


def hunt():
    return Game.of({"a": ["stag"], "b": ["stag"]}, HUNT, status_quo=0)


def test_half_of_the_readings_let_two_agree_and_that_is_a_driver():
    one = forecast(hunt(), draws=2000).options["a.stag"]
    assert one.probability == pytest.approx(AGREEMENT, abs=0.04)
    driver = next(driver for driver in one.drivers if driver.unknown == AGREE)
    assert (driver.if_true, driver.if_false) == (1.0, 0.0)


def test_it_can_be_settled_as_any_unknown():
    for value in (True, False):
        one = forecast(hunt(), draws=50, assume={AGREE: value}).options["a.stag"]
        assert one.probability == float(value)


def test_who_says_how_all_play_says_that_they_move_alone():
    made = Conflict(status_quo=[])
    for dm in ("a", "b"):
        made.add(dm, options=["act"], priorities=["act"], foresight={"nash": 1})
    assert beliefs(made).agreement == 0
    assert crisp(hunt(), {"nash": 1}).agreement == 0
    assert crisp(hunt()).agreement == AGREEMENT
    made.agreement = 0.25
    assert beliefs(made).agreement == 0.25


def test_one_party_has_nobody_to_agree_with():
    made = Conflict(status_quo=[], agreement=1.0)
    made.add("a", options=["act"], priorities=["act"])
    made.add("b", options=[], priorities=[])
    assert beliefs(made).agreement == 0
    assert AGREE not in {one.name for one in unknowns(beliefs(made))}


def test_it_is_drawn_last_so_that_all_else_stays():
    found = beliefs(crisis())
    readings, seeds = sample(found, 640, 3)
    alone = sample(beliefs(crisis(agreement=0.0)), 640, 3)
    assert (readings[:, :-1] == alone[0][:, :-1]).all()
    assert (seeds == alone[1]).all()
    assert readings[:, -1].mean() == pytest.approx(AGREEMENT, abs=0.07)


def test_elmira_s_agreement_is_seen():
    """Only the ministry and the company together could bring it about."""
    elmira = cases.load("elmira")
    found = {one.state: one.probability for one in forecast(elmira, draws=1000).states}
    assert 0.15 < found[21] < 0.35
    alone = {one.state: one.probability for one in forecast(elmira, joint=False).states}
    assert alone[21] == 0
