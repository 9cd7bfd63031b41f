"""If P then Q, in its many forms, quoted with both halves."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

# sentence, the condition
CONDITIONALS = [
    ("If Iran closes the strait, America will intervene.", "If Iran closes the strait"),
    ("Greece will withdraw if Turkey does the same.", "if Turkey does the same"),
    ("Egypt will not negotiate unless Israel withdraws.", "unless Israel withdraws"),
    ("The blockade will last until the missiles are removed.", "until the missiles are removed"),
    ("Should the talks fail, troops will go ashore.", "Should the talks fail"),
    ("Had the ships turned north, Britain would have fired.", "Had the ships turned north"),
    (
        "Qatar would pay in exchange for the release of the hostages.",
        "in exchange for the release of the hostages",
    ),
    ("In the event of an attack, Poland would call on its allies.", "In the event of an attack"),
    ("Japan would help provided that the Diet agreed.", "provided that the Diet agreed"),
    (
        "As long as the siege continues, Egypt will keep the crossing shut.",
        "As long as the siege continues",
    ),
    ("Without American arms, Ukraine could not hold the line.", "Without American arms"),
    (
        "The troops will leave only when the election has been held.",
        "only when the election has been held",
    ),
    ("Serbia must withdraw or face airstrikes.", "Serbia must withdraw"),
    ("Were China to attack, Taiwan would resist.", "Were China to attack"),
    (
        "Moscow would station missiles there should the deployment go ahead.",
        "should the deployment go ahead",
    ),
    ("In return for aid, Sudan would hand over the port.", "In return for aid"),
]

UNCONDITIONAL = [
    "Reporters asked if the ships had left.",
    "Nobody knows whether Iran will attack.",
    "The army fought until dawn.",
    "After the war Germany was divided.",
    "He spoke as if nothing had happened.",
    "France invaded without warning.",
    "Once a colony, Djibouti hosts five bases.",
    "When the ships arrived, the town had fallen.",
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONALS)
def test_a_conditional_is_quoted_with_both_halves(text, condition):
    found = [claim for claim in extract(article(text)) if claim.kind == "conditional"]
    assert [claim.condition for claim in found] == [condition]
    assert condition in found[0].quote
    assert len(found[0].quote) > len(condition) + 8


@pytest.mark.parametrize("text", UNCONDITIONAL)
def test_questions_and_times_past_are_no_conditions(text):
    assert [claim.quote for claim in extract(article(text)) if claim.kind == "conditional"] == []


def test_a_conditional_points_at_the_claims_of_its_halves():
    claims = list(extract(article("If Iran attacks Israel, America will bomb Iran.")))
    conditional = next(claim for claim in claims if claim.kind == "conditional")
    halves = {claim.id: claim.actor for claim in claims if claim.kind == "option"}
    assert {halves[half] for half in conditional.because} == {"iran", "united_states"}
    assert conditional.actor == "united_states"


def test_a_conditional_says_that_its_doer_is_only_guessed():
    text = "Turkey closed the strait. Greece protested. If it fails, ships will turn back."
    (claim,) = (c for c in extract(article(text)) if c.kind == "conditional")
    assert claim.actor is not None
    assert "actor" in claim.inferred
