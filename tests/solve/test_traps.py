"""Traps of the field, each with the game that tells right from wrong.

Published answers that fail here are wrong under the formal definitions; the
docs page on published cases says how.
"""

from itertools import pairwise

import numpy as np
import oracle
import pytest

from detente.model.game import Game
from detente.solve import stability
from detente.solve.sim import sim
from detente.solve.solving import SHAPED, solve
from detente.solve.why import why

# Garrison Diversion Unit (Hipel and Fraser 1980): 23 states, numbered from 1 in the papers.
GDU_MASKS = [
    34, 36, 41, 42, 50, 52, 57, 58, 66, 68, 74, 82, 84, 89, 90, 146, 148, 153, 154, 274, 276, 281,
    282,
]  # fmt: skip
GDU_RANKINGS = [
    [3, 7, (1, 2), 4, (5, 6), 8, 9, 12, 11, 15, 10, 13, 14, 17, 16, 18, 19, 21, 20, 22, 23],
    [(2, 6, 10, 13, 17, 21), (19, 23), 15, 11, 8, 4, 22, 18, 14, 7, 3, 20, 16, 12, 9, 5, 1],
    [23, (20, 21), 19, (16, 17), 11, (9, 10), 15, (12, 13), 2, 4, 1, 8, (5, 6), 22, 18, 14, 3, 7],
    [tuple(range(1, 24))],
]


def gdu():
    payoffs = np.empty((4, 23))
    for i, ranking in enumerate(GDU_RANKINGS):
        for level, place in enumerate(reversed(ranking)):
            for n in place if isinstance(place, tuple) else (place,):
                payoffs[i, n - 1] = level
    return Game.of(
        {
            "support": ["full", "reduced", "appease"],
            "opposition": ["legal"],
            "canada": ["treaty"],
            "ijc": ["full", "reduced", "lonetree", "suspend"],
        },
        payoffs,
        feasible=GDU_MASKS,
    )


def numbered(masks):
    return [GDU_MASKS.index(s) + 1 for s in masks]


GMR = [2, 3, 4, 6, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22]
NASH = [2, 3, 11, 17, 18, 21, 22]


@pytest.mark.parametrize(
    ("concept", "right"),
    [("nash", NASH), ("gmr", GMR), ("smr", GMR), ("seq", NASH), ("sseq", NASH)],
)
def test_trap_1_sanctions_are_sequences_garrison(concept, right):
    """A single reply loses states 4, 6 and 10; each opponent once at most loses 6."""
    assert numbered(solve(gdu()).equilibria(concept).tolist()) == right


def test_trap_1_state_6_needs_a_decision_maker_that_moves_twice():
    """US support answers 2 by 1, the opposition goes to 4, and support moves again, to 3."""
    game = gdu()
    reply = [
        one.reply
        for i in range(4)
        for one in why(game, "gmr", i, GDU_MASKS[5]).deterred
        if len(one.reply) > 2
    ]
    assert reply
    for path in reply:
        movers = [step.mover for step in path]
        assert len(movers) > len(set(movers))
        assert all(a != b for a, b in pairwise(movers))


def wrong_gmr(game, replies):
    """Return the equilibria when only `replies(table, i, q)` are thought of."""
    g = oracle.Table(game)
    stable = [
        {
            s
            for s in g.states
            if all(
                any(not g.better(i, r, s) for r in replies(g, i, q)) for q in g.improvements(i, s)
            )
        }
        for i in g.actors
    ]
    return numbered(sorted(set.intersection(*stable)))


def test_trap_1_the_three_readings_differ_on_garrison():
    def single(g, i, q):
        return {r for j in g.actors if j != i for r in g.moves(j, q)}

    def each_once(g, i, q):
        found, todo = set(), [(q, frozenset({i}))]
        while todo:
            at, moved = todo.pop()
            for j in set(g.actors) - moved:
                for r in g.moves(j, at):
                    found.add(r)
                    todo.append((r, moved | {j}))
        return found

    assert wrong_gmr(gdu(), single) == [n for n in GMR if n not in {4, 6, 10}]
    assert wrong_gmr(gdu(), each_once) == [n for n in GMR if n != 6]


def test_trap_4_every_improvement_meets_simultaneous_replies():
    """A program whose list of joint replies runs dry judges later improvements by none at all."""
    game = Game.of(
        {"a": ["x", "y"], "b": ["z"]},
        # at 0 a may go to 1 or to 2, b to 4; done together both end badly for a
        [[2, 3, 4, 0, 1, 1, 1, 1], [0, 0, 0, 0, 1, 0, 0, 0]],
        feasible=range(8),
    )
    assert sim(game, 0)[0]
    assert len(why(game, "sim", 0, 0).deterred) == 2


def test_trap_4_sim_is_not_seq():
    """What both do at once may hurt though neither would answer the other's step."""
    game = Game.of({"a": ["x"], "b": ["y"]}, [[1, 2, 1, 0], [1, 1, 2, 0]])
    assert sim(game, 0)[0]
    assert not stability.seq(game, 0)[0]


@pytest.mark.parametrize(
    ("payoffs", "concept"),
    [([[3, 1, 0, 2], [1, 3, 2, 0]], "smr"), ([[3, 0, 2, 1], [0, 2, 3, 1]], "nash")],
)
def test_there_may_be_no_equilibrium(payoffs, concept):
    """Two decision makers, one option each, no ties; states 0, then b's, then a's, then both."""
    a, b = (np.array(row)[[0, 2, 1, 3]] for row in payoffs)
    game = Game.of({"a": ["x"], "b": ["y"]}, [a, b])
    assert solve(game).equilibria(concept).size == 0


def test_seq_and_smr_are_independent():
    found = {
        (bool((seq & ~smr).any()), bool((smr & ~seq).any()))
        for n in range(40)
        for game in [_random(n)]
        for seq, smr in [(stability.seq(game, 0), stability.smr(game, 0))]
    }
    assert {True} <= {one for one, _ in found}
    assert {True} <= {other for _, other in found}


def _random(n):
    rng = np.random.default_rng(n)
    return Game.of(
        {"a": ["x", "y"], "b": ["z"], "c": ["w"]}, rng.permuted(np.tile(range(16), (3, 1)), axis=1)
    )


def test_an_opponent_who_moves_more_only_deters_more():
    """With more of the others' moves, gmr and seq hold at no fewer states."""
    for n in range(40):
        game = _random(n)
        fewer = Game(
            game.decision_makers, game.options, game.owner,
            np.array([True, True, False, True]), np.array([True, True, False, True]),
            game.feasible, game.rank,
        )  # fmt: skip
        for concept in ("gmr", "seq"):
            more = solve(game, concepts=concept).of(concept)[0]
            assert (solve(fewer, concepts=concept).of(concept)[0] <= more).all()


def test_names_of_states_do_not_matter():
    """Turning round an option that moves both ways only renumbers the states."""
    for n in range(20):
        game = _random(n)
        turned = np.arange(16) ^ 5
        other = Game(
            game.decision_makers, game.options, game.owner, game.forward, game.backward,
            game.feasible[turned], np.ascontiguousarray(game.rank[:, turned]),
        )  # fmt: skip
        one, two = solve(game), solve(other)
        for concept in (*SHAPED, "sim"):
            assert (one.of(concept)[:, turned] == two.of(concept)).all()
