"""Red lines drawn by allusion, on many crises, and sentences that draw none."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

DRAWN = [
    "Washington would view a base on the island with the utmost seriousness, the envoy told Havana.",
    "Every inch of the coast would be defended, Oman said.",
    "That is the line which he will not cross, the Serbian president said.",
    "Nasser announced that no Israeli flag would pass through the gulf.",
    "Any intervention would have the most negative consequences, Canberra warned.",
    "Tehran said it would not stand by while its ships were seized.",
    '"We cannot accept foreign bases on our soil," Moldova\'s president said.',
    "Hungary would not permit the transit of weapons, its foreign minister said.",
    "Any attack on the island would be treated as an attack on the United States, Washington said.",
    "An attack on one of us is an attack on all, the Polish prime minister said.",
    "Iran will not be allowed to acquire a bomb, Israel's prime minister said.",
    "Crimea is non-negotiable, Moscow said.",
    '"Turkish troops must never return to the island," Greece\'s foreign minister said.',
    "Closing the strait would mean war, the American ambassador told Tehran.",
    "Further shelling would leave us no choice but to respond, Islamabad said.",
    "An extension to twelve miles would be a casus belli, Ankara declared.",
    "A second raid would have consequences, Ethiopia warned.",
    '"Do not cross the river," Amman told Damascus.',
    "Beijing warned Manila not to repair the ship.",
    "Seoul warned against any further launch.",
    "Russia threatened to cut the gas if Moldova signed.",
    "Rwanda reserves the right to respond if Congolese artillery fires again.",
    '"If they touch one hair of our envoy, we will burn their capital," Zaire\'s president said.',
    "Cairo told Khartoum that a dam upstream would be the end of the treaty.",
    "Foreign soldiers who set foot in the province would be shot, the rebels said.",
    "Either the rebels lay down their arms or we will take the town, Colombia's minister said.",
    "Leave the island now or we will throw you out, Jakarta told the Dutch.",
    "Tunisia was determined to react to any violation of its airspace.",
    "Kuwait declared that any vessel entering its waters would be treated as hostile.",
    "For Sofia the entry of Romanian troops was a line that must not be crossed.",
    "The bloc would recognise no border drawn by force, Brussels declared.",
    "Chad's army would fight if foreign troops set foot on its soil, N'Djamena said.",
    "Ghana said that the presence of mercenaries at Lomé was intolerable.",
    "Whoever attacks our convoy will pay for it, Somalia's president said.",
    '"One more rocket and we will march," the Israeli minister warned.',
    "Washington said that it would respond to any use of chemical weapons.",
    "Armenia warned that it would answer every shot.",
]

NONE = [
    "Norway reserves the right to ask for his extradition.",
    "Any vote would be met with applause in Quito.",
    "Peru said it would withdraw if Ecuador released the pilots.",
    "The minister threatened to resign unless the budget passed.",
    "The minister said the offer was unacceptable.",
    "Egypt would not accept the ruling.",
    "Spain warned against optimism.",
    "The envoy said the talks must not fail.",
    "France will not accept a seat at the table.",
    "Iran threatened to resign from the committee.",
    "He told the cabinet not to worry.",
    "The ambassador said he would not hesitate to travel.",
    "Peru reserved the right to comment later.",
    "If the vote passes, Sweden will join, the premier said.",
    "Members had long warned against adventures abroad.",
    "The government cannot allow itself another defeat.",
    "Sanctions would have consequences for the economy, analysts said.",
    "There would never be a better time, the general said.",
]


def _lines(text):
    return [claim.quote for claim in extract(article(text)) if claim.kind == "red_line"]


@pytest.mark.parametrize("text", DRAWN)
def test_a_line_is_found_by_allusion(text):
    assert len(_lines(text)) == 1


@pytest.mark.parametrize("text", NONE)
def test_what_bars_no_act_is_no_line(text):
    assert _lines(text) == []
