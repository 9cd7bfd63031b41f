"""Whom "they" and "the two leaders" mean."""

import pytest

from detente.read.article import article


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        # several people of one state
        ("Russia sent ships. Nixon and Henry Kissinger feared the worst. They warned China.",
         "united_states"),
        # a people is several, the body that addresses it is not
        ("The General Assembly told the British to leave by May, a term that they ignored.",
         "united_kingdom"),
        ("The Security Council urged the Dutch to talk. They refused.", "netherlands"),
        # but one person isn't
        ("The rebels fired. General Omar Barro of Chad came home. They fled.", "rebels"),
    ],
)  # fmt: skip
def test_they_are_several(text: str, actor: str) -> None:
    read = article(text)
    assert [read.actor_of(word) for word in read.doc if word.lower_ == "they"] == [actor]


def test_two_leaders_may_be_of_one_state() -> None:
    read = article(
        "Belgian troops landed. President Joseph Kasavubu and Prime Minister Patrice Lumumba of the "
        "Congo flew east. The two leaders appealed to the United Nations."
    )
    leaders = next(word for word in read.doc if word.text == "leaders")
    assert read.actor_of(leaders) == "democratic_republic_of_the_congo"


def test_a_numbered_monarch_rules_the_land_behind_his_name() -> None:
    read = article("Britain kept out. Charles XV of Sweden had offered 20,000 men.")
    assert read.actor_of(next(word for word in read.doc if word.text == "XV")) == "sweden"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        # whoever was spoken of just now, not the subject of a sentence further back
        (
            (
                "Khrushchev threatened war. The Russians stood firm. For Mr. Eisenhower the choice is "
                "hard. His commanders doubt that the island could be held."
            ),
            "united_states",
        ),
        # who speaks is the subject of the sentence, not who is spoken of
        (
            (
                "President Omar Barro of Chad complained that Gaddafi lied. He said that the talks "
                "were over."
            ),
            "chad",
        ),
    ],
)
def test_he_is_whoever_was_spoken_of_last(text: str, actor: str) -> None:
    read = article(text)
    assert [read.actor_of(word) for word in read.doc if word.lower_ in {"he", "his"}] == [actor]


def test_it_is_who_speaks_not_of_whom() -> None:
    read = article("Chad said Libya had shelled a town. It closed the border.")
    assert read.actor_of(next(word for word in read.doc if word.text == "It")) == "chad"
