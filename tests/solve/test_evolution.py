"""Evolution and points of no return against walks over plain sets."""

import json

import numpy as np
import oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import games, random_game

from detente.errors import InputError, NotFoundError
from detente.model.game import Game
from detente.solve.evolution import equilibria_reached, evolution
from detente.solve.no_return import no_return, reachable
from detente.solve.solving import solve


def levels(twin, start, improving):
    """V(h) by the definition: pairs of state and last mover, nobody twice in a row."""
    step = twin.improvements if improving else twin.moves
    first, now, h = {start: 0}, {(start, None)}, 0
    seen = set(now)
    while now:
        h += 1
        now = {(q, i) for s, last in now for i in twin.actors if i != last for q in step(i, s)}
        now -= seen
        seen |= now
        for q, _ in now:
            first.setdefault(q, h)
    return first


@given(game=games(), improving=st.booleans())
def test_steps_are_those_of_sequences(game, improving):
    found = evolution(game, improving=improving)
    want = levels(oracle.Table(game), game.status_quo, improving)
    assert {s: int(h) for s, h in enumerate(found.steps) if h >= 0} == want


@given(game=games(options=(1, 4)), improving=st.booleans())
def test_paths_are_all_the_shortest(game, improving):
    found, twin = evolution(game, improving=improving), oracle.Table(game)
    step = twin.improvements if improving else twin.moves
    ways = {game.status_quo: {()}}
    for states in found.table()[1:]:
        for q in states:
            ways[q] = {
                (*path, (i, s, q))
                for s in ways
                if found.steps[s] == found.steps[q] - 1
                for i in twin.actors
                if q in step(i, s)
                for path in ways[s]
            }
    for s, want in ways.items():
        paths = found.paths(s, limit=10_000)
        told = [tuple((m.mover, m.before, m.after) for m in path) for path in paths]
        assert len(told) == len(want) == found.count(s)
        assert set(told) == want
        assert found.last_movers(s) == tuple(sorted({path[-1][0] for path in want if path}))
        assert found.paths(s, limit=1) == paths[:1]


@given(game=games())
def test_improvements_reach_no_more_than_moves(game):
    by_moves, by_improvements = evolution(game), evolution(game, improving=True)
    reached = by_improvements.steps >= 0
    assert (by_moves.steps[reached] >= 0).all()
    assert (by_moves.steps[reached] <= by_improvements.steps[reached]).all()
    json.dumps(by_moves.to_json())


@given(game=games())
def test_every_equilibrium_is_listed_with_a_way_to_it(game):
    solved = solve(game)
    found = equilibria_reached(solved)
    want = set().union(*(solved.equilibria(c).tolist() for c in solved.concepts))
    assert {one.state for one in found} == want
    by_moves = evolution(game)
    for one in found:
        assert (one.moves is None) == (by_moves.steps[one.state] < 0)
        if one.improvements:
            assert one.improvements[0].before == game.status_quo
            assert one.improvements[-1].after == one.state
        json.dumps(one.to_json(game.decision_makers))


@given(game=games(options=(1, 4)))
def test_points_of_no_return_are_moves_that_never_come_back(game):
    """Exactly those moves after which no sequence of anyone's moves leads back."""
    twin = oracle.Table(game)
    solved = solve(game)
    found = no_return(solved, everywhere=True, limit=100_000)
    everyone = frozenset(twin.actors)
    reach = {s: set(twin.reach(everyone, s, improving=False)) | {s} for s in twin.states}
    at = set(levels(twin, game.status_quo, improving=False))
    movers = {
        (i, s) for s in at for i in twin.actors if any(s not in reach[q] for q in twin.moves(i, s))
    }
    assert {(p.move.mover, p.move.before) for p in found.points} == movers
    for point in found.points:
        s, q, i = point.move.before, point.move.after, point.move.mover
        assert q in twin.moves(i, s)
        assert s not in reach[q]
        assert point.options
        assert point.improving == twin.better(i, q, s)
        assert (point.open, point.closed) == (len(reach[q]), len(reach[s] - reach[q]))
        for concept, lost in point.lost.items():
            held = set(solved.equilibria(concept).tolist())
            assert set(lost) == held & (reach[s] - reach[q])
            assert set(point.kept[concept]) == held & reach[q]
        check_preventers(twin, point)
    json.dumps(found.to_json())


def check_preventers(twin, point):
    def tempted(at):
        """Say whether the mover gains by changing any of the same options for good."""
        return any(
            any((at ^ t) >> k & 1 and (q ^ t) >> k & 1 == 0 for k in point.options)
            for t in twin.improvements(i, at)
        )

    i, q = point.move.mover, point.move.after
    for one in point.preventers:
        assert point.improving
        assert one.decision_maker != i
        if one.move is not None:
            assert one.move.after in twin.moves(one.decision_maker, one.state)
            assert not tempted(one.move.after)
    if point.improving and not point.preventers:
        others = [j for j in twin.actors if j != i]
        assert all(tempted(r) for j in others for r in twin.moves(j, point.move.before))
        assert all(step.mover == i for step in point.path)


@given(game=games(reversible=True))
def test_where_all_can_be_undone_nothing_is_final(game):
    assert no_return(game, everywhere=True).points == ()


@given(game=games())
def test_reachable_is_what_evolution_reaches(game):
    s = game.status_quo
    assert reachable(game, s)[s]
    assert np.count_nonzero(reachable(game, s)) == sum(map(len, evolution(game).table()))


def test_a_limit_is_kept_and_said():
    game = random_game(2, options=(3, 3), irreversible=1.0)
    few = no_return(game, everywhere=True, limit=3)
    assert len(few.points) == 3
    assert few.truncated
    with pytest.raises(InputError, match="limit of 0"):
        no_return(game, limit=0)


def test_a_start_must_be_known_and_feasible():
    game = Game.of({"a": ["x"], "b": []}, [[1, 2], [1, 2]])
    with pytest.raises(InputError, match="no status quo"):
        evolution(game)
    with pytest.raises(NotFoundError, match="9 is no feasible state"):
        evolution(game, 9)
    with pytest.raises(NotFoundError, match="-1 is no feasible state"):
        no_return(game, -1)


def test_the_other_can_turn_away_a_step_that_would_be_final():
    """Decision maker b can open talks, after which a no longer gains by striking for good."""
    #  bits: a.strike, b.talk; a likes: strike without talks > talks > nothing > strike in talks
    game = Game.of(
        {"a": ["strike"], "b": ["talk"]},
        [[1, 3, 2, 0], [2, 0, 1, 3]],
        reversible={"a.strike": "forward"},
        status_quo=0,
    )
    (point,) = no_return(game).points
    (one,) = point.preventers
    assert (one.decision_maker, one.move.after, one.willing) == (1, 2, False)
