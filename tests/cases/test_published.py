"""Each case against what its source prints, and against what is right."""

import itertools

import pytest

from detente import cases
from detente.errors import NotFoundError
from detente.model.build import game
from detente.model.game import Game

NAMES = cases.names()


def ranking_of(made: Game, i: int) -> list[object]:
    """Return the states best first, ties as lists, from the ranks."""
    found: list[object] = []
    for rank in range(made.rank[i].max(), -1, -1):
        tied = [int(s) for s in made.states if made.rank[i][s] == rank]
        found.append(tied[0] if len(tied) == 1 else tied)
    return found


def test_there_are_published_answers_for_every_case():
    for name in NAMES:
        found = cases.published(name)
        assert found["source"]
        assert set(found["right"]) >= {"nash", "gmr", "smr", "seq"}
    assert {"prisoners_dilemma", "chicken", "elmira", "garrison"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_statements_give_the_rankings_that_the_source_prints(name):
    made = game(cases.load(name))
    for dm, ranking in cases.published(name).get("rankings", {}).items():
        assert ranking_of(made, made.decision_maker(dm)) == ranking, dm


@pytest.mark.parametrize("name", NAMES)
def test_equilibria_are_right(name):
    from detente.solve.solving import solve

    found = solve(cases.load(name))
    for concept, states in cases.published(name)["right"].items():
        assert found.equilibria(concept).tolist() == states, concept


@pytest.mark.parametrize("name", NAMES)
def test_equilibria_are_those_printed_where_the_source_is_right(name):
    from detente.solve.solving import solve

    found = solve(cases.load(name))
    for place in cases.published(name)["prints"]:
        for concept, states in place["equilibria"].items():
            visible = place.get("visible", found.game.states.tolist())
            shown = [s for s in found.equilibria(concept).tolist() if s in visible]
            assert (shown == states) == (concept not in place.get("wrong", [])), concept


def test_kinsara_2014_figure_28_lacks_three_states_and_the_witness_holds():
    made = game(cases.load("garrison"))
    (fault,) = cases.published("garrison")["wrong"]
    witness = fault["witness"]
    s, q = witness["state"], witness["improvement"]
    i = made.decision_maker(witness["by"])
    assert q in made.moves(i, s)
    assert made.rank[i, q] > made.rank[i, s]
    here, last = q, witness["by"]
    for dm, there in witness["reply"]:
        assert dm not in {last, witness["by"]}, "nobody moves twice running"
        assert there in made.moves(made.decision_maker(dm), here)
        here, last = there, dm
    assert made.rank[i, here] <= made.rank[i, s]
    printed = cases.published("garrison")["prints"][0]
    right = cases.published("garrison")["right"]["gmr"]
    assert [
        s for s in right if s in printed["visible"] and s not in printed["equilibria"]["gmr"]
    ] == (fault["lacks"])


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr", "seq"])
def test_kinsara_2014_figure_24_counts_inverse_rankings(concept):
    from detente.solve.solving import solve

    printed = cases.published("syria_iraq")["inverse"]
    conflict = cases.load("syria_iraq")
    states = game(conflict).states.tolist()
    syria = conflict.decision_makers["syria"]
    syria.priorities = None
    count = 0
    for ranking in itertools.permutations(states):
        syria.ranking = list(ranking)
        count += printed["state"] in solve(conflict, concepts=(concept,)).equilibria(concept)
    assert count == printed["right"][concept]
    assert (count == printed["prints"][concept]) == (concept in {"nash", "smr"})


def test_kinsara_2014_counts_420_by_looking_at_the_last_improvement_only():
    conflict = cases.load("syria_iraq")
    made = game(conflict)
    every = last = 0
    for ranking in itertools.permutations(made.states.tolist()):
        place = {s: k for k, s in enumerate(ranking)}
        deterred = [
            any(place[r] >= place[1] for r in made.moves(1, q))
            for q in made.moves(0, 1)
            if place[q] < place[1]
        ]
        every += all(deterred)
        last += not deterred or deterred[-1]
    printed = cases.published("syria_iraq")["inverse"]
    assert (every, last) == (printed["right"]["gmr"], printed["prints"]["gmr"])


def test_elmira_merges_into_the_nine_states_of_1993():
    from detente.solve.solving import solve

    found = solve(cases.load("elmira"))
    number = {2: 1, 3: 2, 4: 3, 5: 4, 18: 5, 19: 6, 20: 7, 21: 8, 8: 9, 9: 9, 24: 9, 25: 9}
    classical = {
        "nash": {5, 8, 9},
        "gmr": {1, 4, 5, 8, 9},
        "smr": {1, 4, 5, 8, 9},
        "seq": {5, 8, 9},
    }
    for concept, states in classical.items():
        assert {number[s] for s in found.equilibria(concept).tolist()} == states


def test_an_unknown_case_names_the_nearest():
    with pytest.raises(NotFoundError, match="there is no case 'elmyra': did you mean elmira"):
        cases.load("elmyra")


def test_kinsara_2014_figure_30_counts_the_ministry_and_uniroyal_as_one():
    from detente.solve.coalitions import coalition_stability

    (printed,) = cases.published("elmira")["coalitions"]
    found = coalition_stability(
        game(cases.load("elmira")),
        [printed["coalition"], printed["against"]],
        concepts=("nash", "gmr"),
        opposing="coalitions",
    )
    for concept, states in printed["equilibria"].items():
        assert found.for_all(concept).tolist() == states, concept


def test_kinsara_2014_figures_31_to_33_tell_how_elmira_goes_on():
    from detente.solve.coalitions import improvements

    made = game(cases.load("elmira"))
    names = made.decision_makers

    def better(i: int, s: int) -> list[int]:
        return [q for q in made.moves(i, s) if made.rank[i, q] > made.rank[i, s]]

    assert {names[i]: better(i, 2) for i in range(3) if better(i, 2)} == {"local_government": [18]}
    assert not any(better(i, 18) for i in range(3))
    assert [int(q) for q in improvements(made, ["moe", "uniroyal"], 18)] == [21]
