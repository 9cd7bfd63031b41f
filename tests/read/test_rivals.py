"""Who contends for the rule of a state is a party of his own; who rules it undisputed is the state."""

import pytest

from detente.read.article import article


def _of(text: str, word: str) -> str | None:
    """Return the actor of the last token that is `word`."""
    read = article(text)
    return read.actor_of([token for token in read.doc if token.text == word][-1])


COUP = (
    "LOME - The ousted president of Togo, Kodjo Amedeka, said that the coup would fail. "
    "Soldiers toppled Amedeka on Friday and formed a junta. The junta accused Amedeka of treason. "
    "Ghana demanded that Amedeka be freed. "
)
VOTE = (
    "Peru's electoral commission declared Prime Minister Hugo Barreda the winner of the runoff. "
    "Elvira Montoya, the opposition candidate, spoke of fraud and said that Barreda had lost. "
    "Supporters of Montoya filled the square in Lima. Barreda warned Chile. "
    "Montoya asked Chile for help. "
)
FEUD = (
    "Chadian President Omar Barro dismissed Prime Minister Idris Tolo on Monday. "
    "Tolo refused to go and said that Barro had broken the law. France urged Tolo to yield. "
    "Barro closed the border. "
)
RESULT = (
    "Chadian President Omar Barro rejected the result of the election that he had lost to Idris Tolo. "
    "Tolo, who won by a third, was sworn in at the embassy in Paris. France recognised Tolo. "
    "Tolo asked France for troops. Barro closed the border. Niger warned Barro. "
)


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (COUP, "Amedeka", "kodjo_amedeka"),
        (COUP + "The ousted president refused to resign.", "president", "kodjo_amedeka"),
        (COUP + "Amedeka spoke on Sunday. He asked Ghana for asylum.", "He", "kodjo_amedeka"),
        (VOTE, "Barreda", "hugo_barreda"),
        (VOTE, "Montoya", "elvira_montoya"),
        (FEUD, "Tolo", "idris_tolo"),
        (FEUD, "Barro", "omar_barro"),  # the other side of the same feud
        (RESULT, "Tolo", "idris_tolo"),
        (
            (
                "Chad is weak in the north. The warlord Omar Barro holds three engineers there. "
                "Chad sent a letter to Barro. Barro burned it."
            ),
            "Barro",
            "omar_barro",
        ),
    ],
)
def test_a_contender_is_a_party_of_his_own(text: str, word: str, actor: str) -> None:
    read = article(text)
    assert _of(text, word) == actor
    assert read.role_of(actor) == "party"


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (
            (
                "Chadian President Omar Barro met his ministers. Barro said that Chad would send tanks. "
                "Barro faces an election next year. France thanked Barro."
            ),
            "Barro",
            "chad",
        ),
        (
            (
                "Chadian President Omar Barro condemned the coup in Niger. Barro closed the border. "
                "The junta in Niamey accused Barro of a plot. Barro won an election in 2020."
            ),
            "Barro",
            "chad",
        ),
        (
            (
                "Rebels of the Northern Front want to overthrow Chadian President Omar Barro. "
                "Barro asked France for planes. Barro said that Chad would fight. France armed Barro."
            ),
            "Barro",
            "chad",
        ),
        (
            (
                "Chadian President Omar Barro received Foreign Minister Idris Tolo. "
                "Tolo said that Chad would sign. Barro praised France. Tolo flew to Paris. "
                "Tolo signed. Barro waited."
            ),
            "Tolo",
            "chad",
        ),
        (
            FEUD + "German Chancellor Jutta Wolff spoke. Wolff warned. Wolff left.",
            "Wolff",
            "germany",
        ),
    ],
)
def test_who_only_rules_or_speaks_for_a_state_is_the_state(
    text: str, word: str, actor: str
) -> None:
    assert _of(text, word) == actor


def test_somebody_named_once_is_no_party() -> None:
    text = "The ousted president of Togo, Kodjo Amedeka, fled. Ghana closed its border with Togo."
    assert article(text).role_of("kodjo_amedeka") != "party"


def test_nobody_ousted_is_the_state() -> None:
    """A past title before "head of state" or before a bare title says that he isn't it now."""
    text = "France received the ousted head of state, Kodjo Amedeka. Togo protested."
    assert _of(text, "Amedeka") != "togo"
    assert _of("Togo protested. France received Togo's deposed leader.", "leader") != "togo"
