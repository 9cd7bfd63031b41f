"""Whom a title, an organ or a role without a name means."""

import pytest

from detente.read.article import article


def _speakers(text: str) -> list[str]:
    return [saying.speaker for saying in article(text).sayings]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a rank is that of the person who bears it, however many others were spoken of since
        (
            (
                "General Anastasio Somoza of Nicaragua moved tanks to the border. President Jose Figueres "
                "of Costa Rica appealed for help. The general said that he would fly over San Jose."
            ),
            "nicaragua",
        ),
        (
            (
                "Prime Minister Omar Barro of Chad met the American secretary of state, Ann Lee. "
                "The prime minister said that the talks had failed."
            ),
            "chad",
        ),
        # of the heads of states those are passed over who bear another title
        (
            (
                "President Omar Barro of Chad is ill. Foreign Minister Lars Nilsen of Norway sent flowers. "
                "The president said that he would return."
            ),
            "chad",
        ),
        # a clause that tells of a capital sets the scene
        (
            (
                "Vladimir Putin has not decided. The truce changes the debate in Washington, where the "
                "Congress wants to send arms and the president has said that he will wait."
            ),
            "united_states",
        ),
    ],
)
def test_a_bare_title_means_who_bears_it(text: str, speaker: str) -> None:
    assert _speakers(text)[-1] == speaker


def test_the_side_that_a_text_names_outweighs_the_title() -> None:
    read = article(
        "Iran moved troops to the Afghan border. Mullah Mohammad Omar, the leader of the Taliban, "
        "replied that he was ready. Omar promised to free the prisoners."
    )
    assert {read.actor_of(word) for word in read.doc if word.text == "Omar"} == {"taliban"}


def test_a_name_that_ends_like_a_plural_is_one_person() -> None:
    read = article(
        "King Mohammed of Morocco told the UN chief, Antonio Guterres, that it was over. "
        "Guterres regretted that his efforts had failed."
    )
    assert {read.actor_of(word) for word in read.doc if word.text == "his"} == {"united_nations"}
