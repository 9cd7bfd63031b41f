"""Every concept against its slow twin, and against the theorems that link the concepts."""

from itertools import product

import numpy as np
import oracle
import pytest
from hypothesis import given
from strategies import games, random_game

from detente.model.game import Game
from detente.solve import stability
from detente.solve.engine import SHAPED, verdicts
from detente.solve.rules import Rules
from detente.solve.sim import sim
from detente.solve.solving import CONCEPTS, solve

FUNCTIONS = {name: getattr(stability, name) for name in CONCEPTS if name != "sim"} | {"sim": sim}

# (stronger, weaker): concepts.md, section 1
IMPLIES = [
    ("nash", "sseq"),
    ("sseq", "seq"),
    ("seq", "gmr"),
    ("sseq", "smr"),
    ("smr", "gmr"),
    ("nash", "sim"),
]


@pytest.mark.parametrize("concept", CONCEPTS)
@given(game=games())
def test_concept_is_what_its_definition_says(concept, game):
    want = oracle.stable(game, concept)
    for i in range(len(game.decision_makers)):
        assert set(np.flatnonzero(FUNCTIONS[concept](game, i)).tolist()) == want[i]


@given(game=games())
def test_all_at_once_is_one_by_one(game):
    solved = solve(game)
    for concept in CONCEPTS:
        for i in range(len(game.decision_makers)):
            assert (solved.of(concept)[i] == FUNCTIONS[concept](game, i)).all()


@given(game=games())
def test_stronger_concepts_imply_weaker_ones(game):
    solved = solve(game)
    for stronger, weaker in IMPLIES:
        assert (solved.of(stronger) <= solved.of(weaker)).all(), (stronger, weaker)


@given(game=games())
def test_nothing_infeasible_is_stable(game):
    solved = solve(game)
    for concept in CONCEPTS:
        assert not solved.of(concept)[:, ~game.feasible].any()


@given(game=games(actors=(2, 5)))
def test_the_search_and_the_passes_agree(game):
    rules = Rules.of(game)
    passes = verdicts(rules, game.rank, SHAPED)
    searches = verdicts(rules, game.rank, SHAPED, patience=0)
    for concept in SHAPED:
        assert (passes[concept] == searches[concept]).all()


@pytest.mark.parametrize(
    "shape",
    [
        {"options": (4, 4, 3)},
        {"options": (4, 4, 3), "feasible": 0.6, "levels": 9},
        {"options": (5, 2, 3, 1), "feasible": 0.2, "irreversible": 0.6},
        {"options": (9, 2), "levels": 40, "irreversible": 0.9},
    ],
)
def test_larger_games_by_search_and_by_passes_agree(shape):
    game = random_game(3, **shape)
    rules = Rules.of(game)
    passes = verdicts(rules, game.rank, SHAPED, threads=2)
    searches = verdicts(rules, game.rank, SHAPED, patience=0)
    for concept in SHAPED:
        assert (passes[concept] == searches[concept]).all()
        assert 0 < passes[concept].mean() < 1


@given(game=games(actors=(2, 4)))
def test_what_is_called_independent_is(game):
    """Every combination of what each could choose is feasible, if the rules say so."""
    rules = Rules.of(game, closely=True)
    masks = [int(own) for own in rules.mine]
    masks.append(len(game.feasible) - 1 - sum(masks))
    states = set(game.states.tolist())
    mixed = {
        sum(s & own for s, own in zip(picks, masks, strict=True))
        for picks in product(*([*{s & own: s for s in states}.values()] for own in masks))
    }
    assert rules.independent == (mixed == states)


def test_where_choices_are_independent_one_round_is_enough():
    """Each decision maker's options exclude each other, but nobody else's."""
    can_be = [s for s in range(512) if all(s >> a & 7 in {0, 1, 2, 4} for a in (0, 3, 6))]
    rng = np.random.default_rng(0)
    game = Game.of(
        {dm: ["x", "y", "z"] for dm in "abc"},
        rng.integers(0, 20, size=(3, len(can_be))),
        feasible=can_be,
        reversible={"a.x": "forward", "b.y": "backward"},
    )
    assert Rules.of(game, closely=True).rounds == 1
    solved = solve(game, concepts=SHAPED)
    for concept in SHAPED:
        want = oracle.stable(game, concept)
        assert [set(np.flatnonzero(row).tolist()) for row in solved.of(concept)] == want
