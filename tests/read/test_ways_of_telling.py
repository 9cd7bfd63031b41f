"""Ways of handing on words: whose they are, where the parser or the order hides it; our own sentences."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

SAID = [
    ("On 4 May Henry Stimson informed Peru that the port was closed.", ["united_states"]),
    ("On 14 March 1935 Ibn Saud asserted that the wells were his.", ["saudi_arabia"]),
    ("By the evening of 4 August London had told Berlin that it would fight.", ["united_kingdom"]),
    (
        "At a rally in Caracas on Sunday Maduro told supporters that the army was ready.",
        ["venezuela"],
    ),
    ("Addressing parliament, Modi said that the border was calm.", ["india"]),
    ("Refugees told of columns of lorries on the coast road.", ["refugees"]),
    ("Peru's envoy wrote on Friday, in a letter to Lima, that the debt was paid.", ["peru"]),
    (
        "A truce would be folly, Dmitry Peskov, Putin's spokesman, warned last Wednesday.",
        ["russia"],
    ),
    ('"Who will pay?" asked a Danish diplomat who refused to be named.', ["denmark"]),
    ("The bridges were mined, according to an account given by the Omani army.", ["oman"]),
    ("Forty villages have burned, a count by the United Nations suggests.", ["united_nations"]),
    ("In the view of the generals, Chad is too weak to march.", ["generals"]),
    ("Diplomats do not believe that Ghana will leave.", ["diplomats"]),
    ("Chad has left and is reported to have told Niger that the fort was lost.", ["chad"]),
    (
        "Spain thanked the Americans, who promised joint patrols in return.",
        ["spain", "united_states"],
    ),
    ("A commission went to the valley. It found that Chad had fired first.", ["commission"]),
    ("Two writers went there in May. They point out that the fort is old.", ["writers"]),
    ("A senior administration official said the United States would wait.", ["united_states"]),
    ("The chiefs of staff warned that the island was lost.", ["chiefs_of_staff"]),
    ("A businessman in the port told us that ships had left.", ["businessman"]),
    ("Every Finnish government has taken the position that the isles are hers.", ["finland"]),
    ("Oman offered Iran a way out.", ["oman"]),
    ("Togo voted to urge Ghana to pull back.", ["togo"]),
    ("The Foreign Secretary, Herbert Morrison, pressed for the use of force.", ["united_kingdom"]),
    ("Moscow holds Kyiv responsible for the blast.", ["russia"]),
    (
        'Peru said it would wait. "Why hurry? Who gains by it? Nobody!" a Chilean officer asked.',
        ["peru", "chile"],
    ),
    ("Oman dismissed foreign appeals for talks with the rebels as nonsense.", ["oman"]),
    ("Chile gave Peru until Friday to free the crew.", ["chile"]),
    ("Sudan charges Chad with arming the rebels.", ["sudan"]),
    ("Aides had talked of cutting off the gas.", ["aides"]),
    ("Oman put the dead at 40.", ["oman"]),
    ("Chad challenged Libya to show its maps.", ["chad"]),
    ("Brazil has preferred to blame Peru.", ["brazil"]),
    (
        "The Taliban deny that they shelter them and retort that the hills are free.",
        ["taliban", "taliban"],
    ),
    ("Oman keeps a note in which Iran called on both sides to wait.", ["iran"]),
    ("Lula, who last week compared Israel to a bully, stayed away.", ["brazil"]),
    (
        '"First the wells, then the port," a Danish envoy, Ida Holm, observed.',
        ["denmark"],
    ),
    ("The rebels proclaimed a ceasefire on Sunday.", ["rebels"]),
    ("The members of the Arab League called on Chad to withdraw.", ["arab_league"]),
    ("Ghana and Togo clashed in May. Each side accuses the other of having begun.", ["ghana"]),
]
SILENT = [
    '"Who will stop them?" Then the bridge fell.',
    "The guards shot without warning.",
    "Peru built a road, so that convoys would no longer be late.",
    "Maersk sent its ships round the Cape, adding ten days to the trip.",
    "Neither side described the truce as final.",
    "Chad gave the convoy two days to load.",
    "In Lima on Sunday tanks rolled past the palace.",
]


@pytest.mark.parametrize(("text", "who"), SAID)
def test_who_tells_it(text: str, who: list[str]) -> None:
    assert [claim.speaker for claim in extract(article(text))] == who


@pytest.mark.parametrize("text", SILENT)
def test_nobody_tells_it(text: str) -> None:
    assert list(extract(article(text))) == []
