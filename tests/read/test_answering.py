"""Who answers a request: those whom it was put to, not who put it."""

import pytest

from detente.read.claim import Document
from detente.read.reading import read

# text, words of the act's quote, who does it
ANSWERS = [
    ("India asked Nepal to open the border. It refused.", "It refused", "nepal"),
    ("Russia told the Turkish generals to leave. They declined.", "They declined", "turkey"),
    (
        "France offered to fly the Chadian president out, but he declined.",
        "he declined",
        "chad",
    ),
    (
        "Peru demanded that the Chilean garrison leave. It refused.",
        "It refused",
        "chile",
    ),
    (
        "The Peruvian navy hailed the Chilean ships and ordered them to leave. They refused.",
        "They refused",
        "chile",
    ),
    # who goes on to speak of himself answers nobody
    ("Peru signed a treaty with Chile. It refused to talk of arms.", "It refused", "peru"),
    # who stands in a clause beside a noun isn't the doer of the main clause
    (
        "Peru, to which Chile had appealed, attacked the port. It shelled the town.",
        "It shelled",
        "peru",
    ),
    # what somebody can't do unless he does another thing is no demand on his foe
    (
        (
            "Peru quarrels with Chile. The Peruvian government can do little more unless it "
            "changes a law on conscription."
        ),
        "it changes a law",
        "peru",
    ),
    # several who are one subject
    (
        "America struck. Peru, Chile and Bolivia have warned that they would retaliate.",
        "they would retaliate",
        "peru",
    ),
]


@pytest.mark.parametrize(("text", "words", "actor"), ANSWERS, ids=[a[0] for a in ANSWERS])
def test_who_answers(text: str, words: str, actor: str) -> None:
    reading = read(Document(id="d", title="", date=None, source="d", text=text))
    acts = [c for c in reading.claims if c.kind in ("event", "option") and words in c.quote]
    assert {act.actor for act in acts} == {actor}


@pytest.mark.parametrize(
    "text",
    [
        "Peru sent troops. If the contingents fail to agree, they could attack each other.",
        "Peru spoke. Two neighbours declared that they would send ships.",
    ],
)
def test_several_of_nobody_known_are_not_who_was_named_before(text: str) -> None:
    reading = read(Document(id="d", title="", date=None, source="d", text=text))
    told = [c for c in reading.claims if c.kind == "option" and c.start > text.index(".")]
    assert "peru" not in {c.actor for c in told if "actor" not in c.inferred}
