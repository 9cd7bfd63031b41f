"""Expectations in many words, each of another crisis, and plans, which are none."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

EXPECTED = [
    "War is unlikely this year, analysts say.",
    "Analysts doubt that Chad will attack.",
    "Analysts put the odds of an embargo at close to zero.",
    "Military action looks remote.",
    "There is no sign that Peking would accept the terms.",
    "There is little sign of a truce.",
    "Few expect a truce before winter.",
    "Nobody expects a truce before winter.",
    "Diplomats expect the talks to resume in May.",
    "The talks are expected to resume in May.",
    "Chad is likely to attack before the rains.",
    "Chad will probably attack before the rains.",
    "Chad may well attack before the rains.",
    "In all likelihood Chad will attack.",
    "Chad will attack, the expert predicted.",
    "The chances of a deal are slim.",
    "The chances of a deal are one in three, the lawyer reckoned.",
    "The risk of war is growing.",
    "The danger of a clash is high.",
    "A clash is a matter of time.",
    "It is only a matter of time before they clash.",
    "Sooner or later they will clash, the professor warned.",
    "They will not be coming back, the analyst said.",
    "The professor gives the truce a one-in-four chance of lasting.",
    "The planners had counted on three weeks.",
    "London reckoned that Paris would yield.",
    "Berlin assumed that Britain would stay out.",
    "Berlin was convinced that Britain would stay out.",
    "The generals were sure that Britain would stay out.",
    "It seemed certain that Britain would stay out.",
    "Most observers thought that Britain would stay out.",
    "We judge it likely that Iran will retaliate.",
    "We assess with high confidence that Iran will retaliate.",
    "Iran will almost certainly retaliate.",
    "There is a real possibility that Iran will retaliate.",
    "The prospect of a deal is fading.",
    "War remains improbable.",
    "War is by no means inevitable.",
    "War is inevitable, the general said.",
    "I do not think that they will come, the mayor said.",
    "The junta is unlikely to give way.",
    "The junta does not look likely to give way.",
    "The junta is not expected to give way.",
    "The sanctions are likely to be extended in July.",
]

NOT_EXPECTED = [
    "It is possible to cross the river in May.",
    "A certain general opposed it.",
    "We will strike back, the minister said.",
    "France will send troops, its president said.",
    "The treaty will be signed on Monday.",
]


@pytest.mark.parametrize("text", EXPECTED)
def test_one_forecast_is_found(text: str) -> None:
    claims = [claim for claim in extract(article(text)) if claim.kind == "forecast"]
    assert len(claims) == 1
    assert claims[0].quote == text[claims[0].start : claims[0].end]
    assert claims[0].low is not None
    assert claims[0].high is not None
    assert 0 <= claims[0].low <= claims[0].high <= 1


@pytest.mark.parametrize("text", NOT_EXPECTED)
def test_plans_and_other_senses_are_no_forecast(text: str) -> None:
    assert [c.quote for c in extract(article(text)) if c.kind == "forecast"] == []
