"""The smallest change to the priorities: it does it, and nothing smaller does."""

import json

import oracle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError, NotFoundError
from detente.model import build
from detente.model.conflict import Conflict
from detente.solve import change
from detente.solve.change import apply, what_would_change

OPTIONS = {"a": ["x", "y"], "b": ["z"]}
NAMES = ["a.x", "a.y", "b.z"]
STATEMENTS = st.sampled_from(
    [
        *NAMES,
        *(f"!{name}" for name in NAMES),
        "a.x if b.z",
        "a.y iff b.z",
        "a.x | b.z",
        "!a.x & b.z",
    ]
)


@st.composite
def conflicts(draw):
    made = Conflict()
    for dm, options in OPTIONS.items():
        stated = draw(st.lists(STATEMENTS, max_size=3, unique=True))
        made.add(dm, options=options, priorities=stated)
    return made


def after(conflict, edits):
    """Return the conflict with the edits made, by its own text."""
    changed = conflict.model_copy(deep=True)
    for edit in edits:
        maker = changed.decision_makers[edit.decision_maker]
        stated = [one.statement for one in maker.priorities]
        fresh = Conflict()
        fresh.add(
            edit.decision_maker,
            options=OPTIONS[edit.decision_maker],
            priorities=apply(edit, stated),
        )
        changed.decision_makers[edit.decision_maker] = fresh.decision_makers[edit.decision_maker]
    return changed


def held(conflict, concept, state):
    return state in oracle.equilibria(build.game(conflict), concept)


def singles(conflict):
    """Every list of priorities that is one swap, one drop or one literal away."""
    for dm, maker in conflict.decision_makers.items():
        stated = [one.statement for one in maker.priorities]
        for a in range(len(stated)):
            yield dm, stated[:a] + stated[a + 1 :]
            for b in range(a):
                swapped = list(stated)
                swapped[a], swapped[b] = swapped[b], swapped[a]
                yield dm, swapped
        for a in range(len(stated) + 1):
            for literal in NAMES + [f"!{name}" for name in NAMES]:
                yield dm, [*stated[:a], literal, *stated[a:]]


@pytest.mark.parametrize("concept", ["nash", "seq", "smr"])
@settings(max_examples=25)
@given(conflict=conflicts(), state=st.integers(0, 7))
def test_the_change_does_it_and_nothing_smaller_does(concept, conflict, state):
    found = what_would_change(conflict, state, concept, limit=1000)
    now = held(conflict, concept, state)
    assert found.makes != now
    for one in found.changes:
        assert held(after(conflict, one.edits), concept, state) != now
    assert len({len(one.edits) for one in found.changes}) <= 1
    possible = any(
        held(_with(conflict, dm, stated), concept, state) != now for dm, stated in singles(conflict)
    )
    assert possible == any(len(one.edits) == 1 for one in found.changes)
    json.dumps(found.to_json())


def _with(conflict, dm, stated):
    changed = Conflict()
    for name, maker in conflict.decision_makers.items():
        texts = stated if name == dm else [one.statement for one in maker.priorities]
        changed.add(name, options=OPTIONS[name], priorities=texts)
    return changed


def dilemma():
    made = Conflict()
    for dm, other in (("a", "b"), ("b", "a")):
        made.add(dm, options=["betray"], priorities=[f"!{other}.betray", "betray"])
    return made


def test_two_edits_are_found_where_one_is_not_enough():
    found = what_would_change(dilemma(), 0, "nash")
    assert found.makes
    assert found.complete
    assert {len(one.edits) for one in found.changes} == {2}
    assert {edit.decision_maker for edit in found.changes[0].edits} == {"a", "b"}


def test_one_edit_is_all_that_is_tried_when_so_asked():
    found = what_would_change(dilemma(), 0, "nash", edits=1)
    assert found.changes == ()
    assert found.complete


def test_giving_up_is_said(monkeypatch):
    monkeypatch.setattr(change, "TRIALS", 3)
    assert not what_would_change(dilemma(), 0, "nash").complete


def test_a_ranking_is_left_alone():
    made = dilemma()
    made.add("c", ranking=[0, 1, 2, 3])
    assert all(
        edit.decision_maker != "c"
        for one in what_would_change(made, 3, "nash", limit=99).changes
        for edit in one.edits
    )


@pytest.mark.parametrize(
    ("asked", "error", "match"),
    [
        ({"state": 9}, NotFoundError, "9 is no feasible state"),
        ({"concept": "mash"}, NotFoundError, "mash"),
        ({"kinds": ["swop"]}, InputError, "swop"),
        ({"edits": 3}, InputError, "1 or 2 edits"),
        ({"limit": 0}, InputError, "at least one"),
    ],
)
def test_what_makes_no_sense_is_named(asked, error, match):
    with pytest.raises(error, match=match):
        what_would_change(dilemma(), **({"state": 0, "concept": "nash"} | asked))


def test_pairs_are_left_untried_in_a_large_model(monkeypatch):
    monkeypatch.setattr(change, "ROOM", 8)
    found = what_would_change(dilemma(), 0, "nash")
    assert found.changes == ()
    assert not found.complete
