"""What an analyst put right survives reading again."""

import json
from pathlib import Path

import pytest

from detente.errors import SourceError
from detente.read.claim import Document
from detente.read.corrections import SHARED, SUFFIX, Correction, apply, load
from detente.read.reading import read

TEXT = "Norway warned Sweden on Monday. Sweden said that it would close the strait.\n"


def write(folder: Path, *lines: object, name: str = f"a.txt{SUFFIX}") -> Path:
    (folder / "a.txt").write_text(TEXT, "utf-8")
    path = folder / name
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return folder / "a.txt"


def test_a_rejected_claim_stays_away(tmp_path: Path) -> None:
    article = write(tmp_path)
    (first, *_) = [claim for claim in read(article).claims if claim.kind == "statement"]
    write(tmp_path, {"do": "reject", "kind": "statement", "quote": first.quote})
    again = read(article)
    assert first.quote not in [c.quote for c in again.claims if c.kind == "statement"]
    assert not again.warnings


def test_a_corrected_claim_says_who_made_it(tmp_path: Path) -> None:
    quote = "Norway warned Sweden on Monday."
    article = write(
        tmp_path,
        {"do": "correct", "kind": "statement", "quote": quote, "set": {"speaker": "denmark"}},
    )
    (claim,) = [claim for claim in read(article).claims if claim.rule == "analyst"]
    assert claim.speaker == "denmark"
    assert "denmark" in {actor.id for actor in read(article).actors}


def test_an_added_claim_has_its_place_and_number(tmp_path: Path) -> None:
    article = write(
        tmp_path,
        {"do": "add", "kind": "red_line", "quote": "close the strait", "actor": "norway"},
    )
    reading = read(article)
    (claim,) = [claim for claim in reading.claims if claim.rule == "analyst"]
    assert claim.quote == reading.documents[0].text[claim.start : claim.end]
    assert [claim.id for claim in reading.claims] == [
        f"c{place}" for place in range(1, len(reading.claims) + 1)
    ]


def test_the_shared_file_names_its_article(tmp_path: Path) -> None:
    lines = [
        {
            "article": name,
            "do": "add",
            "kind": "constraint",
            "quote": "the strait",
            "actor": "sweden",
        }
        for name in ("a.txt", "b.txt")
    ]
    article = write(tmp_path, *lines, name=SHARED)
    assert len([claim for claim in read(article).claims if claim.rule == "analyst"]) == 1


def test_a_correction_that_fits_no_more_is_a_warning(tmp_path: Path) -> None:
    article = write(
        tmp_path,
        {"do": "reject", "kind": "forecast", "quote": "Norway warned Sweden"},
        {"do": "reject", "kind": "event", "quote": "not in the text"},
    )
    warnings = read(article).warnings
    assert len(warnings) == 2
    assert all(f"a.txt{SUFFIX}:" in warning for warning in warnings)


BAD = [
    ("{", "not JSON"),
    ("[]", "not a JSON object"),
    ('{"do": "burn", "kind": "event", "quote": "x"}', '"do"'),
    ('{"do": "add", "kind": "evnt", "quote": "x"}', '"kind"'),
    ('{"do": "add", "kind": "event"}', '"quote"'),
    ('{"do": "add", "kind": "event", "quote": "x", "nth": 0}', '"nth"'),
    ('{"do": "add", "kind": "event", "quote": "x", "actr": "y"}', "'actr'"),
    ('{"do": "add", "kind": "event", "quote": "x", "status": "maybe"}', "'maybe'"),
    ('{"do": "add", "kind": "event", "quote": "x", "low": 2}', "low"),
    ('{"do": "correct", "kind": "event", "quote": "x"}', "nothing to correct"),
    ('{"do": "correct", "kind": "event", "quote": "x", "set": [1]}', '"set"'),
    ('{"do": "reject", "kind": "event", "quote": "x", "actor": "y"}', "unknown fields"),
    ('{"do": "add", "kind": "event", "quote": "x", "start": 3}', "'start'"),
]


@pytest.mark.parametrize(("line", "says"), BAD, ids=[line for line, _ in BAD])
def test_a_bad_line_is_named(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text(f"# a comment\n\n{line}\n", "utf-8")
    with pytest.raises(SourceError, match=r"claims\.jsonl:3: ") as caught:
        load(path)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    "quote",
    [
        "Sweden’s “fleet” of two ships may enter the strait",  # wrapped otherwise
        'Sweden\'s "fleet" of two ships may enter the strait',  # straight marks
        "“Sweden’s “fleet” of two ships may enter the …",  # as the terminal shows a long one
    ],
)
def test_a_quote_is_found_as_it_looks(quote: str) -> None:
    text = "Norway warned that Sweden’s “fleet” of\ntwo ships may enter the strait."
    document = Document("d1", "", None, "a", text)
    made, missed = apply(document, (), [Correction("add", "option", quote)])
    assert missed == ()
    assert made[0].quote.startswith("Sweden’s “fleet” of\ntwo ships may enter the")
    assert text[made[0].start : made[0].end] == made[0].quote


def test_a_file_as_another_system_wrote_it(tmp_path: Path) -> None:
    line = json.dumps({"do": "add", "kind": "option", "quote": "a\u2028b\x85c"}, ensure_ascii=False)
    path = tmp_path / "claims.jsonl"
    path.write_bytes(f"\ufeff{line}\r\n{line}\r\n".encode())
    assert [one.quote for one in load(path)] == ["a\u2028b\x85c"] * 2


def test_corrections_survive_an_edit_of_the_article(tmp_path: Path) -> None:
    article = write(
        tmp_path,
        {"do": "reject", "kind": "event", "quote": "Peru closed the port"},
        {
            "do": "correct",
            "kind": "event",
            "quote": "Chile sent ships",
            "set": {"actor": "bolivia"},
        },
        {"do": "reject", "kind": "event", "quote": "Ghana left"},
    )
    article.write_text("Chile sent\nships on Monday. And Peru closed the port.", "utf-8")
    reading = read(article)
    assert [(claim.actor, claim.rule) for claim in reading.claims if claim.kind == "event"] == [
        ("bolivia", "analyst")
    ]
    assert reading.warnings == (f"{article}{SUFFIX}:3: the quote is not in the article",)
