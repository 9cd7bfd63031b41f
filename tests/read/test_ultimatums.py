"""Ultimatums, named answers and orders to keep away: who draws them, and what is none."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

# sentence, who draws the line
DRAWN = [
    ("Kenya gave the rebels until Monday to withdraw from the port.", "kenya"),
    ("Peru has given Ecuador 72 hours to release the pilots.", "peru"),
    ("Nigeria gave the generals a week to leave office or face military action.", "nigeria"),
    ("Zambia told the rebels to lay down their arms or be destroyed.", "zambia"),
    ("Azerbaijan demanded that Armenian forces leave the pass by noon or face an assault.",
     "azerbaijan"),
    ("Beijing told Manila to stop its patrols or bear the consequences.", "china"),
    ("Iran set a deadline of three days for Iraq to disarm the group.", "iran"),
    ("Russia warned Finland of consequences if it joined NATO.", "russia"),
    ("Iran warned of a crushing response to any attack.", "iran"),
    ("Venezuela promised a strong response to any incursion.", "venezuela"),
    ("Moscow demanded that NATO refrain from deploying missiles in Norway.", "russia"),
    ('"Stay away from our waters," Iran\'s navy told the American ships.', "iran"),
    ("Any vessel entering the zone exposes itself to destruction, Berlin announced.", "germany"),
    ("Ships that ignore the order do so at their own peril, Iran's navy warned.", "iran"),
    ("Fishermen who enter without permits will be arrested, Manila said.", "philippines"),
    ("China warned that the Philippines would bear all the consequences.", "china"),
    ("If Hungary marched it would have to bear the consequences alone, Berlin said.", "germany"),
    ("Israel will not let Iran obtain nuclear weapons.", "israel"),
    ("There will be no talks until Russian troops withdraw, Kyiv said.", "ukraine"),
    ("Baghdad said that the entry of Turkish troops would be an act of aggression.", "iraq"),
    ("Sending troops uninvited would be tantamount to an invasion, Baghdad said.", "iraq"),
    ("London drew a line behind which the Greeks were to stay.",
     "united_kingdom"),
    ("If the raids go on, Ankara will have to take action, Erdogan said.", "turkey"),
    ("Egypt would have no choice but to bomb the dam if it was filled, Sisi said.", "egypt"),
    ("China would be forced to take countermeasures if jets were sold, its ministry said.", "china"),
    ('"Any country that joins this attack will be our enemy," the Houthi leader said.', "houthis"),
    ("Taiwan will fire on any drone that enters its airspace, its minister said.", "taiwan"),
    ("Washington would impose sanctions on any bank that helped Tehran, it said.",
     "united_states"),
    ("Those who harm our soldiers will be held to account, Turkey said.", "turkey"),
    ("Invaders will be shot, the Taliban said.", "taliban"),
    ("An attack on the islands would trigger Article 5 of the treaty, Washington says.",
     "united_states"),
    ("The presence of Wagner mercenaries is unacceptable to France.", "france"),
    ("It is unacceptable that Rwanda keeps troops in Congo, Kinshasa said.",
     "democratic_republic_of_the_congo"),
    ("Oman threatened to sanction anyone who bought the gas.", "oman"),
    ("Syria warned that France would suffer if it took part.", "syria"),
    ("Assad must start withdrawing soon or relations would suffer, Riyadh told him.",
     "saudi_arabia"),
    ("Libyan commanders have threatened that an attack would lead to the destruction of Malta.",
     "libya"),
    ("Belgrade warned that it would not recognise unilateral acts.", "serbia"),
    ("South Korea would strike the North's command if it attacked, Seoul said.", "south_korea"),
    ("Any attempt to change the status quo by force will be opposed, Tokyo said.", "japan"),
    ("Kosovo would lose its EU money if it did not comply, Brussels warned.", "european_union"),
]  # fmt: skip

NOT_DRAWN = [
    "The court gave the parties until Friday to file their papers.",
    "The UN gave the refugees three days of food.",
    "Riyadh gave Iranian envoys 48 hours to leave.",
    "Moscow gave Nanking three days in which to answer.",
    "The mission has until December to leave Mali.",
    "Thirteen unarmed people were shot or crushed in Vilnius, Lithuania said.",
    "Troops who return from the front will be treated in hospitals, Moscow said.",
    "The UN warned of dire consequences for civilians.",
    "Norway warned of a response from its trade unions.",
    "Russia promised aid to any farmer in need.",
    "Peace talks will be held until Friday, Norway said.",
    "The guests were told to choose the fish or the lamb.",
    "Keeping out of debt is wise, Ghana's bank said.",
    "Israel let Iran's plane pass.",
    "A walk in the hills exposes visitors to the sun, Georgia said.",
    "No one could imagine it, Egypt said.",
    "Kenya has offered to cancel the order if Uganda leaves the lake.",
    "The UN said it would respond to any request for aid.",
    "Lima asked what price it would pay.",
    "The Chadian army would fight until it was victorious, its chief said.",
    "If the talks go on, Oslo will have to book more rooms, the mayor said.",
    "Peru would have no choice but to borrow if prices fell, economists said.",
    "Kenya will help any family that lost its home, its president said.",
    "The pilots will be held in a hospital, Chile said.",
]


@pytest.mark.parametrize(("text", "drawer"), DRAWN)
def test_a_line_is_its_drawers(text: str, drawer: str) -> None:
    lines = [claim for claim in extract(article(text)) if claim.kind == "red_line"]
    assert [line.actor for line in lines] == [drawer]
    assert lines[0].quote == text[lines[0].start : lines[0].end]


@pytest.mark.parametrize("text", NOT_DRAWN)
def test_deadlines_of_courts_and_help_promised_draw_none(text: str) -> None:
    assert not [claim for claim in extract(article(text)) if claim.kind == "red_line"]
