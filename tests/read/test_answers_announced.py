"""Answers announced to whoever acts, in many words, and what only sounds like one: our own sentences."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

DRAWN = [
    "Any attempt to resist will be dealt with firmly, the commander said.",
    "Further Peruvian raids would be answered in kind, Chile's army said.",
    "Chile would give a fitting reply to any attack, its army said.",
    "Chile warned that it would hold Peru responsible for any raid.",
    "Peru's president said his men would resist any landing.",
    "Peru said fishermen who entered without a permit would be arrested.",
    "Ships that cross the line will be fired upon, Libya says.",
    "Foreign troops that landed uninvited would be shot at, officers warned.",
    "Kenya was told that raids on the camps could have serious consequences.",
    "Anyone who helped the rebels would be executed, the officers announced.",
    "Unless it withdrew, the note said, there would be serious consequences for Peru.",
    "Peru warned that recognition of the rebels would lead to a break in relations.",
    "Chile said any strike on its ships would carry a heavy price.",
]

NOT_DRAWN = [
    '"We will defend our country with every means we have," Peru\'s president said.',
    "Peru will use any means necessary to pay its debt, the minister said.",
    "Any attack would probably be met with force, Chile's envoy said.",
    "An attack would have been answered with force, Chile's envoy said.",
    "Soldiers who return from the front will be treated in Lima, Peru said.",
    "An oil embargo would have forced Italy to withdraw within a week.",
    "Russia would veto any resolution against India.",
    "The army would resist any settlement that cost it the port.",
    "Any complaint will be dealt with quickly, the ministry said.",
    "Any new government would carry a heavy debt, the bank said.",
]


@pytest.mark.parametrize("text", DRAWN)
def test_an_answer_announced_draws_a_line(text: str) -> None:
    assert [c for c in extract(article(text)) if c.kind == "red_line"]


@pytest.mark.parametrize("text", NOT_DRAWN)
def test_an_act_without_an_answer_draws_none(text: str) -> None:
    assert not [c for c in extract(article(text)) if c.kind == "red_line"]


MORE = [
    "Egypt said all options are open if the dam is filled.",
    "No means are excluded if the river is cut, Egypt said.",
    '"If Chile does not answer, we will not rule out further steps," Peru\'s minister said.',
    "Peru could shell the port if new sanctions are imposed, Lima warned.",
    "An armed attack on one member is considered an attack on all, NATO's secretary general said.",
    "Sending rockets would make Germany a party to the war, Moscow said.",
    "Peru will face sanctions if it attacks Chile, the European Union has said.",
    "There can be no question of foreign troops on Serbian soil, Belgrade said.",
    "Libya calls the parallel a line of death.",
    "Peru demanded that the troops leave. If they did not, it would break off relations.",
]


@pytest.mark.parametrize("text", MORE)
def test_a_line_by_what_is_not_ruled_out(text: str) -> None:
    assert [c for c in extract(article(text)) if c.kind == "red_line"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that Peru would never dominate Chile.",
        "To negotiate under threat would be a dead end, Iran said.",
        "All roads are open if the snow melts, Peru said.",
        "The win would make Peru a favourite, its coach said.",
    ],
)
def test_what_is_open_or_made_is_no_line(text: str) -> None:
    assert not [c for c in extract(article(text)) if c.kind == "red_line"]
