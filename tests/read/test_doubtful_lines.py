"""Where a red line is doubtful there is none: near misses beside lines that are drawn, in our own sentences."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

DRAWN = [
    ("Peru said it would take countermeasures if Chile joined the pact.", "peru"),
    ("Kenya said that it would bomb the camps if the rebels crossed the river.", "kenya"),
    ("Peru would regard any landing as an act of war, Lima said.", "peru"),
    ('"Do not test our patience," Iran told its neighbours.', "iran"),
    ("Oman said that Iran must not enter its waters.", "oman"),
    ("Peru's president said that there would be no foreign troops in the Andes.", "peru"),
    ("Peru's president said that there would be no more raids across the river.", "peru"),
    ("A second landing is unacceptable to Peru.", "peru"),
    ("Peru will not allow Chile to close the strait.", "peru"),
    ("Peru warned Chile not to enter the gulf.", "peru"),
]

NOT_DRAWN = [
    # what onlookers say that a party would do
    "If Chile closes the strait, Peru will respond, analysts say.",
    "A blockade of Peru would be an act of war, jurists say.",
    "Lima would regard a visit as a provocation, historians said.",
    "Any landing would be met with fierce resistance, experts say.",
    "The loss of the port would be unacceptable to Peru.",
    # fears of officials
    "Peru would respond if Chile struck, officials fear.",
    # what goes on, or is kind, or hangs on talks
    "Turkey said the operation would continue until its goals were reached.",
    "Kenya said it would keep fighting until the rebels withdrew.",
    "Peru said it would withdraw its troops if Chile moved north of the river.",
    "If Serbia refused, Austria would declare war.",
    # refusals of one's own acts
    "The spokesman said there would be no increase in tariffs this year.",
    "Bolivia's president swore that not one inch of the Chaco would be given up.",
    "Peru's president said that there would be no early return for the crew.",
    "Israel said it would not allow itself to be drawn into a war.",
    "The king of Jordan said he would not surrender.",
    # exhortations, orders to one's own, states of things
    "Europe must not be naive, Macron said.",
    "The world must not forget Sudan, Kenya said.",
    '"Do not be afraid," Peru\'s president told the nation.',
    "Britain warned its citizens not to travel to Lebanon.",
    "The situation on the border is unacceptable, Peru said.",
    "NATO's troops in the Baltic states are a tripwire.",
]


@pytest.mark.parametrize(("text", "drawer"), DRAWN)
def test_a_line_against_anothers_act_is_drawn(text: str, drawer: str) -> None:
    (line,) = [c for c in extract(article(text)) if c.kind == "red_line"]
    assert line.actor == drawer


@pytest.mark.parametrize("text", NOT_DRAWN)
def test_a_doubtful_line_is_none(text: str) -> None:
    assert not [c for c in extract(article(text)) if c.kind == "red_line"]


def test_a_line_that_takes_up_a_deed_is_drawn_against_who_was_told_to_do_it() -> None:
    text = (
        "France has allowed Chad to strike targets in Libya with its missiles. President Sarkis "
        "of Libya said on Monday that such strikes would mean that NATO countries are at war "
        "with Libya."
    )
    [line] = [claim for claim in extract(article(text)) if claim.kind == "red_line"]
    assert (line.actor, line.doer, line.event) == ("libya", "chad", "ASSAULT")


JUDGED = [
    # what was done or said is judged, not what must not be
    "Peru's minister described Chile's reaction as unacceptable.",
    "Lima called the deployment unacceptable.",
    "Chile said the wording was unacceptable.",
    "Chile's envoy said that the order was unacceptable.",
    "Peru cannot remain indifferent to the fate of the miners, Lima said.",
    # refusals that are only told, and no acts that are refused
    "Peru asked for talks, but Chile would not allow them.",
    "Chile would not recognise any other court's authority, its minister said.",
    "The minister said that he would not accept the job.",
    "No government could stand by after such a raid, a retired general said.",
    "Israel's army warned residents to stay away from the river.",
    "\"If they don't open the bridge, I'll lose everything,\" a trader said.",
]
BARRED = [
    "A second landing was unacceptable, Peru said.",
    "Any landing is unacceptable, Peru said.",
    "Foreign troops on the islands would be unacceptable, Peru said.",
    "Peru let it be known that it would regard a landing as an act of war.",
    "Athens said its forces had orders to fire on anyone who landed.",
    '"We have instructions not to let anybody come near," a Spanish soldier said.',
    "If the bridge is crossed, our guards have their orders, Peru's minister said.",
    "The Indians have drawn a line, Peru's minister said.",
]


@pytest.mark.parametrize("text", JUDGED)
def test_a_verdict_on_what_was_done_bars_nothing(text: str) -> None:
    assert not [c for c in extract(article(text)) if c.kind == "red_line"]


@pytest.mark.parametrize("text", BARRED)
def test_what_must_not_be_is_barred(text: str) -> None:
    assert [c for c in extract(article(text)) if c.kind == "red_line"]


@pytest.mark.parametrize(
    "text",
    [
        "Britain proposed a division of the profits if its manager stayed in charge.",
        'Russia threatened Norway with "retaliatory measures" over two containers.',
    ],
)
def test_offers_and_threats_over_what_is_done_bar_nothing(text: str) -> None:
    assert not [c for c in extract(article(text)) if c.kind == "red_line"]
