"""A witness for every verdict, checked move by move."""

import numpy as np
import oracle
import pytest
from hypothesis import given
from strategies import games

from detente.errors import NotFoundError
from detente.model.game import Game
from detente.solve.result import Move
from detente.solve.solving import CONCEPTS, solve
from detente.solve.why import deterrent


@pytest.mark.parametrize("concept", CONCEPTS)
@given(game=games(options=(1, 4)))
def test_a_state_is_stable_exactly_when_each_improvement_has_its_deterrent(concept, game):
    solved, twin = solve(game, concepts=concept), oracle.Table(game)
    for i in range(len(game.decision_makers)):
        for s in game.states.tolist():
            found = [deterrent(game, concept, Move(i, s, q)) for q in twin.improvements(i, s)]
            assert (None not in found) == solved.of(concept)[i, s]
            for one in found:
                if one is not None:
                    check_deterred(twin, concept, i, s, one)


def test_a_move_that_is_no_improvement_has_no_deterrent_to_ask_for():
    game = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    for move in (Move(0, 1, 0), Move(0, 0, 3), Move(0, 0, 0)):
        with pytest.raises(NotFoundError, match="no improvement of a"):
            deterrent(game, "seq", move)
    with pytest.raises(NotFoundError, match="no concept"):
        deterrent(game, "odd", Move(0, 0, 1))


@pytest.mark.parametrize("concept", CONCEPTS)
@given(game=games(options=(1, 4)))
def test_witness_proves_the_verdict(concept, game):
    solved, twin = solve(game, concepts=concept), oracle.Table(game)
    for i in range(len(game.decision_makers)):
        for s in game.states.tolist():
            witness = solved.why(concept, i, s)
            assert witness.stable == solved.of(concept)[i, s]
            if witness.stable:
                found = {one.improvement.after for one in witness.deterred}
                assert found == twin.improvements(i, s)
                for one in witness.deterred:
                    check_deterred(twin, concept, i, s, one)
            else:
                q = witness.undeterred.after
                assert witness.deterred == ()
                assert q in twin.improvements(i, s)


def check_deterred(twin, concept, i, s, one):
    q, r = one.improvement.after, one.sanction
    assert one.improvement.mover == i
    assert not twin.better(i, r, s)
    assert one.reply
    if concept == "sim":
        assert all(step.before == s for step in one.reply)
        assert all(step.after in twin.improvements(step.mover, s) for step in one.reply)
        return
    at = q
    for step in one.reply:
        allowed = twin.improvements if concept in {"seq", "sseq"} else twin.moves
        assert step.before == at
        assert step.mover != i
        assert step.after in allowed(step.mover, at)
        at = step.after
    assert at == r
    assert len(one.reply) == shortest(twin, concept, i, s, q)
    if concept in {"smr", "sseq"}:
        moves = twin.moves(i, r)
        assert all(not twin.better(i, t, s) for t in moves)
        assert (one.counter is None) == (not moves)
        if one.counter:
            assert one.counter.after in moves
            assert all(not twin.better(i, t, one.counter.after) for t in moves)
    else:
        assert one.counter is None


def shortest(twin, concept, i, s, q):
    """Count the replies up to the first state that deters, level by level."""
    step = twin.improvements if concept in {"seq", "sseq"} else twin.moves
    level, seen, steps = {q}, {q}, 0
    while level:
        level = {r for a in level for j in twin.actors if j != i for r in step(j, a)} - seen
        seen |= level
        steps += 1
        for r in level:
            ends = [r, *twin.moves(i, r)] if concept in {"smr", "sseq"} else [r]
            if all(not twin.better(i, t, s) for t in ends):
                return steps
    return None


@given(game=games(options=(1, 4)))
def test_the_undeterred_improvement_is_the_best_there_is(game):
    solved = solve(game, concepts="nash")
    for i in range(len(game.decision_makers)):
        for s in np.flatnonzero(game.feasible & ~solved.of("nash")[i]).tolist():
            best = max(game.rank[i, q] for q in game.moves(i, s))
            assert game.rank[i, solved.why("nash", i, s).undeterred.after] == best
