"""Names of the lexicon, one of each family."""

import pytest

from detente.read.article import article
from detente.read.who.actors import gazetteer

NAMES = [
    ("UN Command", "united_nations_command"),
    ("U.N. Command", "united_nations_command"),
    ("UN", "united_nations"),
    ("EUFOR", "eufor"),
    ("FLAM", "african_liberation_forces_of_mauritania"),
    ("PLOTE", "peoples_liberation_organisation_of_tamil_eelam"),
    ("Badr Brigade", "badr_organisation"),
    ("PUK", "patriotic_union_of_kurdistan"),
    ("Kurdistan region", "iraqi_kurdistan"),
    ("Comoran", "comoros"),
    ("Moroni", "comoros"),
    ("Madhesi", "madhesis"),
    ("Crimean", "crimea"),
    ("Zanzibari", "zanzibar"),
    ("Batswana", "botswana"),
    ("Cominform", "cominform"),
    ("Tren de Aragua", "tren_de_aragua"),
    ("Free Aceh Movement", "free_aceh_movement"),
    ("Papal States", "papal_states"),
    ("Ottomans", "ottoman_empire"),
    ("Palestinian Authority", "palestinian_authority"),
    ("U.N. refugee agency", "unhcr"),
    ("Frontex", "frontex"),
    ("Manchukuoan", "manchukuo"),
    ("Sharjah", "sharjah"),
]


@pytest.mark.parametrize(("name", "actor"), NAMES)
def test_the_lexicon_knows_a_name(name: str, actor: str) -> None:
    assert [known for known, _ in gazetteer().named(name)] == [actor]


def test_each_id_has_one_home() -> None:
    table = gazetteer()
    assert set(table.kinds) <= set(table.names)
    assert "" not in table.names.values()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Wisma Putra rejected the claim.", "malaysia"),
        ("The Carondelet closed the embassy.", "ecuador"),
        ("The Indian Coast Guard seized the trawler.", "india"),
        ("The Oireachtas approved the treaty.", "ireland"),
        ("Rwanda spoke. The Rwanda Defence Force crossed the river.", "rwanda"),
        ("Bosnia waited. EULEX arrested the men.", "european_union"),
        ("Nasser spoke, and the Revolutionary Command Council seized the canal.", "egypt"),
        ("UNTAC disarmed the militia.", "united_nations"),
    ],
)
def test_a_seat_or_a_force_stands_for_its_state(text: str, state: str) -> None:
    cast = article(text).cast
    assert state in cast
    assert cast[state].role == "party"


def test_a_name_with_other_meanings_needs_its_word_beside_it() -> None:
    assert "egypt" not in article("The Revolutionary Command Council seized the mine.").cast
