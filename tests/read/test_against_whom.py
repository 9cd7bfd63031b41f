"""Against whom a red line is drawn, where its words name nobody: our own sentences."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

CASES = [
    # who acts, by the words of the act
    ("Turkey said that any Greek landing would be met with force.", "turkey", "greece"),
    ("Turkey said a landing by Greece would be an act of war.", "turkey", "greece"),
    (
        "Syria threatened reprisals. Turkey said any strike by Israel would be answered.",
        "turkey",
        "israel",
    ),
    # who is told of it
    (
        "Britain told Germany that it would fight if Belgium was attacked.",
        "united_kingdom",
        "germany",
    ),
    ("Kenya warned Uganda that any raid would be met with force.", "kenya", "uganda"),
    # whom the drawer has against it
    (
        (
            "Chile shelled Arica and Peru sent back its envoy. Peru accused Chile of piracy. "
            "Lima's minister met the envoy of Brazil. Peru said any landing would be met with force."
        ),
        "peru",
        "chile",
    ),
]


@pytest.mark.parametrize(("text", "drawer", "barred"), CASES)
def test_a_line_is_drawn_against_somebody(text: str, drawer: str, barred: str) -> None:
    lines = [c for c in extract(article(text)) if c.kind == "red_line"]
    assert (lines[-1].actor, lines[-1].doer) == (drawer, barred)


def test_nobody_is_guessed_where_nobody_draws() -> None:
    text = "Japan and Korea met. Any ship that crosses the line will be sunk."
    (line,) = [c for c in extract(article(text)) if c.kind == "red_line"]
    assert line.actor is None
    assert line.doer is None
