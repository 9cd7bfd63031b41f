"""Verbs of speech that tell a deed where they stand, and the same verbs that tell words."""

import pytest

from detente.read.article import article
from detente.read.claim import Document
from detente.read.reading import read
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


@pytest.mark.parametrize("verb", ["called", "considered", "protested", "gave", "put", "threatened"])
@pytest.mark.parametrize("opening", ["Peru", "The envoys were", "Lima said Peru", "Peru, he"])
def test_a_text_that_breaks_off_behind_its_verb_is_read(opening: str, verb: str) -> None:
    text = f"{opening} {verb}"
    reading = read(Document("d1", "", None, "note", text))
    assert all(text[each.start : each.end] == each.quote for each in reading.claims)


def test_a_text_that_breaks_off_behind_what_was_said_is_read() -> None:
    text = "Peru kept the boats, and its radio broadcast what it said was a confession"
    assert read(Document("d1", "", None, "note", text)).documents[0].text == text
