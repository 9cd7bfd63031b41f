"""The dates that words mean, and those of acts."""

from pathlib import Path

import pytest

from detente.read.article import article
from detente.read.findings import extract
from detente.read.reading import read
from detente.read.text.dates import plain, settle

BASE = "2024-11-01"  # a Friday
CASES = [
    ("Wednesday", "2024-10-30"),
    ("yesterday", "2024-10-31"),
    ("last month", "2024-10"),
    ("February", "2024-02"),
    ("2 April 1982", "1982-04-02"),
    ("April 1982", "1982-04"),
    ("1962", "1962"),
    ("in late 1962", "1962"),
    ("two weeks ago", "2024-10-18"),
    ("recent weeks", None),
    ("the coming days", None),
    ("decades", None),
    ("May", "2024-05"),
]


@pytest.mark.parametrize(("words", "date"), CASES, ids=[words for words, _ in CASES])
def test_settle(words: str, date: str | None) -> None:
    assert settle(words, BASE) == date


@pytest.mark.parametrize("words", ["Wednesday", "yesterday", "February", "two weeks ago"])
def test_relative_words_need_a_base(words: str) -> None:
    assert settle(words, None) is None


@pytest.mark.parametrize("words", ["", " ", "99999999999999999", "1" * 500, "٣ أيار", "0/0/0"])
def test_nonsense_is_no_date(words: str) -> None:
    assert settle(words, BASE) is None


@pytest.mark.parametrize(
    ("words", "ahead", "day"),
    [
        ("Friday", False, "2024-11-01"),
        ("Monday", False, "2024-10-28"),
        ("Monday", True, "2024-11-04"),
        ("next Monday", False, "2024-11-04"),
        ("March", False, "2024-03"),
        ("March", True, "2025-03"),
        ("December", False, "2023-12"),
        ("21 October", False, "2024-10-21"),
        ("the 5th of May 1962", False, "1962-05-05"),
        ("May 5, 1962", False, "1962-05-05"),
        ("tomorrow", True, "2024-11-02"),
        ("31 February", False, None),
        ("a day in May", False, None),
    ],
)
def test_common_forms_lie_behind_or_ahead(words: str, *, ahead: bool, day: str | None) -> None:
    assert plain(words, BASE, ahead=ahead) == day


ACTS = [
    ("Egypt closed the strait on 22 May 1967.", "2024-11-01", "1967-05-22"),
    ("On 22 May 1967 Egypt closed the strait.", None, "1967-05-22"),
    ("Egypt closed the strait on Monday.", "2024-11-01", "2024-10-28"),
    ("Egypt closed the strait on Monday.", None, None),
    ("Egypt will close the strait on Monday.", "2024-11-01", "2024-11-04"),
    ("Egypt closed the strait in June 1967.", None, "1967-06"),
    ("Egypt closed the strait; nobody had forgotten 1956.", None, None),
    ("Egypt closed the strait.", "2024-11-01", None),
]


@pytest.mark.parametrize(("text", "base", "day"), ACTS)
def test_acts_are_dated_by_what_hangs_on_them(text: str, base: str | None, day: str | None) -> None:
    claims = extract(article(text, date=base))
    acts = [claim for claim in claims if claim.kind in {"event", "option"}]
    assert [claim.date for claim in acts[:1]] == [day]


def test_a_plain_file_is_dated_and_its_weekdays_counted_from_there(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("LIMA, 21 October 2024 - Peru closed the border on Friday.", "utf-8")
    reading = read(file)
    assert reading.documents[0].date == "2024-10-21"
    assert [claim.date for claim in reading.claims if claim.kind == "event"] == ["2024-10-18"]
