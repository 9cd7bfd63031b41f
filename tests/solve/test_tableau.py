"""The table: every state once, every dash true."""

import json

import pytest
from hypothesis import given
from strategies import games, random_game

from detente.errors import NotFoundError, TooLargeError
from detente.solve import tableau as module
from detente.solve.solving import solve
from detente.solve.tableau import tableau


@given(game=games())
def test_every_state_stands_in_one_row_with_its_own_verdicts(game):
    solved = solve(game)
    rows = tableau(solved)
    assert sorted(s for row in rows for s in row.states) == game.states.tolist()
    for row in rows:
        fits = {
            s
            for s in game.states.tolist()
            if all(p in ("-", "NY"[s >> k & 1]) for k, p in enumerate(row.pattern))
        }
        assert fits == set(row.states)
        for s in row.states:
            for concept in solved.concepts:
                who = tuple(
                    dm for i, dm in enumerate(game.decision_makers) if solved.of(concept)[i, s]
                )
                assert row.stable[concept] == who
                assert (concept in row.equilibrium) == (s in solved.equilibria(concept))
        json.dumps(row.to_json())


@given(game=games())
def test_ungrouped_rows_have_no_dash(game):
    rows = tableau(solve(game), grouped=False)
    assert len(rows) == len(game.states)
    assert not any("-" in row.pattern for row in rows)


def test_only_what_is_asked_for_is_shown(monkeypatch):
    solved = solve(random_game(3, options=(2, 2), feasible=0.8))
    two = solved.game.states.tolist()[:2]
    assert sorted(s for row in tableau(solved, states=two) for s in row.states) == two
    with pytest.raises(NotFoundError, match="99 is no feasible state"):
        tableau(solved, states=[99])
    monkeypatch.setattr(module, "STATES", 1)
    with pytest.raises(TooLargeError, match="helps nobody"):
        tableau(solved)
