"""A page may break off in any word, or begin with one: whatever is left of it is read."""

import random
from pathlib import Path

import pytest
from spacy.tokens import Doc

from detente.read.claim import Document
from detente.read.reading import read_page
from detente.read.text import neighbours
from detente.read.text.language import parse

PASSAGES = sorted((Path(__file__).parents[2] / "evaluation" / "dev").glob("*.txt"))
EVERY = 25
CUTS = 12
LONGEST = 60  # words


def cut(words: list[str], chance: random.Random) -> str:
    """Return some words in a row, now and then in capitals or without points and commas."""
    first = chance.randrange(len(words))
    kept = words[first : first + chance.randrange(1, LONGEST)]
    told = " ".join(kept)
    turn = chance.random()
    if turn < 0.2:
        return told.upper()
    if turn < 0.4:
        return told.translate(str.maketrans("", "", ".,;:"))
    return told


@pytest.mark.parametrize("path", PASSAGES[::EVERY], ids=lambda path: path.stem)
def test_any_cut_of_a_passage_is_read(path: Path) -> None:
    chance = random.Random(path.stem)  # noqa: S311 - which words, nothing secret
    words = path.read_text("utf-8").split()
    for _ in range(CUTS):
        text = cut(words, chance)
        document = Document(id="d1", title="", date=None, source="cut", text=text)
        for claim in read_page(document, []).claims:
            assert claim.quote == text[claim.start : claim.end], text


def test_beyond_the_first_and_the_last_word_there_is_none() -> None:
    doc: Doc = next(parse(["Malta has also called"]))
    first, last = doc[0], doc[-1]
    assert neighbours.before(first) is None
    assert neighbours.after(last) is None
    assert neighbours.before(last, 4) is None
    assert neighbours.after(first, 4) is None
    assert (neighbours.word_before(first), neighbours.word_after(last)) == ("", "")
    assert (neighbours.word_before(last, 3), neighbours.word_after(first, 2)) == ("malta", "also")
