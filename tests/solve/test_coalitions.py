"""Coalitions from their definitions, with sets; and what links them to single decision makers."""

import json
from itertools import combinations

import numpy as np
import oracle
import pytest
from hypothesis import given, settings
from strategies import games, random_game

from detente import cases
from detente.errors import InputError, NotFoundError, TooLargeError
from detente.model.game import Game
from detente.solve import coalitions
from detente.solve.coalitions import CONCEPTS, coalition_stability, improvements, vulnerable
from detente.solve.rules import Rules
from detente.solve.solving import solve


class Twin(oracle.Table):
    """A table that knows what coalitions reach and like."""

    def __init__(self, game, moves="sequences"):
        super().__init__(game)
        self.owners, self.joint = game.owner.tolist(), moves == "joint"
        self.up, self.down = game.forward.tolist(), game.backward.tolist()

    def together(self, who, s):
        """Return R_H(s), in either reading."""
        if not self.joint:
            return self.reach(frozenset(who), s, improving=False)
        return {
            q
            for q in self.states
            if q != s
            and all(
                self.owners[k] in who and (self.up if q >> k & 1 else self.down)[k]
                for k in range(len(self.owners))
                if (q ^ s) >> k & 1
            )
        }

    def all_better(self, who, q, s):
        """Say whether all of them like q more than s."""
        return all(self.better(i, q, s) for i in who)

    def gains(self, who, s):
        """Return R_H++(s)."""
        return {q for q in self.together(who, s) if self.all_better(who, q, s)}

    def answers(self, who, q, concept, opposing):
        """Return what the others can answer from q."""
        others = frozenset(self.actors) - set(who)
        if concept != "seq" or opposing == "individuals":
            return self.reach(others, q, improving=concept == "seq")
        groups = [g for n in range(len(others)) for g in combinations(sorted(others), n + 1)]
        found, todo = set(), [q]
        while todo:
            at = todo.pop()
            fresh = {r for g in groups for r in self.gains(g, at)} - found
            found |= fresh
            todo += fresh
        return found

    def stable(self, who, s, concept, opposing="individuals"):
        """Say whether s is stable for the coalition."""
        if concept == "nash":
            return not self.gains(who, s)
        return all(
            any(
                not self.all_better(who, r, s)
                and (
                    concept != "smr"
                    or all(not self.all_better(who, t, s) for t in self.together(who, r))
                )
                for r in self.answers(who, q, concept, opposing)
            )
            for q in self.gains(who, s)
        )


@pytest.mark.parametrize("moves", ["sequences", "joint"])
@pytest.mark.parametrize("opposing", ["individuals", "coalitions"])
@settings(max_examples=30)
@given(game=games(options=(1, 4)))
def test_verdicts_are_what_the_definitions_say(moves, opposing, game):
    twin = Twin(game, moves)
    found = coalition_stability(game, moves=moves, opposing=opposing)
    for concept in CONCEPTS:
        for c, who in enumerate(found.coalitions):
            want = {s for s in twin.states if twin.stable(who, s, concept, opposing)}
            assert set(found.states[found.stable[concept][c]].tolist()) == want
            for s in twin.states:
                assert set(improvements(game, who, s, moves=moves)) == twin.gains(who, s)
    json.dumps(found.to_json())


@given(game=games())
def test_a_coalition_of_one_is_the_decision_maker(game):
    solved = solve(game, concepts=CONCEPTS)
    alone = coalition_stability(game, [[i] for i in range(len(game.decision_makers))])
    for concept in CONCEPTS:
        assert (alone.stable[concept] == solved.of(concept)[:, game.feasible]).all()


@given(game=games())
def test_what_no_coalition_leaves_is_an_equilibrium(game):
    solved, found = solve(game, concepts=CONCEPTS), coalition_stability(game)
    for concept in CONCEPTS:
        assert set(found.for_all(concept).tolist()) <= set(solved.equilibria(concept).tolist())


@given(game=games())
def test_stronger_concepts_imply_weaker_ones_for_coalitions_too(game):
    found = coalition_stability(game).stable
    for stronger, weaker in [("nash", "smr"), ("nash", "seq"), ("smr", "gmr"), ("seq", "gmr")]:
        assert (found[stronger] <= found[weaker]).all()


def test_elmira_the_ministry_and_uniroyal_leave_the_delay_together():
    """Kilgour, Hipel, Fang and Peng (2001): delay under protest gives way to the modified order."""
    solved = solve(cases.load("elmira"), concepts="nash")
    found = [one for one in vulnerable(solved) if one.state == 18]
    assert [(one.coalition, one.to) for one in found] == [((0, 1), (21,))]
    assert 21 not in {one.state for one in vulnerable(solved)}


def test_the_two_readings_of_a_common_move_differ():
    """Only both or neither can be: no single move leads from one to the other."""
    game = Game.of({"a": ["sign"], "b": ["sign"]}, [[0, 1], [0, 1]], feasible=[0, 3])
    assert coalition_stability(game, [["a", "b"]]).for_all("nash").tolist() == [0, 3]
    jumped = coalition_stability(game, [["a", "b"]], moves="joint")
    assert jumped.for_all("nash").tolist() == [3]


def test_bad_questions_are_named():
    game = random_game(1, options=(2, 2))
    with pytest.raises(InputError, match="no members"):
        coalition_stability(game, [[]])
    with pytest.raises(NotFoundError, match="nobody"):
        coalition_stability(game, [["d0", "nobody"]])
    with pytest.raises(NotFoundError, match="'sim' for coalitions"):
        coalition_stability(game, concepts=["sim"])
    with pytest.raises(NotFoundError, match="hopping"):
        coalition_stability(game, moves="hopping")
    with pytest.raises(NotFoundError, match="alone"):
        coalition_stability(game, opposing="alone")
    with pytest.raises(NotFoundError, match="sseq"):
        coalition_stability(game).for_all("sseq")


def test_what_would_take_too_long_is_refused(monkeypatch):
    game = random_game(1, options=(2, 2))
    monkeypatch.setattr(coalitions, "MASKS", 8)
    with pytest.raises(TooLargeError, match="all 16 states"):
        coalition_stability(game)
    assert coalition_stability(game, states=[3, 1]).states.tolist() == [1, 3]
    monkeypatch.setattr(coalitions, "COALITIONS", 2)
    with pytest.raises(TooLargeError, match="2 decision makers form 3 coalitions"):
        coalition_stability(game, states=[3])


def test_verdicts_can_not_be_written():
    found = coalition_stability(random_game(1, options=(2, 2)))
    assert not any(np.asarray(array).flags.writeable for array in found.stable.values())


@pytest.mark.parametrize("moves", ["sequences", "joint"])
def test_a_larger_game_is_judged_as_by_the_search(moves):
    game = random_game(8, options=(3, 3, 2), feasible=0.7, levels=9, irreversible=0.3)
    found = coalition_stability(game, moves=moves)
    for c, members in enumerate(found.coalitions):
        asked = coalitions._Asked(game, Rules.of(game), members, moves, "individuals")  # noqa: SLF001
        for concept in CONCEPTS:
            want = coalitions._search(asked, concept, found.states)  # noqa: SLF001
            assert (found.stable[concept][c] == want).all()


def test_where_nothing_holds_nothing_is_vulnerable():
    matching = Game.of({"a": ["x"], "b": ["y"]}, [[1, 0, 0, 1], [0, 1, 1, 0]])
    assert vulnerable(solve(matching, concepts="nash")) == ()
