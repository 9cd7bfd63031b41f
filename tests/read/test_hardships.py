"""What another's act would bring on it, where no blow is told: what is a red line, and what is none."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

DRAWN = [
    ("Fines and other measures would come into force, Peru said.", False),
    ("Peru said that the measures would take effect if Chile did not hand back the port.", True),
    ("Peru told Chile that further steps would follow if the port was not handed back.", True),
    ("Peru warned that sanctions would be imposed unless Chile left the port.", True),
    ("Peru said that no measures would follow if Chile left the port.", False),
    ('"If one ship crosses, Chile will be responsible," Peru said.', True),
    ("Peru said that Chile would be to blame if its ships crossed the line.", True),
    ("Peru said that Chile would not be responsible if a ship was lost.", False),
    ("Peru announced that Chilean troops would have to leave unless Chile paid a rent.", True),
    ('"If you leave the island, you will be arrested," the general said.', True),
    ('"If you leave the island, you will be welcomed," the general said.', False),
    ('"If they attack us and land here we will strike back," he said.', True),
    ('"If they shell us, we will fight," said the rebels.', True),
    ("His men would defend themselves if they were attacked, he told a radio station.", True),
    ("His men would defend themselves if they were attacked, analysts said.", False),
    ("His men would defend themselves if the weather held, he told a radio station.", False),
    ("Peru threatened a blockade if Chile landed troops.", True),
    ("Peru threatened to bomb the port unless Chile released the sailors.", True),
    ("The minister threatened to resign unless Chile released the sailors.", False),
    ("Peru said that the miners would take up arms if Chile annexed the valley.", True),
    ("Peru said that should a single soldier be killed, Chile would be struck.", True),
    ("Peru said it would close its airspace until Chile met its conditions.", False),
    ("The line had been drawn at a conference in Lima in 1914.", False),
]


@pytest.mark.parametrize(("text", "drawn"), DRAWN, ids=[text for text, _ in DRAWN])
def test_what_would_befall_another_draws_a_line(text, drawn):
    lines = [each for each in extract(article(text)) if each.kind == "red_line"]
    assert bool(lines) is drawn


def test_who_draws_the_line_is_who_says_what_would_follow():
    said = "Peru told Chile that further steps would follow if the port was not handed back."
    lines = [each for each in extract(article(said)) if each.kind == "red_line"]
    assert [each.actor for each in lines] == ["peru"]


def test_an_answer_without_a_comma_is_no_part_of_its_condition():
    said = '"If they attack us and land here we will strike back," he said.'
    (line,) = (each for each in extract(article(said)) if each.kind == "red_line")
    assert line.action is not None
    assert "strike" not in line.action
