"""States that no list knows: told by how a text uses their names."""

import pytest

from detente.read.article import article
from detente.read.reading import extract

PARTIES = [
    ("Tarvia closed the strait. Aldova sent warships.", {"tarvia", "aldova"}),
    ("The government of Zemblia expelled the ambassador of Ruritania.", {"zemblia", "ruritania"}),
    ("Aldova's parliament voted for war. Aldovan troops crossed the river.", {"aldova"}),
    ("The Kestrian foreign minister, Ila Dorn, urged Tarvia to reopen the strait.", {"kestria", "tarvia"}),
    ("Talks between Tarvia and Aldova collapsed. Aldova mobilised.", {"tarvia", "aldova"}),
    ("Norvania mobilised after Estmark annexed the islands. Estmark's army is small.", {"norvania", "estmark"}),
    ("The Coastal League imposed sanctions on Ruritania. Ruritanian officials protested.", {"coastal_league", "ruritania"}),
    ("North Tarvia shelled the town. North Tarvia's government denied it.", {"north_tarvia"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_unknown_names_give_parties(text: str, parties: set[str]) -> None:
    cast = article(text).cast
    assert {actor for actor, known in cast.items() if known.role == "party"} == parties


@pytest.mark.parametrize(
    "text",
    [
        "Kennedy's government fell.",
        "The frigate Panther anchored off Agadir.",
        "Smith attacked the plan, and Smith's book sold well.",
        "In Scarborough the talks went on.",
        "Kenya sent men to Orvanto. They stayed in Orvanto, near Orvanto or left Orvanto. Orvanto fell.",
        "Christian militias fled.",
        "The city of Orvania closed its port. Orvania accused Kenya.",
        "Orvania, a Russian settlement, closed its port.",
        "General Orvia Tamsin refused. Kenya met Orvia, and Orvia attacked.",
        "Russian Orvania closed the pass.",
        "General Tamoré closed the meeting and threatened to leave.",
    ],
)
def test_persons_ships_places_and_creeds_are_no_states(text: str) -> None:
    states = {actor for actor, known in article(text).cast.items() if known.kind == "state"}
    assert states <= {"united_states", "kenya", "russia"}


def test_a_capital_stands_for_the_state_that_it_is_the_capital_of() -> None:
    text = (
        "The Republic of Tarvia refused. Borlandic jets bombed Velmgrad, the Tarvian capital."
        " Velmgrad vowed to retaliate. Borland's president laughed."
    )
    found = [c for c in extract(article(text)) if c.kind == "option"]
    assert {claim.actor for claim in found} == {"tarvia"}
    assert {claim.target for claim in found} == {"borland"}


def test_an_act_never_goes_to_a_known_party_because_a_name_is_unknown() -> None:
    text = (
        "The UN met in Geneva. Tarvia closed the strait. France watched. Aldova was bombed by Qorn."
    )
    acts = [c for c in extract(article(text)) if c.event in {"COERCE", "ASSAULT"}]
    assert {claim.actor for claim in acts} & {"united_nations", "france"} == set()


def test_a_neighbour_is_a_state_though_its_sentence_opens_with_the_word() -> None:
    here = article(
        "Soldiers hold the president of Zambara. Neighbouring Oukari, whose rulers also came to "
        "power by force, threatened to fight beside Zambara."
    )
    assert {"zambara", "oukari"} <= set(here.cast)
