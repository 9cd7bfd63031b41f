"""Whom "it" means where it has a mind of its own, and "they" where one speaks for several."""

import pytest

from detente.read.article import article


def meant(text: str, pronoun: str) -> str | None:
    """Return whom the last such pronoun of a text stands for."""
    here = article(text)
    return here.actor_of([token for token in here.doc if token.lower_ == pronoun][-1])


@pytest.mark.parametrize(
    "words",
    [
        "it was ready to talk",
        "it would not remain indifferent",
        "it was willing to help",
        "it was on its own soil",
        "it was disappointed",
    ],
)
def test_it_that_has_a_mind_is_who_says_so(words: str) -> None:
    assert meant(f"Chad closed the road. Peru said that {words}.", "it") == "peru"


@pytest.mark.parametrize(
    "words", ["it was likely that talks would fail", "it was dangerous to wait", "it was late"]
)
def test_an_empty_it_is_nobody(words: str) -> None:
    assert meant(f"Chad closed the road. Peru said that {words}.", "it") is None


def test_a_name_behind_the_subject_is_the_subject() -> None:
    text = "Chad held a vote. The oldest body of the region, the African Union, met. It asked for calm."
    assert meant(text, "it") == "african_union"


def test_it_is_whom_the_verb_before_spoke_of() -> None:
    text = "Omar Barro of Chad accused Peru of a plot, and called on it to open the border."
    assert meant(text, "it") == "peru"


def test_officers_of_a_land_speak_for_themselves() -> None:
    text = "Peru closed the road. Several fishermen from Chad said that they would go."
    assert meant(text, "they") == "chad"


def test_they_are_those_whom_one_speaks_for() -> None:
    text = "Peru sent its army. A spokesman for the rebels said they would fight on."
    assert meant(text, "they") == "rebels"


def test_they_are_the_several_whose_clause_theirs_hangs_on() -> None:
    text = "Britain kept calm. The two men had to leave because they had refused to answer."
    assert meant(text, "they") is None


@pytest.mark.parametrize("words", ["crossed into Russian waters", "entered Russian airspace"])
def test_who_enters_a_land_is_not_its_owner(words: str) -> None:
    assert meant(f"Russia fired ahead of the destroyer after it {words}.", "it") != "russia"


def test_who_leaves_his_own_waters_is_their_owner() -> None:
    assert meant("Russia sent a ship after it had closed Russian waters.", "it") == "russia"


def test_the_administration_is_the_american_one() -> None:
    text = (
        "The United States closed the border. Children came from Honduras and El Salvador. "
        "The administration tried several remedies. It cut aid."
    )
    assert meant(text, "it") == "united_states"


def test_a_chamber_of_commerce_is_no_state() -> None:
    text = "Peru raised the duty on oil. The Chamber of Commerce says it may go to court."
    assert meant(text, "it") is None


def test_what_a_note_says_its_sender_says() -> None:
    text = "Peru turned down the terms. A second Chilean note followed. It repeated the demands."
    assert meant(text, "it") == "chile"
