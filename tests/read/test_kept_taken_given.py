"""Acts told by plain verbs whose object says what they are: give, take, hold, keep, put."""

import pytest

from detente.read.article import article
from detente.read.findings import extract


def acts(text: str) -> set[tuple[str, str | None]]:
    return {
        (claim.kind, claim.event)
        for claim in extract(article(text))
        if claim.kind in {"event", "option"}
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya gave Somalia until Friday to withdraw the map.", "THREATEN"),
        ("Chad gave refuge to the ousted president.", "AID"),
        ("Oman's sultan gave his consent to the base.", "AGREE"),
        ("Poland's parliament voted to send two battalions.", "MOBILIZE"),
        ("The African Union decided to suspend Gabon.", "SANCTION"),
        ("The Security Council authorised a mission to Haiti.", "AGREE"),
        ("Colombia allowed the convoy to cross the bridge.", "CONCEDE"),
        ("India told its airlines to avoid the corridor.", "REQUEST"),
        ("The commission recommended an embargo on Serbia.", "REQUEST"),
        ("Nyerere's government set three conditions for talks.", "REQUEST"),
        ("Thousands took to the streets of Khartoum against the army.", "PROTEST"),
        ("Jordan took in a million Syrian refugees.", "AID"),
        ("Britain held Iran responsible for the mines.", "ACCUSE"),
        ("The Houthis still hold eleven sailors.", "COERCE"),
        ("France keeps some 1,500 soldiers in Djibouti.", "MOBILIZE"),
        ("The United States put two Rwandan generals on its sanctions list.", "SANCTION"),
        ("Russia has left the grain deal.", "REJECT"),
        ("The town of Sake fell to the rebels.", "ASSAULT"),
        ("Turkey brought the two foreign ministers together in Ankara.", "CONSULT"),
        ("Lithuania opened an investigation into the Belarusian flights.", "ACCUSE"),
        ("Uganda shared intelligence with the Congolese army.", "AID"),
        ("Azerbaijan's drones hit a clinic in Martakert.", "ASSAULT"),
        ("Armenia returned four villages to Azerbaijan.", "CONCEDE"),
    ],
)
def test_the_object_says_what_it_is(text: str, event: str) -> None:
    assert ("event", event) in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Somalia gave its reasons in a long statement.",
        "The minister told reporters that he wanted to rest.",
        "Prices fell in the capital.",
        "The agreement allowed trade to recover.",
        "Kenya held the view that the sea was open.",
        "The report put the losses at nine hundred.",
    ],
)
def test_without_such_an_object_they_are_none(text: str) -> None:
    assert not {each for each in acts(text) if each[0] == "event"}
