"""Doers that no list has: names that act again and again, bodies that rebels form, islands that secede."""

import pytest

from detente.read.article import article
from detente.read.reading import read

_LEAGUE = (
    "The government of Peru sent troops to the north on Monday. A fire burned in the hills. "
    "On Tuesday Zanvori attacked a convoy near the border. Peru closed the road. "
    "Chile said that Zanvori had kidnapped two engineers. Later Zanvori bombed a bridge."
)
_JUNTA = (
    "Soldiers seized the barracks of Lima at dawn. They formed a military junta and demanded "
    "elections. Chile sent 400 troops to help the president of Peru. The junta shelled the port. "
    "Chile refused to leave. In May the junta attacked the palace."
)


def _parties(text: str) -> set[str]:
    return {actor for actor, known in article(text).cast.items() if known.role == "party"}


def _doers(text: str, words: str) -> set[str | None]:
    from detente.read.claim import Document

    reading = read(Document(id="t", title="", date=None, source="t", text=text))
    return {c.actor for c in reading.claims if c.kind == "event" and words in c.quote}


def test_a_name_that_does_several_things_is_an_actor() -> None:
    assert "zanvori" in _parties(_LEAGUE)


def test_its_acts_are_its_own() -> None:
    assert _doers(_LEAGUE, "attacked a convoy") == {"zanvori"}
    assert _doers(_LEAGUE, "bombed a bridge") == {"zanvori"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru sent the corvette Zanvori. Zanvori attacked a boat and Zanvori bombed the port.",
        "Zanvori attacked a convoy near Lima. Peru closed the road to Chile.",
        "Troops stayed in Zanvori and fled from Zanvori. Peru said Zanvori resisted and attacked.",
    ],
)
def test_ships_places_and_names_that_act_once_are_none(text: str) -> None:
    assert "zanvori" not in _parties(text)


def test_a_body_that_rebels_form_acts_for_itself() -> None:
    assert {"military_junta", "chile"} <= _parties(_JUNTA)
    assert _doers(_JUNTA, "shelled the port") == {"military_junta"}
    assert _doers(_JUNTA, "attacked the palace") == {"military_junta"}


def test_a_junta_that_nobody_forms_is_its_state() -> None:
    text = "Chile's junta closed the border. Peru protested. The junta attacked the port."
    assert "junta" not in _parties(text)


def test_an_island_with_a_people_that_acts_is_a_party() -> None:
    text = (
        "The secession of the island of Tarvania began in May. The Tarvanians voted for a "
        "republic. Tarvania rejected the agreement with Peru and Tarvania closed the port. "
        "Peru attacked Tarvania."
    )
    assert "tarvania" in _parties(text)
