"""Ships and planes that are spoken of again, by another noun or by name, and those aboard."""

import pytest

from detente.read.article import article


def actor_at(text: str, words: str) -> str | None:
    """Return whom the last word of the last such words of a text stands for."""
    here = article(text)
    end = text.rindex(words) + len(words)
    token = next(token for token in here.doc if token.idx + len(token.text) == end)
    return here.actor_of(token)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "A Portuguese destroyer entered the bay on Monday. Peru said the warship had opened fire.",
            "the warship",
            "portugal",
        ),
        (
            "Peru seized a Norwegian freighter off Callao. The ship was taken into port.",
            "The ship",
            "norway",
        ),
        (
            "Peru shot down a Chilean airliner on Friday. The plane had left Lima in the morning.",
            "The plane",
            "chile",
        ),
        (
            "British frigates were sent to the strait. Peru wants the warships to withdraw.",
            "the warships",
            "united_kingdom",
        ),
        (
            "The Danish trawler Havfisk was seized by Peru. On Tuesday the Havfisk left.",
            "Havfisk",
            "denmark",
        ),
        (
            "Peru stopped a Danish freighter. Soldiers boarded the Havfisk at night.",
            "the Havfisk",
            "denmark",
        ),
        (
            "A Greek tanker ran into a mine off Callao. Peru has questioned the captain.",
            "the captain",
            "greece",
        ),
        (
            "Peruvian marines stopped a Greek tanker and arrested its crew.",
            "its crew",
            "greece",
        ),
    ],
)
def test_a_craft_is_its_owners_when_it_is_spoken_of_again(
    text: str, words: str, actor: str
) -> None:
    """By the same noun, by a wider one, by its name, and so are those aboard."""
    assert actor_at(text, words) == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A Greek tanker and a Danish tanker met off Callao. The tanker sank.", "The tanker"),
        ("A Greek tanker lay off Callao. A ship was seen in the north.", "A ship"),
        ("Greek planes were seen over Callao. The ship sank.", "The ship"),
        ("A Greek trawler lay off Callao. The warship fired.", "The warship"),
        ("A Greek tanker lay off Callao. A boat of nobody's came. The vessel sank.", "The vessel"),
    ],
)
def test_nothing_is_said_where_another_craft_may_be_meant(text: str, words: str) -> None:
    """Two owners, no article, another element, an armed ship after an unarmed one."""
    assert actor_at(text, words) is None
