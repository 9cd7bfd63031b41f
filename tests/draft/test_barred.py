"""What a red line forbids is an act that its words name, or nothing."""

import pytest

from detente.draft.barred import act
from detente.draft.drafting import draft
from detente.read.claim import Document

FORBIDDEN = [
    ("Lorvia has called a Brevian base a red line", "a Brevian base"),
    ("that any change in its frontier is a red line", "any change in its frontier"),
    ("The red line is the use of gas", "the use of gas"),
    ("no one may cross the river", "cross the river"),
    ("further attacks on the convoy would be answered", "further attacks on the convoy"),
    ("set foot on the island without permission", "set foot on the island without permission"),
    ("an attack on the platform", "an attack on the platform"),
]
NOTHING = [
    "It would be a cause for war",
    "it reserved the right to respond",
    "those who organised the march",
    "nothing could prevent a war",
    "if Brevia did not change its course",
    "any of them who moved without orders",
]


@pytest.mark.parametrize(("words", "meant"), FORBIDDEN)
def test_the_act_stands_in_the_clause(words, meant):
    assert act(words) == meant


@pytest.mark.parametrize("words", NOTHING)
def test_a_clause_that_names_no_act_forbids_none(words):
    assert act(words) == ""


def labels(text):
    made = draft(Document("d1", "", None, "t", text))
    return [one.label for dm in made.decision_makers.values() for one in dm.options.values()]


def test_a_thing_that_is_a_red_line_is_no_option():
    found = labels(
        "Lorvia's president said that sovereignty in the bay was a red line for him. "
        "Brevia is considering a blockade of the bay. Lorvia threatened to mine the harbour."
    )
    assert not [label for label in found if "sovereignty" in label or "supply" in label]


def test_a_forbidden_deed_is_called_by_its_verb():
    found = labels(
        "Lorvia warned that any violation of the airspace by Brevia would be met with force. "
        "Brevia is considering a blockade of the bay."
    )
    assert "violate the airspace" in found
