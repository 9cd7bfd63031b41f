"""The lemmatiser knows the forms of the lexicon's verbs."""

import pytest

from detente.read.article import article
from detente.read.text.inflections import forms, regular


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Officers staged a coup in Conakry.", "stage"),
        ("Eritrea waged a war on two fronts.", "wage"),
        ("Brussels hoped to sign the accord in May.", "hope"),
        ("The rebels installed a council in Goma.", "install"),
        ("Militiamen raped and killed villagers.", "rape"),
        ("Russia resupplied the garrison by air.", "resupply"),
        ("Two regiments were readied for the landing.", "ready"),
    ],
)
def test_forms_that_endings_alone_would_mistake(text: str, lemma: str) -> None:
    assert lemma in {token.lemma_ for token in article(text).doc}


def test_other_verbs_keep_their_lemmas() -> None:
    doc = article("He sat down, hopped over the wall and planned the march.").doc
    assert {"sit", "hop", "plan"} <= {token.lemma_ for token in doc}


def test_a_short_verb_doubles_its_consonant_and_no_more() -> None:
    assert "baned" not in forms()
    assert list(regular("permit")) == ["permitted", "permitting", "permited", "permiting"]
