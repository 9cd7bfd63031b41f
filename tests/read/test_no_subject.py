"""Who does an act that has no subject of its own: passives, infinitives, gerunds, nouns."""

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
    # who is punished, blamed or thanked for it, not who punishes
    ("Chile arrested three Peruvians for spying on its navy.", "spying", "peru"),
    ("Peru thanked Chile for releasing its sailors.", "releasing", "chile"),
    ("Peru was criticised by Brazil for attacking Bolivia.", "attacking", "peru"),
    ("Peru condemned Chile for the attack on Bolivia.", "attack on", "chile"),
    (
        "Peru expelled two Chilean diplomats over the attempt to kidnap a former minister.",
        "kidnap",
        "chile",
    ),
    # but what is done by one's own means
    ("Peru punished Chile by closing the border.", "closing", "peru"),
    ("Peru apologised to Chile for shelling the port.", "shelling", "peru"),
    # who has leave or orders
    (
        "Russia has put its bases in Georgia on alert, with orders to shoot.",
        "orders to shoot",
        "russia",
    ),
    # nobody sets himself the condition that somebody else has to meet
    (
        (
            "Paris explained that its ships would not intervene unless Tunisia was attacked again. "
            "Libya denied everything."
        ),
        "was attacked",
        "libya",
    ),
    (
        "Peru and Chile are at odds. Chile wants Peru's men gone unless the treaty is scrapped.",
        "is scrapped",
        "peru",
    ),
    # but what he does himself before he rests
    (
        "Peru fights Chile. Peru will not rest until the border is closed.",
        "is closed",
        "peru",
    ),
    # who warns of an embargo doesn't lay it
    (
        "Chile and Peru quarrel. Chile warned that an embargo would cost thousands of jobs.",
        "embargo",
        "peru",
    ),
    # who calls on others behind another verb
    (
        (
            "On Monday Zhivkov spoke on television. He denied that there was a Turkish minority in "
            "Bulgaria, accused Ankara of lies, and called on it to open its border."
        ),
        "open its border",
        "turkey",
    ),
    # whose authorities arrest and try, by the place
    (
        (
            "Russia and Georgia are at odds. The officers, arrested in Tbilisi last week, were "
            "driven to the airport."
        ),
        "arrested in",
        "georgia",
    ),
    ("Russia and Georgia are at odds. Four men were hanged in Moscow.", "were hanged", "russia"),
    # where the sentence says where the forces are
    (
        (
            "Chile threatened Peru with war. Chile's police were on alert. In Peru, police raided two "
            "clubs that are owned by Chileans."
        ),
        "police raided",
        "peru",
    ),
]


@pytest.mark.parametrize(("text", "words", "doer"), DOERS)
def test_who_does_what_has_no_subject(text: str, words: str, doer: str) -> None:
    assert act(text, words).actor == doer


# text, words of the act's quote, who is no doer
NEVER = [
    # who suffers a blow doesn't deal it, by whatever noun
    ("Peru shelled Chile. Forty Chilean workers were expelled.", "were expelled", "chile"),
    ("Peru fights Chile. Sanctions were imposed on Chilean copper.", "were imposed", "chile"),
    ("Peru attacked Chile. A Chilean officer was killed.", "was killed", "chile"),
]


@pytest.mark.parametrize(("text", "words", "other"), NEVER)
def test_nobody_expels_or_kills_his_own(text: str, words: str, other: str) -> None:
    assert act(text, words).actor != other


def test_what_is_done_in_a_land_may_be_done_by_it() -> None:
    text = (
        "Poland said that Russia had sent drones. The Polish premier called Moscow's denial absurd. "
        "The Polish army searches the fields. Airports at Warsaw were closed in the night."
    )
    assert act(text, "were closed").actor == "poland"


def test_the_next_attack_need_not_be_by_who_attacked_before() -> None:
    text = "Peru attacked Chile in May. {} could lead to war."
    taken_up = act(text.format("The attack"), "attack could")
    another = act(text.format("The next attack"), "attack could")
    assert taken_up.inferred != another.inferred
    assert "actor" in another.inferred
