"""Threats whose speaker is not named beside them, or is nobody's official: our own sentences."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

DRAWN = [
    # words that go on without a verb of saying
    "Peru demanded that the troops leave. If they stayed, the fleet would sail and bomb the port.",
    "Chile's envoy told Lima that the bridge must be opened. Should Peru refuse, Chile would use force.",
    "Britain promised the Poles its support. It would fight if their frontier was crossed.",
    # nobody's officials, and bodies that the reader does not know
    "A spokesman for the front said its fighters would attack the depot if the engineers stayed.",
    "The council of elders warned that it would block the road again if the mine was reopened.",
    "Aid would be suspended if the coup went on, a note said.",
    # told by nobody
    "The envoy was told that Kiel would be shelled if Peru landed troops.",
    "It was made plain that Italy would leave the league if the matter was raised.",
    "A message came that the hostages would be killed if Kenya attacked.",
    # several who speak, and a teller between the halves
    "Canada and Mexico warned that they would retaliate if their firms were punished.",
    "If attacked again, Peru's president told the officers, we shall use aircraft.",
    "Unless the ships turned back, Peru's envoy told Chile, the two states might be at war.",
    # pledges, and what nobody answers for
    "Britain declared that it would support Poland if its independence was threatened.",
    "The rebels said they could not guarantee the safety of the crew if the army attacked.",
    "Kenya could bomb the camps if the raids went on, its president warned.",
]

NOT_DRAWN = [
    "Peru would probably retaliate if Chile struck, its president said.",
    "If Peru had landed troops, Chile would have struck, its president said.",
    "Kenya said it would send police if it was asked to.",
    "Kenya said it would come only if the union paid for the ships.",
    "If tension rose, Peru would move troops to the north, Lima said.",
    "Peru said it would punish the killers if they could be found.",
    "Prague was told that if it refused it would fight alone.",
    "The truce would end if either side fired, the United Nations warned.",
    "A port would be bombed if war came, experts said. If Peru attacked, Chile would strike.",
]


@pytest.mark.parametrize("text", DRAWN)
def test_a_threat_is_one_whoever_says_it(text: str) -> None:
    assert [c for c in extract(article(text)) if c.kind == "red_line"]


@pytest.mark.parametrize("text", NOT_DRAWN)
def test_no_line_where_nobody_threatens(text: str) -> None:
    assert not [c for c in extract(article(text)) if c.kind == "red_line"]


@pytest.mark.parametrize(
    "text",
    [
        "Two men who were there said he was told that he would be arrested if he travelled again.",
        "American mediators have told Aoun that the talks would end if he signed the decree.",
        "If the bridge is crossed, our guards have their orders, Peru's minister said.",
    ],
)
def test_what_somebody_was_told_may_be_a_threat(text: str) -> None:
    assert [c for c in extract(article(text)) if c.kind == "red_line"]
