"""Names as papers print them, which the lexicon has but once."""

import pytest

from detente.read.who.actors import gazetteer
from detente.read.who.spellings import spellings


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Islamic Jihad Organisation", "Islamic Jihad Organization"),
        ("Croatian Defence Council", "Croatian Defense Council"),
        ("UN Special Envoy", "U.N. Special Envoy"),
        ("U.S. Navy", "US Navy"),
        ("al-Qaeda in Iraq", "Al Qaeda in Iraq"),
        ("Ansar al-Islam", "Ansar al Islam"),
        ("Quintín Lame", "Quintin Lame"),
    ],
)
def test_a_name_is_spelt_in_several_ways(name: str, other: str) -> None:
    assert other in spellings(name)


@pytest.mark.parametrize("name", ["UNMIK", "Alabama", "Balkan League", "Laboratory"])
def test_parts_of_words_are_let_be(name: str) -> None:
    assert spellings(name) == []


def test_each_spelling_names_the_same_party() -> None:
    table = gazetteer()
    for name in ("Asaib Ahl al-Haq", "Asaib Ahl al Haq"):
        assert [actor for actor, _ in table.named(name)] == ["asaib_ahl_al_haq"]
