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


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        # no state has every office
        (
            "The United States recalled its envoy from Chile. The foreign minister resigned.",
            "minister",
            "chile",
        ),
        # an island, a kingdom and an emirate are of those that are such
        (
            "Denmark and Greenland quarrel over fish. Danish boats sailed. The island issued licences.",
            "island",
            "greenland",
        ),
        (
            "Saudi Arabia is close to paying. American officials told the kingdom to wait.",
            "kingdom",
            "saudi_arabia",
        ),
        # the king whom the text has named, and else that of the monarchy that it's about
        (
            (
                "Saudi soldiers entered Bahrain at the request of King Hamad. Saudi Arabia sent tanks. "
                "The king declared an emergency."
            ),
            "king",
            "bahrain",
        ),
    ],
)
def test_an_office_belongs_to_a_state_that_has_it(text: str, word: str, actor: str) -> None:
    read = article(text)
    assert {read.actor_of(token) for token in read.doc if token.text == word} == {actor}


def test_fighters_are_of_the_group_that_a_text_is_about() -> None:
    read = article(
        "Hezbollah fired rockets. Hezbollah warned Israel, and Hamas cheered. "
        "The militants withdrew. The gunmen hid."
    )
    told = {token.text: read.actor_of(token) for token in read.doc}
    assert told["militants"] == told["gunmen"] == "hezbollah"


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        # who speaks of the army speaks of his own, also by a second verb
        ("Chad and Libya fought. The Libyan premier came to the front and said that the army would stay.",
         "army", "libya"),
        ("Chad bombed Libya, and the navy sank a ship.", "navy", "chad"),
        ("Libya shelled the town. On Monday the air force of Chad took off. The air force hit Sabha.",
         "force", "chad"),
        # a colon behind a capital sets the scene
        ("China hopes for calm. From our man in Kuala Lumpur: the poor want the government to act.",
         "government", "malaysia"),
    ],
)  # fmt: skip
def test_a_bare_organ_belongs_to_the_state_of_its_scene(text: str, word: str, actor: str) -> None:
    read = article(text)
    assert [read.actor_of(token) for token in read.doc if token.text == word][-1] == actor


def test_what_stands_behind_a_preposition_is_no_office() -> None:
    read = article(
        "Brazil seized three French boats. President João Goulart, after a talk with the French "
        "ambassador, agreed to let them fish."
    )
    assert {read.actor_of(token) for token in read.doc if token.text == "Goulart"} == {"brazil"}
