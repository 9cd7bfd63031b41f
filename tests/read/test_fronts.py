"""Leaders of fighters without a name: they, their men and "the rebels" are one party."""

import pytest

from detente.read.article import article


def _of(text: str, word: str) -> tuple[str | None, str | None]:
    read = article(text)
    actor = read.actor_of([token for token in read.doc if token.text == word][-1])
    return actor, read.role_of(actor)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            (
                "Tarvian soldiers and the rebels led by the former vice-president, Kwame Doru, clashed. "
                "Doru fled to the bush. The rebels attacked the town."
            ),
            "rebels",
        ),
        (
            (
                "Rebel leader Kwame Doru rejected the offer. Tarvia shelled the insurgents. "
                "Doru left the capital."
            ),
            "insurgents",
        ),
        (
            (
                "Kwame Doru, the leader of the rebels, told reporters that he would not disarm. "
                "Doru is armed by Tarvia. The insurgents shelled the town."
            ),
            "insurgents",
        ),
        (
            (
                "The guerrilla commander, Kwame Doru, crossed the border. Tarvia attacked Doru's camp. "
                "The guerrillas fled."
            ),
            "guerrillas",
        ),
    ],
)
def test_rebels_are_the_side_of_their_leader(text: str, word: str) -> None:
    assert _of(text, word) == ("kwame_doru", "party")


def test_whoever_led_rebels_once_leads_no_side() -> None:
    text = "The former rebel leader Kwame Doru praised Tarvia. Doru met the rebels."
    assert _of(text, "rebels")[0] == "rebels"


def test_the_movements_leader_is_of_the_movement() -> None:
    text = "The M23 took the town. Rebel leader Kwame Doru said that the rebels would stay."
    assert _of(text, "Doru")[0] == "m23"


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (
            "LONDON - Umaru Dikko, a minister in the cabinet that fell, met Kenya's envoy. Dikko fled.",
            "Dikko",
            "umaru_dikko",
        ),
        ("The Dalai Lama arrived in Mongolia. China closed a border post.", "Lama", "dalai_lama"),
        (
            "Uganda's army chased Joseph Kony. Kony crossed into Congo.",
            "Kony",
            "lords_resistance_army",
        ),
        (
            "President Laurent Kabila of Congo broke with Rwanda. Kabila left.",
            "Kabila",
            "democratic_republic_of_the_congo",
        ),
    ],
)
def test_listed_people_who_hold_no_office(text: str, word: str, actor: str) -> None:
    assert _of(text, word)[0] == actor
