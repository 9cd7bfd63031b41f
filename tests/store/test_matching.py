"""What a claim is to those known: the table of verdicts, and what must hold of all of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.formats import yaml
from detente.read.claim import Claim
from detente.store.matching import VERDICTS, Known, denies, verdict
from detente.store.naming import matched

CLAIM = Claim(
    id="c9", document="d9", kind="option", actor="nato", action="send troops", event=None,
    target=None, status="considered", negated=False, speaker=None, likelihood=None, date=None,
    condition=None, quote="", start=0, end=0,
)  # fmt: skip
STATUSES = (
    "done", "ongoing", "planned", "threatened", "considered", "possible", "demanded", "ruled_out",
)  # fmt: skip


def known(status="considered", number=1, **more):
    return Known(
        number, number, status, **{"negated": False, "date": None, "certainty": "stated", **more}
    )


@pytest.mark.parametrize(
    ("new", "old", "is_"),
    [
        ({}, [], "first"),
        ({}, [known()], "again"),
        ({"status": "planned"}, [known()], "stronger"),
        ({"status": "possible"}, [known()], "weaker"),
        ({"status": "ruled_out"}, [known()], "contradicted"),
        ({"negated": True}, [known()], "contradicted"),
        ({"negated": True}, [known("ruled_out")], "again"),
        ({}, [known("ruled_out")], "contradicted"),
        ({"certainty": "alleged"}, [known()], "weaker"),
        ({}, [known(certainty="reported")], "stronger"),
        ({"status": "planned"}, [known("planned"), known("possible", 2)], "stronger"),
        ({"kind": "event", "status": "done", "date": "2030-01-02"}, [known("done", date="2030-01-02")], "same"),
        ({"kind": "event", "status": "done", "date": "2030-01"}, [known("ongoing", date="2030-01-02")], "same"),
        ({"kind": "event", "status": "done", "date": "2030-01-03"}, [known("done", date="2030-01-02")], "again"),
        ({"kind": "forecast", "low": 0.1, "high": 0.2}, [known(None, low=0.5, high=0.7)], "weaker"),
    ],
)  # fmt: skip
def test_verdicts(new, old, is_):
    assert verdict(replace(CLAIM, **new), old)[0] == is_


def test_options_are_one_by_their_act_before_they_are_by_their_claims():
    """Else a claim that a later draft hangs elsewhere would carry its option's name away."""
    options = "{{options: {{{}}}}}"
    model = yaml.loads(
        "decision_makers: {a: "
        + options.format(
            "answer: {label: retaliate, because: [c1, c2]}, bomb: {label: use nuclear weapons, because: [c3]}"
        )
        + "}"
    )
    draft = yaml.loads(
        "decision_makers: {a: "
        + options.format(
            "bomb2: {label: use nuclear weapons, because: [c1, c2, c3]}, answer: {label: retaliate}"
        )
        + "}"
    )
    assert matched(draft, model) == {"a.bomb2": "a.bomb", "a.answer": "a.answer"}
    renamed = yaml.loads(
        "decision_makers: {a: "
        + options.format("mine: {label: our own words for it, because: [c1]}")
        + "}"
    )
    assert matched(draft, renamed) == {"a.bomb2": "a.mine"}


def test_the_claim_it_was_matched_with_is_named():
    assert verdict(CLAIM, [known(number=3), known(number=7)]) == ("again", 7)


@given(
    st.sampled_from(STATUSES), st.booleans(),
    st.lists(st.tuples(st.sampled_from(STATUSES), st.booleans()), max_size=4),
)  # fmt: skip
def test_a_verdict_is_told_from_the_last_word(status, negated, old):
    claim = replace(CLAIM, status=status, negated=negated)
    before = [known(one, k + 1, negated=no) for k, (one, no) in enumerate(old)]
    found, other = verdict(claim, before)
    assert found in VERDICTS
    assert (found == "first") == (not old)
    if found == "contradicted":
        last = before[-1]
        assert denies(status, negated=negated) != denies(last.status, negated=last.negated)
        assert other == last.number


@given(st.sampled_from(STATUSES), st.sampled_from(STATUSES))
def test_stronger_one_way_is_weaker_the_other(one, other):
    turned = {"stronger": "weaker", "weaker": "stronger"}
    found = verdict(replace(CLAIM, status=one), [known(other)])[0]
    back = verdict(replace(CLAIM, status=other), [known(one)])[0]
    assert back == turned.get(found, found)
