"""What languages names come from, and whom an office without its state is given to by them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.read.article import article
from detente.read.text.wordlists import table
from detente.read.who.name_languages import fits, languages

# a name, its state, another state of the same crisis or a neighbour
PEOPLE = [
    ("Roberto Robaina", "cuba", "united_states"),
    ("René Castro", "costa_rica", "united_states"),
    ("Herbert Morrison", "united_kingdom", "iran"),
    ("Emanuel Shinwell", "united_kingdom", "egypt"),
    ("Ahti Karjalainen", "finland", "soviet_union"),
    ("Hermann Jonasson", "iceland", "united_kingdom"),
    ("Kiro Gligorov", "macedonia", "greece"),
    ("Dom Mintoff", "malta", "libya"),
    ("Ana Palacio", "spain", "morocco"),
    ("Patrice Talon", "benin", "china"),
    ("Samuel Gummere", "united_states", "morocco"),
    ("Izzet Bey", "turkey", "greece"),
    ("Ellen Thorvaldsen", "norway", "germany"),
    ("Yassin Ibrahim", "sudan", "united_states"),
    ("Mohammad Mosaddegh", "iran", "united_kingdom"),
    ("Juan Guaidó", "venezuela", "united_states"),
    ("Nikol Pashinyan", "armenia", "azerbaijan"),
    ("Jeyhun Bayramov", "azerbaijan", "armenia"),
    ("Hulusi Akar", "turkey", "greece"),
    ("Nikos Dendias", "greece", "turkey"),
    ("Shigeru Yoshida", "japan", "soviet_union"),
    ("Kijuro Shidehara", "japan", "china"),
    ("Wang Yi", "china", "japan"),
    ("Le Duc Tho", "vietnam", "united_states"),
    ("Henry Kissinger", "united_states", "vietnam"),
    ("Nguyen Van Thieu", "south_vietnam", "united_states"),
    ("Park Jin", "south_korea", "japan"),
    ("Jaishankar", "india", "china"),
    ("Khawaja Asif", "pakistan", "india"),
    ("Sergei Lavrov", "russia", "united_states"),
    ("Dmytro Kuleba", "ukraine", "united_states"),
    ("Radoslaw Sikorski", "poland", "russia"),
    ("Josep Borrell", "spain", "russia"),
    ("Galeazzo Ciano", "italy", "greece"),
    ("Ioannis Metaxas", "greece", "italy"),
    ("Nikola Pasic", "yugoslavia", "italy"),
    ("Edvard Benes", "czechoslovakia", "germany"),
    ("Jozef Beck", "poland", "germany"),
    ("Miklos Horthy", "hungary", "romania"),
    ("Nicolae Titulescu", "romania", "hungary"),
    ("Isaias Afwerki", "eritrea", "sudan"),
    ("Meles Zenawi", "ethiopia", "somalia"),
    ("Paul Kagame", "rwanda", "united_states"),
    ("Yoweri Museveni", "uganda", "sudan"),
    ("Moise Tshombe", "democratic_republic_of_the_congo", "united_states"),
    ("Macky Sall", "senegal", "mauritania"),
    ("Goodluck Jonathan", "nigeria", "chad"),
    ("Thabo Mbeki", "south_africa", "lesotho"),
    ("Ian Smith", "rhodesia", "tanzania"),
    ("Sukarno", "indonesia", "netherlands"),
    ("Joseph Luns", "netherlands", "indonesia"),
    ("Mahathir Mohamad", "malaysia", "singapore"),
    ("Hun Sen", "cambodia", "vietnam"),
    ("Thaksin Shinawatra", "thailand", "malaysia"),
    ("Ferdinand Marcos", "philippines", "malaysia"),
    ("Galo Plaza", "ecuador", "united_states"),
    ("Alberto Fujimori", "peru", "united_states"),
    ("Jaime Roldos", "ecuador", "united_states"),
    ("Leopoldo Galtieri", "argentina", "united_kingdom"),
    ("Francis Pym", "united_kingdom", "argentina"),
    ("Costa Mendez", "argentina", "united_kingdom"),
    ("Warren Christopher", "united_states", "haiti"),
    ("Raoul Cedras", "haiti", "united_states"),
    ("Geir Haarde", "iceland", "united_kingdom"),
    ("Urho Kekkonen", "finland", "soviet_union"),
    ("Olof Palme", "sweden", "soviet_union"),
    ("Mikheil Saakashvili", "georgia", "russia"),
    ("Vyacheslav Molotov", "soviet_union", "finland"),
    ("Tomas Ilves", "estonia", "russia"),
    ("Urmas Paet", "estonia", "russia"),
    ("Borut Pahor", "slovenia", "croatia"),
    ("Ante Markovic", "yugoslavia", "austria"),
    ("Milan Kucan", "slovenia", "austria"),
]
# neighbours whose names are alike: the name tells nothing between them
ALIKE = {
    "Hermann Jonasson", "Khawaja Asif", "Macky Sall", "Thabo Mbeki", "Mahathir Mohamad",
    "Mikheil Saakashvili", "Borut Pahor", "Raoul Cedras",
}  # fmt: skip


@pytest.mark.parametrize(("name", "own", "other"), PEOPLE)
def test_nobody_is_a_stranger_at_home(name: str, own: str, other: str) -> None:
    assert fits(name, own) is not False
    if name not in ALIKE:
        assert fits(name, other) is False


@pytest.mark.parametrize("name", ["Qwxyz", "", " ", "X", "3 4", "-"])
def test_unknown_names_tell_nothing(name: str) -> None:
    assert languages(name) == frozenset()
    assert fits(name, "cuba") is None


def test_a_state_that_is_not_listed_is_never_told_apart() -> None:
    assert fits("Roberto Robaina", "atlantis") is None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_any_text_has_known_languages(name: str) -> None:
    assert languages(name) <= set(table("names")["given"]) | set(table("names")["family"])


def test_the_table_knows_its_states_and_languages() -> None:
    states, names = table("states"), table("names")
    known = {*states["states"], *states["history"], *states["regions"]}
    spoken = {language for told in names["speaks"].values() for language in told.split()}
    assert set(names["speaks"]) <= known
    assert spoken <= set(names["given"]) | set(names["family"])


def test_an_office_without_a_state_goes_to_where_the_name_is_at_home() -> None:
    text = (
        "The United States imposed new sanctions on Cuba on Monday. Washington also expelled two "
        "diplomats. Foreign Minister Roberto Robaina said the measures would be answered."
    )
    read = article(text)
    [minister] = [each for each in read.mentions if each.form == "person"]
    assert minister.actor == "cuba"


def test_a_name_at_home_in_the_nearest_state_changes_nothing() -> None:
    text = (
        "Cuba protested to the United States on Monday. Washington expelled two diplomats. "
        "Secretary of State Warren Christopher said the measures would stay."
    )
    read = article(text)
    assert {each.actor for each in read.mentions if each.form == "person"} == {"united_states"}
