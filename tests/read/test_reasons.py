"""Reasons why a thing isn't done or isn't likely stand in its way; other reasons don't."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

HINDERED = [
    (
        "A war is unlikely, because neither economy could stand it.",
        "neither economy could stand it",
    ),
    ("Chile will not attack, since its fleet is needed in the south.", "its fleet is needed"),
    ("The council refused to act because Peru buys its grain from Chile.", "Peru buys its grain"),
    ("Nobody in Lima will resign, because there are elections in May.", "there are elections"),
    ("Oslo fears that a blockade would cut off its own islands.", "Oslo fears that"),
    ("The Peruvian army was occupied with the rebels in the east.", "was occupied with"),
    ("Chile's government lost a vote in parliament on Tuesday.", "lost a vote"),
    ("Egypt has no plan for a longer campaign.", "has no plan"),
]

FREE = [
    "Chile attacked because Peru had closed the strait.",
    "The president resigned because he had been seen at the party.",
    "Officials fear that the disorder could spill into Peru.",
    "The ships carry spare parts and food.",
    "Peru has not replied since its envoy left.",
]


@pytest.mark.parametrize(("text", "quote"), HINDERED)
def test_what_stands_in_the_way_is_found(text: str, quote: str) -> None:
    found = [claim for claim in extract(article(text)) if claim.kind == "constraint"]
    assert any(quote in claim.quote for claim in found), [claim.quote for claim in found]


@pytest.mark.parametrize("text", FREE)
def test_other_reasons_hinder_nobody(text: str) -> None:
    assert not [claim for claim in extract(article(text)) if claim.kind == "constraint"], text
