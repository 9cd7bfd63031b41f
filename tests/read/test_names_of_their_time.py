"""One name for a state that changed it, and people and rulers whose state stands beside their name."""

import pytest

from detente.read.article import article


def actor(text: str, word: str) -> str | None:
    """Return whom the last token with this text stands for."""
    read = article(text)
    return next((read.actor_of(t) for t in reversed(list(read.doc)) if t.text == word), None)


ONE_NAME = [
    # the name that the text uses, for the capital too
    ("Zaire accused Rwanda of invading. Kinshasa recalled its envoy.", "Kinshasa", "zaire"),
    ("Persia appealed to the League. Tehran wants the port back.", "Tehran", "persia"),
    ("Siam and France signed an armistice. Bangkok got the provinces.", "Bangkok", "siam"),
    ("Macedonia and Greece met. Skopje changed its flag.", "Skopje", "macedonia"),
    ("Burma expelled the Indian envoy. Burmese troops shut the road.", "Burmese", "burma"),
    # the new one where the old name stands by the way
    ("Iran, once called Persia, protested. Iran and Britain talked.", "Persia", "iran"),
    ("The Congo, formerly Zaire, and Rwanda signed. Congo denied it.", "Kinshasa", None),
    ("North Macedonia, known as Macedonia until 2019, joined NATO.", "NATO", "nato"),
    # neither is named: the time of the text decides
    ("LONDON, 4 March 1933 - London told Tehran to wait.", "Tehran", "persia"),
    ("LONDON, 4 March 2013 - London told Tehran to wait.", "Tehran", "iran"),
    # people of a later age tell it too
    ("War loomed as in 1971. Vladimir Putin offered to help. Moscow waits.", "Moscow", "russia"),
    # Bonn and its chancellor before and after 1990
    ("In 1963 Bonn refused. Paris asked Bonn again.", "Bonn", "west_germany"),
    ("In 1995 Bonn refused. Paris asked Bonn again.", "Bonn", "germany"),
]


@pytest.mark.parametrize(("text", "word", "state"), ONE_NAME)
def test_a_state_has_the_name_that_its_text_gives_it(
    text: str, word: str, state: str | None
) -> None:
    assert actor(text, word) == state


BESIDE = [
    # an office with what it is over, a rank before the name
    (
        "Peru waited. The Chilean minister of defence, Luis Arancibia, refused. Peru protested.",
        "Arancibia",
        "chile",
    ),
    (
        "Mali waits. A spokesman for Ghana's army, Colonel Kwame Boateng, said Mali would be next.",
        "Boateng",
        "ghana",
    ),
    # the same hyphened office before
    (
        (
            "The Danish consul-general complained. Morocco was silent. Jens Holm, the "
            "consul-general, cabled home."
        ),
        "Holm",
        "denmark",
    ),
    # an office that no state stands near to: the state that the text is about
    (
        (
            "President Karim Odeh resigned. Nobody wept. Tunisia and Libya closed the frontier. "
            "Tunisia reopened it."
        ),
        "Odeh",
        "tunisia",
    ),
    # a past employer isn't whom somebody speaks for
    (
        "Mali voted. The winner is Oumar Keita, once an official of the World Bank, who hailed it.",
        "Keita",
        "oumar_keita",
    ),
    # a day of the month isn't part of a name
    (
        "President Carlos Mendoza of Peru sent tanks. On 4 May Mendoza told Chile to leave.",
        "Mendoza",
        "peru",
    ),
]


@pytest.mark.parametrize(("text", "word", "whose"), BESIDE)
def test_what_stands_beside_a_name_tells_whose_it_is(text: str, word: str, whose: str) -> None:
    assert actor(text, word) == whose


def test_a_ruler_and_a_land_called_a_state_make_a_party() -> None:
    text = "The Nizam of Berar refused. Berar, a state as large as France, told India to wait."
    assert actor(text, "Nizam") == "berar"


def test_a_presidents_last_name_is_no_new_state() -> None:
    text = (
        "Albania's President Sali Berisha spoke. Berisha warned Greece. Italy told Berisha to go."
    )
    assert actor(text, "Berisha") == "albania"


@pytest.mark.parametrize(
    ("text", "word", "whose"),
    [
        # letters that mean a body only beside its country
        ("In Libya the LNA shelled the port. Turkey protested.", "LNA", "libyan_national_army"),
        ("The LNA of Ruritania shelled the port. Turkey protested.", "LNA", None),
        ("Poland's army struck. Solidarity called a strike.", "Solidarity", "solidarity"),
        ("Peru thanked Chile. Solidarity is cheap.", "Solidarity", None),
        # somebody who leads a side of his own, until he comes to office
        ("Rebels in Zaire advanced. Laurent Kabila refused talks.", "Kabila", "laurent_kabila"),
        (
            "Congo and Rwanda broke. President Laurent Kabila sent the Rwandans home.",
            "Kabila",
            "democratic_republic_of_the_congo",
        ),
        # a ship called after a city
        ("Britain sent the cruiser Colombo to Corinto.", "Colombo", None),
    ],
)
def test_names_that_mean_a_party_only_here(text: str, word: str, whose: str | None) -> None:
    assert actor(text, word) == whose
