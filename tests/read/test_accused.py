"""Deeds that an accusation tells of are the accused's, whoever the text leaves that to be."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

# a text, a word of the deed, its doer
DEEDS = [
    (
        "Peru recalled its envoy from Chile on Monday. It accused the country of attacking a post.",
        "attacking",
        "chile",
    ),
    (
        "Sudan broke with the United Arab Emirates, accusing the Gulf state of arming the rebels.",
        "arming",
        "united_arab_emirates",
    ),
    ("Oman met Qatar. Qatar blamed its neighbour for attacking a post.", "attacking", "oman"),
    # an accused with a name of its own stays the doer
    ("Peru met Chile. Chile accused Bolivia of shelling a post.", "shelling", "bolivia"),
]


@pytest.mark.parametrize(("text", "word", "doer"), DEEDS)
def test_the_accused_did_it(text: str, word: str, doer: str) -> None:
    deeds = [c for c in extract(article(text)) if c.kind == "event" and word in c.quote]
    assert [c.actor for c in deeds if c.event != "ACCUSE"] == [doer]


def test_nobody_is_accused_by_a_plan() -> None:
    text = "Peru met Chile. Peru spoke of massing troops on the border with Chile."
    doers = {c.actor for c in extract(article(text)) if "massing" in c.quote}
    assert "chile" not in doers
