"""Who acts where a text says "the West", "protesters", "senators" or "the insurgents"."""

import pytest

from detente.read.claim import Document
from detente.read.reading import read
from detente.read.signing import whole

# text, words of the act's quote, who does it
DOERS = [
    # a grouping without an office: the member that the text is about
    (
        (
            "Germany quarrels with Belarus over a wall. Germany has recalled its ambassador. "
            "Western governments have imposed sanctions on Minsk."
        ),
        "imposed sanctions",
        "germany",
    ),
    (
        (
            "Saudi Arabia and Bahrain quarrelled with Iran. Saudi Arabia closed its airspace. "
            "The Arab states recalled their ambassadors from Tehran."
        ),
        "recalled their ambassadors",
        "saudi_arabia",
    ),
    (
        "Niger expelled the French. ECOWAS met. West African leaders threatened to use force.",
        "threatened to use force",
        "ecowas",
    ),
    # people of a state's inside are the state's
    (
        "Kenya and Uganda quarrelled. In Kenya protesters tore up the railway to Kampala.",
        "protesters tore up",
        "kenya",
    ),
    (
        "Chile and Peru quarrelled. An adviser to the Peruvian premier demanded an apology.",
        "demanded an apology",
        "peru",
    ),
    # fighters of whom a text names but one force
    (
        (
            "Ansar Dine holds the north of Mali. Ansar Dine took Kidal in March. "
            "On Monday some forty insurgents attacked a Malian post."
        ),
        "insurgents attacked",
        "ansar_dine",
    ),
]


@pytest.mark.parametrize(("text", "words", "actor"), DOERS)
def test_who_is_meant_by_a_grouping(text: str, words: str, actor: str) -> None:
    reading = read(Document(id="d", title="", date=None, source="d", text=text))
    acts = [c for c in whole(reading).claims if c.kind in ("event", "option") and words in c.quote]
    assert {act.actor for act in acts} == {actor}


def test_rebels_of_another_land_are_not_the_force_that_is_named() -> None:
    text = (
        "Ansar Dine holds the north of Mali. Ansar Dine took Kidal in March. "
        "Chadian rebels attacked a barracks."
    )
    reading = read(Document(id="d", title="", date=None, source="d", text=text))
    assert "chadian_rebels" in {actor.id for actor in reading.actors}
