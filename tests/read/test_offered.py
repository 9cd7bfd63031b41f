"""Who must do what is asked for an offer or under a threat, and whom a sentence is about."""

import pytest

from detente.read.article import article
from detente.read.claim import Document
from detente.read.reading import read


def means(text: str, word: str, *, last: bool = True) -> str | None:
    """Return the actor of the last place where a word stands."""
    here = article(text)
    places = [token for token in here.doc if token.lower_ == word]
    return here.actor_of(places[-1] if last else places[0])


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Austria offered Serbia a loan if it opened the border.", "it", "serbia"),
        ("Peru threatened to arm rebels inside Chile if it closed the strait.", "it", "chile"),
        # whose own doing is a condition of somebody else's act isn't asked of anybody
        ("Peru said that it would leave.", "it", "peru"),
        ("Peru will close its ports to Chile if it loses the case.", "it", "peru"),
        # who threatens nobody
        ("Austria promised to send a ship if it found one.", "it", "austria"),
    ],
)
def test_a_condition_is_for_whom_it_is_put_to(text: str, word: str, who: str) -> None:
    assert means(text, word) == who


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        (
            "Peru quarrels with Chile. Peru's choice is the harder one. It has few ships.",
            "it",
            "peru",
        ),
        (
            (
                "The party of Chile's president attacked the deal. What are Peru's options? "
                "It can send the ships back."
            ),
            "it",
            "peru",
        ),
        # what is somebody's, but no matter that a sentence is about
        (
            "Chile closed the road. Peru's winter was hard. It opened the road in May.",
            "it",
            "chile",
        ),
    ],
)
def test_whose_matter_a_sentence_is_about(text: str, word: str, who: str) -> None:
    assert means(text, word) == who


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Peru had moved ships to the strait, Chile said. It also closed a port.", "it", "peru"),
        # who goes on to speak
        ("Peru had moved ships to the strait, Chile said. It warned of a war.", "it", "chile"),
        # who tells it first is the subject
        ("Chile said that the ships had come. It closed a port.", "it", "chile"),
    ],
)
def test_who_only_tells_what_a_sentence_said_before(text: str, word: str, who: str) -> None:
    assert means(text, word) == who


def test_several_by_a_word_that_looks_like_one() -> None:
    text = (
        "Peru supplied Chile with guns. Bolivian aircraft attacked the fort. "
        "On Friday they bombed a village."
    )
    (bombed,) = (
        claim
        for claim in read(Document("d", "", None, "d", text)).claims
        if claim.kind == "event" and "bombed" in claim.quote
    )
    assert bombed.actor == "bolivia"
