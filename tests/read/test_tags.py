"""Nouns that a parser made verbs of are tagged as verbs; others stay nouns."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

VERBS = [
    ("Azerbaijan's presidency replies that talks can begin tomorrow.", "replies", "reply"),
    ("China could seize the outlying islands, or launch missile strikes.", "launch", "launch"),
    ("Peru insisted that the United States apologise for the collision.", "apologise", "apologise"),
]
NOUNS = [
    ("The council made him head of the army.", "head"),
    ("Peru declared it a right of the nation.", "right"),
    ("He has, however, reasons not to go too far.", "reasons"),
    ("The strike and the launch of missiles ended the talks.", "launch"),
]


@pytest.mark.parametrize(("text", "word", "lemma"), VERBS)
def test_a_noun_with_a_subject_is_a_verb(text: str, word: str, lemma: str) -> None:
    [token] = [each for each in article(text).doc if each.text == word]
    assert (token.pos_, token.lemma_) == ("VERB", lemma)


@pytest.mark.parametrize(("text", "word"), NOUNS)
def test_other_nouns_stay_nouns(text: str, word: str) -> None:
    [token] = [each for each in article(text).doc if each.text == word]
    assert token.pos_ == "NOUN"


def test_an_act_of_a_series_is_found_where_it_was_tagged_as_a_noun() -> None:
    text = (
        "China could seize one of the outlying islands, such as Kinmen or Pratas, "
        "or launch missile strikes against Taiwan."
    )
    told = [claim.action for claim in extract(article(text)) if claim.kind == "option"]
    assert "launch missile strikes against Taiwan" in told
