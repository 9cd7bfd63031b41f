"""Deeds told by plain verbs of the past, and what a party merely was, thought or lost."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

DEEDS = [
    ("Peru sent two frigates to the gulf.", "MOBILIZE"),
    ("Estonia moved a monument from the square to a cemetery.", None),
    ("Honduras followed a day later.", None),
    ("France moved a forward base close to the border with Chad.", "MOBILIZE"),
    ("Turkey ended visa-free travel for Canadians last week.", None),
    ("Egypt has taken Sudan's side.", None),
    ("Norway paid Chad forty million dollars.", "AID"),
    ("Rwanda advised its citizens not to travel to Uganda.", None),
    ("The town has been held by Bolivia since June.", None),
    ("Chile replied that the islands were its own.", "REJECT"),
    ("Libya hinted that aid to Chad could stop.", "THREATEN"),
    ("Sweden informed Finland that the line was closed.", "REQUEST"),
    ("Iran declared that it was no longer bound by the treaty.", "REJECT"),
]

NO_DEEDS = [
    "France drew the opposite lesson.",
    "The French president stirred a controversy in June.",
    "The council took note of the promise.",
    "It took them a hundred days.",
    "Greece lacked ships.",
    "Peru lost the war.",
    "Chile outnumbered Bolivia.",
    "Turkey had expected little resistance from Greece.",
    "The sultan died in Rabat in September.",
    "Mexico did not send ships to Chile.",
    "Diplomats put the odds of an embargo at close to zero.",
]


@pytest.mark.parametrize(("text", "event"), DEEDS)
def test_a_plain_deed_of_a_party_is_an_event(text: str, event: str | None) -> None:
    found = [claim for claim in extract(article(text)) if claim.kind == "event"]
    assert found, text
    if event is not None:
        assert event in {claim.event for claim in found}


@pytest.mark.parametrize("text", NO_DEEDS)
def test_what_is_no_deed_is_no_event(text: str) -> None:
    assert not [claim for claim in extract(article(text)) if claim.kind == "event"], text


TOLD = [
    ("Britain told Peru that it could not be drawn into the war.", "REJECT"),
    ("Chile has let it be known that it would send no ships.", "REJECT"),
    ("Officials in Lima let it be understood that Peru would arm the rebels.", "SUPPORT"),
    ("Kenya wants Uganda to close the camps.", "REQUEST"),
    ("Norway ruled out an apology.", "REJECT"),
]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_what_is_told_to_a_party_is_an_act(text: str, event: str) -> None:
    assert event in {claim.event for claim in extract(article(text)) if claim.kind == "event"}


def test_what_a_party_could_do_is_an_option() -> None:
    found = [
        claim
        for claim in extract(article("Brazil could bring its partners together. It could rain."))
        if claim.kind == "option"
    ]
    assert [(claim.actor, claim.status) for claim in found] == [("brazil", "possible")]
