"""Sides without a name that a text has act: gangs, royalists."""

import pytest

from detente.read.claim import Document
from detente.read.reading import read


def _parties(text: str) -> set[str]:
    reading = read(Document(id="d1", title="", date=None, source="note", text=text))
    return {actor.id for actor in reading.actors if actor.role == "party"}


@pytest.mark.parametrize("noun", ["gangs", "cartels", "royalists", "deserters"])
def test_a_side_that_acts_often_is_a_party(noun: str) -> None:
    text = (
        f"Haiti appealed to Kenya. The {noun} stormed a prison and freed the inmates. "
        f"On Monday the {noun} attacked the airport. Kenya sent police. "
        f"The {noun} burned two stations."
    )
    assert noun in _parties(text)


@pytest.mark.parametrize("noun", ["gangs", "royalists"])
def test_a_side_that_is_only_named_is_none(noun: str) -> None:
    text = f"Haiti appealed to Kenya for help against {noun}. Kenya sent police to Haiti."
    assert _parties(text) == {"haiti", "kenya"}
