"""Forecasts: whose act, in what words, and the range that the words stand for."""

import itertools

import pytest

from detente.read.ahead import likelihood
from detente.read.article import article
from detente.read.findings import extract
from detente.read.text.words import table

# sentence, whose act, low, high
FORECASTS = [
    ("China is unlikely to invade Taiwan.", "china", 0.20, 0.45),
    ("Iran is very likely to retaliate.", "iran", 0.80, 0.95),
    ("It is almost certain that Russia will attack Ukraine.", "russia", 0.95, 0.99),
    ("Analysts expect Turkey to ratify the treaty.", "turkey", 0.60, 0.95),
    ("An Indian attack is highly unlikely.", "india", 0.05, 0.20),
    ("Experts predict a low likelihood of a NATO intervention.", "nato", 0.20, 0.45),
    ("Diplomats doubt that Serbia will withdraw its army.", "serbia", 0.20, 0.45),
    ("Japan will probably impose sanctions on North Korea.", "japan", 0.55, 0.80),
    ("Sudan is not likely to attack Egypt.", "sudan", 0.20, 0.45),
    ("There is little chance of a Greek withdrawal.", "greece", 0.05, 0.20),
    ("Pakistan is expected to close its airspace.", "pakistan", 0.60, 0.95),
    ("A Turkish strike cannot be ruled out, analysts said.", "turkey", 0.10, 0.60),
    ("Analysts said a Turkish strike could not be excluded.", "turkey", 0.10, 0.60),
    ("Observers put the probability of a Syrian attack at 30 per cent.", "syria", 0.25, 0.35),
]

NO_FORECASTS = [
    "Iran attacked Israel.",
    "Turkey closed the border on Monday.",
    "The soldiers believe in their cause.",
    "Egypt plans to send an envoy.",
    "The cabinet met to discuss the budget.",
]


@pytest.mark.parametrize(("text", "actor", "low", "high"), FORECASTS)
def test_a_forecast_has_the_range_its_words_stand_for(text, actor, low, high):
    found = [claim for claim in extract(article(text)) if claim.kind == "forecast"]
    assert len(found) == 1, [(claim.quote, claim.rule) for claim in found]
    assert found[0].actor == actor
    assert (found[0].low, found[0].high) == (low, high)
    assert found[0].likelihood is not None


@pytest.mark.parametrize("text", NO_FORECASTS)
def test_no_forecast_is_invented(text):
    assert [claim.quote for claim in extract(article(text)) if claim.kind == "forecast"] == []


def test_bands_are_probabilities_in_order():
    bands = [
        "almost_none",
        "very_unlikely",
        "unlikely",
        "even",
        "likely",
        "very_likely",
        "almost_certain",
    ]
    ranges = [likelihood.band_range(band) for band in bands]
    assert all(low < high for low, high in ranges)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(ranges))


def test_each_word_of_likelihood_is_found_as_itself():
    known = table("likelihood")
    for band, text in known["words"].items():
        for word in text.split():
            found = likelihood.find(f"It was {word} then.")
            assert [each.words for each in found] == [word], word
            assert (found[0].low, found[0].high) == likelihood.band_range(band)


@pytest.mark.parametrize("text", ["a 130 per cent rise", "it fell 5", "no figure here"])
def test_what_is_no_probability_gives_no_range(text):
    assert [each for each in likelihood.find(text) if each.band == "figure"] == []


def test_a_forecast_says_that_its_doer_is_only_guessed():
    text = "Turkey closed the strait. An attack on Greece is likely."
    (claim,) = (c for c in extract(article(text)) if c.kind == "forecast")
    assert (claim.actor, claim.inferred) == ("turkey", ("actor",))


def test_a_forecast_whose_doer_is_named_guesses_nothing():
    claims = extract(article("Turkey will probably attack Greece."))
    assert [c.inferred for c in claims if c.kind == "forecast"] == [()]
