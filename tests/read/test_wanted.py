"""Who is to do what somebody calls for by a noun (`detente.read.done.wanted`)."""

import pytest

from detente.read.ahead import conditionals
from detente.read.article import Article, article
from detente.read.done.act import Act
from detente.read.done.acts import find
from detente.read.done.settle import settle


def acts(text: str) -> dict[str, Act]:
    """Return the settled acts of a text by their words."""
    here: Article = article(text)
    settled = settle(here, find(here), conditionals.find(here))
    return {act.head.lower_: act for act in settled}


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        (
            "Chad and Libya fought over the strip. Chad has asked France for airborne troops.",
            "troops",
            "france",
        ),
        (
            "Chad and Libya fought over the strip. Chad pleaded with France for help.",
            "help",
            "france",
        ),
        (
            "Peru and Chile fought over the strip. Chile asked Brazil for a resolution of condemnation.",
            "condemnation",
            "brazil",
        ),
        (
            "Peru closed the pass to Chile. Chile's parliament has called for a boycott.",
            "boycott",
            "chile",
        ),
        (
            "Peru closed the pass to Chile. Chile's senate urged tariffs and an embargo.",
            "embargo",
            "chile",
        ),
    ],
)
def test_who_is_asked_or_calls_for_his_own_measure_does_it(text: str, word: str, doer: str) -> None:
    assert acts(text)[word].actor == doer


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "Peru closed the pass to Chile. Chile demanded the withdrawal of the guards.",
            "withdrawal",
        ),
        (
            "Peru closed the pass to Chile. Chile's parliament called for a withdrawal.",
            "withdrawal",
        ),
    ],
)
def test_who_calls_for_what_the_other_side_is_to_yield_does_not_do_it(text: str, word: str) -> None:
    assert acts(text)[word].actor == "peru"


def test_who_begs_for_sanctions_does_not_impose_them() -> None:
    text = "Peru closed the pass to Chile. Chile has asked for sanctions on Peru."
    assert acts(text)["sanctions"].actor != "chile"


def test_by_an_account_is_no_doer() -> None:
    told = acts("Sudan and Chad quarrel. The rebels were armed in Sudan by the account of Chad.")
    assert told["armed"].actor != "chad"


def test_the_leader_of_a_state_that_is_over_leads_the_one_that_is() -> None:
    text = "In 1979 China attacked Vietnam. Le Duan refused to talk."
    assert acts(text)["refused"].actor == "vietnam"


def test_the_leader_of_a_state_that_is_named_stays_its_own() -> None:
    text = "In 1979 a history of North Vietnam came out. Vietnam liked it. Le Duan refused to talk."
    assert acts(text)["refused"].actor == "north_vietnam"
