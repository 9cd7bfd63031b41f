"""Tables of payoffs: read, written, refused."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente import cases
from detente.errors import DetenteError, ModelError
from detente.model import formats
from detente.model.build import game
from detente.model.conflict import Conflict
from detente.model.formats import normal_form

MISSILES = """\
usa,ussr,payoff usa,payoff ussr
wait,wait,3,3
wait,strike,0,2
wait,talk,2,4
strike,wait,2,0
strike,strike,1,1
strike,talk,0,0
"""


def test_each_strategy_but_the_first_is_an_option():
    made = normal_form.loads(MISSILES, "missiles.csv")
    assert made.option_names() == ["usa.strike", "ussr.strike", "ussr.talk"]
    assert made.infeasible == ["ussr.strike & ussr.talk"]
    built = game(made)
    assert built.states.tolist() == [0, 1, 2, 3, 4, 5]
    # usa: wait/wait 3, strike/wait 2, wait/strike 0, strike/strike 1, wait/talk 2, strike/talk 0
    assert built.rank[0][built.states].tolist() == [3, 2, 0, 1, 2, 0]


def tables(most: int = 3):
    @st.composite
    def draw_table(draw):
        sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=most))
        players = {f"p{i}": [f"s{k}" for k in range(n)] for i, n in enumerate(sizes)}
        seed = st.lists(st.integers(-5, 5), min_size=len(sizes), max_size=len(sizes))
        cells = list(itertools.product(*(range(n) for n in sizes)))
        return players, {cell: draw(seed) for cell in cells}

    return draw_table()


@given(tables())
def test_csv_and_json_say_the_same_and_ranks_are_those_of_the_payoffs(drawn):
    players, payoffs = drawn
    lines = [",".join([*players, *(f"payoff {one}" for one in players)])]
    for cell, values in payoffs.items():
        played = [mine[k] for mine, k in zip(players.values(), cell, strict=True)]
        lines.append(",".join([*played, *map(str, values)]))

    def nested(cell):
        if len(cell) == len(players):
            return payoffs[cell]
        mine = list(players.values())[len(cell)]
        return [nested((*cell, k)) for k in range(len(mine))]

    text = json.dumps({"players": players, "payoffs": nested(())})
    if all(len(mine) == 1 for mine in players.values()):
        with pytest.raises(ModelError, match="the model has no options"):
            game(normal_form.loads(text))
        return
    first, second = normal_form.loads(text, "m.json"), normal_form.loads("\n".join(lines), "m.csv")
    assert first == second
    built = game(first)
    assert len(built.states) == len(payoffs)
    for i in range(len(players)):
        values = sorted({one[i] for one in payoffs.values()})
        assert sorted(built.rank[i][built.states].tolist()) == sorted(
            values.index(one[i]) for one in payoffs.values()
        )


@pytest.mark.parametrize(
    "name", ["prisoners_dilemma", "chicken", "syria_iraq", "cuban_missiles_reversible"]
)
@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_a_conflict_makes_the_same_ranks_after_a_round_trip(name, suffix, tmp_path):
    conflict = cases.load(name)
    formats.save(conflict, tmp_path / f"case{suffix}")
    after, before = game(formats.load(tmp_path / f"case{suffix}")), game(conflict)
    for i in range(2):
        assert sorted(after.rank[i][after.states]) == sorted(before.rank[i][before.states])
    assert len(after.states) == len(before.states)


def test_what_is_no_normal_form_is_refused():
    with pytest.raises(ModelError, match="an option can't be undone"):
        normal_form.dumps(cases.load("cuban_missiles"))
    with pytest.raises(ModelError, match="choices of the decision makers depend on each other"):
        normal_form.dumps(cases.load("garrison"))


BAD = [
    ("a,b", "m.csv: the table has no strategies: add a line for each combination"),
    (
        "a,b,c\n1,2,3",
        (
            "m.csv:1: the first line should name each player once, then the payoffs of each: "
            "write: usa,ussr,payoff usa,payoff ussr"
        ),
    ),
    ("a,b,p,q\nx,y,1\n", "m.csv:2: the line has 3 columns, and the first has 4: correct it"),
    ("a,b,p,q\nx,y,1,z\n", "m.csv:2: a payoff is no number: correct it"),
    ("a,b,p,q\nx,y,1,inf\n", "m.csv:2: 'inf' is no payoff: give a finite number"),
    ("a,b,p,q\nx,y,1,1\nx,y,1,1\n", "m.csv:3: x, y stands twice: keep one of the lines"),
    ("a,b,p,q\nx,y,1,1\nz,w,1,1\n", "m.csv: there is no line for x, w: add it"),
    (
        "a,p\n" + "\n".join(f"s{k},1" for k in range(30)),
        (
            "m.csv: the table has 30 combinations of strategies and needs 29 options; "
            "65,536 and 24 are the limits: leave strategies out"
        ),
    ),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_each_fault_of_a_csv_is_a_sentence(text, message):
    with pytest.raises(DetenteError) as raised:
        normal_form.loads(text, "m.csv")
    assert str(raised.value) == message


BAD_JSON = [
    ([], "m.json: this is no table of payoffs: write"),
    ({"players": {"a": ["x", "x"]}, "payoffs": []}, "m.json: the strategies of 'a' are no list"),
    ({"players": {"a": [1]}, "payoffs": []}, "m.json: the strategies of 'a' are no list"),
    ({"players": {}, "payoffs": []}, "m.json: the table has no strategies"),
    (
        {"players": {"a": ["x", "y"]}, "payoffs": [[1]]},
        "m.json: the payoffs aren't nested as the players' strategies are: a list of 2 should",
    ),
    (
        {"players": {"a": ["x"], "b": ["y"]}, "payoffs": [[[1]]]},
        "m.json: x, y has no payoff for each of 2 players: give it a list of numbers",
    ),
    ({"players": {"a": ["x"]}, "payoffs": [["1"]]}, "m.json: '1' is no payoff: give a finite"),
    ({"players": {"a": ["x"]}, "payoffs": [[10**400]]}, "m.json: '1000"),
]


@pytest.mark.parametrize(("data", "message"), BAD_JSON)
def test_each_fault_of_a_json_is_a_sentence(data, message):
    with pytest.raises(DetenteError) as raised:
        normal_form.loads(json.dumps(data), "m.json")
    assert str(raised.value).startswith(message)


@given(st.text(st.sampled_from('ab,"\n1[]{}:'), max_size=40), st.sampled_from(["m.csv", "m.json"]))
def test_any_text_is_read_or_refused(text, name):
    try:
        found = normal_form.loads(text, name)
    except DetenteError as error:
        assert str(error).startswith(name)  # noqa: PT017 - either is right
        return
    assert isinstance(found, Conflict)


def test_bytes_are_read_and_what_a_table_cannot_hold_is_told():
    made = normal_form.loads(MISSILES.encode(), "missiles.csv")
    assert made == normal_form.loads(MISSILES, "missiles.csv")
    assert normal_form.left_out(made) == [
        "a table of payoffs has no place for title",
    ]
    assert normal_form.left_out(cases.load("chicken")) == [
        "a table of payoffs has no place for title, status_quo, source",
        "what left, right prefers is kept as ranks, not as it was said",
    ]
