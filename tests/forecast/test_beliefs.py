"""What is believed where a model says it, and where it is silent."""

import numpy as np
import pytest
from forecast.makers import crisis

from detente.errors import NotFoundError, TooLargeError
from detente.forecast import defaults
from detente.forecast.beliefs import beliefs, crisp
from detente.forecast.sampling import sample
from detente.forecast.unknowns import unknowns
from detente.model.conflict import CONCEPTS, Conflict
from detente.model.game import Game


def one_maker(priorities, **fields):
    made = Conflict(status_quo=[])
    made.add("a", options=fields.pop("options", ["x", "y", "z"]), priorities=priorities, **fields)
    return made


def test_every_status_has_its_defaults():
    statuses = {
        "done",
        "ongoing",
        "planned",
        "threatened",
        "considered",
        "possible",
        "demanded",
        "ruled_out",
    }
    assert set(defaults.WISH) == set(defaults.PACE) == statuses
    assert sum(defaults.FORESIGHT.values()) == 1
    assert all(0 <= p <= 1 for p in (*defaults.WISH.values(), *defaults.BINDS.values()))


def test_what_the_model_says_goes_before_the_defaults():
    found = beliefs(
        one_maker(
            ["x"],
            options={
                "x": {"status": "planned", "readiness": 9.0},
                "y": {"status": "planned"},
                "z": {},
            },
            readiness=4.0,
            foresight={"seq": 3, "nash": 1},
        )
    )
    assert found.pace.tolist() == [9.0, 4.0, 4.0]
    assert found.foresight[0]["seq"] == 0.75
    plain = beliefs(one_maker(["x"], options={"x": {"status": "planned"}, "y": {}, "z": {}}))
    assert plain.pace.tolist() == [1.0, 0.5, 0.5]


def test_a_wish_is_assumed_for_an_option_in_the_reporting_that_no_sure_priority_settles():
    options = {"x": {"status": "planned"}, "y": {"status": "considered"}, "z": {}}
    found = beliefs(one_maker(["!x", {"statement": "!y", "confidence": 0.5}], options=options))
    (assumed,) = [one for one in found.wishes[0] if one.assumed]
    assert (assumed.text, assumed.reversed) == ("a.y", 0.6)
    assert not any("wants a.y" in note for note in found.notes)
    silent = beliefs(one_maker(["!x"], options=options))
    assert any("wants a.y for itself; as it is considered, 40%" in one for one in silent.notes)


def test_nothing_said_of_preferences_is_not_indifference():
    silent, calm = beliefs(one_maker(None)), beliefs(one_maker([]))
    assert [one.order for one in silent.wishes[0]] == ["unknown"] * 3
    assert calm.wishes[0] == ()
    assert any("drawn at random" in note for note in silent.notes)


def test_a_ranking_leaves_nothing_to_sample():
    made = one_maker(None, options=["x"], ranking=[1, 0], foresight={"nash": 1})
    found = beliefs(made)
    assert found.wishes == (None,)
    assert unknowns(found) == ()


def test_the_status_quo_is_what_is_done_where_it_is_not_given():
    made = one_maker(["x"], options={"x": {"status": "done"}, "y": {}, "z": {}})
    made.status_quo = None
    found = beliefs(made)
    assert found.start == 1
    assert any("what is done or ongoing is taken (a.x)" in note for note in found.notes)


def test_too_many_statements_get_a_sentence():
    with pytest.raises(TooLargeError, match="a has 61 statements, and 60 is the limit"):
        beliefs(one_maker(["x"] * 61))


def test_sixty_statements_are_ranked_exactly():
    made = one_maker(["x", *["y & z"] * 58, "y"], foresight={"nash": 1})
    found = beliefs(made)
    readings, _ = sample(found, 1, 0)
    assert sorted(readings[0][:60] // 2) == list(range(60))
    from detente.forecast.forecasting import forecast

    assert forecast(made, draws=2).states[0].state == 7


def test_a_game_has_no_concept_that_is_not_there():
    game = Game.of({"a": ["x"]}, [[0, 1]])
    with pytest.raises(NotFoundError, match="names 'wise'"):
        crisp(game, {"wise": 1})


def test_samples_have_the_frequencies_that_are_believed():
    statements = [
        {"statement": "x", "confidence": 0.3},
        {"statement": "y", "sign": "unknown"},
        {"statement": "z", "order": "unknown"},
    ]
    found = beliefs(one_maker(statements, foresight={"nash": 1, "smr": 3}))
    readings, seeds = sample(found, 20_000, 4)
    assert (readings[:, 0] >= 0).mean() == pytest.approx(0.3, abs=0.015)
    assert (readings[:, 1] % 2 == 1).mean() == pytest.approx(0.5, abs=0.015)
    assert (readings[:, 3] == CONCEPTS.index("smr")).mean() == pytest.approx(0.75, abs=0.015)
    all_held = readings[readings[:, 0] >= 0]
    places = np.bincount(all_held[:, 2] // 2, minlength=3) / len(all_held)
    assert places == pytest.approx([1 / 3] * 3, abs=0.03)
    assert len(set(seeds.tolist())) == 20_000


def test_orders_are_all_alike_where_none_is_known():
    statements = [{"statement": name, "order": "unknown"} for name in "xyz"]
    readings, _ = sample(beliefs(one_maker(statements)), 12_000, 1)
    _, counts = np.unique(readings[:, :3] // 2, axis=0, return_counts=True)
    assert counts / 12_000 == pytest.approx([1 / 6] * 6, abs=0.02)


def test_a_place_that_is_known_partly_moves_by_a_step_or_two():
    made = Conflict(status_quo=[])
    made.add(
        "a",
        options=list("uvwxyz"),
        priorities=["u", "v", {"statement": "w", "order": "partly"}, "x", "y", "z"],
    )
    readings, _ = sample(beliefs(made), 4000, 1)
    places = readings[:, 2] // 2
    assert set(places.tolist()) == {1, 2, 3}
    assert (places == 2).mean() > (places == 1).mean()


def test_places_are_among_what_is_held():
    readings, _ = sample(beliefs(crisis()), 2000, 0)
    found = beliefs(crisis())
    at = 0
    for wishes in found.wishes:
        block = readings[:, at : at + len(wishes)]
        for row in block[:200]:
            held = sorted(row[row >= 0] // 2)
            assert held == list(range(len(held)))
        at += len(wishes)


def test_unknowns_are_named_once():
    found = unknowns(beliefs(crisis()))
    names = [one.name for one in found]
    assert len(names) == len(set(names))
    assert "harbour.arms: capability constraint binds" in names
    assert "empire: wants engines iff harbour.arms" in names
    assert "union: holds !escort" in names
    assert "ally: holds fleet" not in names
