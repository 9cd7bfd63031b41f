"""Whose voice a word of speech is: papers, spokesmen, bodies without a name; our own sentences."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

SPEAKERS = [
    # newspapers speak for themselves, state media for their state
    ("Newspapers in Lima have called for the dam to be bombed.", ["newspapers"]),
    ("Several Turkish dailies claimed that Greece had sent marines.", ["turkish_dailies"]),
    ("The fleet sailed, according to Indian newspapers.", ["indian_newspapers"]),
    ("Iran's media reported that the ship had been seized.", ["media"]),
    ("State media in Pyongyang said the rocket had flown.", ["north_korea"]),
    ("The Peruvian government newspaper accused Chile of lying.", ["peru"]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_the_speaker_is(text: str, speakers: list[str]) -> None:
    assert [claim.speaker for claim in extract(article(text))] == speakers
