"""The same bad input over every public function: the same kind of answer."""

import pytest
from strategies import random_game

from detente.errors import DetenteError, NotFoundError
from detente.solve import stability
from detente.solve.coalitions import coalition_stability, improvements
from detente.solve.evolution import evolution
from detente.solve.inverse import condition, count
from detente.solve.no_return import no_return, reachable
from detente.solve.rules import Rules
from detente.solve.sim import judge, sim
from detente.solve.solving import solve
from detente.solve.tableau import tableau
from detente.solve.why import why

GAME = random_game(4, options=(2, 2), feasible=0.7, levels=5)
INFEASIBLE = next(s for s in range(16) if not GAME.feasible[s])
SOLVED = solve(GAME)

OF_A_DECISION_MAKER = [
    stability.nash,
    stability.gmr,
    stability.smr,
    stability.seq,
    stability.sseq,
    sim,
    lambda game, i: why(game, "nash", i, game.states[0]),
    lambda game, i: condition(game, i, game.states[0], "seq"),
    lambda game, i: count(game, i, game.states[0], "nash"),
    lambda game, i: coalition_stability(game, [[i]]),
    lambda game, i: improvements(game, [i], game.states[0]),
    lambda game, i: SOLVED.why("nash", i, game.states[0]),
]

OF_A_STATE = [
    evolution,
    no_return,
    reachable,
    lambda game, s: why(game, "gmr", 0, s),
    lambda game, s: condition(game, 0, s, "seq"),
    lambda game, s: coalition_stability(game, states=[s]),
    lambda game, s: improvements(game, [0], s),
    lambda game, s: evolution(game).paths(s),
    lambda _, s: tableau(SOLVED, states=[s]),
]


@pytest.mark.parametrize("ask", OF_A_DECISION_MAKER, ids=range(len(OF_A_DECISION_MAKER)))
@pytest.mark.parametrize("nobody", [-1, 2, "nobody"])
def test_a_decision_maker_that_is_not_there_is_named(ask, nobody):
    with pytest.raises(NotFoundError, match=f"no decision maker {nobody!r}"):
        ask(GAME, nobody)


@pytest.mark.parametrize("ask", OF_A_STATE, ids=range(len(OF_A_STATE)))
@pytest.mark.parametrize("nowhere", [-1, 16, INFEASIBLE])
def test_a_state_that_is_not_there_is_named(ask, nowhere):
    with pytest.raises(NotFoundError, match=f"{nowhere} is no feasible state"):
        ask(GAME, nowhere)


@pytest.mark.parametrize("concept", ["", "NASH", "strong"])
def test_a_concept_that_is_not_there_is_named(concept):
    for ask in (
        lambda: solve(GAME, concepts=[concept]),
        lambda: why(GAME, concept, 0, GAME.states[0]),
        lambda: condition(GAME, 0, GAME.states[0], concept),
        lambda: coalition_stability(GAME, concepts=[concept]),
        lambda: SOLVED.of(concept),
    ):
        with pytest.raises(NotFoundError, match=repr(concept)):
            ask()


def test_every_error_is_a_sentence_for_people():
    with pytest.raises(DetenteError) as caught:
        solve(GAME, concepts="mash")
    assert str(caught.value).endswith("nash, gmr, smr, seq, sseq, sim")


def test_sim_looks_at_few_of_all_joint_moves():
    """Work, not time: the bounds cut the search to a part of what trying all would take."""
    game = random_game(1, options=(3, 3, 3))
    rules = Rules.of(game)
    every = sum(
        len(ups[0]) * (len(ups[1]) + 1) * (len(ups[2]) + 1)
        for s in game.states.tolist()
        for ups in [
            [[q for q in game.moves(j, s) if game.rank[j, q] > game.rank[j, s]] for j in range(3)]
        ]
    )
    stable = stability.nash(game, 0)
    looked = judge(rules, game.rank, 0, stable)
    assert looked == 6395
    assert looked * 3 < every
