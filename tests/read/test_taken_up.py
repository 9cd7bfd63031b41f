"""A doer taken from an act or a noun that was told before is a guess, and may be another one."""

import pytest

from detente.read.ahead import conditionals
from detente.read.article import article
from detente.read.done.acts import find
from detente.read.done.settle import settle


def _act(text, head):
    here = article(text)
    acts = settle(here, find(here), conditionals.find(here))
    return next(act for act in reversed(acts) if act.head.text == head)


SOLDIERS = "Egyptian soldiers crossed the canal. Israel protested, and Israel called for talks. "


def test_the_same_forces_again_are_the_same_party_s():
    act = _act(SOLDIERS + "The soldiers seized a post.", "seized")
    assert act.actor == "egypt"
    assert "actor" in act.inferred


@pytest.mark.parametrize("who", ["Foreign soldiers", "Masked soldiers", "Border soldiers"])
def test_forces_with_a_word_of_their_own_may_be_others(who):
    act = _act(SOLDIERS + f"{who} seized a post.", "seized")
    assert "actor" in act.inferred
    assert act.chance != pytest.approx(0.6)  # weighed, not taken up


def test_forces_keep_the_word_that_they_had():
    text = "Masked Egyptian soldiers crossed the canal. Israel protested. "
    act = _act(text + "The masked soldiers seized a post.", "seized")
    assert act.actor == "egypt"


def test_what_undoes_an_act_is_a_guess():
    act = _act(
        "Egypt seized a ship of Israel. Israel protested. The ship was released.", "released"
    )
    assert act.actor == "egypt"
    assert "actor" in act.inferred


@pytest.mark.parametrize(
    "text",
    [
        "Egypt is willing to accept the plan provided that the exiles are interned.",
        "Egypt is ready to sign the pact provided that the exiles are interned.",
        "Egypt won't sign the pact unless the exiles are interned.",
    ],
)
def test_who_is_willing_on_a_condition_is_not_to_meet_it(text):
    act = _act(f"Israel and Egypt have met in Rome. Israel is silent. {text}", "interned")
    assert act.actor == "israel"


@pytest.mark.parametrize(
    "text",
    [
        "Peru's troops, many of them conscripts, attacked a post of Chile.",
        "Peru's troops, most of whom were conscripts, attacked a post of Chile.",
        "Peru sent troops, some of whom attacked a post of Chile.",
    ],
)
def test_an_aside_tells_a_part_of_whom_it_stands_behind(text):
    assert _act(text, "attacked").actor == "peru"
