"""What is announced, agreed or laid down is no forecast; what somebody without office thinks is one."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

PLANS = [
    "The ministry said that a new commission would be set up.",
    "The skippers say the protest will be peaceful.",
    "Donors in Brussels said that they would not pay for the force.",
    "The parties announced that the new parliament would meet in March.",
    "Togo's president will travel to Mali this week, according to two diplomats.",
    "The harbour master, Jonas Veld, a deputy minister until May, told reporters that nobody would land.",
    "An aide said on Saturday that he would not rule out anything.",
    "A senior official indicated that the other tanks would follow.",
    "The agreement provides that neither side will build new posts.",
    "Brussels should make plain that a raid will cost Serbia its loans.",
    "Both sides should agree that no vessel will be boarded.",
    "Boundaries may be changed only by a treaty.",
    "A general election will be held in the spring.",
    "Three things could happen.",
]

FORETOLD = [
    'Chad will give way, said Ama Boateng, who teaches history in Accra. "It will keep the camp."',
    "The first boarding will come before dark, a diplomat said.",
    "Analysts said that they would fight on.",
    "Officials argue that Libya will strike again.",
    "The rains will make air support difficult.",
    "The talks may turn out to be only a pause.",
]


def _forecasts(text: str) -> list[str]:
    return [claim.quote for claim in extract(article(text)) if claim.kind == "forecast"]


@pytest.mark.parametrize("text", PLANS)
def test_a_plan_that_is_reported_is_no_forecast(text: str) -> None:
    assert not _forecasts(text)


@pytest.mark.parametrize("text", FORETOLD)
def test_what_somebody_expects_is_one(text: str) -> None:
    assert _forecasts(text)
