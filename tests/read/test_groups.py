"""Groups that no list knows: told by their names."""

import pytest

from detente.read.article import article

NAMED = [
    (
        "The head of the People's Liberation Organisation of Orvel (PLOO) fled. PLOO attacked the port.",
        "peoples_liberation_organisation_of_orvel",
    ),
    ("Kigali says that Uganda works with the Rwanda National Congress.", "rwanda_national_congress"),
    ("The African Liberation Forces of Mauritania raided the posts.", "african_liberation_forces_of_mauritania"),
    ("Mr Mosisili's Lesotho Congress for Democracy accused Pretoria.", "lesotho_congress_for_democracy"),
    ("The Pan Africanist Congress demanded a debate.", "pan_africanist_congress"),
    ("The Free Papua Movement seized the airport.", "free_papua_movement"),
    ("The Bangladesh Freedom Party boycotted the vote.", "bangladesh_freedom_party"),
    ("The Iraqi National Congress accused Baghdad.", "iraqi_national_congress"),
    ("The National Council for the Defence of Freedom attacked the town.", "national_council_for_the_defence_of_freedom"),
    ("The Communist Party of Nepal attacked a barracks.", "communist_party_of_nepal"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "group"), NAMED)
def test_a_group_goes_by_its_name(text: str, group: str) -> None:
    cast = article(text).cast
    assert group in cast
    assert cast[group].role == "party"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Papua New Guinea Defence Force landed on the island.", {"papua_new_guinea"}),
        ("The Afghan National Army attacked the town.", {"afghanistan"}),
        ("The Soviet Union attacked Finland.", {"soviet_union", "finland"}),
        ("The US Congress rejected the treaty.", {"united_states"}),
        ("The Sudanese Armed Forces bombed the camp.", {"sudan"}),
    ],
)
def test_what_is_a_states_own_is_the_state(text: str, parties: set[str]) -> None:
    cast = article(text).cast
    assert {actor for actor, known in cast.items() if known.role == "party"} == parties


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("The Saudi-led coalition bombed the port. The coalition denied it.", "saudi_arabia"),
        ("The U.S.-led coalition bombed the port. The coalition denied it.", "united_states"),
        ("Peru waits. The Kenyan-led mission attacked a camp, and the mission stayed.", "kenya"),
    ],
)
def test_a_coalition_is_whoever_leads_it(text: str, leader: str) -> None:
    read = article(text)
    nouns = [token for token in read.doc if token.text in {"coalition", "mission"}]
    assert [read.actor_of(noun) for noun in nouns] == [leader, leader]


def test_a_listed_group_is_itself_behind_the_name_of_its_people() -> None:
    assert "fln" in article("The Algerian National Liberation Front attacked the post.").cast


def test_forces_that_a_state_backs_are_not_its_own() -> None:
    read = article("U.S.-backed forces took the town, and the forces stayed.")
    assert {read.actor_of(token) for token in read.doc if token.text == "forces"} == {None}


def test_a_creed_before_a_movement_is_no_name() -> None:
    cast = article("Ministers backed by the Shi'ite movement Hezbollah refused.").cast
    assert set(cast) == {"hezbollah"}


def test_initials_stand_for_a_group_without_brackets() -> None:
    text = "The Rwanda National Congress has camps in the hills. The RNC attacked a village."
    assert len(article(text).cast["rwanda_national_congress"].mentions) == 2


INTRODUCED = [
    ("The most important of these movements was Nagriamel, founded in 1963. It seized the airport.", "nagriamel"),
    ("The Ulgorim movement attacked the police station.", "ulgorim"),
    ("Pakistan banned the group's parent organisation, Jamaat-ud-Dawa.", "jamaat_ud_dawa"),
    ("The government hired Sandmark International, a company run from London. Sandmark sent men.", "sandmark_international"),
    ("A group of Russian hackers known as Killnet attacked the bank. Killnet did it again.", "killnet"),
    ("Money came from the Phoenix Foundation, an American group of businessmen.", "phoenix_foundation"),
    ("A spokesman for the Badr Organisation said its fighters would attack the base.", "badr_organisation"),
    ("The militant group Ansaru kidnapped the engineers.", "ansaru"),
    ("Jaysh al-Fatah, a coalition of rebels, attacked Idlib.", "jaysh_al_fatah"),
    ("Lashkar-e-Taiba denied it. Lashkar attacked the hotel.", "lashkar_e_taiba"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "group"), INTRODUCED)
def test_a_common_noun_tells_a_group(text: str, group: str) -> None:
    cast = article(text).cast
    assert group in cast
    assert cast[group].role in {"party", "bystander"}


@pytest.mark.parametrize(
    "text",
    [
        "Amnesty International, a human rights group, condemned it.",
        "The navy seized Port Amory, a group of islands off the coast.",
        "The leader of the movement, Hafiz Orvel, was arrested.",
        "The Miami group sent planes.",
    ],
)
def test_what_only_looks_introduced_is_no_group(text: str) -> None:
    cast = article(text).cast
    parties = {known.kind for known in cast.values() if known.role != "source"}
    assert not parties & {"armed_group", "organisation", "party"}


def test_a_states_own_company_is_the_state() -> None:
    text = "Talvagaz, the Ukrainian state gas company, is poor. Talvagaz closed the pipeline."
    assert "talvagaz" not in article(text).cast


def test_a_name_may_begin_with_its_head() -> None:
    text = (
        "The rebels belonged to the Front for the National Liberation of the Congo (FNLC). "
        "The FNLC seized the town."
    )
    read = article(text)
    (letters,) = [token for token in read.doc if token.text == "FNLC" and token.dep_ == "nsubj"]
    assert read.actor_of(letters) == "front_for_the_national_liberation_of_the_congo"
