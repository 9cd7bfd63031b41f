"""Fighters whom a text sets against a named group aren't that group."""

import pytest

from detente.read.article import article


def _of(text: str, word: str) -> str | None:
    read = article(text)
    return read.actor_of([token for token in read.doc if token.text == word][-1])


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        # one acts on the other
        ("Hezbollah attacked the hijackers at dawn. The hijackers fled.", "hijackers", "hijackers"),
        # they stand in one clause
        (
            "The hijackers dropped a demand after pressure from Hezbollah. The hijackers fled.",
            "hijackers",
            "hijackers",
        ),
        # the group tells of them
        (
            (
                "Hezbollah said the hijackers had freed a boy. Hezbollah sent food. "
                "The hijackers refused it."
            ),
            "hijackers",
            "hijackers",
        ),
        # no group is named
        ("The hijackers freed a boy. Jordan sent food to the gunmen.", "gunmen", "hijackers"),
        # and so by another noun
        (
            (
                "The hijackers dropped a demand after pressure from Hezbollah. "
                "Hezbollah said the gunmen had freed a boy."
            ),
            "gunmen",
            "hijackers",
        ),
    ],
)
def test_those_set_against_a_group_are_themselves(text: str, word: str, actor: str) -> None:
    assert _of(text, word) == actor


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Hezbollah shelled the town. Later the gunmen fled.", "gunmen"),
        ("Hezbollah shelled the town. The guerrillas are the strongest force there.", "guerrillas"),
        ("Guerrillas of Hezbollah shelled the town. The guerrillas fled.", "guerrillas"),
        # its own men
        ("Hezbollah said the guerrillas had shelled the town.", "guerrillas"),
        ("Israel arrested guerrillas from Hezbollah. The guerrillas were tried.", "guerrillas"),
    ],
)
def test_other_fighters_are_the_group(text: str, word: str) -> None:
    assert _of(text, word) == "hezbollah"
