"""The kernels against the twin written from the definitions, on random small conflicts."""

import json
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from forecast.twin import Twin
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.forecast.beliefs import beliefs, crisp
from detente.forecast.ensemble import play
from detente.forecast.forecasting import forecast
from detente.forecast.played import CONCEPTS
from detente.model.conflict import Conflict
from detente.model.game import Game

FORESIGHT = ("nash", "gmr", "smr", "seq", "sseq", "sim")


@st.composite
def conflicts(draw):
    """Return a conflict with up to 3 decision makers and 5 options, much of it unknown."""
    sizes = draw(st.lists(st.integers(1, 2), min_size=2, max_size=3))
    names = [f"d{i}.o{k}" for i, size in enumerate(sizes) for k in range(size)]
    literal = st.builds(
        lambda n, neg: ("!" if neg else "") + n, st.sampled_from(names), st.booleans()
    )
    pair = st.builds(lambda a, op, b: f"{a} {op} {b}", literal, st.sampled_from("&|"), literal)
    when = st.builds(
        lambda a, op, b: f"{a} {op} {b}", literal, st.sampled_from(["if", "iff"]), literal
    )
    statement = st.fixed_dictionaries(
        {"statement": literal | pair | when},
        optional={
            "confidence": st.sampled_from([0.0, 0.3, 0.8]),
            "order": st.sampled_from(["partly", "unknown"]),
            "sign": st.just("unknown"),
        },
    )
    status = st.sampled_from([None, "planned", "considered", "ruled_out"])
    reversible = st.sampled_from(["both", "both", "forward", "backward"])
    taken = draw(st.lists(st.sampled_from(names), unique=True))
    out = draw(st.lists(literal | pair, max_size=1))
    made = Conflict(status_quo=taken)
    for i, size in enumerate(sizes):
        options = {
            f"o{k}": {"status": draw(status), "reversible": draw(reversible)} for k in range(size)
        }
        made.add(
            f"d{i}",
            options=options,
            priorities=draw(st.none() | st.lists(statement, max_size=4)),
            foresight=dict.fromkeys(draw(st.lists(st.sampled_from(FORESIGHT), min_size=1)), 1.0),
        )
    if draw(st.booleans()):
        made.constraints = [{"on": draw(st.sampled_from(names)), "binds": 0.5}]
    made.infeasible = out
    return Conflict.model_validate(made.model_dump())


def prepared(conflict):
    """Return its beliefs, or None where the drawn conflict makes no game."""
    try:
        return beliefs(conflict)
    except ValueError:
        return None


@settings(max_examples=80, deadline=None)
@given(conflicts(), st.sampled_from([0.7, 6.0, np.inf]), st.integers(0, 9), st.booleans())
def test_every_reading_is_played_as_defined(conflict, months, seed, joint):
    found = prepared(conflict)
    if found is None:
        return
    found = replace(found, agreement=float(joint))
    size, n = len(found.game.feasible), len(found.game.options)
    targets = [(np.arange(size) >> k & 1).astype(bool) for k in range(n)]
    played = play(found, targets, np.array([months]), draws=4, seed=seed)
    counts = np.zeros((len(CONCEPTS), size), dtype=int)
    for c, reading in enumerate(played.readings):
        twin = Twin(found, reading)
        for t, target in enumerate(targets):
            assert played.chances[c, t] == pytest.approx(twin.hits(target, months), abs=1e-7)
        outcome = {
            s: p
            for s, p in zip(played.outcome_state[c], played.outcome_chance[c], strict=True)
            if s >= 0
        }
        assert outcome == pytest.approx(twin.outcome(months), abs=1e-7)
        for k, concept in enumerate(CONCEPTS):
            for s in map(int, found.game.states):
                counts[k, s] += twin.equilibrium(concept, s) * (played.which == c).sum()
    assert np.array_equal(counts, played.stable)


@settings(max_examples=40, deadline=None)
@given(conflicts(), st.integers(0, 9))
def test_histories_walk_along_moves_that_are_made(conflict, seed):
    found = prepared(conflict)
    if found is None:
        return
    end = 3.0
    targets = [found.game.feasible]
    for exact in (True, False):
        played = play(found, targets, np.array([end]), draws=6, seed=seed, exact=exact)
        for d in range(6):
            twin = Twin(found, played.readings[played.which[d]])
            path = [int(s) for s in played.paths[d] if s >= 0]
            assert path[0] == found.start
            assert all(q in twin.leaving(s) for s, q in pairwise(path))
            assert len(path) == played.paths.shape[1] or path[-1] == played.settled[d]


def random_game(seed):
    """Return a game with gaps among its states, one-way options and ties."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 3, size=rng.integers(2, 4))
    owns = {f"d{i}": [f"o{k}" for k in range(n)] for i, n in enumerate(sizes)}
    feasible = rng.random(1 << sizes.sum()) < 0.7
    feasible[rng.integers(len(feasible))] = True
    owner = np.repeat(np.arange(len(sizes), dtype=np.int8), sizes)
    rank = np.full((len(sizes), len(feasible)), -1, dtype=np.int32)
    for row in rank:
        row[feasible] = np.unique(rng.integers(9, size=feasible.sum()), return_inverse=True)[1]
    return Game(
        decision_makers=tuple(owns),
        options=tuple(f"{dm}.{name}" for dm, names in owns.items() for name in names),
        owner=owner,
        forward=rng.random(len(owner)) < 0.85,
        backward=rng.random(len(owner)) < 0.85,
        feasible=feasible,
        rank=rank,
        status_quo=int(rng.choice(np.flatnonzero(feasible))),
    )


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(FORESIGHT), st.booleans())
def test_games_with_gaps_are_played_as_defined(seed, concept, joint):
    game = random_game(seed)
    found = replace(crisp(game, {concept: 1}), agreement=float(joint))
    played = play(found, [game.feasible], np.array([np.inf]), draws=1, seed=0)
    twin = Twin(found, played.readings[0])
    assert {
        (k, s)
        for k, c in enumerate(CONCEPTS)
        for s in map(int, game.states)
        if twin.equilibrium(c, s)
    } == set(zip(*map(list, np.nonzero(played.stable)), strict=True))
    outcome = {
        s: p
        for s, p in zip(played.outcome_state[0], played.outcome_chance[0], strict=True)
        if s >= 0
    }
    assert outcome == pytest.approx(twin.outcome(np.inf), abs=1e-7)


@settings(max_examples=30, deadline=None)
@given(conflicts(), st.sampled_from([None, "3 months"]), st.booleans())
def test_every_conflict_gets_probabilities_that_add_up(conflict, horizon, joint):
    if prepared(conflict) is None:
        return
    found = forecast(conflict, draws=70, horizon=horizon, joint=joint)
    assert sum(one.probability for one in found.states) == pytest.approx(1.0, abs=1e-9)
    for one in found.options.values():
        assert 0 <= one.low <= one.probability <= one.high <= 1
        assert one.range_low <= one.probability <= one.range_high
    shares = sum(path.probability for path in found.paths)
    assert 0 < shares <= 1 + 1e-9
    json.dumps(found.to_json(), allow_nan=False)
