"""Acts of nouns that have a day or stay in force are options, in our own sentences."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

PLANNED = [
    ("The talks between Peru and Chile, which are due to begin on Monday, are in doubt.", "talks"),
    ("The second round of talks between Peru and Chile, set for October, is in doubt.", "talks"),
    ("The summit of Peru and Chile, scheduled for May, will go ahead.", "summit"),
    ("Peru said the sanctions would remain in force until the troops left.", "sanctions"),
    ("Peru said on Monday that the measures would stay in force.", "measures"),
    ("Peru said the blockade would stay in place.", "blockade"),
]
NONE = [
    "The talks between Peru and Chile that began on Monday went badly.",
    "The law remained in force for ten years.",
    "The election due in May was free.",
    "The treaty signed in May is in force.",
]


def _options(text: str) -> list[str]:
    return [claim.quote for claim in extract(article(text)) if claim.kind == "option"]


@pytest.mark.parametrize(("text", "word"), PLANNED)
def test_what_has_a_day_or_stays_in_force_is_an_option(text: str, word: str) -> None:
    assert any(word in quote for quote in _options(text))


@pytest.mark.parametrize("text", NONE)
def test_what_is_over_or_only_lasts_is_none(text: str) -> None:
    assert _options(text) == []
