"""The dates that words mean."""

import pytest

from detente.read.dates import settle

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
