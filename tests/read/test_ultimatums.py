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
]


@pytest.mark.parametrize(("text", "drawer"), DRAWN)
def test_a_line_is_its_drawers(text: str, drawer: str) -> None:
    lines = [claim for claim in extract(article(text)) if claim.kind == "red_line"]
    assert [line.actor for line in lines] == [drawer]
    assert lines[0].quote == text[lines[0].start : lines[0].end]


@pytest.mark.parametrize("text", NOT_DRAWN)
def test_deadlines_of_courts_and_help_promised_draw_none(text: str) -> None:
    assert not [claim for claim in extract(article(text)) if claim.kind == "red_line"]
