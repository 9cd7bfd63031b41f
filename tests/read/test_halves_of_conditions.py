"""What stands in a condition is an act that is open, also in plain words."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

HALVES = [
    ("Chile will strike if Peru fails to leave.", "Peru fails to leave"),
    ("Chile will strike if Peru continues to arm.", "Peru continues to arm"),
    ("Chile warned of war if Peruvian troops came north.", "Peruvian troops came north"),
    (
        "Chile would act unless the Peruvians got out of the port.",
        "the Peruvians got out of the port",
    ),
    ("Chile will lift the ban once Peru has passed the law.", "Peru has passed the law"),
]

PLAIN = [
    "Chile will act if it comes to that.",
    "He once ran a third of the island.",
]


@pytest.mark.parametrize(("text", "quote"), HALVES)
def test_the_condition_is_an_open_act(text, quote):
    found = [claim for claim in extract(article(text)) if claim.kind == "option"]
    assert quote in [claim.quote for claim in found]


@pytest.mark.parametrize("text", PLAIN)
def test_no_act_is_made_of_a_mere_turn_of_phrase(text):
    found = [claim.quote for claim in extract(article(text)) if claim.kind == "option"]
    assert not [quote for quote in found if "comes" in quote or "ran" in quote]
