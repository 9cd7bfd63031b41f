"""Bodies whose letters a text gives behind their name."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

BODIES = (
    # text, the party's id, words of a claim that is its own
    (
        "The South Tyrolean People's Party (SVP) called for a vote. Italy rejected the demand of the SVP.",
        "south_tyrolean_peoples_party",
        "called for a vote",
    ),
    (
        "The Coastal Workers' Council (CWC) called a strike. The CWC cut the supply of power to Kenya.",
        "coastal_workers_council",
        "cut the supply",
    ),
    (
        "Iraq owes money to the Association of the Mining Industry of Basra (AMIB). AMIB stopped exports.",
        "association_of_the_mining_industry_of_basra",
        "stopped exports",
    ),
    (
        "Guerrillas of the Liberation Army of Lunda, Kassai and Moxico (ELKM) killed four soldiers of Angola.",
        "liberation_army_of_lunda_kassai_and_moxico",
        "killed four soldiers",
    ),
)
NO_BODIES = (
    "Iran signed the Joint Plan of Action (JPOA). The Joint Plan of Action (JPOA) ended the sanctions.",
    "Togo's Ministry of Foreign Trade (MFT) closed the border. The MFT expelled two traders.",
    "Peru tested an Intermediate Range Missile (IRM) on Monday. The IRM hit a buoy.",
)


@pytest.mark.parametrize(("text", "actor", "words"), BODIES)
def test_a_body_with_letters_acts_for_itself(text: str, actor: str, words: str) -> None:
    here = article(text)
    assert here.role_of(actor) == "party"
    claim = next(each for each in extract(here) if words in each.quote and each.kind == "event")
    assert claim.actor == actor


@pytest.mark.parametrize("text", NO_BODIES)
def test_treaties_ministries_and_weapons_with_letters_are_no_parties(text: str) -> None:
    assert {each.kind for each in article(text).cast.values() if each.role == "party"} <= {"state"}


def test_letters_of_its_own_words_are_no_listed_bodys() -> None:
    text = "The Islamic Army of Epirus and Achaia (IAEA) stormed the bank. The IAEA shot two guards of Togo."
    here = article(text)
    assert here.role_of("iaea") is None
    assert here.role_of("islamic_army_of_epirus_and_achaia") == "party"


def test_listed_letters_say_whose_a_longer_name_is() -> None:
    text = "The Great Arab Union of Seven States (GCC) condemned the raid. The GCC met in Doha."
    here = article(text)
    assert {each.actor for each in extract(here) if each.kind == "event"} == {
        "gulf_cooperation_council"
    }


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Hyundai, which builds the port, asked Kuwait for protection. Hyundai withdrew its men.",
            "hyundai",
        ),
        ("Ozel, a shipbuilder in Turkey, suspended the contract. Greece sued Ozel.", "ozel"),
    ],
)
def test_a_body_that_speaks_and_acts_is_a_party(text: str, actor: str) -> None:
    here = article(text)
    assert here.role_of(actor) == "party"
    assert actor in {each.actor for each in extract(here) if each.kind == "event"}


def test_a_body_of_states_that_no_list_has_acts_for_itself() -> None:
    text = (
        "The League of Western States has closed its borders with Togo. The League met on Monday."
    )
    here = article(text)
    assert here.role_of("league_of_western_states") == "party"
    assert {each.actor for each in extract(here) if each.kind == "event"} == {
        "league_of_western_states"
    }
