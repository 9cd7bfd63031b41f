"""Which state a government, an army or an office without a name is most likely of."""

import pytest

from detente.read.article import article
from detente.read.claim import Document
from detente.read.statements import extract
from detente.read.text.language import parse
from detente.read.text.weights import weights
from detente.read.who.mentions import Scene, resolve
from detente.read.who.state_signs import signs

LIKELY = [
    (
        (
            "Chad and Sudan have quarrelled for years.\nChad's options\n"
            "Tanks are few against those of Sudan. The cabinet said that it would wait."
        ),
        "chad",
    ),
    (
        (
            "DAMASCUS, April 20 - Israel shelled Lebanon on Friday. Israel sent tanks to Lebanon.\n"
            "Israel has called up its reservists, and Israel wants a truce. Rain fell. "
            "The government has promised not to go further."
        ),
        "israel",
    ),
    (
        (
            "Israel shelled Lebanon on Friday. Israel sent tanks. The road to Syria is shut. "
            "The government has promised not to go further."
        ),
        "israel",
    ),
    ("DAMASCUS, April 20 - The government said that it would wait for Israel.", "syria"),
    ("In Cairo the government said that it would wait.", "egypt"),
]


@pytest.mark.parametrize(("text", "speaker"), LIKELY)
def test_whose_government_speaks(text: str, speaker: str) -> None:
    assert [claim.speaker for claim in extract(article(text))][-1:] == [speaker]


def test_the_only_state_of_a_text_is_meant_far_off() -> None:
    text = "Chad sent troops.\nIt rained. Nobody came. The road was long. The bridge fell.\n"
    found = [c.speaker for c in extract(article(text + "It snowed. The ministry said it knew."))]
    assert found == ["chad"]


def test_a_state_that_is_not_yet_named_is_not_meant() -> None:
    text = "It rained. The ministry said it knew. Nobody came. Chad sent troops."
    assert [c.speaker for c in extract(article(text))] == ["ministry"]


def test_who_answers_by_a_capital_has_the_ministry() -> None:
    text = (
        "TALLINN, May 2 - Estonia said on Friday that a bomber had crossed its border.\n"
        "Moscow rejected the charge. The defence ministry said the bomber had been on a drill."
    )
    assert [c.speaker for c in extract(article(text))][-1] == "russia"


def test_a_sentence_that_opens_in_a_land_is_of_its_government() -> None:
    text = "Iraq moved its tanks. In Jordan the government said that it would wait."
    assert [c.speaker for c in extract(article(text))][-1] == "jordan"


def test_shares_of_few_mentions_say_little() -> None:
    found = article("Chad closed its border. The government met.")
    seen = signs(_scene(found.text), found.text.split().index("government"))
    assert 0 < seen["chad"]["share of text"] < 1 / 2


def test_a_state_that_is_taken_has_no_signs() -> None:
    seen = signs(_scene("Chad fought Sudan. The government met."), 5, {"chad"})
    assert list(seen) == ["sudan"]


def test_each_sign_has_a_weight() -> None:
    text = "OSLO, May 3 - Chad fought Sudan. In Chad the government met.\n"
    seen = signs(_scene(text), len(text.split()))
    assert {sign for found in seen.values() for sign in found} <= set(
        weights("likely_states", "state")
    )


def _scene(text: str) -> Scene:
    doc = next(parse([text]))
    return resolve(Document("d1", "", None, "", text), doc, tuple(doc.sents), (), doc.text)
