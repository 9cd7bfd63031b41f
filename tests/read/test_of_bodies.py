"""Members of a body of states that is named just before: they act for it."""

import pytest

from detente.read.article import article


def _of(text: str, word: str) -> str | None:
    read = article(text)
    return read.actor_of([token for token in read.doc if token.text == word][-1])


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (
            "The Security Council met. It allowed member states to give help.",
            "states",
            "united_nations",
        ),
        ("ASEAN met on Monday. Some members wanted sanctions.", "members", "asean"),
        (
            "The European Union delayed its answer. On Monday foreign ministers agreed on sanctions.",
            "ministers",
            "european_union",
        ),
        ("The IAEA warned Peru. The inspectors left on Tuesday.", "inspectors", "iaea"),
        ("The European Union met. Peru's inspectors stopped the ship.", "inspectors", "peru"),
        ("The IAEA protested. The two foreign ministers met in Lima.", "ministers", None),
        ("Peru closed the border. Members of the family fled.", "Members", None),
    ],
)
def test_members_act_for_their_body(text: str, word: str, actor: str | None) -> None:
    assert _of(text, word) == actor
