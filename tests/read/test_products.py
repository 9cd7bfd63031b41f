"""Products of matrices by numpy's BLAS: the same parse, on one thread, and other models left alone."""

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from thinc.api import NumpyOps, Ops

from detente.read.text import language, products

TEXT = (
    "Peru's foreign minister, Ana Rey, warned Chile on Monday that any shot at the patrol boat "
    "would be answered. Santiago, which had closed the strait, denied that it wanted war."
)


def shipped() -> "spacy.language.Language":
    meta = language.model().meta
    return spacy.load(f"{meta['lang']}_{meta['name']}")


def blasthreads() -> set[int]:
    return {each["num_threads"] for each in products.threads().info() if each["user_api"] == "blas"}


def test_every_layer_of_the_model_has_numpys_products():
    networks = list(products.layers(language.model()))
    assert networks
    assert not any(layer.ops.use_blis for layer in networks)


def test_a_model_that_is_loaded_otherwise_keeps_its_own():
    assert any(layer.ops.use_blis for layer in products.layers(shipped()))


def test_layers_on_another_device_are_left_alone():
    class Elsewhere(Ops):
        name = "elsewhere"

    apart = spacy.blank("en")
    apart.add_pipe("tagger").add_label("NN")
    apart.initialize()
    kept = Elsewhere("cpu", 0)
    for layer in products.layers(apart):
        layer.ops = kept
    products.hasten(apart)
    assert all(layer.ops is kept for layer in products.layers(apart))


def test_the_parse_is_that_of_the_model_as_it_is_shipped():
    plain, ours = shipped(), language.model()
    for name in ("parser", "ner", "tagger"):
        theirs = plain(TEXT)
        mine = ours.make_doc(TEXT)
        with products.one_thread():
            for step in ("tok2vec", "tagger", "parser", "ner"):
                mine = ours.get_pipe(step)(mine)
        told = {
            "parser": lambda doc: [(each.dep_, each.head.i) for each in doc],
            "ner": lambda doc: [(each.start, each.end, each.label_) for each in doc.ents],
            "tagger": lambda doc: [each.tag_ for each in doc],
        }[name]
        assert told(mine) == told(theirs)


@given(st.integers(1, 70), st.integers(1, 300), st.integers(0, 2**31))
def test_products_are_those_of_the_other_blas_to_rounding(rows, shared, seed):
    chance = np.random.default_rng(seed)
    left = chance.standard_normal((rows, shared), dtype="f")
    right = chance.standard_normal((96, shared), dtype="f")
    ours = NumpyOps(use_blis=False).gemm(left, right, trans2=True)
    theirs = NumpyOps().gemm(left, right, trans2=True)
    assert np.allclose(ours, theirs, rtol=1e-4, atol=1e-4)


def test_the_blas_gets_its_threads_back():
    before = blasthreads()
    with products.one_thread():
        assert blasthreads() == {1}
    assert blasthreads() == before
    with pytest.raises(ZeroDivisionError), products.one_thread():
        _ = 1 / 0
    assert blasthreads() == before


def test_who_is_done_first_takes_nobodys_limit_away():
    before = blasthreads()
    first, second = products.one_thread(), products.one_thread()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert blasthreads() == {1}
    second.__exit__(None, None, None)
    assert blasthreads() == before


def test_a_text_is_parsed_on_one_thread(monkeypatch):
    seen = []
    pipe = language.model().pipe

    def watched(*given, **asked):
        seen.append(blasthreads())
        return pipe(*given, **asked)

    monkeypatch.setattr(language.model(), "pipe", watched)
    list(language.parse([TEXT]))
    assert seen == [{1}]
