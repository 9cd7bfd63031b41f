"""A word for any act means the one just spoken of; far from any it is none of them."""

from detente.draft.drafting import draft
from detente.draft.words import sense
from detente.read.claim import Document


def options(text, owner):
    made = draft(Document("d1", "", None, "t", text))
    return [
        one.label
        for maker in made.decision_makers.values()
        if owner in maker.name
        for one in maker.options.values()
    ]


def test_an_answer_in_kind_is_no_part_of_another_act():
    found = options(
        "Ghana could close the border with Togo. Officials in both capitals have met since Monday, "
        "and traders wait on either side with lorries full of fruit that nobody buys. "
        "Togo may recall its ambassador from Ghana. Togo could also respond by cutting off the power to Ghana.",
        "Togo",
    )
    assert any("cut off the power" in label for label in found)
    assert any("recall" in label for label in found)


def test_the_end_of_cooperation_is_no_end_of_a_war():
    found = options(
        "Ghana is fighting Togo in the north. Ghana could suspend its cooperation with the court. "
        "Togo could attack Ghana.",
        "Ghana",
    )
    assert any("cooperation" in label for label in found)


def test_moving_arms_is_sending_them():
    assert sense("move three batteries of missiles into the valley").verb == "deploy"
    assert sense("fly in troops").key == sense("deploy troops").key
    assert sense("move into the valley").generic == "any"


def test_troops_are_known_by_their_own_name():
    assert sense("no more troops").thing == "troops"
    assert sense("tanks").known
