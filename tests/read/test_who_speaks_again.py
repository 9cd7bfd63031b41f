"""Who speaks where a pronoun, a noun said before or a name without a state stands for him; our own sentences."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

SPEAKERS = [
    (
        "Peru's interior ministry said that Chile had fired first. The ministry added that nine had died.",
        ["peru", "peru"],
    ),
    (
        "Bolivia's envoy said Paraguay had lied. The envoy warned that a war was near.",
        ["bolivia", "bolivia"],
    ),
    ("Danish officials are calm. Sweden is weak, they said.", ["denmark"]),
    (
        "Mr. Macron has not changed his mind. Germany is too careful, he argued.",
        ["france"],
    ),
    ("Erdogan went further: should Greece arm the islands, he said, he would act.", ["turkey"]),
    (
        "Chad and Libya claim the strip. Colonel Amadou Barro said his men held the wells.",
        ["amadou_barro"],
    ),
    ("The sea was rough. Western military attaches put the dead at 40.", ["western_attaches"]),
    ("The governor of Ica, Omar Vega, said that two had died.", ["omar_vega"]),
    ("The Hague tribunal ruled that the shoal was high ground.", ["tribunal"]),
    ('14:35 Ukraine\'s foreign minister: "We will not sign it."', ["ukraine"]),
    ("What does Peru say? Lima insists that it was a drill.", ["peru"]),
    ("A fire broke out at Goma, local authorities said.", ["authorities"]),
    ("A Danish charity, Safe Roads, said that the clinic had been hit.", ["charity"]),
    # whose state is only guessed speaks under the own id, also at the place of a dateline
    (
        "BEIJING, May 2 - Chad sent an envoy. The crew is well, General Neal Harker said.",
        ["neal_harker"],
    ),
    (
        "Chad and Libya talked. Vice-President Omar Saleh Barro said the wells were lost.",
        ["omar_saleh_barro"],
    ),
    (
        "The bloc met. The men will go home soon, said its secretary-general, Pavel Zurin.",
        ["pavel_zurin"],
    ),
    # but not whose state is told, nor an office that is held by who is listed
    ("Chad's foreign minister, Omar Saleh Barro, said the wells were lost.", ["chad"]),
    ("Secretary-General Antonio Guterres said that Chad had to yield.", ["united_nations"]),
    # a delegate, or a paper, whom the sentence before had for its subject
    ("Peru left. Then the Chilean delegate rose. He warned Lima that it would pay.", ["chile"]),
    (
        "Peru left. A second Chilean note followed in May. It repeated the claim and warned that time was short.",
        ["chile", "chile"],
    ),
    ("Peru's envoys met the Chilean delegate. They said that Bolivia had lied.", ["peru"]),
]


@pytest.mark.parametrize(("text", "who"), SPEAKERS)
def test_who_speaks(text: str, who: list[str]) -> None:
    assert [claim.speaker for claim in extract(article(text))] == who


def test_who_speaks_for_himself_means_his_state_by_we() -> None:
    text = article(
        'Chad and Libya claim the strip. "We hold the wells," Colonel Amadou Barro said in Chad.'
    )
    (saying,) = extract(text)
    assert saying.speaker == "amadou_barro"
    assert text.actor_of(next(token for token in text.doc if token.text == "We")) == "chad"
