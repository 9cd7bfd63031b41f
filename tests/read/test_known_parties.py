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
    ("Federal Bureau of Investigation", "united_states"),
    ("Shabak", "israel"),
    ("Rosselkhoznadzor", "russia"),
    ("Berkut", "ukraine"),
    ("Ertzaintza", "basque_country"),
    ("Naalakkersuisut", "greenland"),
    ("UNMOT", "united_nations"),
    ("Greenpeace", "greenpeace"),
    ("Venice Commission", "venice_commission"),
    ("ICSID", "international_centre_for_settlement_of_investment_disputes"),
    ("Bougainville Copper", "bougainville_copper"),
    ("Primeiro Comando da Capital", "first_capital_command"),
    ("Front for Democracy in Burundi", "front_for_democracy_in_burundi"),
    ("Revolutionary Armed Forces of Colombia", "farc"),
    ("Republic of Minerva", "republic_of_minerva"),
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


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Zimbabwe was quiet. The CIO arrested the editor.", "zimbabwe"),
        ("Romania was quiet. The SRI arrested the editor.", "romania"),
        ("Jordan was quiet. The Mukhabarat arrested the editor.", "jordan"),
        ("Assad was silent. The Mukhabarat arrested the editor.", "syria"),
    ],
)
def test_letters_and_words_of_several_are_told_by_what_stands_beside_them(
    text: str, state: str
) -> None:
    assert article(text).role_of(state) == "party"


def test_letters_of_several_are_nobodys_where_nothing_tells() -> None:
    assert "zimbabwe" not in article("Peru was quiet. The CIO arrested the editor.").cast


def test_a_political_party_is_a_party_where_it_acts_again_and_again() -> None:
    text = "The Likud rejected the plan. Israel signed it. The Likud called a strike against it."
    assert article(text).role_of("likud") == "party"
    assert "likud" in article("Israel signed the plan, and he left the Likud.").passing
