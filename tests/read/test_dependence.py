"""By what or whom a party lives, and what the law says, as constraints, in our own sentences."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

HELD_BACK = [
    ("Nepal gets nearly all its fuel from India.", "capability cue"),
    ("Some 70 per cent of Nepal's imports pass through Raxaul.", "capability cue"),
    ("About two thirds of Morocco's trade is with the European Union.", "capability cue"),
    ("Russia supplies most of Moldova's gas.", "capability cue"),
    ("The United States is by far Canada's biggest market.", "capability cue"),
    ("Honduras sends four-fifths of its exports to the United States.", "capability cue"),
    ("Machar does not fully control the militia.", "capability cue"),
    ("The envoy said a search of the embassy would be against the Vienna Convention.", "law cue"),
    ("Britain has a legal obligation to extradite him, its minister said.", "law cue"),
    ("The charter contains no provision for this, Myanmar's envoy said.", "law cue"),
    ("In Bulgaria elections are due in spring.", "opinion cue"),
]
FREE = [
    "Nepal bought fuel from India on Monday.",
    "Thousands of tourists left Lebanon for Syria on Thursday.",
    "Russia supplies gas to Moldova.",
    "Canada sold the ships to Peru.",
    "Most of the army's men went home.",
    "Nepal would get most of its fuel from China.",
]


def _constraints(text: str) -> list[str | None]:
    return [claim.rule for claim in extract(article(text)) if claim.kind == "constraint"]


@pytest.mark.parametrize(("text", "rule"), HELD_BACK)
def test_what_a_party_lives_by_holds_it_back(text: str, rule: str) -> None:
    assert _constraints(text) == [rule]


@pytest.mark.parametrize("text", FREE)
def test_trade_that_nobody_lives_by_holds_nobody_back(text: str) -> None:
    assert _constraints(text) == []
