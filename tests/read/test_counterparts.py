"""Allies, rivals and counterparts: whose they are isn't who they are."""

import pytest

from detente.read.article import article
from detente.read.done.parties import actor_near


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Peru went ahead. Peru warned its ally that it would act.", "ally", None),
        ("Peru's neighbours closed the border.", "neighbours", None),
        ("Peru armed its enemy, UNITA, for years.", "enemy", "unita"),
        ("Peru met its Chilean counterpart.", "counterpart", "chile"),
        ("Peru sent its farmers home.", "farmers", "peru"),
    ],
)
def test_another_than_whose_it_is(text: str, word: str, actor: str | None) -> None:
    read = article(text)
    (noun,) = [token for token in read.doc if token.text == word]
    assert actor_near(read, noun) == actor
