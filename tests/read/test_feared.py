"""Upon whom an act falls that somebody fears: upon who fears it."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

FEARED = [
    ("Peru met Chile and Bolivia. Chile feared Bolivian retaliation.", "bolivia", "chile"),
    (
        "NATO gave weapons to Chad. Its members feared Libyan retaliation. Niger warned Libya.",
        "libya",
        "nato",
    ),
]


@pytest.mark.parametrize(("text", "doer", "target"), FEARED)
def test_what_is_feared_falls_upon_who_fears_it(text: str, doer: str, target: str) -> None:
    told = [c for c in extract(article(text)) if c.action == "retaliate" and c.kind == "option"]
    assert [(c.actor, c.target, "target" in c.inferred) for c in told] == [(doer, target, True)]


def test_nobody_fears_an_act_of_his_own() -> None:
    text = "Peru met Chile. Peru feared that its retaliation against Chile would fail."
    told = [c for c in extract(article(text)) if c.actor == "peru" and c.kind == "option"]
    assert all(c.target != "peru" for c in told)


def test_what_is_only_guessed_of_an_act_is_so_in_all_that_is_made_of_it() -> None:
    text = "NATO gave weapons to Chad. Its members feared Libyan retaliation. Niger warned Libya."
    guessed = [c for c in extract(article(text)) if c.action == "retaliate" and c.target]
    assert {c.kind for c in guessed} >= {"option", "constraint"}
    assert all("target" in c.inferred for c in guessed)
