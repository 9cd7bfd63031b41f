"""The remembered rules of a language model say what its own attribute ruler says."""

import copy
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.read.text import attributes, language

TEXTS = (
    "I ain't gonna go, let's see; c'mon y'all. 'Nuff said: she's gotta do somethin' or nothin'.",
    "There were talks, but he hadn't. It did so once, and they'd have been told if you'd asked.",
    "The president   said\n\nthat \t that treaty was theirs, not hers, whereas nobody had gone.",
    "",
)
WORDS = (
    "There",
    "is",
    "n't",
    "ai",
    "gon",
    "na",
    "that",
    "but",
    "it",
    "'s",
    "had",
    "war",
    "  ",
    "I",
)
TAGS = ("EX", "VBZ", "RB", "IN", "DT", "PRP", "VBD", "NN", "_SP", "", "CC", "MD")
LABELS = ("expl", "ROOT", "aux", "mark", "nsubj", "dobj", "det", "advmod", "conj", "")


def told(doc) -> list[tuple[str, ...]]:
    return [
        (each.text, each.tag_, each.pos_, each.lemma_, str(each.morph), each.dep_) for each in doc
    ]


def ruler():
    return language.model().get_pipe(attributes.RULER)


def remembered() -> Callable:
    return attributes.remembering(ruler())


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_gets_what_the_ruler_gives_it(text) -> None:
    nlp = language.model()
    tagged = nlp(text, disable=[attributes.STEP, "lemmatizer", "ner"])
    assert told(remembered()(copy.copy(tagged))) == told(ruler()(tagged))


@given(
    st.lists(
        st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS), st.sampled_from(LABELS)),
        min_size=1,
        max_size=8,
    )
)
def test_any_tags_and_labels_get_what_the_ruler_gives_them(words) -> None:
    from spacy.tokens import Doc

    def made() -> Doc:
        doc = Doc(language.model().vocab, words=[word for word, _, _ in words])
        for token, (_, tag, label) in zip(doc, words, strict=True):
            token.tag_, token.dep_ = tag, label
        return doc

    assert told(remembered()(made())) == told(ruler()(made()))


def test_the_model_asks_the_ruler_no_more() -> None:
    names = language.model().pipe_names
    assert attributes.STEP in names
    assert attributes.RULER not in names


def test_the_table_grows_by_kinds_of_word_not_by_words(monkeypatch) -> None:
    asked = []
    plain = attributes.one_word
    monkeypatch.setattr(attributes, "one_word", lambda *kind: asked.append(kind) or plain(*kind))
    nlp = language.model()
    said = remembered()
    for town in ("Aden", "Oslo", "Lima", "Baku"):
        said(nlp(f"The ships left {town}.", disable=[attributes.STEP, "lemmatizer", "ner"]))
    assert len(asked) == len(set(asked))
    assert len(asked) <= 6
