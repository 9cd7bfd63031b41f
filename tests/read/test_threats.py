"""Threats with a condition by their signs, on quarrels that never were: what is one, and what only looks like it."""

import pytest

from detente.read.ahead.conditionals import find
from detente.read.article import article
from detente.read.bounds.threat_halves import halves
from detente.read.bounds.threat_signs import signs
from detente.read.bounds.threats import LEAST_CHANCE, candidates, likelihood, parted
from detente.read.findings import extract
from detente.read.text.weights import weights

DRAWN = [
    ("If Ghana arms the clans, Togo will march, its president said.", "togo"),
    ("Unless Nepal pays by June, India will shut the road, Delhi warned.", "india"),
    ("Should Malta board another boat, Italy would break off relations, Rome said.", "italy"),
    ("Peru threatened to seize the mine if Bolivia taxed its ore.", "peru"),
    ("Oman warned that its guns would answer if the dhows were fired upon.", "oman"),
    ("If a single Kenyan is hurt, we will burn their camps, the Kenyan minister said.", "kenya"),
    ("Chad told Niger that it would expel its envoy if the broadcasts went on.", "chad"),
    ("Laos will have no choice but to fight if its dam is touched, its premier said.", "laos"),
    ("Denmark said that if the cable was cut again it would arrest the crew.", "denmark"),
    ("Uganda vowed to retaliate if its ferry was attacked.", "uganda"),
    ('"If they take the pass, they will regret it," the Georgian minister said.', "georgia"),
    ("Chile said Peru would bear the consequences if it mined the strait.", "chile"),
    ("Mali warned Niger that the pact would be over if its gold was taxed.", "mali"),
    ("Cuba swore to sink any ship if the blockade went on.", "cuba"),
]

NOT_DRAWN = [
    "Ghana will send doctors if Togo asks for them, its president said.",
    "If the harvest fails, Nepal will buy rice abroad, the ministry said.",
    "Malta said it would free the boat if the fine was paid.",
    "Unless it rains, the power station will close, officials in Lima said.",
    "If Oman wins the seat, it will serve for two years.",
    "Kenya's minister asked what Uganda would do if the bridge fell.",
    "Chad would probably send troops if Niger was attacked, experts say.",
    "Had Laos opened the dam, Thailand would have sent its army.",
    "Even if Sweden objects, Denmark will build the bridge, its premier said.",
    "Georgia will join the union if its reforms succeed, Brussels said.",
    "Peru promised to return the land if Bolivia paid for it.",
    "If the talks succeed, Chile will withdraw its ships, its minister said.",
]


@pytest.mark.parametrize(("text", "drawer"), DRAWN)
def test_a_threat_is_its_drawers(text: str, drawer: str) -> None:
    lines = [claim for claim in extract(article(text)) if claim.kind == "red_line"]
    assert [line.actor for line in lines] == [drawer]


@pytest.mark.parametrize("text", NOT_DRAWN)
def test_what_is_no_threat_draws_no_line(text: str) -> None:
    assert not [claim for claim in extract(article(text)) if claim.kind == "red_line"]


def _only(text):
    told = article(text)
    (each,) = find(told)
    return told, each


def test_a_blow_for_a_blow_is_likelier_a_threat_than_a_kindness_for_a_kindness():
    blow, kindness = (
        likelihood(told, (), each, halves(told, each))
        for told, each in (
            _only("Peru said that it would bomb the port if Chile attacked."),
            _only("Peru said that it would pay the fine if Chile apologised."),
        )
    )
    assert 0 < kindness < LEAST_CHANCE < blow < 1


def test_signs_say_who_speaks_who_would_act_and_upon_what():
    told, each = _only("Peru warned that it would bomb the port if Chile attacked it.")
    seen = set(signs(told, (), each, halves(told, each)))
    assert {"voice party", "by pronoun drawer", "if by party", "other > speaker harm"} <= seen
    assert {"under warn", "type ASSAULT", "if hostile done", "modal would"} <= seen


@pytest.mark.parametrize(
    "text",
    [
        "Even if Chile attacked, Peru would bomb the port.",
        "Peru would probably bomb the port if Chile attacked.",
        "Peru would have bombed the port if Chile had attacked.",
        "Peru would bomb the port if Chile attacked, analysts say.",
    ],
)
def test_what_is_guessed_past_or_no_matter_is_not_even_weighed(text):
    told = article(text)
    assert find(told)
    assert not [*candidates(told, find(told))]


def test_an_answer_without_a_comma_is_parted_from_its_condition():
    told = article('"If they attack us and land here we will strike back," he said.')
    (each,) = (parted(told, found) for found in find(told))
    assert "strike" not in told.text[each.condition_start : each.condition_end]


def test_each_weight_is_of_a_sign_that_the_reader_can_see() -> None:
    seen: set[str] = set()
    for text in (*(text for text, _ in DRAWN), *NOT_DRAWN):
        told = article(text)
        for each, both in candidates(told, find(told)):
            found = list(signs(told, (), each, both))
            assert found == list(signs(told, (), each, both))
            seen |= set(found)
    assert len(seen & weights("threats", "threat").keys()) > 80
