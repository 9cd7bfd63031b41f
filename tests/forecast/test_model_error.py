"""Allowing for model error: nothing is impossible, unless it is said to be, and all adds up."""

import numpy as np
import pytest
from forecast.makers import crisis
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.forecast import forecasting, model_error
from detente.forecast.beliefs import beliefs, unknowing
from detente.forecast.defaults import DOUBT
from detente.forecast.forecasting import forecast
from detente.model.conflict import Conflict

CHANCES = st.floats(0, 1)


def calm(**fields):
    """Return a conflict in which one wants nothing that it can do."""
    made = Conflict(status_quo=[], **fields)
    made.add("calm", options=["act"], priorities=["!act"])
    made.add("keen", options=["act"], priorities=["act"])
    return made


@given(CHANCES, CHANCES, CHANCES)
def test_it_lies_between_the_model_and_the_reference(p, other, doubt):
    mixed = model_error.mix(p, other, doubt)
    assert min(p, other) - 1e-12 <= mixed <= max(p, other) + 1e-12
    assert model_error.mix(p, other, 0) == p
    assert model_error.mix(p, other, 1) == other


def test_what_the_model_excludes_is_not_impossible():
    one = forecast(calm(), draws=200).options["calm.act"]
    assert one.probability == 0.0
    assert 0.02 < one.hedged < 0.2
    other = forecast(calm(), draws=200).options["keen.act"]
    assert other.probability == 1.0
    assert 0.8 < other.hedged < 1.0


@pytest.mark.parametrize("doubt", [0.0, 0.3])
def test_a_model_says_how_far_it_is_doubted_and_who_asks_goes_first(doubt):
    found = forecast(calm(doubt=doubt), draws=100)
    assert found.doubt == doubt
    assert (found.reference is None) == (doubt == 0)
    asked = forecast(calm(doubt=doubt), draws=100, doubt=0.6)
    assert asked.doubt == 0.6
    assert asked.options["calm.act"].hedged > (found.options["calm.act"].hedged or 0)


def test_where_all_is_known_nothing_is_doubted():
    made = Conflict(status_quo=[])
    made.add("a", options=["act"], priorities=["act"], foresight={"nash": 1})
    found = forecast(made, draws=20)
    assert (found.doubt, found.reference, found.options["a.act"].hedged) == (0.0, None, None)


@pytest.mark.parametrize("horizon", [None, "6 months"])
def test_every_hedged_figure_can_be_recounted_from_both_sets_of_draws(horizon):
    found = forecast(crisis(), draws=600, horizon=horizon, questions=["empire.raid & union.escort"])
    d, main, other = found.doubt, found.played, found.reference
    assert d == DOUBT

    def mixed(column):
        chance = [one.chances[one.which, column].mean() for one in (main, other)]
        return (1 - d) * chance[0] + d * chance[1]

    for k, one in enumerate(found.options.values()):
        assert one.hedged == pytest.approx(mixed(k), abs=1e-12)
    # behind the options: the question, the expert's two, the red line, no return
    assert found.questions[0].hedged == pytest.approx(mixed(6), abs=1e-12)
    assert found.red_lines_hedged[0] == pytest.approx(mixed(9), abs=1e-12)
    assert found.no_return_hedged == pytest.approx(mixed(10), abs=1e-12)
    for state in found.states:
        ends = [
            np.where(one.outcome_state == state.state, one.outcome_chance, 0).sum(axis=1)[one.which]
            for one in (main, other)
        ]
        expected = (1 - d) * ends[0].mean() + d * ends[1].mean()
        assert state.hedged == pytest.approx(expected, abs=1e-12)
    assert other.ends(64).sum() == pytest.approx(1.0)


def test_the_reference_keeps_who_can_do_what():
    found = beliefs(crisis())
    bare = unknowing(found)
    assert bare.game is found.game
    assert (bare.start, bare.hindrances) == (found.start, found.hindrances)
    assert all(len(wishes) == 6 for wishes in bare.wishes)
    assert {(one.reversed, one.order) for one in bare.wishes[0]} == {(0.5, "unknown")}


def test_the_reference_takes_no_side():
    """Two options that mirror each other are as likely."""
    made = Conflict(status_quo=[], doubt=0.5)
    for dm in ("a", "b"):
        made.add(dm, options=["act"], priorities=["!act"])
    other = forecast(made, draws=4000).reference
    assert other.share(0) == pytest.approx(other.share(1), abs=0.08)


def test_the_same_bytes_whatever_the_number_of_workers():
    one, two = (forecast(crisis(), draws=900, workers=w).to_json() for w in (1, 2))
    assert one == two
    assert one["doubt"] == DOUBT


@pytest.mark.parametrize("doubt", [-0.1, 1.1, float("nan")])
def test_a_doubt_that_is_no_probability_gets_a_sentence(doubt):
    with pytest.raises(InputError, match=r"the doubt is .*: give a probability, 0 to 1"):
        forecast(crisis(), draws=10, doubt=doubt)


def test_ctrl_c_in_the_reference_keeps_the_model_s_own_answer(monkeypatch):
    whole = forecasting.play

    def once(one, *args, **options):
        if one.wishes[0][0].confidence == 1 and not options["robust"]:
            raise KeyboardInterrupt
        return whole(one, *args, **options)

    monkeypatch.setattr(forecasting, "play", once)
    found = forecast(crisis(), draws=200)
    assert found.notes[-1] == "Stopped before model error was allowed for."
    assert (found.draws, found.reference) == (200, None)
    assert found.options["union.escort"].probability > 0
