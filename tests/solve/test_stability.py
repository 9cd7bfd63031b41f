"""Every concept against its slow twin, and against the theorems that link the concepts."""

import numpy as np
import oracle
import pytest
from hypothesis import given
from strategies import games

from detente.solve import stability
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
