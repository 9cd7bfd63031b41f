"""How far a speaker is trusted, and that a statement in doubt is left open."""

import json
from pathlib import Path

import pytest

from detente.read.article import article
from detente.read.claim import Document
from detente.read.reading import read
from detente.read.said import doubts, speakers
from detente.read.signing import LEAST_TRUST
from detente.read.text.words import table

DOUBTFUL = (
    "Peru accused Chile of arming rebels in Bolivia. Brazil and Ecuador, to which Colombia had "
    "sent envoys, asked that it withdraw, as it had threatened."
)
TEXTS = (
    DOUBTFUL,
    "Peru's foreign minister, Ana Rey, said the bridge was closed. She added that it would stay so.",
    'The ministry denied it. Its spokesman told the paper Norte: "We won\'t yield," he insisted.',
    "Guards met at the bridge, which Bolivia, a Brazilian expert warned, had mined. They complained.",
)


def seen(text: str, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, float]]:
    found: list[dict[str, float]] = []
    monkeypatch.setattr(speakers, "trust", lambda signs: found.append(signs) or 1.0)
    article(text)
    return found


@pytest.mark.parametrize("text", TEXTS)
def test_every_sign_has_a_weight_and_is_bounded(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = table("speaker_trust")["speaker"]
    found = seen(text, monkeypatch)
    assert found
    for signs in found:
        assert signs.keys() <= weights.keys()
        assert all(0 <= value <= 1 for value in signs.values())


@pytest.mark.parametrize("text", TEXTS)
def test_trust_is_a_chance_and_each_statement_has_it(text: str) -> None:
    reading = read(Document("d", "", None, "note", text))
    told = [one for one in (*reading.claims, *reading.doubtful) if one.kind == "statement"]
    assert told
    assert all(one.trust is not None and 0 < one.trust < 1 for one in told)
    assert all(one.trust >= LEAST_TRUST["statement"] for one in told if one in reading.claims)


def test_who_is_named_is_trusted_more_than_whom_a_word_may_mean() -> None:
    def first(text: str) -> float:
        return article(text).sayings[0].trust

    named = first("Peru said that the bridge was closed.")
    owned = first("The Peruvian ministry said that the bridge was closed.")
    bare = article("Peru and Chile met in Lima, where Bolivia waited. It said it would.").sayings
    assert named > bare[-1].trust
    assert owned > bare[-1].trust


def test_others_named_beside_a_speaker_and_time_since_he_was_named_cost_trust() -> None:
    weights = table("speaker_trust")["speaker"]
    named = {"by name": 1.0, "of a state": 1.0, "verb ROOT": 1.0}
    assert doubts.trust(named) > doubts.trust(named | {"others here": 1.0})
    assert weights["named here"] > weights["named long ago"]
    assert weights["by an owned noun"] > weights["by a bare noun"]


def test_a_statement_in_doubt_is_left_open_and_claimed_by_whoever_says_who_speaks(
    tmp_path: Path,
) -> None:
    file = tmp_path / "report.txt"
    file.write_text(DOUBTFUL)
    (left,) = [one for one in read(file).doubtful if one.kind == "statement"]
    line = {"do": "correct", "kind": "statement", "quote": left.quote, "set": {"speaker": "chile"}}
    (tmp_path / "report.txt.claims.jsonl").write_text(json.dumps(line))
    again = read(file)
    assert not [one for one in again.doubtful if one.kind == "statement"]
    assert ("chile", None) in {(one.speaker, one.trust) for one in again.claims}
