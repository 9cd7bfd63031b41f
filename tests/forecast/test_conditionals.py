"""What experts expect under a condition stands beside the model's own answer to the same."""

import numpy as np
import pytest
from forecast.makers import crisis

from detente.errors import StatementError
from detente.forecast.forecasting import forecast
from detente.model.conflict import Conflict

SAID = {"by": "C. Purser", "of": "empire.raid", "given": "union.escort", "low": 0.3, "high": 0.5}


def expert(**fields):
    return crisis(experts=[{**SAID, **fields}])


def test_the_model_is_asked_the_same():
    found = forecast(expert(), draws=400)
    (one,) = found.conditionals
    assert (one.statement, one.given, one.experts[0].by) == (
        "empire.raid",
        "union.escort",
        "C. Purser",
    )
    forced = forecast(crisis(experts=[]), draws=400, assume={"union.escort": True})
    assert one.probability == forced.options["empire.raid"].probability
    assert one.low < one.probability < one.high
    played = found.supposed["union.escort"]
    assert one.probability == pytest.approx(played.chances[played.which, 0].mean(), abs=1e-12)


def test_it_is_no_forecast_of_what_is_not_supposed():
    found = forecast(expert(), draws=200)
    assert found.questions == ()
    assert found.options["empire.raid"].experts == ()
    assert found.to_json()["conditionals"][0]["experts"][0]["by"] == "C. Purser"


def test_several_views_of_the_same_stand_together_and_are_played_once():
    other = {**SAID, "by": "D. Cook", "low": 0.1, "high": 0.2}
    more = {**SAID, "of": "harbour.arms"}
    found = forecast(crisis(experts=[SAID, other, more]), draws=100)
    assert [len(one.experts) for one in found.conditionals] == [2, 1]
    assert list(found.supposed) == ["union.escort"]
    assert np.array_equal(found.supposed["union.escort"].chances.shape[1:], [2])


@pytest.mark.parametrize("given", ["union.escort & !ally.fleet", "!union.escort"])
def test_lists_of_options_taken_or_not_can_be_supposed(given):
    (one,) = forecast(expert(given=given), draws=100).conditionals
    assert one.probability is not None


@pytest.mark.parametrize(
    "given", ["union.escort | harbour.arms", "union.escort & !union.escort", "harbour.aid"]
)
def test_what_cannot_be_supposed_is_left_unanswered(given):
    made = crisis(experts=[{**SAID, "given": given}], infeasible=["harbour.aid & ally.fleet"])
    (one,) = forecast(made, draws=50).conditionals
    assert one.probability is one.low is one.high is None


def test_a_condition_that_is_no_statement_gets_a_sentence():
    with pytest.raises(StatementError, match=r"no option 'union\.war'"):
        forecast(expert(given="union.war"), draws=10)


def test_where_all_is_known_the_answer_is_crisp():
    made = Conflict(status_quo=[])
    made.add("a", options=["act"], priorities=["!act"], foresight={"nash": 1})
    made.add("b", options=["answer"], priorities=["answer iff a.act"], foresight={"nash": 1})
    said = {"by": "E.", "of": "b.answer", "given": "a.act", "low": 0.1, "high": 0.2}
    made = Conflict.model_validate({**made.model_dump(), "experts": [said]})
    (one,) = forecast(made, draws=20).conditionals
    assert (one.probability, one.low, one.high) == (1.0, 1.0, 1.0)
