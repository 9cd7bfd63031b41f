"""Red lines in other words, each on another crisis: who draws them, and what is none."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

DRAWN = [
    (
        "Sadat said that nobody could take a drop of Egypt's water, and that whoever tried would see war.",
        "egypt",
    ),
    ("Whoever crosses it will not return, Libya said.", "libya"),
    (
        "Niger's junta said that any attempt to violate it would meet with an energetic and immediate response.",
        "niger",
    ),
    (
        "Should Iran strike again, Pakistan would respond with greater force, its army said.",
        "pakistan",
    ),
    (
        "Officials in Tripoli said that Gaddafi would be killed if the neighbours attempted any intervention.",
        "libya",
    ),
    ("A line has been drawn in the sand, the American president said.", "united_states"),
    ("Tinubu said that there would be no more coups on his watch.", "nigeria"),
    (
        "The United States said it would treat any Libyan vessel leaving the limit as hostile.",
        "united_states",
    ),
    ("Italy would leave the League if the question were pressed there, Rome said.", "italy"),
    (
        "Greece said that aid for Turkey would be blocked as long as such claims were upheld.",
        "greece",
    ),
    ("An attack on one ally is an attack on all, NATO said.", "nato"),
    ("Japan said that an attack on the islands would be an attack on itself.", "japan"),
    (
        "The United States would regard any missile launched from Cuba as an attack by the Soviet Union.",
        "united_states",
    ),
    ("Britain warned that it would not stand by if Belgium were invaded.", "united_kingdom"),
    ("France will not stand idly by while Libya advances into Chad.", "france"),
    ("India told Pakistan that another raid would be answered.", "india"),
    ("India told Pakistan that another raid would not go unanswered.", "india"),
    ("Another such raid will not go unpunished, Israel said.", "israel"),
    (
        "Turkey's parliament declared that an extension of the limit would be a cause for war.",
        "turkey",
    ),
    ("For Ankara, an extension to twelve miles is a casus belli.", "turkey"),
    ("Beijing says that a declaration of independence by Taiwan would mean war.", "china"),
    ("If Taiwan declares independence, China will attack, Beijing says.", "china"),
    ("China will never allow Taiwan to secede.", "china"),
    ("Kenya warned Uganda to keep its boats out of the lake.", "kenya"),
    ("Moscow said Finland would bear the consequences if it joined NATO.", "russia"),
    (
        "Finland's entry would have serious military and political consequences, Moscow warned.",
        "russia",
    ),
    ("There will be consequences if the base is touched, Iran's foreign minister said.", "iran"),
    ("Iran's minister said that a strike on the reactor would be the end of the talks.", "iran"),
    ("Tehran said that if the reactor was hit it would leave the treaty.", "iran"),
    ("The deployment of missiles in Poland is unacceptable to Russia.", "russia"),
    ("Russia called the deployment of missiles in Poland unacceptable.", "russia"),
    ("Moscow considers NATO membership for Ukraine intolerable.", "russia"),
    ("Israel has said it cannot live with an Iranian bomb.", "israel"),
    ("Israel will not live with an Iranian bomb, its premier said.", "israel"),
    (
        "Washington made it clear that the use of chemical weapons would cross a line.",
        "united_states",
    ),
    (
        "The use of chemical weapons would change my calculus, the American president said.",
        "united_states",
    ),
    (
        "Use of gas by Iraq would provoke the strongest response, the American president wrote.",
        "united_states",
    ),
    ("Ethiopia said that Eritrea was playing with fire.", "ethiopia"),
    ("Sudan will respond to any further incursion by the South.", "sudan"),
    ("Pakistan's army said it would respond to any misadventure by India.", "pakistan"),
    (
        "Any ship that enters the zone without permission will be sunk, Argentina declared.",
        "argentina",
    ),
    (
        "Ships entering the zone without permission would be treated as hostile, London announced.",
        "united_kingdom",
    ),
    ("Aircraft that stray over the line will be shot down, Turkey warned.", "turkey"),
    ("Turkey vowed to shoot down any Syrian aircraft that strays over the border.", "turkey"),
    ("Cuba said that it would fight if it was invaded.", "cuba"),
    (
        "The use of force against the demonstrators would be the end of the agreement, the opposition said.",
        "opposition",
    ),
    ("Serbia would not tolerate a Kosovan army, Vucic said.", "serbia"),
    ("The Kremlin said that foreign troops in Ukraine would be legitimate targets.", "russia"),
    ("Foreign troops in Ukraine would be legitimate targets, the Kremlin said.", "russia"),
    ("No foreign soldier may set foot on Tunisian soil, its president said.", "tunisia"),
    ("No ship may pass without paying, the Houthis said.", "houthis"),
]

MORE_DRAWN = [
    ("Ghana said that it could not be indifferent to the arming of Togo.", "ghana"),
    ("Zambia drew the line at foreign bases, its president said.", "zambia"),
    ("Serbia regards recognition of the province as a hostile act.", "serbia"),
    ("An attack will be avenged, the Iranian commander said.", "iran"),
    ("Let no one doubt that an attack will be avenged, the Iranian commander said.", "iran"),
    ("Norway will defend every metre of its border, Oslo said.", "norway"),
    ("Nobody should test our resolve, Israel's prime minister said.", "israel"),
    ("Chad insisted that Niger keep its aircraft out of its sky.", "chad"),
    ("Japan lodged a protest and said that such flights must not be repeated.", "japan"),
    ("London reserved the right to stop ships bound for the port.", "united_kingdom"),
    ("Washington has ruled out allowing Iran to enrich uranium.", "united_states"),
    ("Seizing the tanker would not go unanswered, Iran said.", "iran"),
    ("An assault on the embassy would be a grave error, Rome told the junta.", "italy"),
    ("Sweden warned that foreign submarines in its waters would be attacked.", "sweden"),
    ("Every shell that crosses the river is to be answered, Peru's minister said.", "peru"),
    ("Foreign troops, Serbia said, were out of the question.", "serbia"),
    ("Venezuela may move, but Brazil insists that it will not let its soil be used.", "brazil"),
    ("Georgia would view the opening of Russian consulates as annexation.", "georgia"),
]

NOT_DRAWN = [
    "Any proposal would be met with an immediate reply, Seoul said.",
    "Mali's president crossed a line out of the speech.",
    "Hungary sees a breach.",
    "Claims of firms are to be met from the fund, Oslo said.",
    "Poland considers an attack possible at any moment.",
    "Washington has ruled out allowing more time for the speech.",
    "The envoy considered the dinner a friendly act.",
    "Ships must keep to the right, the harbour office announced.",
    "London reserved the right to return to the matter in the spring.",
    "Georgia would view the opening of consulates as a good sign.",
    "No one will forget whom we lost, the Indian minister said.",
    "Egypt said that not a single vote had been lost.",
    "Any change to the status quo by force is something that Japan opposes.",
    "Ethiopia has the right to use the river and will never ask for permission.",
    "Japan will never possess nuclear weapons.",
    "Sweden will never join the alliance, its king said.",
    "Chile would not accept arbitration.",
    "Bolivia will not attend the talks.",
    "Rain would make the road impassable.",
    "If the rains fail, the harvest will be poor.",
    "If talks fail, Peru will go to the court.",
    "Any agreement will be put to the voters.",
    "Any delay would be costly, economists said.",
    "Any vote would be met with joy in the streets.",
    "The attack was met with fire.",
    "Residents met the convoy with flowers.",
    "Norway warned of bad weather.",
    "The shelling is unacceptable, residents said.",
    "The offer was unacceptable to Hanoi.",
    "Tehran called the deployment unacceptable.",
    "Chile's premier said the wording of the note was unacceptable.",
    "Norway described the Swedish reaction as unacceptable.",
    "Peru's attitude is intolerable, Chile said.",
    "An attack on the port would be difficult, analysts say.",
    "An attack would mean war, analysts say.",
    "He was told to keep his hat on.",
    "The treaty will have consequences for trade.",
]


@pytest.mark.parametrize(("text", "drawer"), DRAWN + MORE_DRAWN)
def test_a_line_is_its_drawers(text: str, drawer: str) -> None:
    lines = [claim for claim in extract(article(text)) if claim.kind == "red_line"]
    assert [line.actor for line in lines] == [drawer]
    assert lines[0].quote == text[lines[0].start : lines[0].end]


@pytest.mark.parametrize("text", NOT_DRAWN)
def test_rules_of_ones_own_offers_and_weather_draw_none(text: str) -> None:
    assert [c.quote for c in extract(article(text)) if c.kind == "red_line"] == []
