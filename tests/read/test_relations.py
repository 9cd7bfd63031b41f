"""Relations that a text states."""

import pytest

from detente.read.article import article
from detente.read.done.relations import extract

CASES = [
    ("Japan is an ally of Australia.", ("japan", "ally of", "australia")),
    ("China, a close ally of Pakistan, called for restraint.", ("china", "ally of", "pakistan")),
    ("Turkey is a NATO member.", ("turkey", "member of", "nato")),
    ("Iran, Israel's enemy, has armed Hezbollah.", ("iran", "enemy of", "israel")),
    ("Japan is not an ally of Russia.", None),
    ("The members met.", None),
]


@pytest.mark.parametrize(("text", "relation"), CASES, ids=[text for text, _ in CASES])
def test_relations(text: str, relation: tuple[str, str, str] | None) -> None:
    found = [(claim.actor, claim.action, claim.target) for claim in extract(article(text))]
    assert found == ([relation] if relation else [])
