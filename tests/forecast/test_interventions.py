"""What if: forced, forbidden, settled, wanted otherwise."""

import numpy as np
import pytest
from forecast.makers import crisis

from detente.errors import ModelError
from detente.forecast.beliefs import beliefs
from detente.forecast.forecasting import forecast
from detente.forecast.interventions import suppose
from detente.forecast.sampling import sample
from detente.forecast.unknowns import unknowns
from detente.model.conflict import Conflict


def test_a_forced_option_is_taken_and_stays():
    found = forecast(crisis(), draws=200, assume={"harbour.aid": True})
    one = found.options["harbour.aid"]
    assert one.probability == one.at_end == 1.0
    assert "Supposed: harbour.aid is forced." in found.notes


def test_a_forbidden_option_is_never_taken_even_if_it_was():
    found = forecast(crisis(), draws=200, assume={"ally.fleet": False, "union.escort": False})
    assert found.options["ally.fleet"].probability == 0.0
    assert found.options["union.escort"].probability == 0.0


def test_forcing_changes_what_others_do():
    made = Conflict(status_quo=[])
    made.add("a", options=["act"], priorities=["!act"])
    made.add("b", options=["answer"], priorities=["answer iff a.act"])
    assert forecast(made, draws=100).options["b.answer"].probability == 0.0
    assert forecast(made, draws=100, assume={"a.act": True}).options["b.answer"].probability == 1.0


def test_settling_an_unknown_gives_what_its_driver_says():
    whole = forecast(crisis(), draws=8000)
    driver = whole.options["harbour.aid"].drivers[0]
    for value, expected in ((True, driver.if_true), (False, driver.if_false)):
        settled = forecast(crisis(), draws=8000, assume={driver.unknown: value})
        assert settled.options["harbour.aid"].probability == pytest.approx(expected, abs=0.03)


def test_every_unknown_can_be_settled_either_way():
    found = beliefs(crisis())
    for one in unknowns(found):
        for value in (True, False):
            settled = suppose(found, {one.name: value})
            readings, _ = sample(settled, 300, 1)
            came, asked = one.came_true(readings)
            if one.kind == "early" and not value:  # it comes last, which is early among few
                before = one.came_true(sample(found, 300, 1)[0])[0]
                assert came.sum() < before.sum()
            else:
                assert np.array_equal(came, asked & value)


def test_a_start_that_cannot_be_gets_a_sentence():
    with pytest.raises(ModelError, match="gives a state that isn't feasible to start from"):
        forecast(crisis(infeasible=["harbour.aid & ally.fleet"]), assume={"harbour.aid": True})


def test_other_priorities_can_be_tried():
    calm = forecast(crisis(), draws=300, priorities={"harbour": ["!arms", "!aid"]})
    assert calm.options["harbour.aid"].probability == 0.0
    keen = {"statement": "aid", "confidence": 1.0}
    found = forecast(crisis(), draws=300, priorities={"harbour": [keen]})
    assert found.options["harbour.aid"].probability == 1.0
    assert forecast(crisis(), draws=300).options["harbour.aid"].probability < 1
