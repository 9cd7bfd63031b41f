"""Files of GMCR+: read, written, and nothing dropped without a word."""

import json

import pytest
from conflicts import conflicts
from hypothesis import given, settings
from hypothesis import strategies as st

from detente import cases
from detente.errors import DetenteError, ModelError, TooLargeError
from detente.model import formats
from detente.model.build import game
from detente.model.conflict import Conflict
from detente.model.formats import gmcr


def elmira(**changes) -> dict:
    """Return the conflict of Elmira as GMCR+ holds it."""
    return {
        "options": [
            {"name": "Modify", "permittedDirection": "fwd"},
            {"name": "Delay", "permittedDirection": "back"},
            {"name": "Accept", "permittedDirection": "both"},
            {"name": "Abandon", "permittedDirection": "fwd"},
            {"name": "Insist", "permittedDirection": "both"},
        ],
        "decisionMakers": [
            {
                "name": "MoE",
                "options": [0],
                "preferences": [
                    [[2, "Y"]],
                    [[3, "N"]],
                    [[0, "N"]],
                    {
                        "compound": True,
                        "members": [[[0, "N"], [4, "Y"]], [[0, "Y"], [4, "N"]]],
                    },
                ],
                "preferenceRanking": [9, 3, 4, 10, 7, 1, 2, 8, [5, 6, 11, 12]],
            },
            {
                "name": "Uniroyal",
                "options": [1, 2, 3],
                "preferences": [[[3, "N"]]],
                "preferenceRanking": [1, 4, 10, 7, [5, 6, 11, 12], 2, 3, 9, 8],
            },
            {
                "name": "Local Government",
                "options": [4],
                "preferences": [[[3, "N"]]],
                "preferenceRanking": [9, 3, 7, 1, 10, 8, 4, 2, [5, 6, 11, 12]],
            },
        ],
        "infeasibles": [
            [[1, "Y"], [2, "Y"]],
            [[1, "Y"], [3, "Y"]],
            [[2, "Y"], [3, "Y"]],
            [[1, "N"], [2, "N"], [3, "N"]],
        ],
        "useManualPreferenceRanking": True,
        "program": "gmcr-py",
        "version": "0.3.6",
        "coalitions": [0, 1, 2],
        **changes,
    }


def read(file: object) -> Conflict:
    return gmcr.loads(json.dumps(file), "m.gmcr")


def ranks_by_weight(file: dict, i: int, states: list[int]) -> list[int]:
    """Rank states as GMCR+ does: the k-th of m statements adds 2^(m - k)."""

    def fits(pattern: list, s: int) -> bool:
        return all((s >> k & 1 == 1) == (taken == "Y") for k, taken in pattern)

    stated = file["decisionMakers"][i]["preferences"]
    m = len(stated)
    score = [
        sum(
            2 ** (m - k)
            for k, one in enumerate(stated, start=1)
            if any(fits(p, s) for p in (one["members"] if isinstance(one, dict) else [one]))
        )
        for s in states
    ]
    levels = sorted(set(score))
    return [levels.index(one) for one in score]


def test_elmira_is_read_with_its_rankings_entered_by_hand():
    made = read(elmira())
    assert made.option_names() == [
        "moe.modify",
        "uniroyal.delay",
        "uniroyal.accept",
        "uniroyal.abandon",
        "local_government.insist",
    ]
    assert game(made).checksum() != game(cases.load("elmira")).checksum()  # the status quo
    made.status_quo = ["uniroyal.delay"]
    assert (game(made).rank == game(cases.load("elmira")).rank).all()
    assert (game(made).forward == game(cases.load("elmira")).forward).all()
    assert made.decision_makers["moe"].ranking[-1] == [8, 9, 24, 25]
    assert made.notes == [
        (
            "moe: the ranking entered by hand counts, not the statements 'uniroyal.accept'; "
            "'!uniroyal.abandon'; '!modify'; 'modify iff !local_government.insist'"
        ),
        "uniroyal: the ranking entered by hand counts, not the statements '!abandon'",
        (
            "local_government: the ranking entered by hand counts, not the statements "
            "'!uniroyal.abandon'"
        ),
    ]


def test_statements_count_where_no_ranking_was_entered():
    file = elmira(useManualPreferenceRanking=False)
    made = read(file)
    built = game(made)
    for i in range(3):
        assert built.rank[i][built.states].tolist() == ranks_by_weight(
            file, i, built.states.tolist()
        )
    assert made.notes == []


def test_old_names_of_the_fields_are_read():
    new, old = elmira(), elmira()
    old["useManualPreferenceVectors"] = old.pop("useManualPreferenceRanking")
    for maker in old["decisionMakers"]:
        maker["preferenceVector"] = maker.pop("preferenceRanking")
    assert read(old) == read(new)


PATTERNS = st.lists(
    st.dictionaries(st.integers(0, 3), st.sampled_from("YN"), min_size=1).map(
        lambda one: [list(pair) for pair in one.items()]
    ),
    min_size=1,
    max_size=4,
)


@given(st.lists(PATTERNS, max_size=5))
def test_patterns_rank_as_their_weights_say(stated):
    file = {
        "options": [{"name": f"o {k}", "permittedDirection": "both"} for k in range(4)],
        "decisionMakers": [
            {
                "name": "x",
                "options": [0, 1, 2, 3],
                "preferences": [
                    one[0] if len(one) == 1 else {"compound": True, "members": one}
                    for one in stated
                ],
            }
        ],
        "infeasibles": [],
    }
    assert game(read(file)).rank[0].tolist() == ranks_by_weight(file, 0, list(range(16)))


def test_options_that_change_places_are_told():
    file = elmira(useManualPreferenceRanking=False)
    file["decisionMakers"][0]["options"], file["decisionMakers"][2]["options"] = [4], [0]
    made = read(file)
    assert made.option_names()[0] == "moe.insist"
    assert made.notes[0] == (
        "options stand in the order of their decision makers here, so bits and the numbers of "
        "states differ from the file's: its options [4, 1, 2, 3, 0] are bits 0 to 4"
    )
    assert made.infeasible[0] == "uniroyal.delay & uniroyal.accept"


def test_nothing_is_dropped_without_a_word():
    file = elmira(
        useManualPreferenceRanking=False, coalitions=[[0, 1], 2], colour="red", coalitionsFull=[]
    )
    file["options"][1]["cost"] = 3
    file["decisionMakers"][0] |= {
        "mood": "calm",
        "misperceptions": [[[0, "Y"]]],
        "payoffs": [1] * 12,
    }
    file["decisionMakers"][1]["preferences"] += [[], {"compound": True, "members": []}]
    assert read(file).notes == [
        "preferences[1] of 'Uniroyal' is always true, so it was left out",
        "preferences[2] of 'Uniroyal' is always false, so it was left out",
        "moe: misperceptions (1) were not taken over; here every decision maker sees all states",
        "moe: the payoffs in the file differ from its preferences",
        "moe: the field 'mood' was not taken over",
        "option 1: the field 'cost' was not taken over",
        "coalitions were not taken over: [[0, 1]]",
        "the field 'colour' was not taken over",
    ]


def test_payoffs_that_say_the_same_as_the_preferences_are_passed_over():
    file = elmira(useManualPreferenceRanking=False)
    states = game(read(file)).states.tolist()
    file["decisionMakers"][0]["payoffs"] = [10 * rank for rank in ranks_by_weight(file, 0, states)]
    assert read(file).notes == []


def spoiled(path: list, value: object) -> dict:
    file = elmira()
    part = file
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return file


BAD = [
    ([], "m.gmcr: this is no file of GMCR+: it should hold options and decisionMakers"),
    ({}, "m.gmcr: the field 'options' is missing: add it\n"),
    (
        spoiled(["options", 0], {"name": "x", "permittedDirection": "up"}),
        "m.gmcr: 'up' is no permittedDirection: it is one of both, fwd or back",
    ),
    (
        spoiled(["decisionMakers", 0, "options"], [1]),
        (
            "m.gmcr: option 1, 'Delay', is owned twice, by 'MoE' and by 'Uniroyal': "
            "give it to one of them"
        ),
    ),
    (
        spoiled(["decisionMakers", 0, "options"], []),
        "m.gmcr: nobody owns 'Modify': give each option to a decision maker",
    ),
    (
        spoiled(["decisionMakers", 0, "options"], [5]),
        "m.gmcr: 'MoE' owns option 5, and there are 5 options: options count from 0",
    ),
    (
        spoiled(["decisionMakers", 0, "options"], [-1]),
        "m.gmcr: 'MoE' owns option -1, and there are 5 options: options count from 0",
    ),
    (
        spoiled(["decisionMakers", 0, "options"], [True]),
        "m.gmcr: entry 1 of 'options' should be a whole number and is True: correct it",
    ),
    (
        spoiled(["infeasibles", 0], [[9, "Y"]]),
        "m.gmcr: infeasibles[0]: there is no option 9: options run from 0 to 4",
    ),
    (
        spoiled(["infeasibles", 0], [[1, "Y"], [1, "N"]]),
        "m.gmcr: infeasibles[0]: option 1 is both Y and N: keep one of them",
    ),
    (
        spoiled(["infeasibles", 0], [[1, "-"]]),
        (
            "m.gmcr: infeasibles[0]: \"[1, '-']\" is no part of a pattern: "
            'write [[index, "Y"], [index, "N"], ...]'
        ),
    ),
    (
        spoiled(["infeasibles", 0], "YY-"),
        'm.gmcr: infeasibles[0] is no pattern: write [[index, "Y"], [index, "N"], ...]',
    ),
    (
        spoiled(["infeasibles", 0], {"members": 3}),
        (
            "m.gmcr: infeasibles[0] is no compound of patterns: "
            'write {"compound": true, "members": [patterns]}'
        ),
    ),
    (
        spoiled(["decisionMakers", 0, "preferenceRanking"], None),
        (
            "m.gmcr: 'MoE' has no preferenceRanking, and the file says that rankings are used: "
            "give it one, or set useManualPreferenceRanking to false"
        ),
    ),
    (
        spoiled(["decisionMakers", 0, "preferenceRanking"], [13]),
        (
            "m.gmcr: the ranking of 'MoE' has state 13, and there are 12 feasible states: "
            "states count from 1"
        ),
    ),
]


@pytest.mark.parametrize(("file", "message"), BAD)
def test_each_fault_is_a_sentence(file, message):
    with pytest.raises(ModelError) as raised:
        read(file)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "m.gmcr:1: the text is no JSON: expecting property name"),
        ('{"a": 1, "a": 2}', "m.gmcr: 'a' stands twice in one object: keep one"),
        ("[" * 100_000, "m.gmcr: the text nests too deep: a model is flatter"),
        ("[" + "1" * 5000 + "]", "m.gmcr: the text holds a number that is too long: correct it"),
        (b"\xff", "m.gmcr:1: the text isn't UTF-8"),
        (b"", "m.gmcr: the file is empty"),
    ],
)
def test_what_is_no_json_is_refused(text, message):
    with pytest.raises(ModelError) as raised:
        gmcr.loads(text, "m.gmcr")
    assert str(raised.value).startswith(message)


def test_a_ranking_that_lacks_states_is_refused_when_the_game_is_built():
    made = read(spoiled(["decisionMakers", 0, "preferenceRanking"], [1, 1]))
    with pytest.raises(ModelError, match=r"state 2 stands twice, states 3, 4, 5, 8, 9 and 6 more"):
        game(made)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.sampled_from(["Y", "N", "fwd", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "options", "members", "compound"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


@given(st.data())
@settings(max_examples=300)
def test_a_damaged_file_is_read_or_refused(data):
    file = elmira()
    for _ in range(data.draw(st.integers(1, 3))):
        part: object = file
        while True:
            keys = list(part) if isinstance(part, dict) else list(range(len(part)))
            if not keys:
                break
            key = data.draw(st.sampled_from(keys))
            deeper = isinstance(part[key], dict | list) and data.draw(st.booleans())
            if not deeper:
                part[key] = data.draw(JSON)
                break
            part = part[key]
    try:
        made = read(file)
    except DetenteError as error:
        assert str(error).startswith("m.gmcr")  # noqa: PT017 - either is right
        return
    assert made.source == "a file of GMCR+"


@given(conflicts())
@settings(max_examples=60)
def test_what_is_written_makes_the_same_game(conflict):
    try:
        before = game(conflict)
    except DetenteError:
        return
    after = game(gmcr.loads(gmcr.dumps(conflict)))
    assert (after.rank == before.rank).all()
    assert (after.forward == before.forward).all()
    assert (after.backward == before.backward).all()
    assert (after.owner == before.owner).all()


@pytest.mark.parametrize("name", cases.names())
def test_cases_make_the_same_game_after_a_round_trip(name, tmp_path):
    conflict = cases.load(name)
    formats.save(conflict, tmp_path / "case.gmcr")
    after, before = game(formats.load(tmp_path / "case.gmcr")), game(conflict)
    assert (after.rank == before.rank).all()
    assert "a file of GMCR+ has no place for title" in gmcr.left_out(conflict)[0]


def test_what_a_file_cannot_hold_is_told():
    conflict = Conflict(title="t", notes=["n"])
    conflict.add("a", options=["x"], priorities=[{"statement": "x", "confidence": 0.5}])
    assert gmcr.left_out(conflict) == [
        "a file of GMCR+ has no place for title, notes",
        "what is uncertain about the priorities of a is lost",
    ]


def test_a_statement_of_too_many_patterns_is_refused():
    conflict = Conflict()
    names = [f"o{k}" for k in range(16)]
    odd = names[0]
    for name in names[1:]:
        odd = f"!({odd} iff {name})"
    conflict.add("a", options=names, priorities=[odd])
    with pytest.raises(TooLargeError, match=r"needs over 10,000 patterns"):
        gmcr.dumps(conflict)


def test_statements_that_say_nothing_are_not_written():
    conflict = Conflict()
    conflict.add("a", options=["x", "y"], priorities=["x if x", "y", "x & !x"])
    written = json.loads(gmcr.dumps(conflict))
    assert written["decisionMakers"][0]["preferences"] == [[[1, "Y"]]]


def test_payoffs_of_a_wrong_number_are_told():
    file = elmira(useManualPreferenceRanking=False)
    file["decisionMakers"][2]["payoffs"] = [1, 2]
    assert read(file).notes == [
        "local_government: the payoffs in the file differ from its preferences"
    ]
