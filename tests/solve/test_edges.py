"""Graphs given by edges: twins, traps, and the Elmira conflict with its nine states."""

import json
from itertools import pairwise

import numpy as np
import oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import games

from detente.errors import InputError, ModelError, NotFoundError
from detente.solve.edges import Graph, solve_graph, why
from detente.solve.engine import SHAPED
from detente.solve.solving import solve


@st.composite
def graphs(draw, most=5, actors=(2, 3)):
    """Draw a graph: any moves at all, rankings with ties."""
    n, size = draw(st.integers(*actors)), draw(st.integers(1, most))
    names = [f"s{x}" for x in range(size)]
    pairs = [(a, b) for a in names for b in names if a != b]
    moves, rankings = {}, {}
    for i in range(n):
        moves[f"d{i}"] = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
        levels = draw(st.lists(st.integers(0, size), min_size=size, max_size=size))
        rankings[f"d{i}"] = [
            [name for name, level in zip(names, levels, strict=True) if level == at]
            for at in sorted(set(levels))
        ]
    return Graph.of(moves, rankings)


class Twin(oracle.Table):
    """The oracle over a graph's own moves; it follows sequences, nobody twice in a row."""

    def __init__(self, graph):
        self.actors = range(len(graph.decision_makers))
        self.states = list(range(len(graph.states)))
        self.rank = graph.rank.tolist()
        self._moves = {
            (i, s): frozenset(graph.moves[i][s]) for i in self.actors for s in self.states
        }
        self.reach = self._reach


@pytest.mark.parametrize("concept", SHAPED)
@given(graph=graphs())
def test_verdicts_are_what_the_definitions_say(concept, graph):
    found, twin = solve_graph(graph, [concept]), Twin(graph)
    for i in twin.actors:
        for s in twin.states:
            stable = bool(found.stable[concept][i, s])
            assert stable == oracle.CONCEPTS[concept](twin, i, s)
            for one in why(graph, concept, i, s).deterred:
                movers = [i, *(step.mover for step in one.reply)]
                assert all(a != b for a, b in pairwise(movers))
                assert all(step.after in twin.moves(step.mover, step.before) for step in one.reply)
                assert not twin.better(i, one.sanction, s)
    json.dumps(found.to_json())


@given(graph=graphs())
def test_stronger_concepts_imply_weaker_ones(graph):
    stable = solve_graph(graph).stable
    for stronger, weaker in [
        ("nash", "sseq"), ("sseq", "seq"), ("seq", "gmr"), ("sseq", "smr"), ("smr", "gmr"),
    ]:  # fmt: skip
        assert (stable[stronger] <= stable[weaker]).all()


@given(game=games(options=(1, 4)))
def test_a_game_written_out_as_a_graph_has_the_same_answer(game):
    names = {s: f"{s:06b}" for s in game.states.tolist()}
    moves, rankings = {}, {}
    for i, dm in enumerate(game.decision_makers):
        moves[dm] = [(names[s], names[q]) for s in names for q in game.moves(i, s)]
        levels = sorted(set(game.rank[i, game.states].tolist()), reverse=True)
        rankings[dm] = [[names[s] for s in names if game.rank[i, s] == at] for at in levels]
    found, solved = solve_graph(Graph.of(moves, rankings)), solve(game, concepts=SHAPED)
    for concept in SHAPED:
        assert (found.stable[concept] == solved.of(concept)[:, game.feasible]).all()


# Elmira with its nine states: the four where Uniroyal delays or accepts under the original or
# the modified order, the same under the local government's insistence, and abandonment.
ELMIRA = Graph.of(
    {
        "ministry": [(f"{a}{b}", f"{a}*{b}") for a in ("delay", "accept") for b in ("", "!")],
        "uniroyal": [
            *((f"delay{x}", f"accept{x}") for x in ("", "*", "!", "*!")),
            *((f"{a}{x}", "abandon") for a in ("delay", "accept") for x in ("", "*", "!", "*!")),
        ],
        "local": [
            pair
            for a in ("delay", "accept")
            for b in ("", "*")
            for pair in ((f"{a}{b}", f"{a}{b}!"), (f"{a}{b}!", f"{a}{b}"))
        ],
    },
    {
        "ministry": ["accept!", "accept", "accept*", "accept*!", "delay!", "delay", "delay*",
                     "delay*!", "abandon"],
        "uniroyal": ["delay", "accept*", "accept*!", "delay!", "abandon", "accept", "accept!",
                     "delay*", "delay*!"],
        "local": ["accept!", "accept", "delay!", "delay", "accept*!", "delay*!", "accept*",
                  "delay*", "abandon"],
    },
)  # fmt: skip


def test_elmira_with_nine_states():
    """Hipel, Fang, Kilgour and Haight (1993): states 5, 8 and 9 are equilibria, 1 and 4 by GMR."""
    found = solve_graph(ELMIRA)
    strong = {"delay!", "accept*!", "abandon"}
    for concept in ("nash", "seq", "sseq"):
        assert set(found.equilibria(concept)) == strong
    for concept in ("gmr", "smr"):
        assert set(found.equilibria(concept)) == strong | {"delay", "accept*"}


def test_trap_1_nobody_moves_twice_in_a_row():
    """The punishment takes two steps of b, which b can make only if c moves in between."""
    tied = [*"pqrs", "worse"]
    moves = {"a": [("s", "q")], "b": [("q", "r"), ("r", "worse"), ("p", "worse")], "c": []}
    rankings = {
        "a": ["q", ["r", "p"], "s", "worse"],
        "b": [tied],
        "c": [tied],
    }
    assert not solve_graph(Graph.of(moves, rankings)).stable["gmr"][0].all()
    with_c = moves | {"c": [("r", "p")]}
    assert solve_graph(Graph.of(with_c, rankings)).stable["gmr"][0].all()


def test_trap_3_a_reply_that_leads_back_counts():
    """The matrix form without its diagonal calls this state unstable."""
    graph = Graph.of({"a": [("s", "q")], "b": [("q", "s")]}, {"a": ["q", "s"], "b": ["s", "q"]})
    assert "s" in solve_graph(graph).equilibria("gmr")
    assert "s" in solve_graph(graph).equilibria("seq")


def test_trap_6_there_may_be_no_general_metarational_equilibrium():
    """The first decision maker's moves are intransitive: 4 to 3 and 3 to 1, but not 4 to 1."""
    graph = Graph.of(
        {
            "a": [("1", "3"), ("3", "1"), ("3", "2"), ("4", "3")],
            "b": [("1", "2"), ("2", "4"), ("4", "3")],
        },
        {"a": list("1234"), "b": list("3421")},
    )
    found = solve_graph(graph)
    assert found.equilibria("gmr") == []
    assert [found.equilibria(one) for one in SHAPED] == [[]] * 5


@pytest.mark.parametrize(
    ("moves", "rankings", "match"),
    [
        ({"a": []}, {"b": ["s"]}, "same decision makers: a, b"),
        ({}, {}, "same decision makers: none"),
        ({"a": [], "b": []}, {"a": ["s", "q"], "b": ["s"]}, "ranking of b"),
        ({"a": []}, {"a": ["s", "s"]}, "ranking of a"),
        ({"a": [("s", "x")]}, {"a": ["s", "q"]}, "'s' to 'x'"),
        ({"a": [("s", "s")]}, {"a": ["s", "q"]}, "'s' to 's'"),
    ],
)
def test_parts_that_do_not_fit_are_named(moves, rankings, match):
    with pytest.raises(ModelError, match=match):
        Graph.of(moves, rankings)


def test_what_is_not_there_is_named():
    with pytest.raises(InputError, match="sim needs options"):
        solve_graph(ELMIRA, ["sim"])
    with pytest.raises(NotFoundError, match="mash"):
        solve_graph(ELMIRA, ["mash"])
    with pytest.raises(NotFoundError, match="'gone'"):
        why(ELMIRA, "nash", "local", "gone")
    with pytest.raises(NotFoundError, match="-1"):
        why(ELMIRA, "nash", -1, 0)
    with pytest.raises(NotFoundError, match="seq"):
        solve_graph(ELMIRA, ["nash"]).equilibria("seq")
    assert not np.asarray(solve_graph(ELMIRA).stable["nash"]).flags.writeable
