"""Names of the lexicon, one of each family."""

import pytest

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
]


@pytest.mark.parametrize(("name", "actor"), NAMES)
def test_the_lexicon_knows_a_name(name: str, actor: str) -> None:
    assert [known for known, _ in gazetteer().named(name)] == [actor]


def test_each_id_has_one_home() -> None:
    table = gazetteer()
    assert set(table.kinds) <= set(table.names)
    assert "" not in table.names.values()
