"""Who speaks by a noun: the person beside a thing, a side's spokesman, kin, people named in full."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

SPEAKERS = [
    ("Tokyo forbade further raids and the emperor rebuked the commander.", "japan"),
    (
        "NATO sent envoys to Macedonia. The road is open, an alliance official in Skopje said.",
        "nato",
    ),
    (
        "The Taliban hold Kunduz. A guerrilla spokesman said that the road was open.",
        "taliban",
    ),
    ("Saddam's elder son, Odai, said any attack on Iraq would be met with a fight.", "odai"),
    ("Human rights groups have called on Ottawa to cancel the deal.", "human_rights_groups"),
    ("Air traffic controllers in Minsk said that there was a bomb.", "air_traffic_controllers"),
    ("Angry Danish farmers said that the price was too low.", "danish_farmers"),
    ("Refugees arrived at the gate. Some told the guards that the bridge was closed.", "refugees"),
    ("Some said that the bridge was closed.", "some"),
    (
        "The junta in Niger met for two hours. A statement issued afterwards said nobody would go.",
        "niger",
    ),
    (
        "Moscow asked for time. A note handed to the Swedish ambassador said that it was needed.",
        "russia",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_is_heard(text: str, speaker: str) -> None:
    said = [claim.speaker for claim in extract(article(text))]
    assert said[-1:] == [speaker]
