"""What is threatened, what is only announced: statuses of acts that answer others, in our own sentences."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

CASES = [
    ("Peru said it would take steps if Chile closed the port.", "take steps", "threatened"),
    (
        "Kenya's president said its men would use force if the rebels crossed.",
        "use force",
        "threatened",
    ),
    (
        '"If they come at us, we will shoot," a Peruvian colonel said.',
        "we will shoot",
        "threatened",
    ),
    (
        "Peru made it plain that it would leave the union if the matter was raised.",
        "leave",
        "threatened",
    ),
    # what another would do there, and what is kind, isn't
    ("Peru said it would take steps if Chile closed the port.", "closed the port", "possible"),
    # what is announced without a condition
    ("Canada announced that exports of arms would be suspended.", "suspended", "planned"),
    ("Chile said it would bomb the port.", "bomb the port", "threatened"),
]


@pytest.mark.parametrize(("text", "words", "status"), CASES)
def test_an_answer_is_threatened(text: str, words: str, status: str) -> None:
    options = [c for c in extract(article(text)) if c.kind == "option" and words in c.quote]
    assert status in {option.status for option in options}
