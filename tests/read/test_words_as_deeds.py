"""Verbs of speech that tell a deed where they stand, and the same verbs that tell words."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

DEEDS = [
    "Officers considered firing at the boat.",
    "Peru is considering whether to close its ports.",
    "Peru called its envoys home for consultations.",
    "Peru called them home.",
    "Students were protesting against the mine.",
    "Peru gave the garrison notice to leave.",
    "Peru put the wounded ashore at Callao.",
    "Peru was threatening Chile.",
    "Peru continued its work.",
]
WORDS = [
    "Peru considers the treaty void.",
    "Peru called the raid shameful.",
    "Peru protested against the raid.",
    "Ministers protested that the raid was unlawful.",
    "Peru gave notice that it would leave the pact.",
    "Peru put the losses at forty.",
    "Peru threatened to close its ports.",
    "Peru threatened Chile with sanctions.",
]


@pytest.mark.parametrize("text", DEEDS)
def test_a_deed_is_no_saying(text: str) -> None:
    assert not list(extract(article(text)))


@pytest.mark.parametrize("text", WORDS)
def test_words_are_a_saying(text: str) -> None:
    assert list(extract(article(text)))
