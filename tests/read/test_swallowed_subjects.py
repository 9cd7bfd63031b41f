"""Subjects that a parser took into an opening phrase; envoys by where they are posted; loose groupings."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

SPEAKERS = [
    (
        (
            "In the summer of 1961 Pakistan forbade the migration of nomads from Afghanistan. "
            "On 23 August it announced that the consulates would be closed."
        ),
        "pakistan",
    ),
    ("European governments say that they would not support it.", "european_governments"),
    ("Western leaders have ruled out sending troops.", "western_leaders"),
    (
        "The opposition has held rallies in Lahore and Karachi demanding a complete break.",
        "opposition",
    ),
    (
        "Kurmanbek Bakiyev, the president overthrown in April, left Kyrgyzstan. Bakiyev denies it.",
        "kurmanbek_bakiyev",
    ),
    (
        "Nicholas O'Conor, the ambassador in Constantinople, wrote home. O'Conor said it was late.",
        "nicholas_o_conor",
    ),
    (
        (
            "Chad's interim government fell out with Sudan. Sudan sent tanks to the border. "
            "The interim government said that it would fight."
        ),
        "chad",
    ),
    (
        (
            "Sisi, the Egyptian president, hosted dozens of tribal leaders from eastern Libya in Cairo. "
            "They called on Egypt to intervene."
        ),
        "leaders",
    ),
    (
        (
            "The United States armed Israel. Israel shelled Hezbollah. Hezbollah fired at Israel. "
            "Each side accuses the other of breaking the truce."
        ),
        "israel",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_is_heard(text: str, speaker: str) -> None:
    assert [claim.speaker for claim in extract(article(text))][-1:] == [speaker]


def test_a_treaty_says_nothing_that_is_anybodys() -> None:
    assert not list(extract(article("The treaty of 1907 says that the line follows the river.")))
    assert not list(extract(article("According to this treaty Chad could act only on request.")))


def test_a_saying_begins_with_who_speaks_not_with_the_day() -> None:
    found = list(extract(article("On the evening of 11 July Moise Tshombe announced a truce.")))
    assert [claim.quote for claim in found] == ["Moise Tshombe announced a truce."]
