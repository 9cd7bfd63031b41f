"""How an act stands by who says so of whom."""

import pytest

from detente.read.article import article
from detente.read.reading import extract


def statuses(text: str, word: str) -> set[str | None]:
    found = [claim for claim in extract(article(text)) if claim.kind == "option"]
    return {claim.status for claim in found if word in claim.quote}


CASES = (
    # what is offered or proposed may come or not, what is recommended is asked for
    ("Peru offered to withdraw its troops from Chile.", "withdraw", "possible"),
    ("Norway proposed that Sweden withdraw its troops.", "withdraw", "possible"),
    ("Experts recommended that Norway withdraw its troops.", "withdraw", "demanded"),
    # what somebody wants of another and of himself
    ("Chile wants Peru to withdraw its troops.", "withdraw", "demanded"),
    ("Chile wants to seize the islands.", "seize", "planned"),
    # what somebody will have to do
    ("Chile will have to withdraw its troops.", "withdraw", "possible"),
    # orders to one's own and to others
    ("Peru ordered its troops to attack Chile.", "attack", "planned"),
    ("Peru ordered Chile to withdraw its troops.", "withdraw", "demanded"),
    # what is done to nothing, and what only on a condition
    ("Peru said it would recognise nothing.", "recognise", "ruled_out"),
    ("Peru will attack Chile, said Ana Diaz, a historian.", "attack", "possible"),
    ("If Chile mobilises, Peru will probably attack it.", "attack", "possible"),
    # the later infinitives of a series, what no government could do, and terms
    (
        "France required Siam to recognise its rights, to evacuate its posts, and to pay.",
        "evacuate",
        "demanded",
    ),
    ("No Chilean government could accept the treaty with Peru.", "accept", "ruled_out"),
    ("Peru will sign the treaty only if Chile withdraws its troops.", "withdraws", "demanded"),
    ("Peru said it will receive Chile on Monday.", "receive", "planned"),
)


@pytest.mark.parametrize(("text", "word", "status"), CASES)
def test_an_act_stands_as_whoever_is_behind_it_has_it(text, word, status) -> None:
    assert statuses(text, word) == {status}
