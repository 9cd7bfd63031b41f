"""Lands that are called by their cause mean the region named last."""

import pytest

from detente.read.article import article


def _of(text: str, word: str) -> str | None:
    read = article(text)
    return read.actor_of([token for token in read.doc if token.text == word][-1])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Georgia closed the road to Abkhazia. The separatist region cut the power.", "region"),
        ("Georgia closed the road to Abkhazia. The breakaway territory protested.", "territory"),
        (
            "Georgia closed the road to Abkhazia. The separatist authorities protested.",
            "authorities",
        ),
    ],
)
def test_a_land_by_its_cause_is_the_region_named_last(text: str, word: str) -> None:
    assert _of(text, word) == "abkhazia"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # no region is named
        ("Georgia closed the road. The breakaway region protested.", "region"),
        # words behind tell which it is
        ("Georgia left Abkhazia alone. The breakaway region of Gaskia protested.", "region"),
        # no word of a cause
        ("Georgia closed the road to Abkhazia. The coastal region protested.", "region"),
        # named long ago
        (
            (
                "Georgia closed the road to Abkhazia. Rain fell. Snow fell. Winds rose. "
                "Nothing moved. Days passed. The breakaway region protested."
            ),
            "region",
        ),
    ],
)
def test_other_lands_are_not(text: str, word: str) -> None:
    assert _of(text, word) != "abkhazia"
