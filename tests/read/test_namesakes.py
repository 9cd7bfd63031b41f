"""Names that are like a party's and mean none: a first name, a likeness, people."""

import pytest

from detente.read.article import article


def _actors(text: str, word: str) -> set[str | None]:
    read = article(text)
    return {read.actor_of(token) for token in read.doc if token.text == word}


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (
            "Australia acted. Labor leader Kim Beazley said the law went too far.",
            "Kim",
            "north_korea",
        ),
        ("Poland asked the others to support an energy NATO.", "NATO", "nato"),
        (
            "France acted in 2021. About 2,500 Europeans lived in the town.",
            "Europeans",
            "european_union",
        ),
        (
            "France acted in 2021. Its soldiers freed Europeans who were held there.",
            "Europeans",
            "european_union",
        ),
        ("India said the Southern Command had moved a brigade.", "Command", "united_states"),
        (
            "North Korea acted. Seoul protested. Unification Minister Kim Yeon-chul resigned.",
            "Kim",
            "north_korea",
        ),
        ("Seoul protested. The South's defence ministry paid for it.", "South", "south"),
    ],
)
def test_no_party_though_the_name_is_like_it(text: str, word: str, actor: str) -> None:
    assert actor not in _actors(text, word)


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Korea protested. Kim Jong Il said the law went too far.", "Il", "north_korea"),
        ("NATO sent a force.", "NATO", "nato"),
        ("Iran paused in 2024. The Europeans threatened sanctions.", "Europeans", "european_union"),
        ("Panama was tense. The Southern Command sent troops.", "Command", "united_states"),
        (
            "QUITO (Aug 16) - Ecuador worries about U.S. tariffs, which Congress could let lapse.",
            "Congress",
            "united_states",
        ),
        ("QUITO (Aug 16) - Congress voted against the treaty.", "Congress", "ecuador"),
    ],
)
def test_the_party_itself(text: str, word: str, actor: str) -> None:
    assert actor in _actors(text, word)


@pytest.mark.parametrize(
    "text",
    [
        "Peru warned Chile. Senators of both parties in Washington are drafting a bill.",
        "Peru warned Chile. Members of parliament from both main parties called for talks.",
    ],
)
def test_parties_of_a_parliament_are_no_sides(text: str) -> None:
    assert _actors(text, "parties") == {None}


def test_both_parties_are_the_two_sides() -> None:
    assert _actors("Peru warned Chile. Both parties signed the act.", "parties") <= {
        "peru",
        "chile",
    }
