"""Acts are said with all of their object, where a parser parts it, and with their particle."""

import pytest

from detente.read.article import article
from detente.read.done.wording import action_of


@pytest.mark.parametrize(
    ("text", "verb", "action"),
    [
        (
            "It could close the Danish consulates in Lagos and Accra, or put pressure on firms.",
            "close",
            "close the Danish consulates in Lagos and Accra",
        ),
        (
            "It could close the Czech consulates in Oslo and Bergen, or press Czech firms.",
            "close",
            "close the Czech consulates in Oslo and Bergen",
        ),
        (
            "He said that his vice-president, Ana Sol, would be sworn in.",
            "sworn",
            "swear in his vice-president",
        ),
        ("It will send a vice-admiral to the port.", "send", "send a vice-admiral to the port"),
        ("As Persian forces closed in on Basra, the staff left.", "closed", "close in on Basra"),
    ],
)
def test_an_act_is_said_with_all_of_its_object(text: str, verb: str, action: str) -> None:
    doc = article(text).doc
    assert action_of(next(word for word in doc if word.text == verb)) == action
