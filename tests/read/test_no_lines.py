"""Conditions, refusals and verdicts that bar nobody's act, in our own sentences, and some that do."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

NOT_DRAWN = [
    # done all the same, or by nobody's act
    "Even if talks fail, Peru will fire on the rebels, its minister said.",
    "Egypt said it would evacuate its citizens if the clashes spread to the capital.",
    "Morocco will close its schools if the virus returns, the ministry said.",
    "Peru said it would strike the camps if the weather improved.",
    # who speaks can carry out nothing
    '"If they cut the road, we will fight for weeks," said Mustafa Kaya, a baker in Ankara.',
    '"If it stays, we will have a war over a hole," said Maria Pappas, who teaches law.',
    # an answer that turns to others for help
    "Ghana said that it would ask the council for help if it was attacked.",
    # what is refused or called unbearable is no act of another
    "Egypt said it would not accept less than a third of the water.",
    "Peru's grain buyers said they would no longer accept Chilean wheat.",
    "Canada said it would not allow the dispute to harm its exports.",
    "Turkey called the report unacceptable and one-sided.",
    "Sweden will not sell the aircraft under any circumstances.",
    # told to one's own, or of how a thing is done
    "The president told his ministers that the games must not be put at risk.",
    "The talks must not be held in secret, the opposition said.",
    # what would come of an act, and no answer to it
    "Peru's president said a military solution would lead to civil war.",
    "The prime minister said that war would be a disaster.",
    "The UN warned that further fighting would have grave consequences for civilians.",
    "Whoever wins the election will face a hard winter, the minister said.",
    "Norway said it would defend every job in the industry.",
    "Turkey said that every citizen who returned would be treated fairly.",
    "Ukraine vowed to retake every village.",
    # what is promised, or offered for a kindness
    "Tajikistan has promised not to fill the lake until the studies are published.",
    "Peru said it would hold its fire if the rebels stopped shooting.",
    "Tunisia said that it would take help from anybody if the war were resumed.",
    "Otherwise, Peru's minister said, the talks would go on in May.",
]

DRAWN = [
    "Peru said it would strike the camps if any harm came to its embassy.",
    "Peru warned that a landing would lead to war.",
    "Peru said that any landing would lead to war.",
    "Peru said that the arrest of its consul would bring a firm response.",
    "Israel will under no circumstances allow Iran to build a bomb, its minister said.",
    "Peru would recognise no situation brought about by force, it said.",
    "Peru warned that a war would be a disaster for Chile.",
    "Ukraine vowed to shoot down any aircraft.",
    '"If they come over the river, we will shoot," a Peruvian officer said.',
    "Norway said it would defend its waters against any trawler.",
    "Peru has no quarrel with Chile, but whoever crosses the river will be shot, its minister said.",
    "Peru demanded the men. Otherwise, its minister said, Peru would take measures against Chile.",
]


@pytest.mark.parametrize("text", NOT_DRAWN)
def test_no_line_is_drawn(text: str) -> None:
    assert not [claim for claim in extract(article(text)) if claim.kind == "red_line"]


@pytest.mark.parametrize("text", DRAWN)
def test_a_line_is_drawn(text: str) -> None:
    assert [claim for claim in extract(article(text)) if claim.kind == "red_line"]
