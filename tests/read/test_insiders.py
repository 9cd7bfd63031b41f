"""Whose inside somebody acts in who has no state by name, and whose ships and organs go by letters."""

import pytest

from detente.read.claim import Document
from detente.read.reading import read

# text, words of the act's quote, who does it
DOERS = [
    # a word beside them
    (
        "Mali quarrelled with France. Mali's new military rulers expelled the French ambassador.",
        "rulers expelled",
        "mali",
    ),
    # whom they turn to
    (
        (
            "Brazil and Argentina quarrelled over a dam. "
            "In Brazil the opposition accused the president of having provoked a crisis."
        ),
        "opposition accused",
        "brazil",
    ),
    # the place that the report comes from
    (
        (
            "TEHRAN, May 3 - Iran holds two French sailors. France protested. "
            "Radical students have demanded a trial."
        ),
        "demanded a trial",
        "iran",
    ),
    (
        (
            "LIMA, Jan. 3 - Peru accused Ecuador of shelling a post. Ecuador denied it. "
            "Congress approved the mobilization on Tuesday."
        ),
        "Congress approved",
        "peru",
    ),
    # but America's own, and elsewhere
    (
        (
            "LIMA, Jan. 3 - Peru accused Ecuador of shelling a post. "
            "The U.S. Congress condemned the fighting."
        ),
        "Congress condemned",
        "united_states",
    ),
    (
        "PARIS, Jan. 3 - France and the United States quarrelled. Congress condemned the tariff.",
        "Congress condemned",
        "united_states",
    ),
    # a league's commission
    (
        (
            "Finland and Sweden took the quarrel to the League of Nations. "
            "A commission led by a Belgian visited both countries."
        ),
        "visited both countries",
        "league_of_nations",
    ),
    # ships and forces that go by letters
    (
        "The Soviet Union demanded bases from Turkey. The cruiser USS Memphis visited Izmir.",
        "visited Izmir",
        "united_states",
    ),
    (
        "Argentina landed on the islands. HMS Conqueror sank the cruiser.",
        "HMS Conqueror sank",
        "united_kingdom",
    ),
    # a name of a ship that is a city's stays a ship
    (
        (
            "Italy and Britain met at sea. The British bombarded the port. "
            "The cruiser Trento attacked the British convoy."
        ),
        "attacked the British convoy",
        "italy",
    ),
    (
        "Yugoslavia and Slovenia quarrelled. In 1990 the JNA disarmed the Slovenian guard.",
        "disarmed the Slovenian guard",
        "yugoslavia",
    ),
    # who sends a man of its own
    (
        "Egypt closed the straits against Israel. Foreign Minister Eban was sent to Washington.",
        "was sent to Washington",
        "israel",
    ),
    # by whose blow somebody suffers
    (
        (
            "Chile and the United States quarrelled. The president was toppled in a coup organised "
            "by the American secret service. Chile protested."
        ),
        "president was toppled",
        "united_states",
    ),
]


@pytest.mark.parametrize(("text", "words", "actor"), DOERS)
def test_whose_inside(text: str, words: str, actor: str) -> None:
    reading = read(Document(id="d", title="", date=None, source="d", text=text))
    acts = [c for c in reading.claims if c.kind in ("event", "option") and words in c.quote]
    assert {act.actor for act in acts} == {actor}


def test_a_bare_unknown_name_is_not_given_to_a_party_that_is_known() -> None:
    text = "Chile met Peru in Santiago. Morvania closed its ports."
    reading = read(Document(id="d", title="", date=None, source="d", text=text))
    assert not [c for c in reading.claims if "ports" in c.quote and c.actor in ("chile", "peru")]


def test_masked_men_stay_nobody() -> None:
    text = "India accused Pakistan. Masked gunmen attacked a barracks in Srinagar."
    reading = read(Document(id="d", title="", date=None, source="d", text=text))
    acts = [c for c in reading.doubtful if c.kind == "event" and "gunmen attacked" in c.quote]
    assert [act.actor for act in acts] == [None]
