"""Acts that are told as options, and open acts that are nobody's choice."""

import pytest

from detente.read.article import article
from detente.read.reading import extract


def options(text: str) -> list[str]:
    return [claim.quote for claim in extract(article(text)) if claim.kind == "option"]


NONE = (
    # what was refused and left at that
    "Sweden declined to comment on Norway's note.",
    "Chile rejected the compensation that Peru had paid.",
    "Portugal refused to recognise Indonesia's claim.",
    "Neither Chile nor Argentina wanted a war.",
    # a word for what is known already
    "Brazil protested against the raid.",
    # too vague
    "Nepal called for help.",
    # the purpose of what is told
    "Romanian engineers came to Moldova to repair the bridge.",
    # what is within somebody's power
    "The plateau cannot be held by Bolivia against artillery.",
    "You cannot bomb a river, Ethiopia's minister said.",
    # an effect
    "This would deprive Oman of its port.",
    "To do so would cost Chile its fleet.",
    "Japan would loathe it.",
)
SOME = (
    ("Sweden rejected any blockade of Norway.", "blockade"),
    ("Jordan refuses to let Iraqi troops pass.", "let"),
    ("Bulgaria refused to withdraw from the pass.", "withdraw"),
    ("Turkey ruled out a blockade.", "blockade"),
    ("Nepal called for the withdrawal of Indian troops.", "withdrawal"),
    ("Romania might repair the bridge for Moldova.", "repair"),
    ("Bolivia would be attacked by Paraguay.", "attacked"),
    ("Japan would attack the island.", "attack"),
)


@pytest.mark.parametrize("text", NONE)
def test_what_is_nobodys_choice_is_no_option(text):
    assert options(text) == []


@pytest.mark.parametrize(("text", "word"), SOME)
def test_a_choice_is_an_option(text, word):
    assert any(word in quote for quote in options(text)), options(text)


def test_an_act_is_told_once_with_the_verb_that_governs_it():
    assert len(options("Chile could offer real negotiations.")) == 1


def test_what_is_asked_for_is_told_beside_the_asking():
    assert len(options("Peru will ask for the withdrawal of all Chilean forces.")) == 2
