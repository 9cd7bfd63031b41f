"""``detente read``: the day that a report doesn't say, and how many read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from detente.cli import read as verb
from detente.errors import InputError
from detente.read.claim import Document
from detente.read.reading import read

TEXT = "Norway closed the strait on Wednesday."


def test_the_day_is_for_reports_that_dont_say_theirs() -> None:
    told = Document("d1", "", "2024-05-03", "a", TEXT)
    untold = Document("d2", "", None, "b", TEXT)
    reading = read(told, untold, date="2024-06-07")
    assert [document.date for document in reading.documents] == ["2024-05-03", "2024-06-07"]
    days = [claim.date for claim in reading.claims if claim.kind == "event"]
    assert days == ["2024-05-01", "2024-06-05"]


def test_what_is_no_day_is_a_sentence() -> None:
    with pytest.raises(InputError, match="'3 May' is no day"):
        read(Document("d1", "", None, "a", TEXT), date="3 May")


def test_many_reports_are_read_by_as_many_as_there_are_cores(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(verb.os, "cpu_count", lambda: 2)
    assert verb.worth_while(99) == 1
    assert verb.worth_while(100) == 2


def test_a_model_has_its_own_day(run: Callable[..., Any]) -> None:
    said = run("brief", "cuban_missiles", "--date", "2024-05-03")
    assert said.code == 1
    assert "a model has its own day" in said.err


def test_the_verb_takes_a_day(tmp_path: Path, run: Callable[..., Any]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    said = run("read", "a.txt", "--json", "--date", "2024-05-03")
    assert json.loads(said.out)["documents"][0]["date"] == "2024-05-03"


def test_a_line_for_each_report(tmp_path: Path, run: Callable[..., Any]) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.txt").write_text("Peru attacked Chile.\n", "utf-8")
    (folder / "c.txt").write_text("", "utf-8")
    said = run("read", "many", "--lines")
    shown = [json.loads(line) for line in said.out.splitlines()]
    assert [[Path(one["source"]).name for one in each["documents"]] for each in shown] == [
        ["a.txt"],
        ["b.txt"],
        [],
    ]
    assert [each["claims"][0]["id"] for each in shown[:2]] == ["c1", "c1"]
    assert "it is empty" in shown[2]["warnings"][0]
