"""Doers and targets that an act's clause leaves unsaid, or hides behind a pronoun."""

import pytest

from detente.read.claim import Claim, Document
from detente.read.reading import read
from detente.read.signing import whole


def act(text: str, words: str) -> Claim:
    claims = whole(read(Document("d1", "", None, "t", text))).claims
    found = [c for c in claims if c.kind in {"event", "option"} and words in c.quote]
    return min(found, key=lambda claim: (len(claim.quote), claim.kind != "option"))


# text, words of the act's quote, who does it
DOERS = [
    # "they" is a plural before it is a state
    ("Israel struck the rebels after they had fired on its patrols.", "had fired", "rebels"),
    (
        "China told the Americans that they would have to leave. Japan kept silent.",
        "have to leave",
        "united_states",
    ),
    (
        "Turkey drew a line behind which the Greeks were to stay. They crossed it in June.",
        "They crossed it",
        "greece",
    ),
    # but a state alone may be "they"
    ("Peru closed the border. They reopened it a week later.", "They reopened", "peru"),
    # who vows in the passive
    (
        "Peru warned that migrants who crossed the river would be sent back. Chile protested.",
        "would be sent back",
        "peru",
    ),
    # who is given leave
    (
        "Austria gave Serbia a week to withdraw its troops. Russia called up reserves.",
        "withdraw its troops",
        "serbia",
    ),
    # not the forces of a thing that was taken
    (
        "Israel sent armour across the line. Soldiers took over a Syrian post on the summit.",
        "took over a Syrian post",
        "israel",
    ),
    # what undoes an act is done by who did it
    (
        "Rebels of the M23 seized two pilots in May. Italy sent an envoy. The men were freed in June.",
        "were freed",
        "m23",
    ),
    (
        "Poland closed the crossing. Belarus protested. The border was reopened in a week.",
        "was reopened",
        "poland",
    ),
    # but what is opened itself is opened by whoever the text names
    ("Poland closed the crossing. Belarus opened a road to Latvia.", "opened a road", "belarus"),
    # officers without a name are their state's
    (
        "Turkey objects to the missiles. Senior officers have spoken of intercepting the ships.",
        "intercepting the ships",
        "turkey",
    ),
    # who demands by a participle is not to do it himself
    (
        "The Philippines protested to China, demanding that the seized boats be returned.",
        "boats be returned",
        "china",
    ),
]


@pytest.mark.parametrize(("text", "words", "doer"), DOERS, ids=[case[1] for case in DOERS])
def test_whose_an_act_is(text: str, words: str, doer: str) -> None:
    assert act(text, words).actor == doer


# text, words of the act's quote, upon whom it falls
TARGETS = [
    # those who act together are no targets of one another
    (
        "Armenia and Georgia recalled their envoys from Baku. Azerbaijan was angry.",
        "recalled their envoys",
        "azerbaijan",
    ),
    # but those who clash are
    ("Greek and Turkish frigates collided off Crete.", "frigates collided", "turkey"),
    # fired at one, for the sake of another
    (
        "Hezbollah has fired rockets at Israel since October in support of Hamas.",
        "fired rockets",
        "israel",
    ),
    # where one flees to is no adversary
    (
        "Tanzania invaded Uganda. Amin of Uganda fled to Libya, and Tanzania took Kampala.",
        "fled to Libya",
        "tanzania",
    ),
    # but from where one withdraws is
    ("France withdrew its troops from Mali.", "withdrew its troops", "mali"),
    # what answers falls upon who acted
    (
        "Oman called for calm. Iran seized a Saudi tanker. Saudi Arabia retaliated with raids.",
        "retaliated with raids",
        "iran",
    ),
    # one's own leader
    (
        "General Tiani of Niger toppled the Niger president. ECOWAS closed the border.",
        "toppled",
        "niger",
    ),
    # what is struck is another's, but not what is one's own
    (
        "Hamas fired rockets at Ashdod. Israel killed its chief in Gaza. Egypt urged calm.",
        "killed its chief",
        "hamas",
    ),
    # a party named but once
    (
        "The Philippines lodged a protest after Chinese ships blocked the reef.",
        "lodged a protest",
        "china",
    ),
]


@pytest.mark.parametrize(("text", "words", "target"), TARGETS, ids=[case[1] for case in TARGETS])
def test_upon_whom_an_act_falls(text: str, words: str, target: str) -> None:
    assert act(text, words).target == target
