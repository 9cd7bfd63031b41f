"""The lexicon: read once, checked, and wide enough."""

import pytest

from detente.errors import InputError
from detente.read.claim import PLOVER
from detente.read.text import words
from detente.read.text.words import lexicon


def test_every_type_and_status_is_a_known_one():
    known = lexicon()
    assert set(known.verbs.values()) <= {*PLOVER, words.NO_TYPE}
    assert set(known.nouns.values()) <= {*PLOVER, words.NO_TYPE}
    assert set(known.operators.values()) <= set(words.KINDS_OF_OPERATOR)
    assert {status for pair in known.modals.values() for status in pair} <= {
        *words.STATUSES,
        "none",
    }


def test_each_type_has_verbs_and_nouns():
    known = lexicon()
    assert set(PLOVER) <= set(known.verbs.values())
    assert set(PLOVER) <= set(known.nouns.values())
    assert len(known.verbs) > 500
    assert len(known.nouns) > 250


def test_a_weak_noun_is_a_noun_of_the_lexicon():
    known = lexicon()
    assert known.weak <= set(known.nouns)
    assert set(known.needs) <= known.weak


@pytest.mark.parametrize(
    "table",
    [
        {"verbs": {"ATTACK": "hit"}},
        {"frames": [{"verb": "hit", "event": "BOOM"}]},
        {"frames": [{"verb": "hit", "event": "ASSAULT", "objects": "@nobody"}]},
    ],
)
def test_a_type_or_class_that_is_not_there_is_named(table, monkeypatch):
    good = words.table("acts")
    tables = {"acts": good | table, "modality": words.table("modality")}
    monkeypatch.setattr(words, "table", tables.__getitem__)
    lexicon.cache_clear()
    try:
        with pytest.raises(InputError, match=r"no event type|no class"):
            lexicon()
    finally:
        lexicon.cache_clear()


def test_text_that_is_no_table_says_which_file(monkeypatch, tmp_path):
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "acts.toml").write_text("verbs = ", encoding="utf-8")
    monkeypatch.setattr(words, "files", lambda _: tmp_path)
    words.table.cache_clear()
    try:
        with pytest.raises(InputError, match=r"^acts\.toml"):
            words.table("acts")
    finally:
        words.table.cache_clear()
