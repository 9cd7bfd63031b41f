"""What a forecast promises, whatever the conflict."""

import json
from dataclasses import replace

import numpy as np
import pytest
from forecast.makers import crisis

from detente import cases
from detente.errors import InputError, ModelError, NotFoundError, StatementError, TooLargeError
from detente.forecast import forecasting
from detente.forecast.forecasting import forecast
from detente.forecast.intervals import wilson
from detente.forecast.played import CONCEPTS
from detente.model.conflict import Conflict
from detente.model.game import Game
from detente.solve.solving import solve

MYOPIC = {"nash": 1.0}


def certain(**fields):
    """Return a conflict of which all is known: a wants to act, b to undo nothing."""
    made = Conflict(status_quo=[], **fields)
    made.add("a", options=["act"], priorities=["act"], foresight=MYOPIC)
    made.add("b", options=["answer"], priorities=["answer iff a.act"], foresight=MYOPIC)
    return made


def flat(found):
    return json.dumps(found.to_json(), sort_keys=True)


def test_a_conflict_on_which_all_is_known_gets_the_crisp_answer():
    found = forecast(certain(), draws=50)
    for one in found.options.values():
        assert (one.probability, one.low, one.high) == (1.0, 1.0, 1.0)
        assert one.drivers == ()
    assert [(one.state, one.probability) for one in found.states if one.probability] == [(3, 1.0)]
    assert found.exercised.all()
    assert found.paths[0].states == (0, 1, 3)


@pytest.mark.parametrize("name", cases.names())
def test_equilibria_are_those_of_the_solver(name):
    conflict = cases.load(name)
    solved = solve(conflict)
    found = forecast(conflict, draws=4)
    for c, concept in enumerate(CONCEPTS):
        robust = np.flatnonzero(found.played.stable[c] == 4)
        assert robust.tolist() == solved.equilibria(concept).tolist()


def test_confidence_of_one_or_nothing_is_certainty():
    made = Conflict(status_quo=[])
    made.add(
        "a",
        options=["act"],
        priorities=[
            {"statement": "!act", "confidence": 0.0},
            {"statement": "act", "confidence": 1.0},
        ],
        foresight={"seq": 2.0, "nash": 0.0},
    )
    one = forecast(made, draws=20).options["a.act"]
    assert (one.probability, one.low, one.high) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize("horizon", [None, "6 months"])
def test_probabilities_are_probabilities(horizon):
    found = forecast(crisis(), draws=400, horizon=horizon)
    assert sum(one.probability for one in found.states) == pytest.approx(1.0, abs=1e-9)
    for one in (*found.options.values(), *found.states):
        assert 0 <= one.low <= one.probability <= one.high <= 1
    for one in found.options.values():
        assert one.range_low <= one.probability <= one.range_high
        assert 0 <= one.at_end <= one.probability + 1e-9
    for name, curve in found.curves.items():
        assert list(curve) == sorted(curve)
        assert curve[-1] == pytest.approx(found.options[name].probability)


@pytest.mark.parametrize("horizon", [None, "6 months"])
def test_every_figure_can_be_recounted_from_the_saved_draws(horizon):
    found = forecast(crisis(), draws=600, horizon=horizon)
    played = found.played
    assert found.chances.shape == found.exercised.shape == (600, 6)
    for k, one in enumerate(found.options.values()):
        assert one.probability == pytest.approx(found.chances[:, k].mean(), abs=1e-12)
        assert found.exercised[:, k].mean() == pytest.approx(one.probability, abs=0.1)
        for driver in one.drivers:
            unknown = next(u for u in found.unknowns if u.name == driver.unknown)
            yes, asked = unknown.came_true(played.readings[played.which])
            assert driver.if_true == pytest.approx(found.chances[yes, k].mean())
            assert driver.if_false == pytest.approx(found.chances[asked & ~yes, k].mean())
            assert driver.effect == pytest.approx(driver.if_true - driver.if_false)
    assert found.red_lines[0][2] == pytest.approx(found.options["union.escort"].probability)
    for state in found.states:
        here = np.where(played.outcome_state == state.state, played.outcome_chance, 0).sum(axis=1)
        assert state.probability == pytest.approx(here[played.which].mean(), abs=1e-12)
        for c, share in enumerate(state.robust.values()):
            assert share == played.stable[c, state.state] / 600


def test_times_ways_and_paths_can_be_recounted_from_the_saved_draws():
    found = forecast(crisis(), draws=600, horizon="6 months", questions=["empire.raid"])
    played = found.played
    for k, name in enumerate(found.options):
        by = played.curves[played.which, :, k].mean(axis=0)
        assert found.curves[name] == pytest.approx(by, abs=1e-12)
        for p, (low, high) in zip(found.curves[name], found.band(name), strict=True):
            assert (low, high) == wilson(p, 600)
        seen = played.first[:, k][np.isfinite(played.first[:, k])]
        expected = np.median(seen) if len(seen) else None
        assert found.options[name].months == (None if expected is None else pytest.approx(expected))
    assert found.questions[0].probability == pytest.approx(
        played.chances[played.which, 6].mean(), abs=1e-12
    )
    assert found.no_return == pytest.approx(played.chances[played.which, -1].mean(), abs=1e-12)
    kept = [tuple(s for s in path if s >= 0) for path in played.paths.tolist()]
    for path in found.paths:
        assert path.probability == kept.count(path.states) / 600
    for way in found.ways:
        begun = [path for path in kept if path[:4] == way.states and (len(path) > 4) == way.open]
        assert way.probability == len(begun) / 600
    assert sum(way.probability for way in found.ways) > 0.5


def test_same_seed_same_bytes_whatever_the_number_of_workers():
    one = forecast(crisis(), draws=1500, seed=7, horizon="1 year")
    three = forecast(crisis(), draws=1500, seed=7, horizon="1 year", workers=3)
    other = forecast(crisis(), draws=1500, seed=8, horizon="1 year")
    assert flat(one) == flat(three)
    assert one.exercised.tobytes() == three.exercised.tobytes()
    assert one.played.first.tobytes() == three.played.first.tobytes()
    assert flat(one) != flat(other)


def test_more_draws_go_on_where_fewer_stopped():
    few, many = forecast(crisis(), draws=100), forecast(crisis(), draws=700)
    assert np.array_equal(few.exercised, many.exercised[:100])
    assert np.array_equal(few.chances, many.chances[:100])


def test_the_interval_narrows_with_the_square_root_of_the_draws():
    few = forecast(crisis(), draws=500).options["harbour.aid"]
    many = forecast(crisis(), draws=8000).options["harbour.aid"]
    assert (few.high - few.low) / (many.high - many.low) == pytest.approx(4.0, rel=0.15)


def test_the_interval_covers_as_often_as_it_says():
    truth = forecast(crisis(), draws=20_000, seed=99).options["harbour.aid"].probability
    inside = [
        one.low <= truth <= one.high
        for seed in range(60)
        for one in [forecast(crisis(), draws=200, seed=seed).options["harbour.aid"]]
    ]
    assert np.mean(inside) >= 0.87


def test_renaming_and_reordering_changes_nothing():
    """The options of each decision maker in the other order: another numbering of states."""
    made = crisis()
    turned = crisis()
    for maker in turned.decision_makers.values():
        maker.options = dict(reversed(maker.options.items()))
    turned.decision_makers = dict(turned.decision_makers)
    here, there = forecast(made, draws=800, seed=3), forecast(turned, draws=800, seed=3)
    for name, one in here.options.items():
        assert there.options[name].probability == pytest.approx(one.probability, abs=1e-9)


def test_who_has_no_improvement_never_moves():
    made = Conflict(status_quo=[])
    made.add("calm", options=["act", "more"], priorities=["!act & !more"])
    made.add("keen", options=["act"], priorities=["act"])
    found = forecast(made, draws=300, horizon="10 years")
    assert found.options["calm.act"].probability == 0
    assert not found.exercised[:, :2].any()
    assert found.options["keen.act"].probability == pytest.approx(1.0, abs=1e-9)


def test_what_is_taken_at_the_start_is_exercised():
    found = forecast(crisis(), draws=50)
    assert found.options["ally.fleet"].probability == 1.0


def test_simulation_and_solution_give_the_same_shares():
    solved = forecast(crisis(), draws=3000, horizon="4 months")
    walked = forecast(crisis(), draws=3000, horizon="4 months", exact=False)
    for name, one in solved.options.items():
        assert walked.options[name].probability == pytest.approx(one.probability, abs=0.035)
    assert any("too many states to be solved" in note for note in walked.notes)


def test_experts_stand_beside_the_model_and_change_nothing():
    found, without = forecast(crisis(), draws=300), forecast(crisis(experts=[]), draws=300)
    one = found.options["union.escort"]
    assert [(view.by, view.low) for view in one.experts] == [("A. Pilot", 0.05)]
    assert one.probability == without.options["union.escort"].probability
    asked = found.questions[0]
    assert asked.statement == "union.escort | harbour.arms"
    assert asked.experts[0].by == "B. Mate"
    assert asked.probability >= one.probability


def test_several_experts_are_pooled_beside_the_model():
    views = [
        {"by": "A. Pilot", "of": "union.escort", "low": 0.05, "high": 0.2},
        {"by": "B. Mate", "of": "union.escort", "low": 0.4, "high": 0.6},
    ]
    one = forecast(crisis(experts=views), draws=100).options["union.escort"]
    assert one.pooled.views == 2
    assert 0.125 < one.pooled.probability < 0.5
    assert forecast(crisis(experts=views), draws=100).to_json()["options"]["union.escort"]["pooled"]
    assert forecast(crisis(), draws=100).options["union.escort"].pooled is None


def test_a_question_gets_a_probability():
    found = forecast(crisis(), draws=300, questions=["empire.raid & union.escort", "ally.fleet"])
    raid, fleet = found.questions[:2]
    assert raid.probability <= found.options["empire.raid"].probability
    assert fleet.probability == 1.0


def test_no_return_is_at_least_what_cannot_be_undone():
    found = forecast(crisis(), draws=500)
    one_way = ["union.escort", "harbour.arms", "empire.raid", "empire.engines"]
    assert found.no_return >= max(found.options[name].probability for name in one_way) - 1e-9


def test_an_unknown_status_quo_is_said():
    silent = replace_field(certain(), status_quo=None)
    found = forecast(silent, draws=10)
    assert any(note.startswith("The status quo isn't known") for note in found.notes)
    stuck = forecast(replace_field(silent, infeasible=["!a.act & !b.answer"]), draws=10)
    assert stuck.paths[0].states[0] == 1
    said = "play starts where only a.act is taken, as something has to be."
    assert any(note.endswith(said) for note in stuck.notes)


def replace_field(conflict, **fields):
    return Conflict.model_validate({**conflict.model_dump(), **fields})


def test_a_bare_game_can_be_forecast():
    game = Game.of({"a": ["x"]}, [[0, 1]], status_quo=0)
    assert forecast(game, draws=10).options["a.x"].probability == 1.0
    unplaced = replace(game, status_quo=None)
    assert "status quo" in forecast(unplaced, draws=10, questions=["!a.x"]).notes[0]


def test_two_go_together_where_neither_would_go_alone():
    """A stag hunt: who hunts the stag alone gets nothing."""
    payoffs = [[2, 0, 1, 3], [2, 1, 0, 3]]
    hunt = Game.of({"a": ["stag"], "b": ["stag"]}, payoffs, status_quo=0)
    alone, both = (forecast(hunt, draws=50, joint=one) for one in (False, True))
    assert alone.options["a.stag"].probability == 0.0
    assert both.options["a.stag"].probability == both.options["b.stag"].probability == 1.0
    assert both.paths[0].states == (0, 3)


def test_provenance_names_model_seed_and_parameters():
    found = forecast(crisis(), draws=20, seed=5, horizon="90 days")
    said = found.provenance.to_json()
    assert said["seed"] == 5
    assert said["parameters"]["horizon"] == "90 days"
    assert said["model"].startswith("sha256:")
    changed = crisis()
    changed.decision_makers["empire"].priorities[1].confidence = 0.51
    assert forecast(changed, draws=20).provenance.model != said["model"]


def test_progress_is_told():
    told = []
    forecast(crisis(), draws=600, progress=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] >= 1


@pytest.mark.parametrize(
    ("options", "kind", "says"),
    [
        ({"draws": 0}, InputError, "0 draws can't be made: ask for 1 to 1,000,000"),
        ({"draws": -3}, InputError, "-3 draws"),
        ({"draws": 10**7}, InputError, "10,000,000 draws"),
        ({"seed": -1}, InputError, "the seed is -1"),
        ({"workers": 0}, InputError, "0 workers"),
        ({"horizon": "2024-10-29"}, InputError, "lies in the past on 2024-10-30"),
        ({"horizon": "0 days"}, InputError, "lies in the past"),
        ({"horizon": "soon"}, InputError, 'can\'t be read: write "6 months"'),
        ({"horizon": "4000 years"}, InputError, "over a century"),
        ({"questions": ["union.war"]}, StatementError, "no option 'union.war'"),
        ({"assume": {"union.war": True}}, NotFoundError, "'union.war', is neither an option nor"),
        ({"priorities": {"nobody": []}}, NotFoundError, "no decision maker 'nobody'"),
    ],
)
def test_bad_input_gets_a_sentence(options, kind, says):
    with pytest.raises(kind, match=says):
        forecast(crisis(), **options)


def test_a_model_that_does_not_fit_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(forecasting, "MOST_BYTES", 1 << 10)
    with pytest.raises(TooLargeError, match=r"6 options would take .* GiB of memory, and 0 GiB"):
        forecast(crisis())


def test_a_horizon_too_full_to_work_out_gets_a_sentence():
    made = certain()
    made.decision_makers["a"].readiness = 1000.0
    with pytest.raises(InputError, match="120,060 acts could happen by the horizon"):
        forecast(made, horizon="10 years")
    assert forecast(made, horizon="1 year").options["a.act"].probability == pytest.approx(1.0)


def test_a_day_needs_the_day_of_the_model():
    with pytest.raises(InputError, match="doesn't say which day it speaks of: set as_of"):
        forecast(certain(), horizon="2025-01-01")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"foresight": {"nash": 0.0}}, "weights of the foresight of a add up to 0"),
        ({"foresight": {"nash": -1.0, "seq": 2.0}}, "gives nash the weight -1"),
        ({"foresight": {"nash": float("nan")}}, "gives nash the weight nan"),
    ],
)
def test_weights_that_make_no_sense_get_a_sentence(change, says):
    made = certain()
    made.decision_makers["a"] = made.decision_makers["a"].model_copy(update=change)
    with pytest.raises(ModelError, match=says):
        forecast(made)


def test_a_confidence_outside_its_range_gets_a_sentence():
    made = certain()
    statement = made.decision_makers["a"].priorities[0].model_copy(update={"confidence": 1.5})
    made.decision_makers["a"].priorities = [statement]
    made.decision_makers["a"].priorities[0] = statement
    with pytest.raises((ModelError, ValueError), match=r"1\.5|confidence"):
        forecast(made)


def test_a_constraint_on_what_is_not_there_gets_a_sentence():
    with pytest.raises((NotFoundError, ModelError), match=r"harbour\.guns"):
        forecast(crisis(constraints=[{"on": "harbour.guns"}]))


@pytest.mark.parametrize(
    ("second", "refused"),
    [
        ("!act", True),
        ({"statement": "!act", "confidence": 0.9}, False),
        ({"statement": "!act", "order": "unknown"}, False),
        ({"statement": "!act", "sign": "unknown"}, False),
        ("act", False),
    ],
)
def test_contradictory_beliefs_get_a_sentence(second, refused):
    made = Conflict(status_quo=[])
    made.add("a", options=["act"], priorities=["act", second])
    if refused:
        with pytest.raises(ModelError, match=r"a wants both 'act' and '!act' for sure"):
            forecast(made, draws=10)
    else:
        assert forecast(made, draws=10).draws == 10
