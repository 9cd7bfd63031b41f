"""Who turns upon the head of his own state by force is a side, and so is the one he turns upon."""

import pytest

from detente.read.article import article


def _of(text: str, word: str) -> str | None:
    """Return the actor of the last token that is `word`."""
    read = article(text)
    return read.actor_of([token for token in read.doc if token.text == word][-1])


OWN = (
    "Chadian President Omar Barro was held for a week by his own commander, General Idris Tolo. "
    "Tolo's guards stormed Barro's palace at dawn. Tolo asked Barro to end the war. "
    "Barro refused. Niger protested. Tolo released Barro on Sunday. "
)
REVIEW = (
    "Chadian President Omar Barro received his own commander, General Idris Tolo, in Paris. "
    "Tolo's guards attacked Niger's border post. "
    "Niger warned Barro. Barro refused to withdraw. Tolo shelled Niger's army. "
)
PLAIN = (
    "Chadian President Omar Barro sent General Idris Tolo north. Tolo captured the town for Barro. "
    "Tolo said that Chad would stay. Barro thanked France. Niger warned Tolo. "
)


@pytest.mark.parametrize(
    ("word", "actor"), [("Tolo", "idris_tolo"), ("Barro", "omar_barro"), ("Niger", "niger")]
)
def test_who_holds_his_president_is_a_side(word: str, actor: str) -> None:
    assert _of(OWN, word) == actor
    assert article(OWN).role_of(actor) == "party"


@pytest.mark.parametrize("text", [REVIEW, PLAIN])
@pytest.mark.parametrize("word", ["Tolo", "Barro"])
def test_who_fights_for_his_president_is_the_state(text: str, word: str) -> None:
    assert _of(text, word) == "chad"


def test_a_side_goes_by_the_whole_name_where_the_last_name_stands_first() -> None:
    text = (
        "The detention of Mao Wei-ming, head of the government of China, by two of his own generals, "
        "Deng Boli and Sun Yufang, alarmed Japan. Deng's guards stormed Mao's villa. "
        "Mao refused to talk. Deng freed Mao and flew with Mao to Nanjing. Deng was arrested there. "
    )
    assert _of(text, "Deng") == "deng_boli"
