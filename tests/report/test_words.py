"""Names, numbers and probabilities are put as a reader expects them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.report import words


@pytest.mark.parametrize(
    ("name", "said", "plural"),
    [
        ("NATO", "NATO", False),
        ("South Korea", "South Korea", False),
        ("United States", "the United States", False),
        ("The Harbour League", "the Harbour League", False),
        ("European Union", "the European Union", False),
        ("Ministry of the Environment", "the Ministry of the Environment", False),
        ("Houthis", "the Houthis", True),
        ("Local government", "the local government", False),
        ("Rebels", "the rebels", True),
        ("Cyprus", "Cyprus", False),
        ("Israel and Egypt", "Israel and Egypt", True),
        ("Netherlands", "the Netherlands", False),
        ("", "", False),
    ],
)
def test_a_name_takes_its_article_and_its_number(name, said, plural):
    assert words.with_article(name) == said
    assert words.is_plural(name) is plural


@pytest.mark.parametrize(
    ("p", "word"),
    [(0, "almost no chance"), (0.049, "almost no chance"), (0.05, "very unlikely"),
     (0.2, "unlikely"), (0.45, "a roughly even chance"), (0.5, "a roughly even chance"),
     (0.55, "likely"), (0.8, "very likely"), (0.95, "almost certain"), (1, "almost certain")],
)  # fmt: skip
def test_terms_change_at_the_bounds_of_the_directive(p, word):
    assert words.term(p) == word


@given(st.floats(0, 1))
def test_a_percentage_never_rounds_to_certainty(p):
    said = words.percent(p)
    assert (said == "0%") == (p == 0)
    assert (said == "100%") == (p == 1)


@given(st.text(max_size=200), st.integers(2, 60))
def test_what_is_shortened_fits(text, limit):
    assert len(words.shortened(text, limit)) <= limit


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=5))
def test_a_list_names_every_item(items):
    said = words.listed(items)
    assert [part for part in said.replace(" and ", ", ").split(", ") if part] == items


def test_a_reason_that_says_it_is_assumed_is_not_told_twice():
    assert words.assumed("acting costs something.") == "assumed: acting costs something"
    assert words.assumed("that it minds is assumed").count("assumed") == 1
    assert words.assumed("") == ""
