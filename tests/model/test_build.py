"""From a conflict to a game: states, ranks, and every fault at once."""

import numpy as np
import pytest
from conflicts import formulas, ranked, spelled
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import DetenteError, ModelError, StatementError, TooLargeError
from detente.model import preferences
from detente.model.build import game
from detente.model.check import faults, warnings
from detente.model.conflict import Conflict
from detente.model.states import feasible_states, few, pattern, state

NAMES = ["a.x", "a.y", "b.x", "b.z"]


def two(**fields) -> Conflict:
    made = Conflict(**fields)
    made.add("a", options=["x", "y"], priorities=[])
    made.add("b", options=["x", "z"], priorities=[])
    return made


@given(
    st.lists(formulas(4), max_size=8),
    st.sets(st.integers(0, 15), min_size=1),
)
def test_priorities_rank_as_the_weights_two_to_the_m_minus_k_do(stated, feasible):
    made = two(feasible=sorted(feasible))
    made.decision_makers["a"].priorities = [{"statement": spelled(one, NAMES)} for one in stated]
    rank = game(made).rank[0]
    want = ranked(stated, feasible)
    assert {s: rank[s] for s in range(16)} == {s: want.get(s, -1) for s in range(16)}


@given(st.lists(st.integers(0, 3), min_size=63, max_size=80))
def test_any_number_of_priorities_works(bits):
    made = two()
    made.decision_makers["a"].priorities = [{"statement": NAMES[k]} for k in bits]
    want = ranked([("option", k) for k in bits], range(16))
    assert game(made).rank[0].tolist() == [want[s] for s in range(16)]


@given(st.data())
def test_weights_rank_as_their_exact_sums_do(data):
    from fractions import Fraction

    stated = data.draw(st.lists(st.sampled_from(NAMES), unique=True))
    tenths = data.draw(st.lists(st.integers(-20, 20), min_size=4, max_size=4))
    weights = {name: n / 10 for name, n in zip(stated, tenths, strict=False)}
    made = two()
    made.decision_makers["a"].priorities = None
    made.decision_makers["a"].weights = weights
    rank = game(made).rank[0]
    sums = [
        sum(
            (
                Fraction(n, 10)
                for name, n in zip(stated, tenths, strict=False)
                if s >> NAMES.index(name) & 1
            ),
            Fraction(0),
        )
        for s in range(16)
    ]
    levels = sorted(set(sums))
    assert rank.tolist() == [levels.index(one) for one in sums]


def test_weights_too_fine_for_whole_numbers_still_rank():
    made = Conflict()
    made.add("a", options=["x", "y"], weights={"x": 1e300, "y": -1e-300})
    assert game(made).rank[0].tolist() == [1, 2, 0, 2]  # 1e300 - 1e-300 is rounded
    made.decision_makers["a"].weights = {"x": 5e-324, "y": -1e-323}
    assert game(made).rank[0].tolist() == [2, 3, 0, 1]
    made.decision_makers["a"].weights = {"x": 1e300, "y": 1e299}
    assert game(made).rank[0].tolist() == [0, 2, 1, 3]


@given(st.permutations(range(16)), st.lists(st.booleans(), min_size=16, max_size=16))
def test_a_ranking_and_the_payoffs_that_say_the_same_rank_the_same(order, ties):
    ranking: list[list[int]] = []
    for s, tied in zip(order, ties, strict=True):
        if tied and ranking:
            ranking[-1].append(s)
        else:
            ranking.append([s])
    listed = [one[0] if len(one) == 1 else one for one in ranking]
    payoffs = {s: -float(k) for k, one in enumerate(ranking) for s in one}
    feasible = np.ones(16, dtype=bool)
    by_list = preferences.by_list(listed, feasible)
    assert (by_list == preferences.by_payoff(payoffs, feasible)).all()
    assert by_list[order[0]] == by_list.max() == len(ranking) - 1


@given(
    st.lists(st.lists(st.booleans(), min_size=8, max_size=8), max_size=40),
    st.sets(st.integers(0, 7), min_size=1),
)
def test_ranks_are_dense_from_nought_and_minus_one_where_infeasible(truths, inside):
    feasible = np.array([s in inside for s in range(8)])
    rank = preferences.lexicographic((np.array(one) for one in truths), feasible)
    assert rank.dtype == np.int32
    assert (rank[~feasible] == -1).all()
    assert set(rank[feasible].tolist()) == set(range(rank.max() + 1))


def test_no_priorities_are_indifference_and_arrays_are_closed():
    made = game(two(status_quo=["b.z"]))
    assert (made.rank == 0).all()
    assert made.status_quo == 8
    assert made.owner.tolist() == [0, 0, 1, 1]
    with pytest.raises(ValueError, match="read-only"):
        made.rank[0, 0] = 1


def test_options_move_as_they_are_reversible():
    made = Conflict()
    made.add(
        "a",
        options={"x": {}, "y": {"reversible": "forward"}, "z": {"reversible": "backward"}},
        priorities=[],
    )
    built = game(made)
    assert built.forward.tolist() == [True, True, False]
    assert built.backward.tolist() == [True, False, True]
    assert built.moves(0, 0) == [1, 2, 3]


def test_infeasible_statements_take_states_out():
    made = two(infeasible=["a.x & a.y", "!b.x & !b.z"])
    built = game(made)
    assert built.states.tolist() == [4, 5, 6, 8, 9, 10, 12, 13, 14]
    assert (built.rank[:, ~built.feasible] == -1).all()


def broken(**changes) -> Conflict:
    made = two()
    for key, value in changes.items():
        setattr(
            made.decision_makers["a"] if hasattr(made.decision_makers["a"], key) else made,
            key,
            value,
        )
    return made


BAD = [
    (
        {"priorities": None},
        (
            "decision_makers.a: a doesn't say what it prefers: add priorities "
            "(priorities: [] if it is indifferent), a ranking, weights or payoffs"
        ),
    ),
    (
        {"ranking": [0]},
        (
            "decision_makers.a.ranking: a says what it prefers in 2 ways: priorities and ranking: "
            "keep one of them"
        ),
    ),
    (
        {"priorities": None, "ranking": [0, 1, 1, [16, 2]]},
        (
            "decision_makers.a.ranking: the ranking: state 16 is not feasible, state 1 stands twice, "
            "states 3, 4, 5, 6, 7 and 8 more are missing: list each feasible state just once"
        ),
    ),
    (
        {"priorities": None, "payoffs": dict.fromkeys(range(15), 1.0)},
        (
            "decision_makers.a.payoffs: the payoffs: state 15 is missing: "
            "list each feasible state just once"
        ),
    ),
    (
        {"priorities": None, "payoffs": {0: float("nan")}},
        (
            "decision_makers.a.payoffs[0]: nan can't be compared with other payoffs: "
            "give a finite number"
        ),
    ),
    (
        {"priorities": None, "weights": {"x": float("inf")}},
        (
            "decision_makers.a.weights.x: inf can't be compared with other weights: "
            "give a finite number"
        ),
    ),
    (
        {"infeasible": ["a.x", "!a.x"]},
        (
            "infeasible: no state is feasible: every combination of options is ruled out; "
            "drop one of the infeasible statements"
        ),
    ),
    (
        {"feasible": [3, 16]},
        "feasible: state 16 can't be a state of 4 options: a state is a bit mask from 0 to 15",
    ),
    (
        {"feasible": [3], "infeasible": ["a.x"]},
        (
            "feasible: both feasible and infeasible are given: "
            "list the feasible states, or the statements that can't be"
        ),
    ),
    (
        {"status_quo": ["a.x", "a.y"], "infeasible": ["a.x & a.y"]},
        (
            "status_quo: the status quo, state 3 (YYNN), is not feasible: "
            "change the status quo, or what rules it out"
        ),
    ),
    (
        {"status_quo": ["z"]},
        "status_quo[0]: there is no option 'z': did you mean b.z?",
    ),
    (
        {"status_quo": ["a.q"]},
        "status_quo[0]: there is no option 'a.q': did you mean a.y or a.x?",
    ),
    (
        {"red_lines": [{"by": "q", "against": "b.z"}]},
        "red_lines[0].by: there is no decision maker 'q': there is a, b",
    ),
    (
        {"constraints": [{"on": "b.zz"}]},
        "constraints[0].on: there is no option 'b.zz': did you mean b.z?",
    ),
    (
        {"theatres": {"Europe": ["a", "c"]}},
        "theatres.Europe[1]: there is no decision maker 'c': there is a, b",
    ),
    (
        {"experts": [{"by": "x", "of": "b.z &", "low": 0, "high": 1}]},
        (
            "experts[0].of: column 6 of 'b.z &': it stops too early: "
            "an option, ! or ( should stand there"
        ),
    ),
]


@pytest.mark.parametrize(("changes", "message"), BAD)
def test_each_fault_is_a_sentence_with_its_place(changes, message):
    with pytest.raises(ModelError) as raised:
        game(broken(**changes))
    assert str(raised.value) == message


def test_all_faults_are_said_at_once():
    made = broken(priorities=[{"statement": "q"}], status_quo=["nowhere"])
    made.add("c", options=["if"])
    with pytest.raises(ModelError) as raised:
        game(made)
    lines = str(raised.value).splitlines()
    assert [one.split(": ")[0] for one in lines] == [
        "decision_makers.c.options.if",
        "decision_makers.a.priorities[0]",
        "status_quo[0]",
        "decision_makers.c",
    ]
    with pytest.raises(StatementError, match=r"priorities\[0\].*\n.*priorities\[1\]"):
        game(broken(priorities=[{"statement": "q"}, {"statement": "!"}]))


def test_ids_that_no_statement_could_name_are_refused():
    made = Conflict()
    made.add("two words", options=["1st", "iff"], priorities=[])
    assert [str(one) for one in faults(made).found] == [
        (
            "decision_makers.two words: 'two words' can't be the id of a decision maker: "
            "an id starts with a letter, and has letters, digits, _ and - only"
        ),
        (
            "decision_makers.two words.options.1st: '1st' can't be the id of an option: "
            "an id starts with a letter, and has letters, digits, _ and - only"
        ),
        (
            "decision_makers.two words.options.iff: 'iff' can't be the id of an option: "
            "it is a word of statements"
        ),
    ]


def test_a_model_without_options_is_refused():
    with pytest.raises(ModelError, match=r"^decision_makers: the model has no options: give a"):
        game(Conflict())


@pytest.mark.parametrize(
    ("options", "size"), [(25, "128 MiB"), (40, "4 TiB"), (100_000, "more memory than there is")]
)
def test_too_many_options_say_the_limit_and_the_size(options, size):
    made = Conflict()
    made.add("a", options=[f"o{k}" for k in range(options)], priorities=[])
    with pytest.raises(TooLargeError) as raised:
        game(made)
    assert str(raised.value) == (
        f"the model has {options:,} options, and 24 is the limit: its 2^{options:,} states would "
        f"take {size} for each decision maker: merge options, or split the model into theatres"
    )


def test_too_many_decision_makers_for_memory_are_refused():
    made = Conflict()
    made.add("a", options=[f"o{k}" for k in range(24)], priorities=[])
    for k in range(99):
        made.add(f"bystander{k}", priorities=[])
    with pytest.raises(TooLargeError, match=r"100 decision makers at 2\^24 states would take 6\.2"):
        game(made)
    for k in range(99, 200):
        made.add(f"bystander{k}", priorities=[])
    with pytest.raises(TooLargeError, match="has 201 decision makers, and 127 is the limit"):
        game(made)


def test_what_is_right_but_hardly_meant_is_warned_of():
    made = two(infeasible=["a.x & !a.x"], evidence={"c1": {"quote": "q"}})
    made.decision_makers["b"].priorities = [
        {"statement": "z if z", "because": ["c1", "c2"]},
        {"statement": "x & z"},
        {"statement": "b.x & (b.z)"},
    ]
    assert warnings(made) == [
        "decision_makers.b.priorities[0]: 'z if z' is always true, so it changes nothing",
        (
            "decision_makers.b.priorities[2]: 'b.x & (b.z)' stands twice, "
            "and the second changes nothing"
        ),
        "infeasible[0]: 'a.x & !a.x' is always false, so it changes nothing",
        "decision_makers.b.priorities[0].because: claim 'c2' is cited and not among the evidence",
    ]
    assert (game(made).rank[1] == (np.arange(16) >> 2 == 3)).all()


def test_names_that_stand_twice_and_a_line_against_oneself_are_warned_of():
    made = two(
        status_quo=["a.x", "a.x"],
        theatres={"sea": ["a", "b", "a"]},
        red_lines=[{"by": "a", "against": "x"}, {"by": "a", "against": "x & b.z"}],
    )
    assert warnings(made) == [
        "status_quo[1]: a.x stands twice, and the second changes nothing",
        "theatres.sea[2]: a stands twice, and the second changes nothing",
        "red_lines[0]: a draws a red line against an act of its own: is it so?",
    ]


def test_states_are_written_both_ways():
    assert pattern(state(["a.y", "b.z"], NAMES), 4) == "NYNY"
    assert few([7]) == "state 7"
    with pytest.raises(DetenteError, match="there is no option 'q'"):
        state(["q"], NAMES)


def test_listed_states_are_the_feasible_ones():
    assert feasible_states(2, listed=[2, 0]).tolist() == [True, False, True, False]
    with pytest.raises(ModelError, match="no state is feasible"):
        feasible_states(2, listed=[])


def test_a_conflict_is_built_in_python_with_faults_in_sentences():
    made = Conflict()
    made.add("a", options={"x": {"label": "tilt"}}, priorities=["!x"])
    with pytest.raises(ModelError, match="there is a decision maker 'a' already"):
        made.add("a")
    with pytest.raises(ModelError, match="an option of b stands twice"):
        made.add("b", options=["x", "x"])
    with pytest.raises(ModelError, match=r"^b: there is no field 'wishes': the fields are because"):
        made.add("b", wishes=[])
    with pytest.raises(ModelError, match=r"^b: 'up' is no reversible: it is one of both, forward"):
        made.add("b", options={"x": {"reversible": "up"}})
    assert list(made.decision_makers) == ["a"]


def test_hostile_numbers_of_names_and_faults_cost_little_and_say_little():
    made = Conflict(status_quo=["q.q"] * 2000)
    made.add("a", options=[f"o{k}" for k in range(20_000)], priorities=["!q"] * 2000)
    found = faults(made)
    assert len(found.found) == 4000
    assert str(found.found[0]).endswith("there is no option 'q': there are 20,000 options")
    with pytest.raises(ModelError) as raised:
        found.raise_any()
    assert len(str(raised.value).splitlines()) == 51
    assert str(raised.value).endswith("more faults")
