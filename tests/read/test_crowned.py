"""Monarchs by a given name that many bear, and the two governments of occupied France."""

import pytest

from detente.read.article import article


def _actors(text: str, word: str) -> set[str | None]:
    read = article(text)
    return {read.actor_of(token) for token in read.doc if token.text == word}


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (
            "Britain sent ships. King Ferdinand II of the Two Sicilies closed them out. Ferdinand refused.",
            "Ferdinand",
            "two_sicilies",
        ),
        (
            "Queen Wilhelmina of the Netherlands protested to Japan. Wilhelmina recalled her envoy.",
            "Wilhelmina",
            "netherlands",
        ),
        (
            "Bulgaria sent an army to the border. King Ferdinand demanded the port.",
            "Ferdinand",
            "bulgaria",
        ),
        ("Syria closed the border. King Saud demanded talks.", "Saud", "saudi_arabia"),
    ],
)
def test_a_monarch_is_of_the_land_that_the_text_tells(text: str, word: str, actor: str) -> None:
    assert _actors(text, word) == {actor}


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Chile sent ships to Peru. King Ferdinand demanded the port.", "Ferdinand", "bulgaria"),
        (
            "Serbia was quiet. Russia sent an army. Prince Alexander Barkov, the Russian envoy, left.",
            "Barkov",
            "serbia",
        ),
        (
            "Sweden and Norway quarrelled. Oscar II of Sweden refused. Ludwig II demanded a treaty.",
            "Ludwig",
            "sweden",
        ),
    ],
)
def test_a_namesake_is_not_of_the_listed_land(text: str, word: str, actor: str) -> None:
    assert actor not in _actors(text, word)


def test_vichy_is_no_name_for_those_who_fought_it() -> None:
    text = "In 1940 the Free French attacked Dakar. Vichy sent ships, and Darlan ordered an attack."
    assert _actors(text, "Vichy") == _actors(text, "Darlan") == {"vichy_france"}
    assert _actors(text, "French") == {"free_france"}
