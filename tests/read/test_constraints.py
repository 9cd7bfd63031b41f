"""What stands in the way: capability, law, money, opinion, allies."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

CONSTRAINTS = [
    (
        "The United States was mired in Vietnam.",
        "united_states",
        "capability",
    ),
    ("Russia would veto any resolution that let NATO act.", "russia", "alliance"),
    ("Argentina lacks the ships for a long war.", "argentina", "capability"),
    ("Germany is short of artillery shells.", "germany", "capability"),
    ("Japan's constitution forbids offensive weapons.", "japan", "law"),
    ("Greece cannot afford another war with Turkey.", "greece", "money"),
    ("In France war fatigue is spreading among voters.", "france", "opinion"),
    (
        "The carriers of the British fleet are too few to protect the landing.",
        "united_kingdom",
        "capability",
    ),
    ("Hungary's veto blocks the aid to Ukraine.", "*", "alliance"),
    ("Iran is unable to reach the mainland.", "iran", "capability"),
    (
        "Poland is checking whether it has sufficient stocks of fuel.",
        "poland",
        "capability",
    ),
    ("Ukraine is not a member of NATO.", "*", "law"),
    ("Russian tanks could not cross the marshes.", "russia", "capability"),
    ("Taiwan depends on imports for its fuel and has no reserves to speak of.", "taiwan", "*"),
]

FREE = [
    "Argentina invaded the islands.",
    "The two ministers met in Geneva.",
    "Iran says the talks went well.",
    "The harbour is wide and deep.",
]


@pytest.mark.parametrize(("text", "actor", "sort"), CONSTRAINTS)
def test_a_constraint_is_found_with_whom_it_binds(text, actor, sort):
    found = [claim for claim in extract(article(text)) if claim.kind == "constraint"]
    assert found
    assert actor in ("*", *(claim.actor for claim in found))
    assert sort == "*" or any(claim.rule.startswith(sort) for claim in found)


@pytest.mark.parametrize("text", FREE)
def test_a_sentence_without_obstacle_has_no_constraint(text):
    assert [claim.quote for claim in extract(article(text)) if claim.kind == "constraint"] == []
