"""What somebody says of himself or his own is a plan, and no forecast, in our own sentences."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

PLANS = [
    "Rosa Quiroga, who sells fish in Arica, said she would write to the president.",
    "Brigadier Okon said his troops would not enter the city.",
    '"Our forces will pull back to the river," said Emeka Duru, who leads the delegation.',
    "The shipping line said the ferry would not sail while the strikers were aboard.",
    "Peru will continue its talks with Chile tomorrow.",
    "The general staff said that the guard posts would be manned again.",
]
FORECASTS = [
    "Analysts said that they would fight on.",
    "Rosa Quiroga, who teaches law in Arica, said the army would not give way.",
    '"The army will pull back," said Rosa Quiroga, who teaches law in Arica.',
    "Rosa Quiroga, who teaches law in Arica, said their grandchildren would start again.",
]


def _forecasts(text: str) -> list[str]:
    return [claim.quote for claim in extract(article(text)) if claim.kind == "forecast"]


@pytest.mark.parametrize("text", PLANS)
def test_what_one_tells_of_his_own_is_a_plan(text: str) -> None:
    assert _forecasts(text) == []


@pytest.mark.parametrize("text", FORECASTS)
def test_what_one_tells_of_others_is_a_forecast(text: str) -> None:
    assert len(_forecasts(text)) == 1
