"""Whom people speak and act for: by title, by last name, by what they command."""

import pytest

from detente.read.article import article

SPOKEN_FOR = [
    # names in a paper without accents
    ("Germany and France quarrelled. Bulow wrote to Poincare.", {"Bulow": "germany"}),
    ("France and Britain met. Delcasse spoke first.", {"Delcasse": "france"}),
    # family name first
    ("Japan left the League. Matsuoka Yosuke ordered it.", {"Matsuoka": "japan"}),
    # a title and a last name that the list has with a first name
    (
        (
            "The United States protested to Japan. The Soviet Union sold a railway. "
            "Secretary Stimson wrote to both."
        ),
        {"Stimson": "united_states"},
    ),
    # a British office that begins with the words of an American one, and the other way round
    (
        "Britain and India met. Omar Holm, the Secretary of State for War, left. Holm slept.",
        {"Holm": "united_kingdom"},
    ),
    (
        "Peru waited. Omar Vik, the Assistant Secretary of State for war, left.",
        {"Vik": "united_states"},
    ),
    # a movement's leader leads the movement
    (
        (
            "Morocco shelled the camps of the Frente Polisario. The movement's leader, Omar Salek, "
            "called for war."
        ),
        {"Salek": "polisario"},
    ),
    # what somebody commands says that he holds an office
    (
        "Peru sent troops to the river. The cabinet of Carlos Mendoza ordered them to stay.",
        {"Mendoza": "peru"},
    ),
    # a title that the text gives, against a list that has the same name for an alliance's head
    (
        (
            "Turkey and NATO met. Turkey attacked the Netherlands in a speech. The Netherlands closed "
            "its airspace. Prime Minister Mark Rutte called it unacceptable. Rutte went home."
        ),
        {"Rutte": "netherlands"},
    ),
    # a number is no family's name, and Russia's Alexander II has no other second for a kinsman
    (
        "Russia wrote to Sweden. Sweden armed its ships. King Oscar II refused to sail.",
        {"Oscar": "sweden"},
    ),
    # what the text says later of somebody holds before it, and what it says of others does
    (
        (
            "Chad and Libya quarrelled over a strip of sand. President Omar Barro rejected the claim "
            "of Libya. Libya's President Omar Barro then sent tanks."
        ),
        {"Barro": "libya"},
    ),
    (
        (
            "Chad and Libya quarrelled. Chad armed. President Omar Sarka called up the reserve. "
            "Chad's President Issa Teke waited."
        ),
        {"Sarka": "libya", "Teke": "chad"},
    ),
    # nobody's state is the one that he does something to, here or later
    (
        (
            "Chad and Libya quarrelled. Chad armed. President Omar Denko called up the reserve. "
            "Denko wanted to force Chad to pay."
        ),
        {"Denko": "libya"},
    ),
    # but it may be the one that he visits or rules
    (
        (
            "Chad and Libya quarrelled. Chad armed. President Omar Maldo called up the reserve. "
            "Maldo had led Chad for ten years."
        ),
        {"Maldo": "chad"},
    ),
    # titles cut short
    ("Chile refused. The Chilean commander, Gen. Luis Arancibia, left.", {"Arancibia": "chile"}),
]


@pytest.mark.parametrize(
    ("text", "people"), SPOKEN_FOR, ids=[next(iter(people)) for _, people in SPOKEN_FOR]
)
def test_spoken_for(text: str, people: dict[str, str]) -> None:
    found = article(text)
    for token in found.doc:
        if token.text in people:
            assert found.actor_of(token) == people[token.text], token.text


NOT_OF_A_STATE = [
    # an aside that names other people is no office
    ("China and India met. Mao Zedong, most historians think, meant war.", "Zedong", "china"),
    # a namesake from elsewhere
    ("Peru and Chile met. A baker, Frederick Rutte, was hurt.", "Rutte", "frederick_rutte"),
]


@pytest.mark.parametrize(("text", "name", "actor"), NOT_OF_A_STATE, ids=["aside", "namesake"])
def test_words_beside_a_name(text: str, name: str, actor: str) -> None:
    found = article(text)
    token = next(token for token in found.doc if token.text == name)
    assert found.actor_of(token) in {actor, None}


AGES = [
    # a treaty's year doesn't date a text
    ("The Convention of 1936 lets Russia send frigates through the straits.", "russia"),
    ("The 1936 convention lets Russia send frigates through the straits.", "russia"),
    ("In 1936 Russia sent frigates through the straits.", "soviet_union"),
    # a Union's leader tells the age as well as its name
    ("Khrushchev wrote twice, and Khrushchev waited. The Russians landed.", "soviet_union"),
    # the Union and its seat, in a text of its time
    ("In 2019 Brussels imposed sanctions on Belarus.", "european_union"),
    ("In 2019 the Europeans imposed sanctions on Belarus.", "european_union"),
    ("In 1914 Brussels rejected the ultimatum of Germany.", "belgium"),
    ("In 2019 Belgium protested, and Brussels closed the border with France.", "belgium"),
    # a government before it left
    ("In 1937 Chiang Kai-shek ordered a retreat.", "china"),
    ("In 1958 Chiang Kai-shek ordered a retreat.", "taiwan"),
]


@pytest.mark.parametrize(("text", "actor"), AGES, ids=[text for text, _ in AGES])
def test_ages(text: str, actor: str) -> None:
    assert actor in {each for each in article(text).token_actor if each}


CALLED = [
    "The Congress of Vienna had ended.",
    "The Pact of Paris was signed.",
    "The Act of Montevideo was signed.",
    "The Peace of Prague held.",
]


@pytest.mark.parametrize("text", CALLED)
def test_treaties_are_nobody(text: str) -> None:
    assert not any(article(text).token_actor)
