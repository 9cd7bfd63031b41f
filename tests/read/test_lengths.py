"""A text as long as a book, and runs of marks: nothing takes longer than its length."""

import pytest

from detente.read import lengths
from detente.read.claim import Document, Reading
from detente.read.reading import read
from detente.read.text.language import fold
from detente.read.text.sentences import chunks

PARAGRAPH = (
    "If Norway closes the strait, Sweden will send its fleet. Peru attacked Chile on Monday."
)


def read_in(longest: int, text: str, monkeypatch: pytest.MonkeyPatch) -> Reading:
    monkeypatch.setattr(lengths.parts, "__defaults__", (longest,))
    return read(Document("d", "", "2024-05-03", "x", text))


def test_parts_are_the_text() -> None:
    text = "\n\n".join(f"{PARAGRAPH} {n}" for n in range(50)) + " word" * 50 + "x" * 300
    for longest in (100, 200, 1000, 10_000):
        found = list(lengths.parts(text, longest))
        assert "".join(text[start:end] for start, end in found) == text
        assert all(0 < end - start <= longest for start, end in found)


def test_claims_of_every_part_have_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join([PARAGRAPH] * 6)
    whole, cut = (read_in(longest, text, monkeypatch) for longest in (10_000, 200))
    assert len(cut.claims) == len(whole.claims)
    assert all(text[claim.start : claim.end] == claim.quote for claim in cut.claims)
    assert [(claim.kind, claim.start, claim.because) for claim in cut.claims] == [
        (claim.kind, claim.start, claim.because) for claim in whole.claims
    ]
    assert {actor.id: actor.mentions for actor in cut.actors} == {
        actor.id: actor.mentions for actor in whole.actors
    }


def test_a_long_run_of_marks_is_no_words() -> None:
    run = "(" * 5_000
    assert fold(f"Peru left.{run} Chile") == "Peru left." + " " * 5_000 + " Chile"
    assert fold("Peru left (...) ---- Chile") == "Peru left (...) ---- Chile"


def test_a_long_run_of_space_is_one_gap() -> None:
    for gap in (" " * 60_000, "\t \n" * 20_000, " " * 30_000 + "\n" + " " * 30_000):
        text = f"Peru left.{gap}Chile came.{gap}"
        found = list(chunks(fold(text)))
        assert next(chunk.text for chunk in found if not chunk.blank).startswith("Peru left.")
        assert "".join(chunk.text for chunk in found) == fold(text)
