"""The frozen game: what it answers about single states, and what it refuses."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import games

from detente import cases
from detente.errors import ModelError, NotFoundError, TooLargeError
from detente.model.build import game
from detente.model.game import Game


@given(games(), st.data())
def test_moves_are_the_legal_changes_of_ones_own_options(made, data):
    s = data.draw(st.sampled_from(made.states.tolist()))
    i = data.draw(st.integers(0, len(made.decision_makers) - 1))
    want = []
    for q in made.states.tolist():
        changed = [k for k in range(len(made.options)) if (s ^ q) >> k & 1]
        mine = all(made.owner[k] == i for k in changed)
        may = all(made.forward[k] if q >> k & 1 else made.backward[k] for k in changed)
        if q != s and mine and may:
            want.append(q)
    assert made.moves(i, s) == want
    assert all(made.legal(s, q) for q in want)


@given(games())
def test_states_are_the_feasible_masks_and_are_named_by_what_is_taken(made):
    assert made.states.tolist() == [s for s in range(len(made.feasible)) if made.feasible[s]]
    for s in made.states.tolist():
        bits = [made.option(name) for name in made.taken(s)]
        assert sum(1 << k for k in bits) == s
        assert made.state(s) == s
    assert sum(made.mask(i) for i in range(len(made.decision_makers))) == len(made.feasible) - 1


def test_names_and_indices_are_looked_up_and_never_wrap():
    elmira = game(cases.load("elmira"))
    assert elmira.decision_maker("uniroyal") == elmira.decision_maker(1) == 1
    assert elmira.option("uniroyal.accept") == 2
    for ask in (
        lambda: elmira.decision_maker(-1),
        lambda: elmira.decision_maker("russia"),
        lambda: elmira.option(5),
        lambda: elmira.option("accept"),
        lambda: elmira.state(-1),
        lambda: elmira.state(0),
        lambda: elmira.state(32),
    ):
        with pytest.raises(NotFoundError, match=r"^(no|-1|0|32) "):
            ask()


def test_checksums_differ_when_anything_a_solver_sees_does():
    conflict = cases.load("elmira")
    sums = {game(conflict).checksum()}
    conflict.status_quo = None
    sums.add(game(conflict).checksum())
    conflict.decision_makers["moe"].options["modify"].reversible = "both"
    sums.add(game(conflict).checksum())
    conflict.decision_makers["moe"].priorities.reverse()
    sums.add(game(conflict).checksum())
    conflict.infeasible.pop()
    sums.add(game(conflict).checksum())
    assert len(sums) == 5
    conflict.title = "another title"
    assert game(conflict).checksum() in sums


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"owns": {"a": ["x", "x"]}, "payoffs": [[0] * 4]}, "an option stands twice"),
        ({"owns": {"a": ["x"]}, "payoffs": [[0]]}, r"payoffs of shape \(1, 1\) don't fit 1"),
        ({"owns": {"a": ["x"]}, "payoffs": [[0, np.nan]]}, "payoffs of shape"),
        ({"owns": {"a": ["x"]}, "payoffs": [[0]], "feasible": [2]}, r"must be in 0\.\.1"),
        ({"owns": {"a": ["x"]}, "payoffs": [[]], "feasible": []}, "list at least one"),
        (
            {"owns": {"a": ["x"]}, "payoffs": [[0, 0]], "reversible": {"a.y": "both"}},
            "no such option or rule: 'a.y'",
        ),
        (
            {"owns": {"a": ["x"]}, "payoffs": [[0]], "feasible": [1], "status_quo": 0},
            "status quo 0 is no feasible state",
        ),
    ],
)
def test_parts_that_do_not_fit_are_refused(parts, message):
    with pytest.raises(ModelError, match=message):
        Game.of(**parts)


def test_too_many_options_are_refused():
    with pytest.raises(TooLargeError, match="has 60 options, and 24 is the limit"):
        Game.of({"a": [f"o{k}" for k in range(60)]}, [[0]])
