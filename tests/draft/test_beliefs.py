"""How sure the draft is, from the table."""

import dataclasses

import pytest
from draft import readings
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.draft.beliefs import confidence, table
from detente.draft.wishes import MOST_CITED, Wish, cited, settled

CLAIM = readings.river().claims[0]
claims = st.lists(
    st.builds(
        lambda speaker, certainty, document: dataclasses.replace(
            CLAIM, speaker=speaker, certainty=certainty, document=document
        ),
        st.sampled_from([None, "syria", "iraq"]),
        st.sampled_from(["stated", "reported", "indicated", "alleged", "something else"]),
        st.sampled_from(["d1", "d2", "d3"]),
    ),
    max_size=5,
)


def test_every_figure_is_a_probability():
    assert all(0 < figure <= 1 for part in table().values() for figure in part.values())


def test_a_better_status_is_surer():
    own = table()["own"]
    assert own["done"] >= own["planned"] > own["considered"] > own["possible"]


@pytest.mark.parametrize(
    ("speaker", "certainty", "expected"),
    [
        ("syria", "stated", 0.8),
        (None, "stated", 0.76),
        ("iraq", "stated", 0.68),
        ("syria", "alleged", 0.56),
    ],
)
def test_figures_multiply(speaker, certainty, expected):
    claim = dataclasses.replace(CLAIM, speaker=speaker, certainty=certainty)
    assert confidence(0.8, [claim], "syria") == pytest.approx(expected)


@settings(deadline=None, max_examples=60)
@given(claims, claims, st.floats(0.05, 1))
def test_more_claims_never_make_it_less_sure(some, more, base):
    fewer = confidence(base, some, "syria") if some else 0.0
    assert 0 <= fewer <= confidence(base, some + more, "syria") + 1e-9 or not some
    assert confidence(base, some + more, "syria") <= 1


def test_a_second_source_counts_and_the_same_source_twice_does_not():
    second = dataclasses.replace(CLAIM, id="c9", document="d2")
    assert confidence(0.5, [CLAIM, CLAIM], "syria") == confidence(0.5, [CLAIM], "syria")
    assert confidence(0.5, [CLAIM, second], "syria") > confidence(0.5, [CLAIM], "syria")


def test_what_is_assumed_gives_way_to_what_is_said():
    said = Wish("a", "b.act", "demand", 0.8, (CLAIM,))
    assumed = Wish("a", "!b.act", "stake", 0.5, (), "assumed")
    assert [wish.statement for wish in settled([assumed, said])["a"]] == ["b.act"]


def test_a_statement_stands_once_at_its_highest_place():
    low = Wish("a", "!b.act", "stake", 0.5, (), "assumed")
    high = Wish("a", "!b.act", "red_line", 0.9, (CLAIM,))
    (only,) = settled([low, high])["a"]
    assert (only.kind, only.base, only.assumed) == ("red_line", 0.9, "")


def test_what_is_cited_is_bounded_and_has_every_source_first():
    many = [
        dataclasses.replace(CLAIM, id=f"c{k}", document="d2" if k == 40 else "d1")
        for k in range(50)
    ]
    named = cited(many)
    assert len(named) == MOST_CITED
    assert {"c0", "c40"} <= set(named)
    assert named == sorted(named, key=lambda one: int(one[1:]))
