"""Towns and provinces that act by an authority of their own."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

TOWNS = (
    # text, the party's id, words of a claim that is its own
    (
        (
            "Kenya closed the border. The mayor of Harrow, Ann Holm, refused to obey the government. "
            "Holm ordered the shops to open and blocked the road to Nairobi."
        ),
        "harrow",
        "ordered the shops to open",
    ),
    (
        "The Brenfield city council rejected the decree of Peru. A day later the council blocked the port.",
        "brenfield",
        "blocked the port",
    ),
    (
        (
            "The Oster Region says that Chad broke the treaty. "
            "The governor of the Oster Region, Omar Barro, rejected the plan."
        ),
        "oster_region",
        "rejected the plan",
    ),
    (
        (
            "HARROW, Kenya, May 3 (Agency) - Troops of Kenya entered the port on Monday. "
            "Mayor Ann Holm condemned the attack. Holm imposed a curfew."
        ),
        "harrow",
        "Holm imposed a curfew",
    ),
    (
        (
            '"We want peace," Ann Holm, chairman of the Brenfield town council, told reporters. '
            "Peru sent troops. Holm rejected their demands."
        ),
        "brenfield",
        "Holm rejected their demands",
    ),
)
NO_TOWNS = (
    # one deed, a governor who is his state's man, a council that is a state's, a state's capital
    ("The mayor of Harrow hoisted a flag of Kenya. Uganda protested.", "harrow"),
    ("Batken's governor imposed a curfew. The governor said Chad attacked Peru.", "batken"),
    ("The mayor of Lima rejected the demand of Chile. The mayor imposed a curfew.", "lima"),
    ("Harrow is a port. The military council of Togo rejected the plan and sent troops.", "harrow"),
)


@pytest.mark.parametrize(("text", "actor", "words"), TOWNS)
def test_a_place_acts_by_its_own_authority(text: str, actor: str, words: str) -> None:
    here = article(text)
    assert here.role_of(actor) == "party"
    claims = [each for each in extract(here) if words in each.quote]
    assert actor in {each.actor for each in claims}


@pytest.mark.parametrize(("text", "actor"), NO_TOWNS)
def test_what_does_little_of_its_own_is_no_party(text: str, actor: str) -> None:
    assert actor not in article(text).cast


def test_the_city_speaks_by_its_mayor() -> None:
    here = article(
        "Mayor Ann Holm of Harrow rejected the ceasefire. Uganda shelled Harrow. "
        "The mayor of Harrow said that the city does not negotiate with Uganda."
    )
    assert {each.speaker for each in here.sayings} == {"harrow"}
