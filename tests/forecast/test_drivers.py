"""Drivers: the effect of what is unknown, against conflicts in which it is known."""

import numpy as np
import pytest

from detente.forecast.drivers import drivers, news
from detente.forecast.forecasting import forecast
from detente.forecast.unknowns import Unknown
from detente.model.conflict import Conflict


def hinged():
    """Let b answer if it cares to (0.3), which a doesn't decide."""
    made = Conflict(status_quo=[])
    made.add("a", options=["act"], priorities=[{"statement": "act", "sign": "unknown"}])
    made.add(
        "b",
        options=["answer"],
        priorities=[{"statement": "answer", "confidence": 0.3}],
        foresight={"nash": 1},
    )
    return made


def test_an_answer_hangs_on_what_decides_it_and_on_nothing_else():
    found = forecast(hinged(), draws=2000).options["b.answer"]
    (driver,) = found.drivers
    assert driver.unknown == "b: holds answer"
    assert (driver.if_true, driver.if_false, driver.effect) == (1.0, 0.0, 1.0)
    assert driver.index == pytest.approx(1.0, abs=1e-9)
    assert driver.share == pytest.approx(0.3, abs=0.04)
    assert driver.shift == pytest.approx(2 * driver.share * (1 - driver.share))
    assert (found.range_low, found.range_high) == (0.0, 1.0)
    assert news(found.drivers) == driver


def test_indices_of_independent_causes_add_up_to_one():
    """The answer is the mean of two coins, one counting twice: shares 4/5 and 1/5."""
    rng = np.random.default_rng(0)
    readings = rng.integers(2, size=(40_000, 3)).astype(np.int16)
    answer = (2 * readings[:, 0] + readings[:, 1]) / 3
    coins = [Unknown(f"u{k}", "binds", k) for k in range(3)]
    found = {one.unknown: one for one in drivers(coins, readings, answer)}
    assert found["u0"].index == pytest.approx(0.8, abs=0.01)
    assert found["u1"].index == pytest.approx(0.2, abs=0.01)
    assert found["u0"].effect == pytest.approx(2 / 3, abs=0.01)
    assert abs(found["u2"].effect) < 0.02 if "u2" in found else True


def test_chance_alone_drives_little():
    rng = np.random.default_rng(1)
    readings = rng.integers(2, size=(1000, 200)).astype(np.int16)
    answer = (rng.random(1000) < 0.4).astype(float)
    coins = [Unknown(f"u{k}", "binds", k) for k in range(200)]
    found = drivers(coins, readings, answer)
    assert len(found) <= 1


def test_what_hardly_ever_happens_is_not_judged():
    readings = np.zeros((1000, 1), dtype=np.int16)
    readings[:5] = 1
    assert drivers([Unknown("u", "binds", 0)], readings, readings[:, 0].astype(float)) == ()


def test_the_largest_effect_comes_first():
    found = forecast(hinged(), draws=500).options["a.act"]
    effects = [abs(one.effect) for one in found.drivers]
    assert effects == sorted(effects, reverse=True)
    assert news(()) is None
