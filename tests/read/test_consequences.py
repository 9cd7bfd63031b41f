"""What acts bring about, would bring about, and cannot be undone."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

# sentence, words of the quote, whose act it is about ("*": any)
EFFECTS = [
    ("An invasion of Taiwan would trigger a global recession.", "recession", "*"),
    ("The sinking of the cruiser ended all hope of peace.", "ended", "*"),
    ("Supplying missiles to Ukraine could lead to a wider war.", "wider war", "*"),
    ("The blockade led to shortages in Cuba.", "shortages", "*"),
    ("Russia closed the port, forcing ships to turn back.", "forcing", "russia"),
    (
        "An Israeli strike would set the programme back by years.",
        "set the programme back",
        "israel",
    ),
    ("Turkey's invasion of Cyprus brought down the junta in Athens.", "brought down", "turkey"),
    ("The crisis hastened the creation of the alliance.", "hastened", "*"),
    ("A Chinese blockade would cripple the island's economy.", "cripple", "china"),
    (
        "North Korea fired a missile over Japan, raising fears of war.",
        "raising fears",
        "north_korea",
    ),
    ("The war was triggered by the assassination of the archduke.", "triggered", "*"),
    ("If the deal collapses, it could spark a regional war.", "spark", "*"),
]

NO_EFFECTS = [
    "The road leads to the harbour.",
    "Egypt closed the canal.",
    "The minister left the room.",
    "Analysts expect rain.",
    "Iran said it would not become a battlefield.",
]

UNDONE = [
    ("A nuclear strike would cause irreversible damage to relations.", True),
    ("The annexation led to a permanent break between the two states.", True),
    ("The raid led to a brief quarrel.", False),
    ("Recognition of the enclave would be a point of no return and would lead to war.", True),
]


@pytest.mark.parametrize(("text", "words", "doer"), EFFECTS)
def test_an_effect_is_found_with_whose_act_it_follows(text, words, doer):
    found = [claim for claim in extract(article(text)) if claim.kind == "consequence"]
    assert len(found) == 1, [claim.quote for claim in found]
    assert words in found[0].quote
    assert doer in ("*", found[0].doer)


@pytest.mark.parametrize("text", NO_EFFECTS)
def test_no_effect_is_invented(text):
    assert [claim.quote for claim in extract(article(text)) if claim.kind == "consequence"] == []


@pytest.mark.parametrize(("text", "irreversible"), UNDONE)
def test_what_cannot_be_undone_is_marked(text, irreversible):
    found = [claim for claim in extract(article(text)) if claim.kind == "consequence"]
    assert found
    assert any(claim.irreversible for claim in found) is irreversible
