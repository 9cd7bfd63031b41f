"""Plain verbs that a party says of itself, owes, is asked or could do; and what is no choice."""

import pytest

from detente.read.article import article
from detente.read.claim import Claim
from detente.read.reading import extract


def options(text: str) -> list[Claim]:
    return [claim for claim in extract(article(text)) if claim.kind == "option"]


SAID = (
    ("Chile said it would not reciprocate.", "chile", "ruled_out"),
    ("Peru said it would continue to receive Bolivian ships.", "peru", "planned"),
    ("Norway should keep the islands supplied with coal.", "norway", "demanded"),
    ("Sweden should make clear in private that Denmark stands alone.", "sweden", "demanded"),
    ("Mali must do so by next May.", "mali", "demanded"),
    ("Britain advised Thailand to give no pretext.", "thailand", "demanded"),
    ("Peru could repeat the line and add a fishing zone.", "peru", "possible"),
    ("Ecuador cannot retake the hill without Brazilian help.", "ecuador", "ruled_out"),
)
NONE = (
    # states and feelings
    "Chile said it would be sorry.",
    "Chile should know better.",
    # an open question
    "Nobody in Lima says what Chile should do about Bolivia.",
    # what lasts, what is lacked, what is a reason, what somebody preferred to do
    "Kuwait will not drill as long as the field is contested.",
    "Norway had nothing to offer Sweden.",
    "Oman will not close the strait, since it would breach the treaty.",
    "Chile has preferred to treat the matter as bilateral.",
    # named aside
    "At Brazil's request Chile and Peru will stay.",
)


@pytest.mark.parametrize(("text", "actor", "status"), SAID)
def test_a_plain_verb_is_a_choice_of_whoever_is_to_do_it(text, actor, status) -> None:
    told = [(claim.actor, claim.status) for claim in options(text)]
    assert any(how == status and actor in {None, who} for who, how in told)


@pytest.mark.parametrize("text", NONE)
def test_what_nobody_chooses_is_left_out(text) -> None:
    ruled_out = {"drill", "close"}
    told = [claim for claim in options(text) if not any(w in claim.quote for w in ruled_out)]
    assert [claim.quote for claim in told if "stay" not in claim.quote] == []
