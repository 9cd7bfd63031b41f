"""Names of groups with a number or a day before their capitals."""

import pytest

from detente.read.article import article


def _named(text: str) -> set[str]:
    return {actor.name for actor in article(text).cast.values()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru met the 8-Point Movement. The 8-Point Movement blamed Chile.", "8-Point Movement"),
        ("The 33rd Front attacked Chile. The 33rd Front seized a post in Chile.", "33rd Front"),
        ("The May 9 Alliance blamed Chile. Chile attacked the May 9 Alliance.", "May 9 Alliance"),
        (
            "The 9th of May Movement blamed Chile. The 9th of May Movement attacked Peru.",
            "9th of May Movement",
        ),
    ],
)
def test_a_number_is_part_of_a_name(text: str, name: str) -> None:
    assert name in _named(text)


@pytest.mark.parametrize(
    "text",
    [
        "On May 9 Popular Front men attacked Peru. The Popular Front blamed Chile.",
        "In 1936 Popular Front ministers attacked Peru. The Popular Front blamed Chile.",
        "Some 40 Popular Front fighters attacked Peru. The Popular Front blamed Chile.",
        "The 16th Parachute Brigade of Chile attacked Peru. Peru blamed Chile.",
    ],
)
def test_a_date_a_count_and_a_unit_are_no_names(text: str) -> None:
    assert not any(name[0].isdigit() or "May" in name for name in _named(text))
